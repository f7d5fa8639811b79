"""Which examples are learned from together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from auditor.training.bags import Integers, PairedBags
from auditor.training.neighbours import embedded, neighbourhoods


def batches(
    corpora: Sequence[PairedBags],
    size: int,
    seed: int,
    hard: float,
    rows: NDArray[np.float32],
) -> Iterator[tuple[PairedBags, Integers]]:
    """Batches without end, each of one language pair: pass after pass, each example as often as its register is worth.

    A share `hard` of the examples comes in batches of neighbourhoods, as the vectors `rows` of the tokens see them.
    """
    random = np.random.default_rng(seed + 1)
    while True:
        plan: list[tuple[PairedBags, Integers]] = []
        for pairs in corpora:
            times = np.floor(pairs.times + random.random(len(pairs.times))).astype(np.int64)
            order = random.permutation(np.repeat(np.arange(len(times)), times))
            among = int(len(order) * hard)
            length = min(size, len(order))
            plan += [(pairs, batch) for batch in cut(order[among:], length)]
            if among:
                groups = neighbourhoods(embedded(pairs, order[:among], rows), random)
                drawn = [groups[place] for place in random.permutation(len(groups))]
                plan += [(pairs, batch) for batch in cut(order[np.concatenate(drawn)], length)]
        for place in random.permutation(len(plan)):
            yield plan[place]


def cut(order: Integers, size: int) -> list[Integers]:
    """Batches of one size; the rest waits for the next pass."""
    return (
        [order[first : first + size] for first in range(0, len(order) - size + 1, max(size, 1))]
        if size
        else []
    )
