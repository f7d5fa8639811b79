"""How likely it is that loose sentences of two documents stand for each other, wherever they stand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import log1p
from pathlib import Path

import numpy as np
import numpy.typing as npt

from auditor.alignment.anchors import unit
from auditor.alignment.lengths import mismatch, own_ratio, usual_ratio
from auditor.alignment.marks import numbers
from auditor.bitext import Passage

Vectors = npt.NDArray[np.float32]
Array = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
Bead = tuple[int, int, int, int]  # first source and target sentence, number of each

SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
FEATURES = (
    "bias", "similarity", "lead over targets", "lead over sources", "gain", "length", "shared numbers", "lone numbers",
    "merged", "size",
)  # fmt: skip
NEAREST = 4  # most similar sentences of the other side that are looked at, one more than a bead has
BEHIND = 0.15  # a pair of sentences further behind the most similar one is in no right bead
# Pairs of loose sentences from which only those are looked at that are each other's nearest.
LARGE = 250_000
MANY = 8192  # beads whose vectors are in memory at once
BLOCK = 1024  # rows of a table of similarities that are in memory at once
LENGTH_RANGE = 1.5  # times what is usual, more or less, that a document's ratio of lengths may be
WEIGHTS = Path(__file__).parent / "counterparts.json"


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A bead outside the alignment.

    `probability` that just these sentences stand for each other; `confidence` that some of them do if it is taken.
    """

    bead: Bead
    probability: float
    confidence: float


class Passages:
    """One document: unit vectors of its sentences and of any run of them, and their characters."""

    def __init__(self, sentences: Sequence[Passage], sums: npt.NDArray[np.floating]) -> None:
        self.sentences = sentences
        self._numbers: dict[int, set[str]] = {}
        start = np.zeros((1, sums.shape[1]))
        self.prefix = np.concatenate([start, np.cumsum(sums, axis=0, dtype=np.float64)])
        self.lengths = np.cumsum([0, *(each.end - each.start for each in sentences)])
        self.units = unit(sums)

    def runs(self, first: Places, size: Places) -> Vectors:
        """Unit vectors of runs of sentences, a row each."""
        return unit(self.prefix[first + size] - self.prefix[first])

    def unit(self, first: int, size: int) -> Array:
        """The unit vector of one run."""
        vector: Array = self.prefix[first + size] - self.prefix[first]
        return vector / (float(np.linalg.norm(vector)) or 1.0)

    def characters(self, first: Places, size: Places) -> Places:
        found: Places = self.lengths[first + size] - self.lengths[first]
        return found

    def numbers(self, first: int, size: int) -> set[str]:
        """Digit runs by value."""
        return set().union(*(self._numbers_of(index) for index in range(first, first + size)))

    def _numbers_of(self, index: int) -> set[str]:
        if index not in self._numbers:
            self._numbers[index] = numbers(self.sentences[index].text)
        return self._numbers[index]


def counterparts(
    sides: tuple[Passages, Passages], loose: tuple[Sequence[int], Sequence[int]]
) -> list[Counterpart]:
    """Beads of loose sentences, neighbours in the text on either side, best first.

    `loose`: indices of sentences of either side, rising.
    """
    beads = candidates(sides, loose)
    if not beads:
        return []
    weights, (bias, slope) = fitted_weights()
    odds = np.concatenate(
        [bead_features(sides, beads[start : start + MANY]) @ weights for start in range(0, len(beads), MANY)]
    )
    chances, confidences = 1 / (1 + np.exp(-odds)), 1 / (1 + np.exp(-bias - slope * odds))
    found = [
        Counterpart(bead, float(chance), float(confidence))
        for bead, chance, confidence in zip(beads, chances, confidences, strict=True)
    ]
    return sorted(found, key=lambda each: (-each.probability, each.bead))


@cache
def fitted_weights() -> tuple[Array, tuple[float, float]]:
    """Of the features, in the order of FEATURES, and of the confidence; fitted by `python -m auditor.training moved`."""
    table = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    confidence = table["confidence"]
    return np.array([table["counterpart"][name] for name in FEATURES]), (
        confidence["bias"],
        confidence["log odds"],
    )


def candidates(sides: tuple[Passages, Passages], loose: tuple[Sequence[int], Sequence[int]]) -> list[Bead]:
    """Every bead of loose sentences with two in it that are nearly the most similar that either finds."""
    rows, columns = (np.array(side, dtype=np.int64) for side in loose)
    free = set(loose[0]), set(loose[1])
    forth = _best(sides[0].units[rows], sides[1].units)
    back = _best(sides[1].units[columns], sides[0].units)
    top = dict(zip(loose[0], forth[1][:, 0], strict=True)), dict(zip(loose[1], back[1][:, 0], strict=True))
    seeds = {
        (int(i), int(j)): float(value)
        for i, places, values in zip(rows, *forth, strict=True)
        for j, value in zip(places, values, strict=True)
    } | {
        (int(i), int(j)): float(value)
        for j, places, values in zip(columns, *back, strict=True)
        for i, value in zip(places, values, strict=True)
    }
    many = len(rows) * len(columns) > LARGE
    found: set[Bead] = set()
    for (i, j), value in seeds.items():
        behind = max(top[0].get(i, 2.0), top[1].get(j, 2.0)) - value
        if behind < BEHIND and not many:
            found |= _around(i, j, free)
        elif behind <= 0:
            found.add((i, j, 1, 1))
    return sorted(found)


