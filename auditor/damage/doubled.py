"""Words, phrases and clauses that stand twice in a passage: at once, around a comma or a joining word, or further on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import eq

from auditor.bitext import Passage
from auditor.damage.doubling import LEAST, Doubled, Spoken, followers, parts_of
from auditor.damage.joined import ALIKE, joined_phrases, joined_words, may_join
from auditor.damage.parted import parted_phrases
from auditor.damage.repetition_words import repetition_words
from auditor.folding import words

CLAUSE = 4  # content words of a clause said twice in a passage
_RAW = re.compile(r"\w+")


def doubled(passage: Passage) -> tuple[Doubled, ...]:
    """What a French or English passage says twice, in text order, none within another."""
    raw = _RAW.findall(passage.text.lower())
    long = [word for word in raw if len(word) >= LEAST]
    again = len(long) - len(set(long))
    may_row = _may_row(raw, again)
    joins = len({word[:ALIKE] for word in long}) < len(long) and may_join(
        raw, repetition_words(passage.language), again
    )
    may_again = again >= CLAUSE - 1
    if not (may_again or may_row or joins):
        return ()
    spoken = words(passage.text)
    found = list(_at_once(passage, parts_of(spoken))) if may_row else []
    if may_row and again:
        found += parted_phrases(passage, parts_of(spoken))
    if joins:
        found += [*joined_phrases(passage, spoken), *joined_words(passage, spoken)]
    if may_again:
        found += _again(passage, spoken)
    kept: list[Doubled] = []
    for each in sorted(found, key=lambda each: (each.passage.start, -each.passage.end, each.kind)):
        if not any(each.passage.overlaps(other.passage) for other in kept):
            kept.append(each)
    return tuple(kept)


def _may_row(raw: list[str], again: int) -> bool:
    """Whether a word or a phrase follows itself at once, punctuation aside; `again`: long words said before."""
    pairs = list(pairwise(raw))
    if any(map(eq, raw, raw[1:])) or any(map(eq, pairs, pairs[2:])):
        return True
    if not again:
        return False
    last: dict[str, int] = {}
    for place, word in enumerate(raw):
        first = last.get(word)
        if first is not None and raw[first:place] == raw[place : 2 * place - first]:
            return True
        last[word] = place
    return False


def _at_once(passage: Passage, spoken: Spoken) -> Iterator[Doubled]:
    """A phrase and the same phrase, nothing but spaces between, however often."""
    index = 0
    for begin, size in followers(spoken):
        if begin < index or not _follows_itself(passage, spoken, begin, size):
            continue
        last = begin + size
        while _follows_itself(passage, spoken, last, size):
            last += size
        phrase = tuple(word for word, _, _ in spoken[begin : begin + size])
        yield Doubled("at once", passage.part(spoken[begin][1], spoken[last + size - 1][2]), phrase)
        index = last + size


def _follows_itself(passage: Passage, spoken: Spoken, begin: int, size: int) -> bool:
    """Whether the phrase of `size` words at `begin` is said again at once, and is none that may be."""
    end = begin + size
    if end + size > len(spoken) or any(
        spoken[begin + step][0] != spoken[end + step][0] for step in range(size)
    ):
        return False
    if passage.text[spoken[end - 1][2] : spoken[end][1]].strip():
        return False
    table = repetition_words(passage.language)
    text = passage.text[spoken[begin][1] : spoken[end][2]]
    first = spoken[begin][0]
    if size > 1:
        return any(not spoken[begin + step][0].isdecimal() for step in range(size))
    if len(first) < 3 and not first.isdecimal():
        return (
            first in table.short
            and text.islower()
            and not passage.text[spoken[end][2] :].lstrip()[:1].isupper()
        )
    return first not in table.doubled


def _again(passage: Passage, spoken: Spoken) -> Iterator[Doubled]:
    """A clause of CLAUSE content words or more that stands in the passage a second time."""
    function = repetition_words(passage.language).function
    content = [
        (word, start, end)
        for word, start, end in parts_of(spoken)
        if (len(word) > 2 and word not in function) or word.isdecimal()
    ]
    seen: dict[tuple[str, ...], int] = {}
    place = 0
    while place + CLAUSE <= len(content):
        clause = tuple(word for word, _, _ in content[place : place + CLAUSE])
        first = seen.setdefault(clause, place)
        if place - first < CLAUSE or all(word.isdecimal() for word in clause):
            place += 1
            continue
        last = place + CLAUSE
        while (
            last < len(content)
            and first + last - place < place
            and content[last][0] == content[first + last - place][0]
        ):
            last += 1
        said = tuple(word for word, _, _ in content[place:last])
        yield Doubled("again", passage.part(content[place][1], content[last - 1][2]), said)
        place = last
