"""Learning one vector a token, so that a passage and its translation have sums in the same direction.

Symmetrical in-batch contrastive loss (multiple negatives ranking, Henderson et al. 2017), and Adam (Kingma and Ba 2015) on
the rows that a batch touches. Each token has a weight of its own beside its vector, which starts from its frequency
(smooth inverse frequency, Arora et al. 2017) and is multiplied into the row in the end.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from auditor.training.bags import Integers, PairedBags

logger = logging.getLogger(__name__)

KEPT_MEAN, KEPT_SQUARE = 0.9, 0.999
"""The decay rates of Adam, as published."""
RISE, LEAST_RATE = 100, 0.02
"""Steps until the learning rate is at its full height, and the share of it that is left in the end."""
SPREAD = 0.1
"""Standard deviation of the coordinates at the beginning."""
EXCLUDED = -1e4
"""The logit of a pair that is not a negative: the same passage, or the same translation."""
REPORTED = 250
"""Steps between two lines of the log."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What the training does; the defaults made the shipped model."""

    dimensions: int = 512
    steps: int = 5000
    batch: int = 1024
    scale: float = 20.0
    rate: float = 0.02
    dropout: float = 0.15
    frequency_constant: float = 1e-3
    threads: int = 1
    seed: int = 1


class Adam:
    """Adam for a table of which a step touches some rows only; the others wait, with their moments."""

    def __init__(self, table: Tensor) -> None:
        self.table = table
        self.mean = torch.zeros_like(table)
        self.square = torch.zeros_like(table)
        self.steps = torch.zeros(len(table), *[1] * (table.dim() - 1))

    def step(self, rows: Tensor, gradient: Tensor, rate: float) -> None:
        self.steps[rows] += 1
        mean = self.mean[rows].lerp_(gradient, 1 - KEPT_MEAN)
        square = self.square[rows].lerp_(gradient * gradient, 1 - KEPT_SQUARE)
        self.mean[rows], self.square[rows] = mean, square
        mean /= 1 - KEPT_MEAN ** self.steps[rows]
        square /= 1 - KEPT_SQUARE ** self.steps[rows]
        self.table[rows] -= rate * mean / square.sqrt_().add_(1e-8)


class Learner:
    """The vectors and weights of all tokens, and how a batch changes them."""

    def __init__(self, frequencies: NDArray[np.float64], recipe: Recipe) -> None:
        generator = torch.Generator().manual_seed(recipe.seed)
        self.recipe = recipe
        self.random = np.random.default_rng(recipe.seed)
        self.vectors = Adam(torch.randn(len(frequencies), recipe.dimensions, generator=generator) * SPREAD)
        constant = recipe.frequency_constant
        self.log_weights = Adam(torch.from_numpy(np.log(constant / (constant + frequencies))).float())

    def step(self, pairs: PairedBags, chosen: Integers, rate: float) -> float:
        """Learn from one batch; its loss before."""
        places = pairs.left_places[chosen], pairs.right_places[chosen]
        sides = [
            self._with_dropout(*bags.take(at))
            for bags, at in zip((pairs.left, pairs.right), places, strict=True)
        ]
        touched, local = np.unique(np.concatenate([ids for ids, _ in sides]), return_inverse=True)
        rows = torch.from_numpy(touched)
        vectors = self.vectors.table[rows].requires_grad_()
        log_weights = self.log_weights.table[rows].requires_grad_()
        weighted = vectors * log_weights.exp()[:, None]
        parts = np.split(local.reshape(-1), [len(sides[0][0])])
        left, right = (
            functional.normalize(sums(weighted, ids, owners, len(chosen)), eps=1e-6)
            for ids, (_, owners) in zip(parts, sides, strict=True)
        )
        loss = self._loss(left, right, torch.from_numpy(alike(*places)))
        loss.backward()  # type: ignore[no-untyped-call]
        for table, learned in ((self.vectors, vectors), (self.log_weights, log_weights)):
            if learned.grad is not None:
                table.step(rows, learned.grad, rate)
        return float(loss.detach())

    def _with_dropout(self, ids: Integers, owners: Integers) -> tuple[Integers, Integers]:
        kept = self.random.random(len(ids)) >= self.recipe.dropout
        return ids[kept], owners[kept]

    def _loss(self, left: Tensor, right: Tensor, excluded: Tensor) -> Tensor:
        logits = (self.recipe.scale * left @ right.T).masked_fill(excluded, EXCLUDED)
        own = torch.arange(len(logits))
        return (functional.cross_entropy(logits, own) + functional.cross_entropy(logits.T, own)) / 2

    def rows(self) -> NDArray[np.float32]:
        """One row a token, its weight multiplied in, shape (tokens, dimensions); the unknown token's is zero."""
        rows: NDArray[np.float32] = (self.vectors.table * self.log_weights.table.exp()[:, None]).numpy()
        rows[0] = 0
        return rows


def sums(rows: Tensor, ids: Integers, owners: Integers, bags: int) -> Tensor:
    """The sum of the rows of every bag, shape (bags, dimensions)."""
    starts = torch.from_numpy(np.searchsorted(owners, np.arange(bags)))
    return functional.embedding_bag(torch.from_numpy(ids), rows, starts, mode="sum")


def alike(left: Integers, right: Integers) -> NDArray[np.bool_]:
    """Which rows and columns of a batch, other than a pair's own, share a side: no negatives."""
    same: NDArray[np.bool_] = (left[:, None] == left) | (right[:, None] == right)
    np.fill_diagonal(same, val=False)
    return same


def train(
    corpora: Sequence[PairedBags], frequencies: NDArray[np.float64], recipe: Recipe
) -> NDArray[np.float32]:
    """The rows of all tokens after `recipe.steps` batches, each of one language pair."""
    torch.set_num_threads(recipe.threads)
    learner = Learner(frequencies, recipe)
    losses: list[float] = []
    for step, (pairs, chosen) in zip(range(recipe.steps), batches(corpora, recipe), strict=False):
        rate = recipe.rate * min(1.0, (step + 1) / RISE) * max(LEAST_RATE, 1 - step / recipe.steps)
        with torch.enable_grad():
            losses.append(learner.step(pairs, chosen, rate))
        if (step + 1) % REPORTED == 0:
            logger.info("step %d of %d, loss %.3f", step + 1, recipe.steps, np.mean(losses[-REPORTED:]))
    return learner.rows()


def batches(corpora: Sequence[PairedBags], recipe: Recipe) -> Iterator[tuple[PairedBags, Integers]]:
    """Batches without end: pass after pass, each example as often as its register is worth."""
    random = np.random.default_rng(recipe.seed + 1)
    while True:
        plan: list[tuple[PairedBags, Integers]] = []
        for pairs in corpora:
            times = np.floor(pairs.times + random.random(len(pairs.times))).astype(np.int64)
            order = random.permutation(np.repeat(np.arange(len(times)), times))
            size = min(recipe.batch, len(order))
            plan += [(pairs, order[first : first + size]) for first in range(0, len(order) - size + 1, size)]
        for place in random.permutation(len(plan)):
            yield plan[place]
