"""What speaks for and against a bead, for every bead of every shape at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from auditor.alignment.lengths import mismatch
from auditor.alignment.region import Integers, Region
from auditor.alignment.resemblance import Resemblance, Sums
from auditor.alignment.sides import Sides

Array = npt.NDArray[np.float64]
Floats = npt.NDArray[np.float32]
Shape = tuple[int, int]

MOST = 8
"""Sentences of a run at most."""
TWO_SIDED: tuple[Shape, ...] = tuple(
    (a, b) for a in range(1, MOST + 1) for b in range(1, MOST + 1) if min(a, b) <= 2 or max(a, b) <= 6
)
ONE_SIDED: tuple[Shape, ...] = ((1, 0), (0, 1))
SHAPES = (*TWO_SIDED, *ONE_SIDED)
# Of each two-sided bead. Those of similarity are times the bead's mass, its share of the characters of both sides in
# mean sentences, so that merging two beads into one gains or loses nothing by itself. Of two languages the first is the
# one whose code comes first in the alphabet, so that it does not
# matter which text is called the source; lengths alone are measured from source to target.
FEATURES = (
    "mass", "similarity", "similarity squared", "expected similarity", "lead", "gain", "length ratio", "length", "shared marks",
    "lone numbers", "second explained by first", "first explained by second",
)  # fmt: skip
ONE_SIDED_FEATURES = (
    "expected similarity",
    "mass",
    "mass expected similarity",
    "best similarity",
    "best explained",
)
NEIGHBOURS = 4
"""How many of the other side's most similar sentences make the similarity expected by chance."""
LENGTH_VARIANCE = 6.8
"""Of the target's characters for one of the source's (Gale and Church 1993, table 1)."""
LENGTH_CEILING = 4.0
"""Variances beyond which a bead of wrong length is not more wrong: feeds shorten and pad."""
NATS = 10.0
"""Of wording, for one unit of its feature: the others are about as large."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """All beads of one shape that fit: the nodes they leave from and lead to, and their features.

    `features`: one row a feature, in the order of FEATURES or ONE_SIDED_FEATURES.
    """

    shape: Shape
    starts: Integers
    ends: Integers
    features: Floats


def bead_features(sides: Sides, nodes: Region, shapes: Sequence[Shape] = TWO_SIDED) -> Iterator[Candidates]:
    """The beads between nodes of the region, shape by shape: the two-sided ones in the order given, then the others."""
    reader = Reader(sides, nodes, shapes)
    if len(sides.source) and len(sides.target):
        less: dict[Shape, Floats] = {}
        for shape, sums in reader.resemblance.sums():
            yield reader.two_sided(shape, sums, reader.gain(shape, sums, less))
            less[shape] = sums.cosine
    for shape in ONE_SIDED:
        yield reader.one_sided(shape)


class Reader:
    """Reads the features of the beads between the nodes of a region."""

    def __init__(self, sides: Sides, nodes: Region, shapes: Sequence[Shape]) -> None:
        self.sides, self.nodes = sides, nodes
        self.most = max(max(shape) for shape in shapes)
        self.resemblance = Resemblance(sides, nodes.inside(shapes), shapes)
        self.chances = tuple(self._chances(run) for run in (0, 1))
        self.turned = sides.source.language > sides.target.language
        self.lone = [
            _prefix_of(
                side.marks.owners,
                sides.weights[side.marks.things] * sides.numeric[side.marks.things],
                len(side),
            )
            for side in (sides.source, sides.target)
        ]

    def _chances(self, run: int) -> list[tuple[Array, Array]]:
        """For the runs of each size on one side: the mean cosine of the NEIGHBOURS most similar single sentences on the
        other, and the cosine of the most similar; shape (sentences,) by the run's first.
        """
        side = (self.sides.source, self.sides.target)[run]
        pairs = self.resemblance.pairs
        by_run = pairs if run == 0 else pairs.turned()
        order = pairs.places(*((by_run.rows, by_run.columns) if run == 0 else (by_run.columns, by_run.rows)))
        sizes = range(1, min(self.most, len(side)) + 1) if by_run.size else ()
        return [_nearest(self.resemblance.single(run, size)[order], by_run) for size in sizes]

    @cached_property
    def best_explained(self) -> tuple[Floats, Floats]:
        """How well each sentence is explained by the sentence of the other side that does it best."""
        pairs = self.resemblance.pairs
        found = np.zeros(len(self.sides.source), np.float32), np.zeros(len(self.sides.target), np.float32)
        if pairs.size:
            forth, back = self.resemblance.explained
            for best, places, values in (
                (found[0], pairs.rows, back[0]),
                (found[1], pairs.columns, forth[0]),
            ):
                best[:] = -np.inf
                np.maximum.at(best, places, values)
                best[np.isinf(best)] = 0
        return found

    def _fitting(self, shape: Shape) -> tuple[Integers, Integers]:
        """The nodes that beads of this shape leave from, and those they lead to."""
        ends = self.nodes.places(self.nodes.rows + shape[0], self.nodes.columns + shape[1])
        starts = np.flatnonzero(ends >= 0)
        return starts, ends[starts]

    def one_sided(self, shape: Shape) -> Candidates:
        starts, ends = self._fitting(shape)
        run = 0 if shape[0] else 1
        sentences = (self.nodes.rows if shape[0] else self.nodes.columns)[starts]
        side = (self.sides.source, self.sides.target)[run]
        mass = side.masses(1)[sentences] if len(sentences) else np.zeros(0)
        expected = self.chances[run][0][0][sentences] if self.chances[run] else np.zeros(len(sentences))
        best = self.chances[run][0][1][sentences] if self.chances[run] else np.zeros(len(sentences))
        explained = self.best_explained[run][sentences] / NATS
        features = np.stack([expected, mass, expected * mass, best, explained]).astype(np.float32)
        return Candidates(shape, starts, ends, features)

    def gain(self, shape: Shape, sums: Sums, less: dict[Shape, Floats]) -> Floats:
        """What beads would lose in cosine without the first or the last sentence of a side, the lesser of the two."""
        a, b = shape
        found = np.zeros_like(sums.cosine)
        if a > 1:
            other = less[a - 1, b]
            found += sums.cosine - np.maximum(other, other[self.resemblance.below[1]])
        if b > 1:
            other = less[a, b - 1]
            found += sums.cosine - np.maximum(other, np.append(other[1:], other[:1]))
        return found

    def two_sided(self, shape: Shape, sums: Sums, gain: Floats) -> Candidates:
        starts, ends = self._fitting(shape)
        a, b = shape
        rows, columns = self.nodes.rows[starts], self.nodes.columns[starts]
        at = self.resemblance.pairs.places(rows, columns)
        source, target = self.sides.source, self.sides.target
        mass = (source.masses(a)[rows] + target.masses(b)[columns]) / 2
        chance, other = self.chances[0][a - 1], self.chances[1][b - 1]
        expected = (chance[0][rows] + other[0][columns]) / 2
        most = np.maximum(chance[1][rows], other[1][columns])
        cosine = sums.cosine[at]
        explained = [sums.target_explained[at] / NATS, sums.source_explained[at] / NATS]
        lone = self.lone[0][rows + a] - self.lone[0][rows] + self.lone[1][columns + b] - self.lone[1][columns]
        values: list[npt.NDArray[np.floating]] = [
            mass, cosine * mass, cosine**2 * mass, expected * mass, (cosine - most) * mass, gain[at],
            *_lengths(source.characters(a)[rows] * self.sides.ratio, target.characters(b)[columns]),
            np.log1p(sums.marks[at]), np.log1p(np.maximum(0, lone - 2 * sums.numbers[at])),
            *(explained[::-1] if self.turned else explained),
        ]  # fmt: skip
        features = np.empty((len(FEATURES), len(starts)), np.float32)
        for row, each in zip(features, values, strict=True):
            row[:] = each
        return Candidates(shape, starts, ends, features)


def _lengths(wanted: Array, lengths: Array) -> list[Array]:
    """The squared log of the ratio to the expected length, and the squared deviation from it in variances."""
    deviation = (lengths - wanted) ** 2 / (LENGTH_VARIANCE * np.maximum(1.0, wanted))
    return [mismatch(lengths, wanted), np.minimum(deviation, LENGTH_CEILING) / LENGTH_CEILING]


def _prefix_of(owners: Integers, weights: Array, sentences: int) -> Array:
    return np.concatenate([[0.0], np.cumsum(np.bincount(owners, weights, sentences))])


def _nearest(cosines: Floats, by_run: Region) -> tuple[Array, Array]:
    """Of each row of the region the mean of the NEIGHBOURS largest, and the largest; those of -2 are none."""
    filled = np.flatnonzero(np.diff(by_run.starts))
    starts = by_run.starts[filled]
    owner = np.repeat(np.arange(len(filled)), np.diff(by_run.starts)[filled])
    left = cosines.copy()
    total, count = np.zeros(len(filled)), np.zeros(len(filled))
    largest = np.zeros(len(filled))
    for number in range(NEIGHBOURS):
        highest = np.maximum.reduceat(left, starts)
        there = highest > -2
        total += np.where(there, highest, 0.0)
        count += there
        if number == 0:
            largest = np.where(there, highest, 0.0)
        equal = np.flatnonzero(left == highest[owner])
        left[equal[np.concatenate([[True], np.diff(owner[equal]) > 0])]] = -2
    mean, best = np.zeros(len(by_run.first)), np.zeros(len(by_run.first))
    mean[filled], best[filled] = total / np.maximum(1, count), largest
    return mean, best
