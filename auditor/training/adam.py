"""Adam for tables of which a step touches some rows only."""

from __future__ import annotations

import torch
from torch import Tensor

KEPT_MEAN, KEPT_SQUARE = 0.9, 0.999
"""The decay rates of Adam (Kingma and Ba 2015), as published."""
TINY = 1e-8


class Adam:
    """A table, shape (rows, ...), and how it follows its gradients; rows that no step touches wait, with their moments.

    The second moment is one number a row, the mean square of its gradient: as good as one a coordinate, and faster.
    """

    def __init__(self, table: Tensor) -> None:
        self.table = table
        self._mean = torch.zeros_like(table)
        self._square = torch.zeros(len(table))
        self._steps = torch.zeros(len(table))

    def step(self, rows: Tensor, gradient: Tensor, rate: float) -> None:
        """One step down `gradient`, whose row i is that of row `rows[i]` of the table; no row comes twice."""
        steps = self._steps[rows] + 1
        mean = self._mean[rows].lerp_(gradient, 1 - KEPT_MEAN)
        squares = gradient.square().reshape(len(gradient), -1).mean(dim=1)
        square = self._square[rows].lerp_(squares, 1 - KEPT_SQUARE)
        self._steps[rows], self._mean[rows], self._square[rows] = steps, mean, square
        size = (square / (1 - KEPT_SQUARE**steps)).sqrt_().add_(TINY)
        factors = rate / (1 - KEPT_MEAN**steps) / size
        self.table[rows] -= mean * factors.reshape(-1, *[1] * (mean.dim() - 1))
