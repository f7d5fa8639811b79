"""Vectors of words and passages, each distinct text embedded once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class WordEncoder(Protocol):
    """What is needed of an embedding model."""

    def sums(self, texts: Sequence[str], /) -> NDArray[np.float32]:
        """The sum of the token vectors of each text, shape (texts, dimensions)."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """Sums of token vectors by text, and the same at length 1; the last row is zero, for what has none."""

    places: dict[str, int]
    sums: Floats
    units: Floats

    def sum_of(self, text: str) -> Floats:
        """Shape (dimensions,)."""
        found: Floats = self.sums[self.places.get(text, -1)]
        return found

    def units_of(self, texts: Iterable[str]) -> Floats:
        """Vectors of length 1 (0 for a text without one), shape (texts, dimensions)."""
        found: Floats = self.units[[self.places.get(text, -1) for text in texts]]
        return found

    def cosines(self, ones: Iterable[str], others: Iterable[str]) -> Floats:
        """Shape (ones, others); 0 where a text has no vector."""
        found: Floats = self.units_of(ones) @ self.units_of(others).T
        return found


def embed(texts: Iterable[str], encoder: WordEncoder | None) -> Vectors:
    """Vectors of the distinct texts; without an encoder all are zero. The empty text has none."""
    distinct = sorted(set(texts) - {""})
    if encoder is None or not distinct:
        nothing = np.zeros((1, 1), np.float32)
        return Vectors({}, nothing, nothing)
    sums = np.asarray(encoder.sums(distinct), np.float32)
    sums = np.concatenate([sums, np.zeros_like(sums[:1])])
    units = sums / (np.linalg.norm(sums, axis=1, keepdims=True) + np.float32(1e-9))
    return Vectors({text: place for place, text in enumerate(distinct)}, sums, units)


def cosine(one: Floats, other: Floats) -> float:
    """Of two vectors; 0 where one of them is zero."""
    return float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other) + np.float32(1e-9)))
