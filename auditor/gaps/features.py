"""What speaks for and against a stretch of one side being a gap in the other."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from auditor.gaps.looseness import Looseness, SideCoverage
from auditor.gaps.stretches import CLAUSE, MARK, PHRASE, Stretch, loosest
from auditor.gaps.traits import gap_table
from auditor.word_alignment.likeness import likeness
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.vectors import Floats, Vectors, cosine

WORDY = (
    "one",  # 1
    "words",  # log (1 + its content words)
    "single", "two",  # it has one content word, two
    "total", "total_root",  # its sum of values, edges counted, and the square root of that
    "mean", "least",  # mean and least value of its content words
    "best",  # the strongest counterpart of any of its content words
    "begins_mark", "begins_clause", "begins_phrase", "ends_mark", "ends_clause", "ends_phrase",  # its edges
    "rest",  # mean value of the content words of its side outside it
    "rest_words",  # log (1 + their number)
    "share",  # its share of the content words of its side
    "grammar",  # share of words of grammar in it
    "figures", "capitals",  # how many of its content words are numbers (to 3), begin with a capital (to 4)
    "opposite",  # sum of the loosest stretch of the other side, -3 to 15
    "opposite_share",  # mean value, where above 0, of the other side's content words
    "instead",  # log (1 + the same, summed over the words of the other side that stand where the gap should be)
    "instead_words",  # ... times `words`
    "excess",  # by how many standard deviations its side is too long for the other, -3 to 3
    "excess_words",  # ... times `words`
    "excess_without",  # ... when it is left out, -4 to 4
    "acronyms", "acronyms_beside",  # of the other side, without their like on this one; those near the gap's place; to 2
)  # fmt: skip
WITH_VECTORS = (
    "gain",  # ten times the growth of the cosine of the passages when it is left out, -2 to 2
    "gain_words",  # ... times `words`
    "likeness",  # cosine of it and the other side
    "likeness_words",  # ... times `words`
    "own_likeness",  # cosine of it and the rest of its side
    "passages",  # cosine of the passages
)
GLANCE = (
    "one",  # 1
    "total", "total_root",  # the largest sum of neighbouring values of the side, and its square root
    "loose", "loose_share",  # how many of its words lack a counterpart, and which share of its content words
    "loosest",  # the greatest value of a word
    "content",  # log of the number of content words
    "excess", "excess_square",  # by how many standard deviations the side is too long, -3 to 3, and its square
)  # fmt: skip
"""What says of a whole side whether anything of it is missing on the other."""
ANCHOR = 0.5
"""Plausibility from which on the link of a content word beside the gap shows where on the other side the gap is."""
BESIDE = 3
"""Words around the gap's place in which an acronym may stand for what seems missing."""
SPELLED = 0.6
"""Likeness of its counterpart from which on an acronym is written in the letters of the other side (COVID, كوفيد)."""
MANY_ACRONYMS = 0.5
"""Share of a side's words from which on capitals mean nothing: the whole text is in capitals."""


@dataclass(frozen=True)
class PairReading:
    """Both sides of a pair with words on both: how well they are covered, and the loosest stretch of each."""

    alignment: WordAlignment
    sides: tuple[SideCoverage, SideCoverage]
    stretches: tuple[Stretch, Stretch]

    @classmethod
    def of(cls, loose: Looseness, pair: int) -> PairReading:
        """The reading of one of the pairs."""
        alignment = loose.alignments[pair]
        sides = loose.side(pair, 0), loose.side(pair, 1)
        found = loosest(sides[0], alignment.source), loosest(sides[1], alignment.target)
        return cls(alignment, sides, found)

    @cached_property
    def acronyms(self) -> tuple[list[int], list[int]]:
        """Places of the acronyms of each side that the other has in no letters."""
        return _acronyms(*self.sides), _acronyms(*reversed(self.sides))

    def place(self, side: int) -> tuple[int, int]:
        """Where on the other side the stretch of a side should stand: after the first word, before the second.

        -1 and the number of words stand for the ends; both where no word beside the stretch is linked.
        """
        own, stretch, size = self.sides[side], self.stretches[side], len(self.sides[1 - side].words)
        before = next((own.links[k] for k in range(stretch.first - 1, -1, -1) if _is_anchor(own, k)), None)
        after = next((own.links[k] for k in range(stretch.last, len(own.words)) if _is_anchor(own, k)), None)
        if before is None or after is None:
            return (-1 if before is None else before), (size if after is None else after)
        return min(before, after), max(before, after)


def glances(loose: Looseness) -> NDArray[np.float64]:
    """The features GLANCE of each side, shape (sides, features)."""
    share = loose.loose / np.maximum(1.0, loose.content)
    excess = np.array([_excess(each, side, 0)[0] for each in loose.alignments for side in (0, 1)]).clip(-3, 3)
    columns = (
        np.ones(len(share)), loose.totals, np.sqrt(loose.totals), loose.loose, share, loose.loosest,
        np.log(np.maximum(1.0, loose.content)), excess, excess**2,
    )  # fmt: skip
    return np.stack(columns, axis=1)


