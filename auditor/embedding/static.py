"""Static embeddings, one vector a token: no torch, loaded in a fraction of the time of a transformer.

Gives the vectors of `sentence_transformers.models.StaticEmbedding`, with or without `Normalize` after it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from auditor.embedding.matrix import read_matrix
from auditor.errors import ModelError

MODULES = {("StaticEmbedding",), ("StaticEmbedding", "Normalize")}
TOGETHER = 4096
"""Texts tokenised at once: enough for every core, few enough for any memory."""
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""JSON can carry them; UTF-8, and so the tokenizer, cannot."""

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
        self._tokenizer = read_tokenizer(inner / "tokenizer.json")

    @property
    def dimensions(self) -> int:
        return self._matrix.dimensions

    def encode(self, texts: Sequence[str]) -> Floats:
        """Shape (texts, dimensions), rows of length 1; zero for a text without known tokens."""
        sums = self.sums(texts)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        np.divide(sums, lengths, out=sums, where=lengths > 0)
        return sums

    def sums(self, texts: Sequence[str]) -> Floats:
        """Shape (texts, dimensions): sums of token vectors.

        Words separated by space are embedded on their own, so the row of two passages with a space between them is the
        sum of their rows.
        """
        sums = np.zeros((len(texts), self.dimensions), np.float32)
        for first in range(0, len(texts), TOGETHER):
            encodings = self._tokenizer.encode_batch_fast(
                sound(texts[first : first + TOGETHER]), add_special_tokens=False
            )
            for row, encoding in zip(sums[first:], encodings, strict=False):
                row[:] = self._matrix.sum(np.array(encoding.ids, np.int64))
        return sums


def sound(texts: Sequence[str]) -> list[str]:
    """The texts, of the same lengths, without what the tokenizer cannot take."""
    return [text if text.isascii() else LONE_SURROGATE.sub("\ufffd", text) for text in texts]


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
