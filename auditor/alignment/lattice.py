"""Sums and maxima over all monotone alignments of two sequences, row by row.

A lattice node (i, j) stands between source sentences i-1 and i and target sentences j-1 and j. A bead of shape
(a, b) leads from (i, j) to (i+a, j+b) with a score; `scores[a, b][i, j]` is a matrix of n-a+1 rows and m-b+1
columns (shape (0, 1): n+1 rows, m columns), in log units.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]
ROUNDING = 1e-9  # what adding and taking away the same sum may leave
Scores = dict[tuple[int, int], Matrix]


def forward(scores: Scores, rows: int, columns: int) -> Matrix:
    """Log sum of the scores of every path from (0, 0) to each node; shape (rows + 1, columns + 1)."""
    reached = np.full((rows + 1, columns + 1), -np.inf)
    for i in range(rows + 1):
        base = np.full(columns + 1, -np.inf)
        if i == 0:
            base[0] = 0.0
        for (a, b), matrix in scores.items():
            if 0 < a <= i and b <= columns:
                arriving = reached[i - a, : columns + 1 - b] + matrix[i - a]
                base[b:] = np.logaddexp(base[b:], arriving)
        reached[i] = _along_row(base, scores[0, 1][i])
    return reached


def backward(scores: Scores, rows: int, columns: int) -> Matrix:
    """Log sum of the scores of every path from each node to (rows, columns): `forward` on the reversed lattice."""
    mirrored = {shape: matrix[::-1, ::-1] for shape, matrix in scores.items()}
    return forward(mirrored, rows, columns)[::-1, ::-1]


def posteriors(scores: Scores, rows: int, columns: int) -> tuple[Scores, float]:
    """For each bead the share of all paths' weight that goes through it, in [0, 1]; and the log of the total."""
    ahead, behind = forward(scores, rows, columns), backward(scores, rows, columns)
    total = float(ahead[rows, columns])
    shares = {
        (a, b): np.exp(ahead[: rows + 1 - a, : columns + 1 - b] + matrix + behind[a:, b:] - total)
        for (a, b), matrix in scores.items()
        if a <= rows and b <= columns
    }
    return shares, total


def best_path(gains: Scores, rows: int, columns: int) -> list[tuple[int, int, int, int]]:
    """The path of the largest total gain, as beads (i, j, a, b) in order; the earlier shape wins a tie."""
    reached = np.full((rows + 1, columns + 1), -np.inf)
    step = np.zeros((rows + 1, columns + 1), dtype=np.int64)
    shapes = [(a, b) for a, b in gains if a > 0]
    for i in range(rows + 1):
        base = np.full(columns + 1, -np.inf)
        taken = np.full(columns + 1, -1)
        if i == 0:
            base[0] = 0.0
        for number, (a, b) in enumerate(shapes):
            if a <= i and b <= columns:
                arriving = reached[i - a, : columns + 1 - b] + gains[a, b][i - a]
                better = arriving > base[b:]
                base[b:][better] = arriving[better]
                taken[b:][better] = number
        reached[i] = _along_row(base, gains[0, 1][i], np.maximum)
        step[i] = np.where(reached[i] > base + ROUNDING, -1, taken)
    return _walk_back(step, shapes, rows, columns)


def _along_row(base: Matrix, gaps: Matrix, join: np.ufunc = np.logaddexp) -> Matrix:
    """A row's values when one may also walk along it over one-sided target beads."""
    walked = np.concatenate([[0.0], np.cumsum(gaps)])
    with np.errstate(invalid="ignore"):
        joined: Matrix = join.accumulate(base - walked) + walked
    return joined


def _walk_back(
    step: npt.NDArray[np.int64], shapes: list[tuple[int, int]], rows: int, columns: int
) -> list[tuple[int, int, int, int]]:
    beads = []
    i, j = rows, columns
    while i or j:
        a, b = (0, 1) if step[i, j] < 0 else shapes[step[i, j]]
        i, j = i - a, j - b
        beads.append((i, j, a, b))
    return beads[::-1]
