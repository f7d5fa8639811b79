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
    region.
    """

    nodes: Region
    shapes: tuple[Shape, ...]
    beads: Sequence[tuple[Integers, Integers]]

    @property
    def size(self) -> int:
        return self.nodes.size

    @cached_property
    def diagonals(self) -> Integers:
        """The diagonal of each place of the region."""
        return self.nodes.rows + self.nodes.columns

    @cached_property
    def starts(self) -> Integers:
        """How many nodes stand on earlier diagonals, diagonal by diagonal, and in all."""
        return np.concatenate([[0], np.cumsum(np.bincount(self.diagonals))])

    @cached_property
    def ranks(self) -> Integers:
        """The number of each place of the region when they are numbered diagonal by diagonal."""
        ranks = np.empty(self.size, np.int64)
        ranks[np.argsort(self.diagonals, kind="stable")] = np.arange(self.size)
        return ranks

    def posteriors(self, scores: Sequence[Array | Floats]) -> tuple[list[Array], Array, float]:
        """Of each bead the share of all paths' weight that goes through it, in [0, 1], in the order of `beads`; the same of
        each place of the region; and the log of the total.
        """
        ahead, behind = self._sums(scores)
        total = float(ahead[-1])
        shares = [
            np.exp(ahead[starts] + score + behind[ends] - total)
            for (starts, ends), score in zip(self.beads, scores, strict=True)
        ]
        return shares, np.exp(ahead + behind - total), total

    def _sums(self, scores: Sequence[Array | Floats]) -> tuple[Array, Array]:
        """Log sums of the scores of every path from the first node to each place, and from each to the last node.

        Both are reckoned together, one from the first diagonal on and one from the last: most of the time goes into calls, not
        into figures. Each step has the nodes of a diagonal and behind them those of the diagonal as far from the end.
        """
        mirrored = self.size - self.starts[::-1]
        steps = (self.starts + mirrored).tolist()
        onward = self.ranks + mirrored[self.diagonals]
        last = len(mirrored) - 2
        returning = self.size - 1 - self.ranks + self.starts[last - self.diagonals + 1]
        before = np.full((2 * self.size, len(self.shapes)), 2 * self.size, np.int32)
        table = np.full((2 * self.size, len(self.shapes)), -np.inf, np.float32)
        for number, ((starts, ends), score) in enumerate(zip(self.beads, scores, strict=True)):
            for numbered, here, there in ((onward, ends, starts), (returning, starts, ends)):
                before[numbered[here], number] = numbered[there]
                table[numbered[here], number] = score
        reached = np.full(2 * self.size + 1, -np.inf)
        reached[: steps[1]] = 0.0
        for begin, end in pairwise(steps[1:]):
            arriving = reached.take(before[begin:end])
            arriving += table[begin:end]
            highest = arriving.max(axis=1)
            arriving -= highest[:, None]
            np.exp(arriving, out=arriving)
            reached[begin:end] = highest + np.log(arriving.sum(axis=1))
        return reached[onward], reached[returning]

    def best_path(self, gains: Sequence[Array | Floats]) -> list[tuple[int, int, int, int]]:
        """The path of the largest total gain, as beads (i, j, a, b) in order; the earlier shape wins a tie."""
        before = np.full((self.size, len(self.shapes)), self.size, np.int32)
        table = np.full((self.size, len(self.shapes)), -np.inf, np.float32)
        for number, ((starts, ends), gain) in enumerate(zip(self.beads, gains, strict=True)):
            before[self.ranks[ends], number] = self.ranks[starts]
            table[self.ranks[ends], number] = gain
        reached = np.full(self.size + 1, -np.inf)
        reached[0] = 0.0
        taken = np.zeros(self.size, np.int64)
        for begin, end in pairwise(self.starts[1:].tolist()):
            offered = reached.take(before[begin:end])
            offered += table[begin:end]
            taken[begin:end] = offered.argmax(axis=1)
            reached[begin:end] = offered.max(axis=1)
        return self._walk_back(taken)

    def _walk_back(self, taken: Integers) -> list[tuple[int, int, int, int]]:
        i, j = len(self.nodes.first) - 1, int(self.nodes.end[-1]) - 1
        beads = []
        while i or j:
            a, b = self.shapes[taken[self.ranks[self.nodes.starts[i] + j - self.nodes.first[i]]]]
            i, j = i - a, j - b
            beads.append((i, j, a, b))
        return beads[::-1]
