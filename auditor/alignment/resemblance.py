"""What the pairs of sentences of a region have in common, and its sums over all that lies in a bead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from auditor.alignment.meetings import shared
from auditor.alignment.region import Region
from auditor.alignment.sides import Occurrences, Sides
from auditor.alignment.wording import explained

Array = npt.NDArray[np.float64]
Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

ROWS = 16
"""Source sentences whose products with target sentences are made at once: so few that the library does not wake its threads,
which on a busy machine takes a hundred times as long as the products."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Of the beads of one shape, by the place of their first pair of sentences: float32 arrays (places,).

    Places from which such a bead would leave the region hold nothing of use. Good until the next shape is asked for.
    """

    cosine: Floats
    marks: Floats
    numbers: Floats
    target_explained: Floats
    source_explained: Floats


class Resemblance:
    """The sentence pairs in `pairs`: dot products, shared marks and numbers, words explained; and their sums over beads of
    `shapes`, given in order, each after those with a sentence less.
    """

    def __init__(self, sides: Sides, pairs: Region, shapes: Sequence[tuple[int, int]]) -> None:
        self.sides, self.pairs, self.shapes = sides, pairs, shapes
        most = max(max(shape) for shape in shapes)
        self.below = [pairs.places(pairs.rows + offset, pairs.columns) for offset in range(most)]
        self.norms = tuple(
            [_padded(each, len(side)) for each in side.norms(most)] for side in (sides.source, sides.target)
        )

    @cached_property
    def products(self) -> Floats:
        """The dot product of each pair's vectors."""
        return self._products(self.sides.source.vectors, self.sides.target.vectors)

    def _products(self, source: Floats, target: Floats) -> Floats:
        """Of the rows that belong to the first sentences of each pair; 0 past the last row."""
        pairs = self.pairs
        found = np.zeros(pairs.size, np.float32)
        for top in range(0, len(source), ROWS):
            bottom = min(len(source), top + ROWS)
            left, right = int(pairs.first[top]), min(len(target), int(pairs.end[bottom - 1]))
            place = np.arange(pairs.starts[top], pairs.starts[bottom])
            place = place[pairs.columns[place] < right]
            block = source[top:bottom] @ target[left:right].T
            found[place] = block[pairs.rows[place] - top, pairs.columns[place] - left]
        return found

    def _cosine(self, a: int, b: int, dot: Floats) -> Floats:
        """Of the beads of a shape, from the dot products of their sums unless they were embedded together."""
        runs = self.sides.source.runs, self.sides.target.runs
        if all(runs):
            return self._products(runs[0][a - 1], runs[1][b - 1])
        return dot / self._scale(a, b)

    @cached_property
    def explained(self) -> tuple[list[Floats], list[Floats]]:
        """How well runs of 1, 2 … source sentences that begin at each place explain its target sentence, and the other way."""
        source, target, most = self.sides.source, self.sides.target, len(self.below)
        turned = self.pairs.turned()
        order = turned.places(self.pairs.columns, self.pairs.rows)
        with ThreadPoolExecutor(1) as beside:
            other = beside.submit(explained, target, source, turned, most)
            forth = explained(source, target, self.pairs, most)
            back = other.result()
        return forth, [each[order] for each in back]

    def single(self, run: int, size: int) -> Floats:
        """The cosines of a run of `size` sentences of the source (`run` 0) or the target (1) that begins at each place
        with the one sentence of the other side there; -2 where the run leaves the region.
        """
        if run == 0:
            total = sum((self.products[below] for below in self.below[1:size]), start=self.products)
            inside = self.below[size - 1] >= 0
        else:
            total = _along_rows(self.products, size)
            inside = self.pairs.columns + size <= self.pairs.end[self.pairs.rows]
        cosine = self._cosine(*((size, 1) if run == 0 else (1, size)), total)
        return np.where(inside, cosine, np.float32(-2))

    def sums(self) -> Iterator[tuple[tuple[int, int], Sums]]:
        """For each shape in turn that both texts are long enough for."""
        sides, below = self.sides, self.below
        forth, back = self.explained
        single = np.stack([self.products, *self._shared()])
        rows: dict[int, Floats] = {}
        total: dict[int, Floats] = {}
        for a, b in self.shapes:
            if a > len(sides.source) or b > len(sides.target):
                continue
            if a == 1:
                rows[b] = np.concatenate([_along_rows(single, b), back[b - 1][None]])
                total[b] = rows[b].copy()
            else:
                total[b] += rows[b].take(below[a - 1], axis=1)
            dot, marks, numbers, source_explained = total[b]
            target_explained = _along_rows(forth[a - 1], b)
            yield (a, b), Sums(self._cosine(a, b, dot), marks, numbers, target_explained, source_explained)

    def _scale(self, a: int, b: int) -> Floats:
        return (self.norms[0][a - 1][self.pairs.rows] * self.norms[1][b - 1][self.pairs.columns]).astype(
            np.float32
        )

    def _shared(self) -> tuple[Array, Array]:
        """Marks and numbers."""
        source, target = self.sides.source.marks, self.sides.target.marks
        numbers = Occurrences(
            *(each[self.sides.numeric[source.things]] for each in (source.owners, source.things))
        )
        return (
            shared(self.pairs, source, target, self.sides.weights),
            shared(self.pairs, numbers, target, self.sides.weights),
        )


def _along_rows(values: npt.NDArray[np.floating], size: int) -> Floats:
    """Sums of `size` neighbours in the last axis, each from its own place on; past the end what is left."""
    edge = np.zeros((*values.shape[:-1], 1))
    before = np.concatenate([edge, np.cumsum(values, axis=-1, dtype=np.float64)], axis=-1)
    count = values.shape[-1]
    last = np.minimum(np.arange(count) + size, count)
    found: Floats = (before[..., last] - before[..., :-1]).astype(np.float32)
    return found


def _padded(values: Array, size: int) -> Array:
    return np.concatenate([values, np.ones(size - len(values))])
