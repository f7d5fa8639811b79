"""Static embeddings, one vector a token: no torch, loaded in a fraction of the time of a transformer.

Gives the vectors of `sentence_transformers.models.StaticEmbedding`, with or without `Normalize` after it.
"""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from auditor.embedding.matrix import Matrix, read_matrix
from auditor.embedding.sums import add_up
from auditor.embedding.tokens import TOGETHER, Bags, batches, reader_of
from auditor.errors import ModelError

MODULES = {("StaticEmbedding",), ("StaticEmbedding", "Normalize")}
MANY = 2**15
"""Texts from which on it pays to unfold the matrix: that takes the time that it saves on some 16,000 to 24,000."""

Floats = NDArray[np.float32]


class StaticModel:
    """A folder with modules.json, tokenizer.json and model.safetensors.

    Raises:
        ModelError: the folder or one of its files is missing or damaged.
    """

    def __init__(self, folder: Path) -> None:
        if not is_static(folder):
            raise ModelError(
                f"{folder}: not a folder of static embeddings (modules.json with StaticEmbedding first)"
            )
        inner = folder / modules(folder)[0]["path"]
        self.name = folder.resolve().name
        self._matrix = read_matrix(inner / "model.safetensors")
        tokenizer = read_tokenizer(inner / "tokenizer.json")
        if tokenizer.get_vocab_size() > self._matrix.tokens:
            raise ModelError(
                f"{inner}: {tokenizer.get_vocab_size()} tokens in tokenizer.json,"
                f" {self._matrix.tokens} in model.safetensors"
            )
        self._reader = reader_of(tokenizer)

    @property
    def dimensions(self) -> int:
        return self._matrix.dimensions

    def encode(self, texts: Sequence[str]) -> Floats:
        """Shape (texts, dimensions), rows of length 1; zero for a text without known tokens."""
        return self._embed(texts, unit=True)

    def sums(self, texts: Sequence[str]) -> Floats:
        """Shape (texts, dimensions): sums of token vectors.

        Words separated by space are embedded on their own, so the row of two passages with a space between them is the
        sum of their rows.
        """
        return self._embed(texts, unit=False)

    @cached_property
    def _unfolded(self) -> Matrix:
        return self._matrix.unfolded()

    def _embed(self, texts: Sequence[str], *, unit: bool) -> Floats:
        """Words are looked up here, one batch after the other, while other threads add up the rows of those before."""
        sums = np.zeros((len(texts), self.dimensions), np.float32)
        matrix = self._matrix if len(texts) < MANY else self._unfolded
        if len(texts) <= TOGETHER:
            for first, batch in batches(texts):
                finish(self._reader.bags(batch), matrix, sums[first : first + len(batch)], unit=unit)
            return sums
        threads = cores()
        running: deque[Future[None]] = deque()
        with ThreadPoolExecutor(threads) as pool:
            for first, batch in batches(texts):
                rows = sums[first : first + len(batch)]
                running.append(pool.submit(finish, self._reader.bags(batch), matrix, rows, unit=unit))
                if len(running) > 2 * threads:
                    running.popleft().result()
            for one in running:
                one.result()
        return sums


def cores() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def finish(bags: Bags, matrix: Matrix, rows: Floats, *, unit: bool) -> None:
    """Writes the sums of the texts' rows, or their directions, to `rows`, which are zero."""
    add_up(bags, matrix, rows)
    if unit:
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        np.divide(rows, lengths, out=rows, where=lengths > 0)


def is_static(folder: Path) -> bool:
    """Whether the folder is a sentence-transformers model of static embeddings and nothing else."""
    return tuple(module["type"].rpartition(".")[2] for module in modules(folder)) in MODULES


def modules(folder: Path) -> list[dict[str, str]]:
    """What modules.json lists; nothing where there is none.

    Raises:
        ModelError: the file is not what sentence-transformers writes.
    """
    path = folder / "modules.json"
    if not path.is_file():
        return []
    try:
        return [
            {"type": str(entry["type"]), "path": str(entry["path"])}
            for entry in json.loads(path.read_bytes())
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path}: not a list of modules as sentence-transformers writes it") from error


def read_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer, without the padding and cutting that a file may ask for.

    Raises:
        ModelError: the file is missing or damaged.
    """
    if not path.is_file():
        raise ModelError(f"{path}: missing, so the model cannot be used")
    try:
        tokenizer = Tokenizer.from_buffer(path.read_bytes())
    except ValueError as error:
        raise ModelError(f"{path}: not a tokenizer ({error})") from error
    tokenizer.no_padding()
    return tokenizer
