"""Phrases that stand twice with nothing but a comma between: is due to begin, is due to begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.bitext import Passage
from auditor.damage.doubling import LEAST, Doubled, Spoken, followers
from auditor.damage.repetition_words import repetition_words

_MARKS = frozenset((",", ";"))
_ENDS = re.compile(r"[.!?…:\n]")
_TIED = re.compile(r"[-.,'’]?\w")
"""What goes on with the last word: Guinée-Bissau, Windows 8.1."""


def parted_phrases(passage: Passage, spoken: Spoken) -> Iterator[Doubled]:
    """Two words or more with a content word, a comma, the same words."""
    last = -1
    for begin, size in followers(spoken):
        end = begin + size
        if begin <= last or size < 2 or not _follows(passage, spoken, begin, size):
            continue
        if _has_content(passage, spoken, begin, size) and not _opens(
            passage, spoken[begin][1], spoken[end][1]
        ):
            phrase = tuple(word for word, _, _ in spoken[begin:end])
            stop = spoken[end + size - 1][2]
            place = spoken[end][1] / (passage.end - passage.start)
            yield Doubled("parted", passage.part(spoken[begin][1], stop), phrase, place)
            last = end + size - 1


def _follows(passage: Passage, spoken: Spoken, begin: int, size: int) -> bool:
    """Whether the words come again behind one mark, and what they end in is no part of a longer word."""
    end = begin + size
    if [word for word, _, _ in spoken[begin:end]] != [word for word, _, _ in spoken[end : end + size]]:
        return False
    between = passage.text[spoken[end - 1][2] : spoken[end][1]].strip()
    within = passage.text[spoken[begin][1] : spoken[end - 1][2]]
    return (
        between in _MARKS
        and _MARKS.isdisjoint(within)
        and not _TIED.match(passage.text[spoken[end + size - 1][2] :])
    )


def _has_content(passage: Passage, spoken: Spoken, begin: int, size: int) -> bool:
    table = repetition_words(passage.language)
    return any(
        len(word) >= LEAST and word not in table.function | table.idioms
        for word, _, _ in spoken[begin : begin + size]
    )


def _opens(passage: Passage, first: int, second: int) -> bool:
    """Whether the mark closes what opens the sentence: after closing the draft, the draft cannot be changed."""
    start = max((match.end() for match in _ENDS.finditer(passage.text, 0, first)), default=0)
    opening = passage.text[start:second]
    words = re.findall(r"[^\W\d_]+", opening.lower())
    return (
        sum(map(opening.count, _MARKS)) == 1
        and bool(words)
        and words[0] in repetition_words(passage.language).opening
    )
