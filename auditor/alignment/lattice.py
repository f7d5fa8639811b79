"""Sums and maxima over all monotone alignments of two sequences, along the diagonals of a region.

A node (i, j) of the region stands between source sentences i-1 and i and target sentences j-1 and j. A bead of shape (a, b)
leads from (i, j) to (i+a, j+b). Every bead goes to a later diagonal i + j, so the nodes of one diagonal are reckoned
together, and in a long region the diagonals of many blocks. Scores are in log units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from auditor.alignment.blocks import BLOCK, Combine, Order, Places
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

        Both are reckoned together: most of the time goes into calls, not into figures.
        """
        return tuple(self._reckoned(scores, both=True, combine=_log_sum)[0])

    def best_path(self, gains: Sequence[Array | Floats]) -> list[tuple[int, int, int, int]]:
        """The path of the largest total gain, as beads (i, j, a, b) in order; the earlier shape wins a tie."""
        taken = np.zeros(self.size, np.int64)

        def best(offered: Array, begin: int) -> Array:
            taken[begin : begin + len(offered)] = offered.argmax(axis=1)
            highest: Array = offered.max(axis=1)
            return highest

        _, order = self._reckoned(gains, both=False, combine=best)
        return self._walk_back(taken[order.places])

    def _reckoned(
        self, values: Sequence[Array | Floats], *, both: bool, combine: Combine
    ) -> tuple[Array, Order]:
        """What all paths to each place give, and from each place if `both`, shape (ways, places); and the order of reckoning."""
        last = int(self.diagonals[-1])
        ways = np.stack([self.diagonals, last - self.diagonals][: 1 + both])
        for length in (BLOCK, last + 1) if last > 4 * BLOCK else (last + 1,):
            order = Order(ways, length, max(map(sum, self.shapes)))
            reached, agreed = order.settled(*self._arriving(order, values), combine)
            if agreed:
                break
        return reached, order

    def _arriving(self, order: Order, values: Sequence[Array | Floats]) -> tuple[Places, Floats]:
        """For each value to be reckoned the places of those it comes from, and what the beads between add; shape (values,
        shapes), in the order of reckoning.
        """
        before = np.full((order.size, len(self.shapes)), order.size, np.int32)
        table = np.full((order.size, len(self.shapes)), -np.inf, np.float32)
        for number, ((starts, ends), value) in enumerate(zip(self.beads, values, strict=True)):
            for way, here, there in zip(
                order.places.reshape(-1, self.size), (ends, starts), (starts, ends), strict=False
            ):
                before[way[here], number] = way[there]
                table[way[here], number] = value
        origins = order.places.reshape(-1, self.size)[[0, -1], [0, -1]][: order.places.size // self.size]
        before[origins, 0], table[origins, 0] = order.size + 1, 0.0
        return before, table

    def _walk_back(self, taken: Integers) -> list[tuple[int, int, int, int]]:
        i, j = len(self.nodes.first) - 1, int(self.nodes.end[-1]) - 1
        beads = []
        while i or j:
            a, b = self.shapes[taken[self.nodes.starts[i] + j - self.nodes.first[i]]]
            i, j = i - a, j - b
            beads.append((i, j, a, b))
        return beads[::-1]


def _log_sum(arriving: Array, _: int) -> Array:
    highest = arriving.max(axis=1)
    arriving -= highest[:, None]
    np.exp(arriving, out=arriving)
    found: Array = highest + np.log(arriving.sum(axis=1))
    return found
