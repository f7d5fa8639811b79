"""Of tables of words by words, one a pair, what each word has in its row or column."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]


class Margins:
    """Of tables of shape (source words, target words), given as `sizes`, shape (pairs, 2).

    What is found is of the words of all sides, source and target of each pair in turn; `starts` says where each side begins.
    """

    def __init__(self, sizes: NDArray[np.int64]) -> None:
        ends = sizes.cumsum(axis=0)
        widths = np.repeat(sizes[:, 1], sizes[:, 0])
        self._rows = widths.cumsum() - widths
        # All rows come first, then all columns: where each side begins there, and in what is given.
        begins = ends - sizes
        begins[:, 1] += len(widths)
        self.starts = np.concatenate([[0], sizes.ravel().cumsum()])
        self._places = np.repeat(begins.ravel() - self.starts[:-1], sizes.ravel()) + np.arange(
            self.starts[-1]
        )

    def most(self, tables: Sequence[Floats]) -> Floats:
        """The greatest entry of each row and column."""
        return self._margins(np.maximum, tables)

    def claims(self, tables: Sequence[Floats]) -> Doubles:
        """The root of how much of the other side's words each word may claim, where the entries are probabilities.

        A word that several may stand for is shared out among them: a counterpart that another word has for itself covers
        nothing else.
        """
        shares = 1 / np.maximum(self._margins(np.add, tables), np.float32(1))
        bounds = self.starts.tolist()
        found = []
        places = zip(tables, bounds[::2], bounds[1::2], bounds[2::2], strict=False)
        # All entries are finite; what BLAS reads beyond a row may set the flag.
        with np.errstate(invalid="ignore"):
            for each, first, middle, last in places:
                found += [each @ shares[middle:last], shares[first:middle] @ each]
        roots: Doubles = np.sqrt(np.concatenate(found).astype(np.float64))
        return roots

    def _margins(self, reduction: np.ufunc, tables: Sequence[Floats]) -> Floats:
        rows = reduction.reduceat(np.concatenate([each.ravel() for each in tables]), self._rows)
        every = np.concatenate([rows, *[reduction.reduce(each, axis=0) for each in tables]])
        found: Floats = every[self._places]
        return found
