"""Which places of two texts are compared: every row of the plane a slice of columns, kept in one flat array."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Region:
    """Row i has the columns from `first[i]` up to, not including, `end[i]`, of `width` in all; neither ever falls.

    What is known of the region's places stands in flat arrays, row after row, so memory grows with the places and not
    with the product of the lengths.
    """

    first: Integers
    end: Integers
    width: int

    @cached_property
    def starts(self) -> Integers:
        """Where each row begins in a flat array; the last is the number of places."""
        return np.concatenate([[0], np.cumsum(np.maximum(0, self.end - self.first))])

    @property
    def size(self) -> int:
        return int(self.starts[-1])

    @cached_property
    def rows(self) -> Integers:
        return np.repeat(np.arange(len(self.first)), np.diff(self.starts))

    @cached_property
    def columns(self) -> Integers:
        return np.arange(self.size) - (self.starts[:-1] - self.first)[self.rows]

    def places(self, rows: Integers, columns: Integers) -> Integers:
        """Where these stand in a flat array; -1 for those outside."""
        inside = (rows >= 0) & (rows < len(self.first)) & (columns >= 0)
        row = np.where(inside, rows, 0)
        inside &= (columns >= self.first[row]) & (columns < self.end[row])
        return np.where(inside, self.starts[row] + columns - self.first[row], -1)

    def turned(self) -> Region:
        """The same places column by column."""
        columns = np.arange(self.width)
        first = np.searchsorted(self.end, columns, "right")
        return Region(first, np.searchsorted(self.first, columns, "right"), len(self.first))

    def inside(self, shapes: Iterable[tuple[int, int]]) -> Region:
        """The pairs of sentences inside any bead of these shapes between two nodes of this region.

        A region of nodes has a row and a column more than one of pairs of sentences.
        """
        rows = len(self.first) - 1
        first, end = np.full(rows, self.end[-1]), np.zeros(rows, np.int64)
        for a, b in ((a, b) for a, b in shapes if a <= rows):
            left = np.maximum(self.first[: rows + 1 - a], self.first[a:] - b)
            right = np.minimum(self.end[: rows + 1 - a] + b, self.end[a:]) - 1
            for below in range(a):
                own = slice(below, below + len(left))
                first[own] = np.minimum(first[own], left)
                end[own] = np.maximum(end[own], right)
        return Region(np.minimum.accumulate(first[::-1])[::-1], np.maximum.accumulate(end), self.width - 1)

    def widened(self, rows: npt.NDArray[np.bool_], by: int) -> Region:
        """With `by` columns more on both sides of these rows and of their neighbours within `by` rows."""
        near = np.convolve(rows, np.ones(2 * by + 1))[by : by + len(rows)] > 0
        return monotone(self.first - by * near, self.end + by * near, self.width)


def whole(rows: int, columns: int) -> Region:
    """Every place of so many rows and columns."""
    return Region(np.zeros(rows, np.int64), np.full(rows, columns), columns)


def monotone(first: Integers, end: Integers, columns: int) -> Region:
    """The least region that holds these slices and both corners, whose ends never fall and whose rows overlap."""
    first, end = np.maximum(first, 0), np.minimum(end, columns)
    first[0], end[-1] = 0, columns
    end = np.maximum.accumulate(end)
    first = np.minimum.accumulate(first[::-1])[::-1]
    first[1:] = np.minimum(first[1:], end[:-1] - 1)
    return Region(first, end, columns)
