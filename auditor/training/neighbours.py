"""Examples that are like each other, so that a batch of them is hard to tell apart."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from auditor.training.bags import Integers, PairedBags

TOGETHER = 20_000
"""Examples embedded at once."""
LEAF = 64
"""Examples of a neighbourhood, at most."""
MEANS = 2
"""Times that a direction of cutting is taken from the means of its halves."""


def embedded(pairs: PairedBags, chosen: Integers, rows: NDArray[np.float32]) -> Tensor:
    """The directions of both sides of the examples together, shape (examples, dimensions)."""
    table = torch.from_numpy(rows)
    vectors = torch.zeros(len(chosen), rows.shape[1])
    for first in range(0, len(chosen), TOGETHER):
        some = chosen[first : first + TOGETHER]
        for bags, places in ((pairs.left, pairs.left_places), (pairs.right, pairs.right_places)):
            ids, owners = bags.take(places[some])
            starts = torch.from_numpy(np.searchsorted(owners, np.arange(len(some))))
            sums = functional.embedding_bag(torch.from_numpy(ids), table, starts, mode="sum")
            vectors[first : first + TOGETHER] += functional.normalize(sums, eps=1e-6)
    return vectors


def neighbourhoods(vectors: Tensor, random: np.random.Generator) -> list[Integers]:
    """The places of the vectors in groups of at most `LEAF`, cut in halves again and again; `random` chooses the cuts."""
    left, found = [np.arange(len(vectors))], []
    while left:
        group = left.pop()
        if len(group) <= LEAF:
            found.append(group)
            continue
        order = along_a_cut(vectors[torch.from_numpy(group)], random)
        half = max(LEAF, round(len(group) / 2 / LEAF) * LEAF)
        left += [group[order[:half]], group[order[half:]]]
    return found


def along_a_cut(vectors: Tensor, random: np.random.Generator) -> Integers:
    """The order of the vectors along the line between two of them, or rather between the means of those nearer to either."""
    one, other = random.choice(len(vectors), 2, replace=False)
    direction = vectors[one] - vectors[other]
    for _ in range(MEANS):
        heights = vectors @ direction
        above = heights > heights.median()
        if not above.any():
            break
        direction = vectors[above].mean(dim=0) - vectors[~above].mean(dim=0)
    order: Integers = np.argsort((vectors @ direction).numpy(), kind="stable")
    return order
