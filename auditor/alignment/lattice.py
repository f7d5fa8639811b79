"""Sums and maxima over all monotone alignments of two sequences, along the diagonals of a region.

A node (i, j) of the region stands between source sentences i-1 and i and target sentences j-1 and j. A bead of shape (a, b)
leads from (i, j) to (i+a, j+b). Every bead goes to a later diagonal i + j, so the nodes of one diagonal are reckoned
together. Scores are in log units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from auditor.alignment.region import Integers, Region

Array = npt.NDArray[np.float64]
Floats = npt.NDArray[np.float32]
Shape = tuple[int, int]


@dataclass(frozen=True)
class Lattice:
    """The beads between the nodes of a region: for each shape the nodes that its beads leave from and lead to, as places in the
    region. Nodes are numbered anew, diagonal by diagonal; `size` stands for none.
    """

    nodes: Region
    shapes: tuple[Shape, ...]
    beads: Sequence[tuple[Integers, Integers]]

    @property
    def size(self) -> int:
        return self.nodes.size

    @cached_property
    def ranks(self) -> Integers:
        """The number of each place of the region."""
        diagonals = self.nodes.rows + self.nodes.columns
        ranks = np.empty(self.size, np.int64)
        ranks[np.argsort(diagonals, kind="stable")] = np.arange(self.size)
        return ranks

    @cached_property
    def diagonals(self) -> list[int]:
        """Where each diagonal begins, and the number of nodes."""
        counts = np.bincount(self.nodes.rows + self.nodes.columns)
        return [0, *np.cumsum(counts).tolist()]

    @cached_property
    def before(self) -> npt.NDArray[np.int32]:
        """Shape (nodes, shapes): from where a bead of the shape leads to the node."""
        return self._neighbours(1, 0)

    @cached_property
    def after(self) -> npt.NDArray[np.int32]:
        """Shape (nodes, shapes): where a bead of the shape leads from the node."""
        return self._neighbours(0, 1)

    def _neighbours(self, own: int, other: int) -> npt.NDArray[np.int32]:
        table = np.full((self.size, len(self.shapes)), self.size, np.int32)
        for number, ends in enumerate(self.beads):
            table[self.ranks[ends[own]], number] = self.ranks[ends[other]]
        return table

    def table(self, values: Sequence[Array | Floats], end: int) -> Floats:
        """Values of the beads of each shape by the node that they leave from (`end` 0) or lead to (1)."""
        table = np.full((self.size, len(self.shapes)), -np.inf, np.float32)
        for number, each in enumerate(values):
            table[self.ranks[self.beads[number][end]], number] = each
        return table

    def posteriors(self, scores: Sequence[Array | Floats]) -> tuple[list[Array], Array, float]:
        """Of each bead the share of all paths' weight that goes through it, in [0, 1], in the order of `beads`; the same of
        each place of the region; and the log of the total.
        """
        ahead = _sums(self.before, self.table(scores, 1), self.diagonals)
        turned = [self.size - place for place in self.diagonals[::-1]]
        after = np.where(self.after < self.size, self.size - 1 - self.after, self.size)[::-1]
        behind = _sums(after, self.table(scores, 0)[::-1], turned)[::-1]
        total = float(ahead[-1])
        shares = [
            np.exp(ahead[self.ranks[starts]] + score + behind[self.ranks[ends]] - total)
            for (starts, ends), score in zip(self.beads, scores, strict=True)
        ]
        return shares, np.exp(ahead + behind - total)[self.ranks], total

    def best_path(self, gains: Sequence[Array]) -> list[tuple[int, int, int, int]]:
        """The path of the largest total gain, as beads (i, j, a, b) in order; the earlier shape wins a tie."""
        before, table = self.before, self.table(gains, 1)
        reached = np.full(self.size + 1, -np.inf)
        reached[0] = 0.0
        taken = np.zeros(self.size, np.int64)
        for begin, end in pairwise(self.diagonals[1:]):
            if begin < end:
                offered = reached[before[begin:end]] + table[begin:end]
                choice = offered.argmax(axis=1)
                taken[begin:end] = choice
                reached[begin:end] = offered[np.arange(end - begin), choice]
        return self._walk_back(taken)

    def _walk_back(self, taken: Integers) -> list[tuple[int, int, int, int]]:
        i, j = len(self.nodes.first) - 1, int(self.nodes.end[-1]) - 1
        beads = []
        while i or j:
            a, b = self.shapes[taken[self.ranks[self.nodes.starts[i] + j - self.nodes.first[i]]]]
            i, j = i - a, j - b
            beads.append((i, j, a, b))
        return beads[::-1]


def _sums(before: npt.NDArray[np.int32], scores: Floats, diagonals: list[int]) -> Array:
    """Log sum of the scores of every path from the first node to each."""
    reached = np.full(len(before) + 1, -np.inf)
    reached[0] = 0.0
    for begin, end in pairwise(diagonals[1:]):
        if begin < end:
            arriving = reached.take(before[begin:end])
            arriving += scores[begin:end]
            highest = arriving.max(axis=1)
            arriving -= highest[:, None]
            np.exp(arriving, out=arriving)
            reached[begin:end] = highest + np.log(arriving.sum(axis=1))
    return reached[:-1]
