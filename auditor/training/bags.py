"""Passages as bags of tokens, in flat arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Bags:
    """Token ids of many passages, one after the other: passage i has `ids[starts[i] : starts[i + 1]]`."""

    ids: NDArray[np.int32]
    starts: Integers

    @classmethod
    def of(cls, passages: Sequence[Sequence[int]]) -> Bags:
        starts = np.zeros(len(passages) + 1, np.int64)
        np.cumsum([len(passage) for passage in passages], out=starts[1:])
        flat = (token for passage in passages for token in passage)
        return cls(np.fromiter(flat, np.int32, int(starts[-1])), starts)

    def take(self, chosen: Integers) -> tuple[Integers, Integers]:
        """The tokens of some passages, and for each token the place of its passage among them."""
        lengths = self.starts[chosen + 1] - self.starts[chosen]
        owners = np.repeat(np.arange(len(chosen)), lengths)
        within = np.arange(len(owners)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        return self.ids[within + self.starts[chosen][owners]].astype(np.int64), owners


@dataclass(frozen=True, slots=True)
class PairedBags:
    """The examples of one language pair: places in the bags of either language, and how often each is shown."""

    left: Bags
    right: Bags
    left_places: Integers
    right_places: Integers
    times: NDArray[np.float64]