def _around(i: int, j: int, free: tuple[set[int], set[int]]) -> set[Bead]:
    """The beads of loose sentences that have both of these in them."""
    return {
        (first, second, a, b)
        for a, b in SHAPES
        for first, second in product(range(i - a + 1, i + 1), range(j - b + 1, j + 1))
        if free[0].issuperset(range(first, first + a)) and free[1].issuperset(range(second, second + b))
    }


def _best(rows: Vectors, others: Vectors) -> tuple[Places, Vectors]:
    """Places and cosines of the NEAREST most similar of the others, best first; fewer where there are fewer."""
    count = min(NEAREST, len(others))
    places = np.zeros((len(rows), count), dtype=np.int64)
    values = np.zeros((len(rows), count), dtype=np.float32)
    for start in range(0, len(rows), BLOCK):
        likeness = rows[start : start + BLOCK] @ others.T
        found = np.argpartition(-likeness, count - 1, axis=1)[:, :count]
        near = np.take_along_axis(likeness, found, axis=1)
        order = np.argsort(-near, axis=1, kind="stable")
        places[start : start + BLOCK] = np.take_along_axis(found, order, axis=1)
        values[start : start + BLOCK] = np.take_along_axis(near, order, axis=1)
    return places, values


def bead_features(sides: tuple[Passages, Passages], beads: Sequence[Bead]) -> Array:
    """One row a bead, in the order of FEATURES.

    `lead`: how far the bead's similarity is above that of the most similar sentence that is not in it.
    `gain`: what a bead of several sentences would lose without the first or the last of a side.
    `length`: the squared log of the ratio to the expected length. `size`: the log of the characters of both sides.
    """
    i, j, a, b = np.array(beads, dtype=np.int64).T
    runs = sides[0].runs(i, a), sides[1].runs(j, b)
    similarity = (runs[0] * runs[1]).sum(axis=1)
    lengths = sides[0].characters(i, a), sides[1].characters(j, b)
    digits = [(sides[0].numbers(i, a), sides[1].numbers(j, b)) for i, j, a, b in beads]
    return np.column_stack(
        [
            np.ones(len(beads)),
            similarity,
            similarity - _best_elsewhere(sides[0], sides[1], (i, a), (j, b)),
            similarity - _best_elsewhere(sides[1], sides[0], (j, b), (i, a)),
            similarity - _best_within(sides, (i, j, a, b), similarity),
            mismatch(lengths[1], lengths[0] * _length_ratio(*sides)),
            [log1p(len(one & other)) for one, other in digits],
            [log1p(len(one ^ other)) for one, other in digits],
            a + b > 2,
            np.log((lengths[0] + lengths[1] + 1) / 200),
        ]
    )


def _best_elsewhere(
    own: Passages, other: Passages, run: tuple[Places, Places], taken: tuple[Places, Places]
) -> Vectors:
    """For each run the cosine of the most similar sentence of the other side that is not in its bead, at least 0."""
    keys, back = np.unique(np.column_stack(run), axis=0, return_inverse=True)
    places, values = _best(own.runs(keys[:, 0], keys[:, 1]), other.units)
    places, values = places[back.reshape(-1)], values[back.reshape(-1)]
    first, size = taken[0][:, None], taken[1][:, None]
    free = np.where((places < first) | (places >= first + size), values, 0.0)
    found: Vectors = np.maximum(free.max(axis=1), 0.0)
    return found


def _best_within(
    sides: tuple[Passages, Passages], beads: tuple[Places, Places, Places, Places], whole: Vectors
) -> Vectors:
    """The highest similarity of a bead without a sentence at one end; its own where no side has two."""
    found = np.full_like(whole, -1.0)
    for side, cut in product((0, 1), (0, 1)):
        first, size = beads[side].copy(), beads[side + 2].copy()
        many = size > 1
        first[many] += cut
        size[many] -= 1
        less = sides[side].runs(first, size)
        rest = sides[1 - side].runs(beads[1 - side], beads[3 - side])
        found = np.where(many, np.maximum(found, (less * rest).sum(axis=1)), found)
    single = (beads[2] == 1) & (beads[3] == 1)
    return np.where(single, whole, found)


def _length_ratio(source: Passages, target: Passages) -> float:
    """Characters of the target for one of the source: of short texts what is usual, of long ones their own.

    However much stands on one side only, it stays within LENGTH_RANGE of what is usual.
    """
    usual = usual_ratio(source.sentences[0].language, target.sentences[0].language)
    own = own_ratio(source.lengths[-1], target.lengths[-1], usual)
    return min(max(own, usual / LENGTH_RANGE), usual * LENGTH_RANGE)
