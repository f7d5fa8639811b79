"""The trained model as a folder that sentence-transformers loads: 8-bit rows with one factor a token, and the tokenizer."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer

from auditor.errors import AuditorError

MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
]
GREATEST = 127
"""Of an 8-bit integer, the same on both sides of zero."""


def save_model(
    folder: Path, tokenizer: Tokenizer, vectors: NDArray[np.float32], shares: NDArray[np.float32]
) -> None:
    """Write modules.json, tokenizer.json, model.safetensors and the settings.

    `vectors`, shape (tokens, dimensions), times `shares`, shape (tokens,), are rounded to `embeddings` (int8) times
    `weights` (float32, one a token): the names of Model2Vec, which sentence-transformers folds into one float32 matrix
    on loading. The error of a coordinate is at most 1/254 of the greatest coordinate of its row.
    """
    (folder / "1_Normalize").mkdir(parents=True, exist_ok=True)
    largest = np.abs(vectors).max(axis=1)
    weights = (np.where(largest > 0, largest, 1) / GREATEST).astype(np.float32)
    embeddings = np.rint(vectors / weights[:, None]).astype(np.int8)
    save_file({"embeddings": embeddings, "weights": weights * shares}, folder / "model.safetensors")
    (folder / "model.safetensors").chmod(0o644)  # the library leaves it readable by its owner alone
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    write_json(folder / "modules.json", MODULES)
    write_json(folder / "config_sentence_transformers.json", {"prompts": {}, "similarity_fn_name": "cosine"})
    write_json(folder / "1_Normalize" / "config.json", {})


def read_model(folder: Path) -> tuple[Tokenizer, NDArray[np.float32]]:
    """The tokenizer and the rows of a folder that `save_model` wrote.

    Raises:
        AuditorError: a file is missing.
    """
    for name in ("tokenizer.json", "model.safetensors"):
        if not (folder / name).is_file():
            raise AuditorError(
                f"{folder / name}: no such file; a training starts from a folder that one has written"
            )
    stored = load_file(folder / "model.safetensors")
    rows: NDArray[np.float32] = stored["embeddings"].astype(np.float32) * stored["weights"][:, None]
    return Tokenizer.from_file(str(folder / "tokenizer.json")), rows


def write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
