"""The loss of a batch of translations, and how it changes with their vectors.

Symmetrical in-batch contrastive loss (multiple negatives ranking, Henderson et al. 2017): each passage has to find its
translation among the batch's, in either direction.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from auditor.training.bags import Integers

SHORTEST = 1e-6
"""Length of a vector below which it has no direction: all its tokens were dropped."""


def contrastive_loss(sums: Tensor, excluded: Tensor, scale: float) -> tuple[float, Tensor]:
    """The loss, and its gradient by `sums`.

    `sums` has the vectors of n left sides, then those of their n right sides, of any length; `excluded`, shape (n, n),
    says which left and right sides are no negatives. The products of matrices are computed with bfloat16 numbers: twice
    as fast where the processor has them, the same figures in the end. Both softmaxes come from one table of exponentials, since no
    cosine is above 1.
    """
    count = len(sums) // 2
    lengths = sums.norm(dim=1, keepdim=True).clamp_(min=SHORTEST)
    directions = sums / lengths
    left, right = directions.bfloat16().split(count)
    cosines = (left @ right.T).float()
    own = cosines.diagonal().mean()
    table = cosines.sub_(1).mul_(scale).exp_().masked_fill_(excluded, 0)
    rows, columns = table.sum(dim=1), table.sum(dim=0)
    loss = float((rows.log().mean() + columns.log().mean()) / 2 - scale * (own - 1))
    slopes = table.mul_((1 / rows)[:, None] + 1 / columns)
    slopes.diagonal().sub_(2)
    by_cosine = slopes.mul_(scale / (2 * count)).bfloat16()
    by_direction = torch.cat([by_cosine @ right, by_cosine.T @ left]).float()
    along = (directions * by_direction).sum(dim=1, keepdim=True)
    return loss, by_direction.sub_(directions * along).div_(lengths)


def alike(left: Integers, right: Integers) -> NDArray[np.bool_]:
    """Which rows and columns of a batch, other than a pair's own, share a side: no negatives."""
    same: NDArray[np.bool_] = (left[:, None] == left) | (right[:, None] == right)
    np.fill_diagonal(same, val=False)
    return same
