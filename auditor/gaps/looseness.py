"""How little the other side of a pair covers each word, in nats, of many pairs at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from auditor.gaps.margins import Margins
from auditor.gaps.traits import added, gap_table
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.words import Word

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
        plausibilities = [each.plausibility for each in alignments]
        sizes = np.array([each.shape for each in plausibilities], np.int64)
        margins = Margins(sizes)
        self._starts = margins.starts
        meaning = margins.most([each.meaning for each in alignments]).astype(np.float64)
        self._strength: Doubles = margins.most(plausibilities).astype(np.float64)
        self._best = np.maximum(meaning, self._strength)
        traits = added(alignments)
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
