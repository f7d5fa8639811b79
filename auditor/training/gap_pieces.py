"""Clauses, phrases and words of a passage, left out of it or put into another.

A clause is what stands between two edges (`stretches.edges`): punctuation marks, words that begin a clause, the ends. It has
three content words or more and at most half of those of its sentence. A phrase has two to eight, between edges of which
words that begin a phrase are some as well. What is put in stands at an edge.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import partial

from auditor.bitext import Passage
from auditor.gaps.stretches import CLAUSE, PHRASE, edges
from auditor.word_alignment import Word, vocabulary
from auditor.word_alignment.words import read_words

LEAST, MOST_SHARE, LEFT = 3, 0.5, 4
"""Content words of a clause, its share of those of the sentence, how many must be left."""
PARTS = 3
"""Neighbouring edges that a clause or phrase may span."""
FEWEST, MOST = 2, 8
"""Content words of a phrase."""
_LENGTHY = 1000

Change = tuple[str, tuple[int, int], tuple[int, int]]
"""The changed text, the slice of it that was put in, and the slice of the text before that was left out; one is empty."""


def left_out(of: Passage, unit: str, draw: random.Random) -> Change | None:
    """The passage without one of its pieces of a unit, None where it has none."""
    choices = UNITS[unit](of)
    if not choices:
        return None
    start, end = draw.choice(choices)
    return without(of.text, start, end), (0, 0), (start, end)


def put_in(of: Passage, own: Passage, unit: str, draw: random.Random) -> Change | None:
    """The passage with a piece of another, None where there is none or no place for it."""
    found = PIECES[unit](own)
    places = [end for _, end in (_single(of) if unit == "word" else _edges(of))]
    if not found or not places:
        return None
    start, end = draw.choice(found)
    piece, place = own.text[start:end].strip(" \t,;:،؛"), draw.choice(places)
    if unit == "clause":
        head = of.text[:place].rstrip() + ("، " if of.language == "ar" else ", ")
        piece = piece[:1].lower() + piece[1:] if not piece[1:2].isupper() else piece
    else:
        head = of.text[:place] + " "
    tail = of.text[place:]
    text = head + piece + (" " if tail[:1].isalnum() else "") + tail
    return text, (len(head), len(head) + len(piece)), (0, 0)


def clauses(of: Passage, *, share: float = MOST_SHARE, left: int = LEFT) -> list[tuple[int, int]]:
    """Slices of a passage that are clauses."""
    return _between(of, CLAUSE, range(LEAST, _LENGTHY), share, left)


def phrases(of: Passage, *, share: float = MOST_SHARE, left: int = LEFT) -> list[tuple[int, int]]:
    """Slices of a passage that are phrases, clauses or not."""
    return _between(of, PHRASE, range(FEWEST, MOST + 1), share, left)


def _between(of: Passage, kind: int, sizes: range, share: float, left: int) -> list[tuple[int, int]]:
    words = _words(of)
    kinds = edges(words, of) if words else []
    places = [place for place, each in enumerate(kinds) if each >= kind]
    total = sum(word.is_content for word in words)
    found = []
    for number, first in enumerate(places):
        for last in places[number + 1 : number + 1 + PARTS]:
            content = sum(word.is_content for word in words[first:last])
            if content in sizes and content <= share * total and total - content >= left:
                found.append((words[first].start, words[last - 1].end))
    return found


def _edges(of: Passage) -> list[tuple[int, int]]:
    words = _words(of)
    kinds = edges(words, of) if words else []
    return [
        (word.start, word.end)
        for word, kind in zip(words, kinds[1:], strict=True)
        if kind >= CLAUSE and not word.is_particle
    ]


def _single(of: Passage, *, left: int = 0) -> list[tuple[int, int]]:
    words = [word for word in _words(of) if word.is_content]
    return [(word.start, word.end) for word in words if len(word.form) > 2 and len(words) > left]


UNITS: dict[str, Callable[[Passage], list[tuple[int, int]]]] = {
    "clause": clauses,
    "phrase": phrases,
    "word": partial(_single, left=LEFT),
}
"""What may be left out of a passage."""
PIECES: dict[str, Callable[[Passage], list[tuple[int, int]]]] = {
    "clause": partial(clauses, share=0.8, left=1),
    "phrase": partial(phrases, share=0.8, left=1),
    "word": _single,
}
"""What of a passage may be put into another."""


def _words(of: Passage) -> tuple[Word, ...]:
    return read_words(of, vocabulary(of.language).bare_count)


def without(text: str, start: int, end: int) -> str:
    """The text without a slice, and without the marks that only the slice needed."""
    head, tail = text[:start].rstrip(), text[end:]
    if not head:
        tail = re.sub(r"^[\s,;:،؛…)»\]]+", "", tail)
        return tail[:1].upper() + tail[1:]
    if head[-1] in ",;:،؛" and re.match(r"\s*[,;:.!?،؛؟]", tail):
        head = head[:-1].rstrip()
    return head + (" " if tail[:1].isalnum() else "") + tail
