"""Learning one vector a token, so that a passage and its translation have sums in the same direction.

Each token has a weight beside its vector, which starts from its frequency (smooth inverse frequency, Arora et al. 2017) and
is multiplied into the row in the end. A training may also go on from the rows of another.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from auditor.training.adam import Adam
from auditor.training.bags import Integers, PairedBags
from auditor.training.batches import batches
from auditor.training.loss import alike, contrastive_loss

logger = logging.getLogger(__name__)

RISE, LEAST_RATE = 100, 0.02
"""Steps until the learning rate is at its full height, and the share of it that is left in the end."""
SPREAD = 0.1
"""Standard deviation of the coordinates at the beginning."""
REPORTED = 250
"""Steps between two lines of the log."""
Rows = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What the training does; the defaults made the shipped model."""

    dimensions: int = 512
    steps: int = 5000
    batch: int = 1024
    scale: float = 20.0
    rate: float = 0.02
    dropout: float = 0.15
    hard: float = (
        0.0  # the share of examples that come in batches of neighbours, as the rows at the start see them
    )
    frequency_constant: float = 1e-3
    threads: int = 1
    seed: int = 1


class Learner:
    """The vectors and weights of all tokens, and how a batch changes them."""

    def __init__(self, vectors: Tensor, log_weights: Tensor, recipe: Recipe) -> None:
        self._recipe = recipe
        self._random = np.random.default_rng(recipe.seed)
        self._vectors, self._log_weights = Adam(vectors), Adam(log_weights)

    @classmethod
    def from_frequencies(cls, frequencies: NDArray[np.float64], recipe: Recipe) -> Learner:
        """Vectors by chance, weights by the share of each token in the data."""
        generator = torch.Generator().manual_seed(recipe.seed)
        vectors = torch.randn(len(frequencies), recipe.dimensions, generator=generator) * SPREAD
        constant = recipe.frequency_constant
        return cls(vectors, torch.from_numpy(np.log(constant / (constant + frequencies))).float(), recipe)

    @classmethod
    def from_rows(cls, rows: Rows, recipe: Recipe) -> Learner:
        """Vectors of one length, and what is left of the length of each row as its weight."""
        lengths = np.linalg.norm(rows, axis=1)
        weights = np.where(lengths > 0, lengths / np.median(lengths), 1)
        vectors = (rows / weights[:, None]).astype(np.float32)
        return cls(torch.from_numpy(vectors), torch.from_numpy(np.log(weights)).float(), recipe)

    def step(self, pairs: PairedBags, chosen: Integers, rate: float) -> float:
        """Learn from one batch; its loss before."""
        places = pairs.left_places[chosen], pairs.right_places[chosen]
        ids, owners = self._kept(pairs, *places)
        touched, local = np.unique(ids, return_inverse=True)
        tokens = torch.from_numpy(touched)
        weights = self._log_weights.table[tokens].exp_()[:, None]
        rows = self._vectors.table[tokens] * weights
        sums = gathered(rows, local, owners, 2 * len(chosen))
        loss, by_sum = contrastive_loss(sums, torch.from_numpy(alike(*places)), self._recipe.scale)
        by_row = scattered(by_sum, local, owners)
        self._log_weights.step(tokens, (by_row * rows).sum(dim=1), rate)
        self._vectors.step(tokens, by_row.mul_(weights), rate)
        return loss

    def _kept(self, pairs: PairedBags, left: Integers, right: Integers) -> tuple[Integers, Integers]:
        """The tokens of a batch that are not dropped, and whose they are: left sides first, right sides behind them."""
        (ids, owners), (more_ids, more_owners) = pairs.left.take(left), pairs.right.take(right)
        ids, owners = np.concatenate([ids, more_ids]), np.concatenate([owners, more_owners + len(left)])
        kept = self._random.random(len(ids)) >= self._recipe.dropout
        return ids[kept], owners[kept]

    def rows(self) -> Rows:
        """One row a token, its weight multiplied in, shape (tokens, dimensions); the unknown token's is zero."""
        rows: Rows = (self._vectors.table * self._log_weights.table.exp()[:, None]).numpy()
        rows[0] = 0
        return rows


def gathered(rows: Tensor, ids: Integers, owners: Integers, bags: int) -> Tensor:
    """The sum of the rows of every bag, shape (bags, dimensions); `owners` rises."""
    starts = torch.from_numpy(np.searchsorted(owners, np.arange(bags)))
    return functional.embedding_bag(torch.from_numpy(ids), rows, starts, mode="sum")


def scattered(gradient: Tensor, ids: Integers, owners: Integers) -> Tensor:
    """The gradient of each distinct id, in their order, from those of the bags that have it."""
    order = np.argsort(ids, kind="stable")
    starts = np.flatnonzero(np.diff(ids[order], prepend=-1))
    return functional.embedding_bag(
        torch.from_numpy(owners[order]), gradient, torch.from_numpy(starts), mode="sum"
    )


def train(corpora: Sequence[PairedBags], learner: Learner, recipe: Recipe) -> Rows:
    """The rows of all tokens after `recipe.steps` batches, each of one language pair."""
    torch.set_num_threads(recipe.threads)
    losses: list[float] = []
    drawn = batches(corpora, recipe.batch, recipe.seed, recipe.hard, learner.rows())
    for step, (pairs, chosen) in zip(range(recipe.steps), drawn, strict=False):
        rate = recipe.rate * min(1.0, (step + 1) / RISE) * max(LEAST_RATE, 1 - step / recipe.steps)
        with torch.no_grad():
            losses.append(learner.step(pairs, chosen, rate))
        if (step + 1) % REPORTED == 0:
            logger.info("step %d of %d, loss %.3f", step + 1, recipe.steps, np.mean(losses[-REPORTED:]))
    return learner.rows()
