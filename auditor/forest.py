"""Sums of small decision trees that ask the same question of all branches of a level: fast to ask for many rows at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Forest:
    """`features` and `thresholds` (trees, levels): what each of at most 8 levels asks; `values` (trees, 2 ** levels): what a leaf adds.

    The first level decides the lowest bit of the leaf's number: 1 where the feature is above the threshold.
    """

    features: NDArray[np.int64]
    thresholds: Floats
    values: Floats
    base: float

    def logits(self, rows: Floats) -> Floats:
        """The log-odds of each row, shape (rows,), from its features, shape (rows, features)."""
        trees, levels = self.features.shape
        above = rows[:, self.features.ravel()] > self.thresholds.ravel()
        leaves = np.packbits(above.reshape(-1, trees, levels), axis=2, bitorder="little")[:, :, 0]
        places = leaves + np.arange(trees) * self.values.shape[1]
        found: Floats = self.values.ravel().take(places).sum(axis=1) + np.float32(self.base)
        return found

    def arrays(self, name: str) -> dict[str, NDArray[Any]]:
        """As stored, under names that begin with `name`."""
        return {
            f"{name}.features": self.features.astype(np.uint8),
            f"{name}.thresholds": self.thresholds,
            f"{name}.values": self.values,
            f"{name}.base": np.array(self.base, np.float32),
        }


def calibrated_forest(arrays: dict[str, NDArray[Any]]) -> tuple[Forest, float, float]:
    """The forest of a file that has one, with the scale and offset that make its log-odds those of a confidence."""
    scale, offset = arrays["calibration"].tolist()
    return stored_forest(arrays, "forest"), scale, offset


def stored_forest(arrays: dict[str, NDArray[Any]], name: str) -> Forest:
    return Forest(
        arrays[f"{name}.features"].astype(np.int64),
        arrays[f"{name}.thresholds"],
        arrays[f"{name}.values"],
        float(arrays[f"{name}.base"]),
    )
