"""How little the other side of a pair covers each word, in nats, of many pairs at once."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import itemgetter
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.gaps.margins import Margins
from auditor.word_alignment.lexicon import vocabulary
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.reliability import surprises
from auditor.word_alignment.words import Reading, Word

Doubles = NDArray[np.float64]

WORD = (
    "one",  # 1
    "meaning",  # how likely a word of the other side means the same: the best of the pair
    "place",  # likewise that one stands for it, place and neighbours considered
    "either",  # the better of the two
    "meaning_squared", "place_squared", "both",  # ... and their products
    "surprise",  # how surprising it is that the word has no counterpart (`reliability`), at most SURE nats
    "surprise_either",
    "figure", "figure_place",  # it is a number
    "capital", "capital_place",  # it begins with a capital
    "unknown", "unknown_either",  # the lexicon does not know it
    "grammar", "grammar_place", "grammar_meaning",  # it is a word of grammar
    "count", "count_either",  # log frequency / 10
    "others", "others_either",  # log of the number of words of the other side
    "claim",  # root of its claims on the words of the other side, each shared out among all that may stand for it
)  # fmt: skip
"""What the log-odds that a word belongs to a gap are made of; products are named after both factors."""
SURE = 3.0
"""Nats from which on a surprise grows no more: above, the training data promise more than other registers keep."""
LEANING = 2.0
"""Added to the log-odds of each word: without it a gap would break wherever one of its words has a chance likeness."""
LEAST, MOST = -6.0, 4.0
"""Bounds of the value of a content word, in nats."""
GRAMMAR = 0.5
"""What a word of grammar counts against a content word; it adds or takes two nats at most."""
STEP = 1024.0
"""Values are multiples of 1 / STEP, so that their sums are exact in whatever order they are added."""
FAR = 1e7
"""More than any sum of the values of a passage."""
MANY = 1 << 16
"""Words of two languages from which on those that were met are forgotten."""


@dataclass(frozen=True, slots=True)
class SideCoverage:
    """The words of one side of a pair; `values` says of each by how many nats it speaks for a gap (below 0 against it).

    `best` is its strongest counterpart in [0, 1], `links` the place of the word of the other side that suits it best,
    `strength` how well.
    """

    words: tuple[Word, ...]
    values: list[float]
    best: list[float]
    links: list[int]
    strength: list[float]


class Looseness:
    """Both sides of pairs with words on both; sides are numbered 2 x pair for the source, 2 x pair + 1 for the target.

    Shape (sides,): `totals` is the largest sum of neighbouring values, `loose` the sum over the words of how likely each
    lacks a counterpart (log (1 + e^value), content words only), `loosest` the greatest value, `content` the number of content words.
    """

    def __init__(self, alignments: Sequence[WordAlignment]) -> None:
        self.alignments = alignments
        sides = [
            (words, each, axis)
            for each in alignments
            for words, axis in ((each.source_words, 1), (each.target_words, 0))
        ]
        plausibilities = [each.plausibility for each in alignments]
        sizes = np.array([each.shape for each in plausibilities], np.int64)
        margins = Margins(sizes)
        self._starts = margins.starts
        meaning = margins.most([each.meaning for each in alignments]).astype(np.float64)
        self._strength: Doubles = margins.most(plausibilities).astype(np.float64)
        self._best = np.maximum(meaning, self._strength)
        with _LOCK:
            TRAITS.make_room()
            rows = [row for words, each, axis in sides for row in TRAITS.rows(words, *_languages(each, axis))]
            traits = TRAITS.table[:, rows]
        others = np.repeat(np.log(sizes[:, ::-1].ravel()), sizes.ravel())
        self._values = self._value(traits, meaning, margins.claims(plausibilities), others)
        first = self._starts[:-1]
        is_content = traits[4] == 1.0
        likely = np.round(np.log1p(np.exp(self._values - LEANING)) * STEP) / STEP
        self.loose: Doubles = np.add.reduceat(likely * is_content, first)
        self.loosest: Doubles = np.maximum.reduceat(
            np.where(is_content, self._values - LEANING, LEAST), first
        )
        self.content: Doubles = np.add.reduceat(is_content.astype(np.float64), first)
        self.totals: Doubles = largest_sums(self._values, self._starts)

    def _value(self, traits: Doubles, meaning: Doubles, claim: Doubles, size: Doubles) -> Doubles:
        weights = gap_table()["words"]
        place, best = self._strength, self._best
        value = (
            LEANING + traits[0] + weights["others"] * size + weights["claim"] * claim
            + meaning * (traits[1] + weights["meaning_squared"] * meaning + weights["both"] * place)
            + place * (traits[2] + weights["place_squared"] * place)
            + best * (traits[3] + weights["others_either"] * size)
        )  # fmt: skip
        content = np.clip(value, LEAST, MOST) * (traits[4] == 1.0)
        grammar = np.clip(GRAMMAR * value, -2.0, 2.0) * (traits[4] == 0.0)
        found: Doubles = np.round((content + grammar) * STEP) / STEP
        return found

    def side(self, pair: int, side: int) -> SideCoverage:
        """One side of a pair, word by word."""
        number = 2 * pair + side
        own = slice(self._starts[number], self._starts[number + 1])
        alignment = self.alignments[pair]
        return SideCoverage(
            (alignment.source_words, alignment.target_words)[side],
            self._values[own].tolist(),
            self._best[own].tolist(),
            alignment.plausibility.argmax(axis=1 - side).tolist(),
            self._strength[own].tolist(),
        )


def _languages(alignment: WordAlignment, axis: int) -> tuple[str, str]:
    """That of the words of a side, and the other."""
    both = alignment.source.language, alignment.target.language
    return both if axis else both[::-1]


def largest_sums(values: Doubles, starts: NDArray[np.int64]) -> Doubles:
    """The largest sum of neighbouring values of each side, 0 where all are below: its sums from the start less the least before.

    All sides are added up in one go; FAR keeps the least of one side from counting for the next.
    """
    sides = len(starts) - 1
    first = starts[:-1] + np.arange(sides)
    own = np.repeat(np.arange(sides), np.diff(starts) + 1)
    spaced = np.zeros(len(values) + sides)
    spaced[np.delete(np.arange(len(spaced)), first)] = values
    sums = np.cumsum(spaced)
    least = np.minimum.accumulate(sums - FAR * own) + FAR * own
    found: Doubles = np.maximum.reduceat(sums - least, first)
    return found


class Traits:
    """What each word that was met adds to its value by itself, in the columns of `table`.

    They are the constant, the factors of meaning, place and the better of both; and 1 for content words, 0 for words of
    grammar, -1 for particles, which always have the value 0.
    """

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        self._rows: dict[tuple[str, str], dict[int, int]] = {}
        self._kept: list[Reading] = []  # what is known by its id must not go
        self.table: Doubles = np.zeros((5, 1024))

    def rows(self, words: Sequence[Word], language: str, other: str) -> list[int]:
        """The columns of the words of a side."""
        known = self._rows.setdefault((language, other), {})
        found = list(map(known.get, map(id, map(_READING, words))))
        return [
            self._add(word.reading, known, language, other) if each is None else each
            for word, each in zip(words, found, strict=True)
        ]

    def _add(self, reading: Reading, known: dict[int, int], language: str, other: str) -> int:
        number = known[id(reading)] = len(self._kept)
        self._kept.append(reading)
        if number == self.table.shape[1]:
            self.table = np.concatenate([self.table, np.zeros_like(self.table)], axis=1)
        kind = -1.0 if reading.is_particle else float(reading.is_content)
        self.table[:, number] = (*coefficients(reading, language, other), kind)
        return number

    def make_room(self) -> None:
        if len(self._kept) > MANY:
            self.forget()


_READING = itemgetter(Word._fields.index("reading"))
TRAITS = Traits()
_LOCK = Lock()
"""The words that were met are shared."""


def coefficients(reading: Reading, language: str, other: str) -> tuple[float, float, float, float]:
    """What a word itself adds to its log-odds: the constant, and the factors of meaning, place and the better of both."""
    weights = gap_table()["words"]
    constant, by = weights["one"], [weights["meaning"], weights["place"], weights["either"]]
    for name, value in word_traits(reading, language, other).items():
        constant += value * weights[name]
        for place, factor in enumerate(("meaning", "place", "either")):
            by[place] += value * weights.get(f"{name}_{factor}", 0.0)
    return constant, by[0], by[1], by[2]


def word_traits(reading: Reading, language: str, other: str) -> dict[str, float]:
    """What of WORD a word has by itself."""
    words = vocabulary(language)
    index = words.ids.get(reading.stem)
    is_figure = reading.form[0].isdigit()
    judged = reading.is_content and not is_figure
    return {
        "surprise": judged * min(SURE, float(surprises(language, other)[-1 if index is None else index])),
        "figure": float(is_figure),
        "capital": float(reading.is_capital),
        "unknown": float(index is None),
        "grammar": float(not reading.is_content),
        "count": 0.0 if index is None else math.log1p(float(words.counts[index])) / 10,
    }


@cache
def gap_table() -> dict[str, Any]:
    """data/gaps.json, as fitted by `python -m auditor.training gaps`."""
    text = (files("auditor.gaps") / "data" / "gaps.json").read_text("utf-8")
    table: dict[str, Any] = json.loads(text)
    return table
