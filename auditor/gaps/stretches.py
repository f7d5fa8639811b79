"""The stretch of one side of a pair that most likely has no counterpart: the segment of the largest sum of values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from auditor.bitext import Passage
from auditor.gaps.looseness import SideCoverage
from auditor.languages import language_data
from auditor.word_alignment.lexicon import vocabulary
from auditor.word_alignment.words import Word, arabic_reading

_MARK = re.compile(
    r'[,;:.!?،؛؟…()\[\]«»"“”]|(?<=\s)[-–—](?=\s)|(?:^|(?<=\s))[-–—](?=\w)|(?<=\w)[-–—](?=\s|$)'
)
WITHIN, PHRASE, CLAUSE, MARK, END = range(5)
"""What stands at the edge of a stretch: nothing, a word that begins a phrase, one that begins a clause, a punctuation mark,
the end of the passage.
"""
WORTH = (-1.5, -0.5, 0.0, 1.0, 1.0)
"""What an edge of each kind adds to the sum of a stretch, in nats; of five tried, the best for clauses bounded by marks,
without harm to others."""
CROSSED = 1.0
"""What a punctuation mark inside takes from the sum: a word or two beside a mark are no part of what stands behind it."""
PARTICIPLE = 6
"""Letters of a word from which on its ending shows a participle."""
MOST_SHARE = 0.6
SHIFTS = (1.0, 2.0)
"""Where the best stretch is more than MOST_SHARE of the content words, each word is made to count that many nats less: a
free translation is loose all over, and only what is looser still is a gap."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words [first, last) of a side, their number of content words, their sum with its edges, and the kinds of those."""

    first: int
    last: int
    content: int
    total: float
    edges: tuple[int, int]


def loosest(coverage: SideCoverage, passage: Passage) -> Stretch:
    """The stretch with the largest sum, edges counted; of nothing but words of grammar where there are no others."""
    words = coverage.words
    content = [word.is_content for word in words]
    kinds = edges(words, passage)
    most = MOST_SHARE * sum(content)
    found = _stretch(coverage.values, content, kinds)
    for shift in SHIFTS:
        if found.content <= most:
            break
        found = _stretch([value - shift for value in coverage.values], content, kinds)
    return found


def _stretch(values: Sequence[float], content: Sequence[bool], kinds: Sequence[int]) -> Stretch:
    total, first, last = best_segment(values, kinds)
    return Stretch(first, last, sum(content[first:last]), total, (kinds[first], kinds[last]))


def best_segment(values: Sequence[float], kinds: Sequence[int]) -> tuple[float, int, int]:
    """The largest sum of neighbouring values with the worth of both edges and of marks inside, and the slice it is of.

    `kinds` has one entry more than `values`: the edge before each, and the last.
    """
    best, first, last = float("-inf"), 0, 1
    current, start = float("-inf"), 0
    for place, value in enumerate(values):
        entry = WORTH[kinds[place]]
        if kinds[place] == MARK:
            current -= CROSSED
        if entry >= current:
            current, start = entry, place
        current += value
        total = current + WORTH[kinds[place + 1]]
        if total > best:
            best, first, last = total, start, place + 1
    return best, first, last


def edges(words: Sequence[Word], passage: Passage) -> list[int]:
    """The kind of the edge before each word, and that of the end."""
    text, offset, language = passage.text, passage.start, passage.language
    found, end = [END], words[0].end - offset
    for word in words[1:]:
        start = word.start - offset
        if start > end + 1 or text[end:start] not in {" ", "'", "’", "-"}:
            found.append(MARK if _MARK.search(text, end, start) else _opening(word.form, language))
        else:
            found.append(_opening(word.form, language) if text[end:start] == " " else WITHIN)
        end = word.end - offset
    return [*found, END]


@lru_cache(maxsize=1 << 15)
def _opening(form: str, language: str) -> int:
    """CLAUSE or PHRASE for a folded word before which one can begin, else WITHIN."""
    if form in _listed(language, "starts"):
        return CLAUSE
    joined, adjoined = _written_onto(language, "joined"), _written_onto(language, "adjoined")
    if len(form) > 3 and form.startswith(joined + adjoined):
        reading = arabic_reading(form, vocabulary(language).bare_count)
        if not reading.startswith(form[0]):
            return CLAUSE if form.startswith(joined) else PHRASE
    if form in _listed(language, "phrases"):
        return PHRASE
    is_participle = len(form) >= PARTICIPLE and form.endswith(_written_onto(language, "participles"))
    return PHRASE if is_participle else WITHIN


@cache
def _listed(language: str, name: str) -> frozenset[str]:
    return frozenset(language_data(language, "clauses").get(name, "").split())


@cache
def _written_onto(language: str, name: str) -> tuple[str, ...]:
    return tuple(language_data(language, "clauses").get(name, ()))
