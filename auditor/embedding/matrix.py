"""The matrix of a static embedding model, read row by row from its memory-mapped file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.errors import ModelError

TYPES = {"F32": "<f4", "F16": "<f2", "I8": "i1", "I32": "<i4", "I64": "<i8", "F64": "<f8"}
"""Of the safetensors format; bfloat16 has no counterpart in numpy."""
UNFOLDED_AT_MOST = 2**24
"""Numbers of a matrix that may be kept as float32: 64 MB."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """One row a token: `stored[places[token]]` times `factors[token]`, the layout of Model2Vec."""

    stored: NDArray[Any]
    factors: NDArray[np.float32] | None
    places: NDArray[np.int64] | None

    @property
    def dimensions(self) -> int:
        return int(self.stored.shape[1])

    @property
    def tokens(self) -> int:
        return len(next(part for part in (self.places, self.factors, self.stored) if part is not None))

    def rows(self, ids: NDArray[np.integer[Any]]) -> NDArray[np.float32]:
        """The rows of tokens, shape (*ids.shape, dimensions): an array of the caller's own."""
        rows: NDArray[np.float32] = self.stored.take(
            ids if self.places is None else self.places[ids], axis=0
        ).astype(np.float32, copy=False)
        if self.factors is not None:
            rows *= self.factors[ids][..., None]
        return rows

    def unfolded(self) -> Matrix:
        """The same rows, computed once, where they are few enough to be kept: faster for very many texts."""
        plain = self.stored.dtype == np.float32 and self.factors is None and self.places is None
        if plain or self.tokens * self.dimensions > UNFOLDED_AT_MOST:
            return self
        return Matrix(self.rows(np.arange(self.tokens)), None, None)


def read_matrix(path: Path) -> Matrix:
    """The embeddings in a safetensors file, as `StaticEmbedding` of sentence-transformers or Model2Vec write them.

    Raises:
        ModelError: the file is missing, damaged, or holds something else.
    """
    tensors = read_tensors(path)
    if "embedding.weight" in tensors:
        return Matrix(tensors["embedding.weight"], None, None)
    if "embeddings" not in tensors:
        raise ModelError(
            f"{path}: no tensor `embedding.weight` or `embeddings`, so not a static embedding model"
        )
    factors, places = tensors.get("weights"), tensors.get("mapping")
    return Matrix(
        tensors["embeddings"],
        None if factors is None else np.asarray(factors, np.float32),
        None if places is None else np.asarray(places, np.int64),
    )


def read_tensors(path: Path) -> dict[str, NDArray[Any]]:
    """Every tensor of a safetensors file, memory-mapped: 8 bytes of length, a header in JSON, the numbers."""
    try:
        whole = np.asarray(np.memmap(path, np.uint8, mode="r"))
        begin = 8 + int.from_bytes(whole[:8].tobytes(), "little")
        header = json.loads(whole[8:begin].tobytes())
        return {
            name: tensor(whole[begin:], entry) for name, entry in header.items() if name != "__metadata__"
        }
    except OSError as error:
        raise ModelError(f"{path}: cannot be read ({error.strerror})") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path}: not a safetensors file of whole or floating-point numbers") from error


def tensor(numbers: NDArray[np.uint8], entry: dict[str, Any]) -> NDArray[Any]:
    begin, end = entry["data_offsets"]
    return numbers[begin:end].view(TYPES[entry["dtype"]]).reshape(entry["shape"])