def wordy_features(reading: PairReading, side: int) -> list[float]:
    """In the order of WORDY; the stretch has a content word."""
    own, other = reading.sides[side], reading.sides[1 - side]
    stretch, opposite = reading.stretches[side], reading.stretches[1 - side]
    inside = [k for k in range(stretch.first, stretch.last) if own.words[k].is_content]
    outside = [
        own.values[k]
        for k, word in enumerate(own.words)
        if word.is_content and not stretch.first <= k < stretch.last
    ]
    values = [own.values[k] for k in inside]
    count = len(inside)
    words = math.log1p(count)
    positive = [
        max(0.0, value) if word.is_content else None
        for word, value in zip(other.words, other.values, strict=True)
    ]
    content = [value for value in positive if value is not None]
    low, high = reading.place(side)
    instead = (
        math.log1p(sum(value for value in positive[low + 1 : high] if value))
        if (low, high) != (-1, len(other.words))
        else 0.0
    )
    excess, without = _excess(reading.alignment, side, _length(own, stretch))
    acronyms = reading.acronyms[1 - side]
    beside = sum(low - BESIDE <= place <= high + BESIDE for place in acronyms)
    begins, ends = stretch.edges
    return [
        1.0, words, float(count == 1), float(count == 2),
        stretch.total, math.sqrt(max(0.0, stretch.total)),
        sum(values) / count, min(values), max(own.best[k] for k in inside),
        float(begins >= MARK), float(begins == CLAUSE), float(begins == PHRASE),
        float(ends >= MARK), float(ends == CLAUSE), float(ends == PHRASE),
        sum(outside) / len(outside) if outside else 0.0, math.log1p(len(outside)),
        count / (count + len(outside)), 1 - count / (stretch.last - stretch.first),
        float(min(3, sum(own.words[k].is_number for k in inside))),
        float(min(4, sum(own.words[k].is_capital for k in inside))),
        min(15.0, max(-3.0, opposite.total)), sum(content) / len(content) if content else 0.0,
        instead, instead * words, _bound(excess, 3), _bound(excess, 3) * words, _bound(without, 4),
        float(min(2, len(acronyms))), float(min(2, beside)),
    ]  # fmt: skip


def vector_features(reading: PairReading, side: int, vectors: Vectors) -> list[float]:
    """In the order of WITH_VECTORS."""
    own, stretch = reading.sides[side], reading.stretches[side]
    whole, other = (_sum(reading.sides[each], vectors) for each in (side, 1 - side))
    places = [vectors.places.get(word.spelling, -1) for word in own.words[stretch.first : stretch.last]]
    inside: Floats = vectors.sums[places].sum(axis=0)
    words = math.log1p(stretch.content)
    now = cosine(whole, other)
    gain = _bound(10 * (cosine(whole - inside, other) - now), 2)
    likeness = cosine(inside, other)
    return [gain, gain * words, likeness, likeness * words, cosine(inside, whole - inside), now]


def _sum(side: SideCoverage, vectors: Vectors) -> Floats:
    found: Floats = vectors.sums[[vectors.places.get(word.spelling, -1) for word in side.words]].sum(axis=0)
    return found


def _is_anchor(side: SideCoverage, place: int) -> bool:
    return side.strength[place] >= ANCHOR and side.words[place].is_content


def _length(side: SideCoverage, stretch: Stretch) -> int:
    """In characters."""
    return side.words[stretch.last - 1].end - side.words[stretch.first].start


def _excess(alignment: WordAlignment, side: int, length: int) -> tuple[float, float]:
    """By how many standard deviations the side is too long, and is so without `length` of its characters."""
    source, target = alignment.source, alignment.target
    mean, deviation = _length_ratio(source.language, target.language)
    lengths = [source.end - source.start, target.end - target.start]
    now = (math.log(lengths[1] / lengths[0]) - mean) / deviation
    lengths[side] = max(1, lengths[side] - length)
    without = (math.log(lengths[1] / lengths[0]) - mean) / deviation
    return (now, without) if side else (-now, -without)


@cache
def _length_ratio(source: str, target: str) -> tuple[float, float]:
    """Mean and standard deviation of the log of target length / source length; known of one direction of each two languages."""
    lengths = gap_table()["lengths"]
    mean, deviation = lengths.get(f"{source}-{target}") or lengths[f"{target}-{source}"]
    return (mean, deviation) if f"{source}-{target}" in lengths else (-mean, deviation)


def forget_lengths() -> None:
    """For fitting: what was read of the table is read anew."""
    _length_ratio.cache_clear()


def _acronyms(side: SideCoverage, other: SideCoverage) -> list[int]:
    forms = {word.form for word in other.words}
    found = [
        place
        for place, word in enumerate(side.words)
        if word.is_capital
        and word.form not in forms
        and _has_capitals(word.passage.text)
        and likeness(word.form, other.words[side.links[place]].form) < SPELLED
    ]
    return found if len(found) <= MANY_ACRONYMS * len(side.words) else []


def _has_capitals(text: str) -> bool:
    """Two or more: WHO, CoVs."""
    return sum(map(str.isupper, text)) >= 2


def _bound(value: float, most: float) -> float:
    return max(-most, min(most, value))
