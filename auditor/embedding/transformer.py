"""Any model that sentence-transformers loads, by name or folder, on the user's wish."""

from __future__ import annotations

import os
import urllib.error
import urllib.request
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from auditor.embedding.tokens import sound
from auditor.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

PATIENCE = 5.0
"""Seconds until the hub counts as out of reach; the libraries below try again for minutes."""

TOGETHER = 4096
"""Texts given to the library at once: it sorts them by length, and keeps a tensor for each until all are done."""

Floats = NDArray[np.float32]


class TransformerModel:
    """A sentence-transformers model.

    Raises:
        ModelError: no such folder or name, no network, or not a model.
    """

    def __init__(self, name: str) -> None:
        self._model = load(name)
        self.name = Path(name).expanduser().resolve().name if Path(name).expanduser().is_dir() else name

    @cached_property
    def dimensions(self) -> int:
        return int(self._model.encode(["one"], show_progress_bar=False).shape[1])

    def encode(self, texts: Sequence[str]) -> Floats:
        """Shape (texts, dimensions), rows of length 1; zero for a text without letters or figures."""
        worded = [place for place, text in enumerate(texts) if any(map(str.isalnum, text))]
        vectors = np.zeros((len(texts), self.dimensions), np.float32)
        for first in range(0, len(worded), TOGETHER):
            some = worded[first : first + TOGETHER]
            vectors[some] = self._model.encode(
                [sound(texts[place]) for place in some], normalize_embeddings=True, show_progress_bar=False
            )
        return vectors

    def sums(self, texts: Sequence[str]) -> Floats:
        """The embedding of each text times its number of words.

        The row of two passages together is near the sum of their rows in direction, as the embedding of a long text is
        near the mean of those of its sentences; it is not exact as with static embeddings.
        """
        words = np.array([len(text.split()) for text in texts], np.float32)
        return self.encode(texts) * words[:, None]


def load(name: str) -> SentenceTransformer:
    """The model, from the folder, from the cache of the hub, or from the hub itself.

    Raises:
        ModelError: see TransformerModel.
    """
    is_folder = Path(name).expanduser().is_dir()
    if not is_folder and looks_like_a_path(name):
        raise ModelError(
            f"{name}: no such folder; a model is a folder or a name on the Hugging Face hub, OWNER/NAME"
        )
    if is_folder:
        return read(str(Path(name).expanduser()), name, offline=True)
    try:
        return read(name, name, offline=True)
    except ModelError:
        check_hub(name)
    return read(name, name, offline=False)


def read(place: str, name: str, *, offline: bool) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        return SentenceTransformer(place, local_files_only=offline)
    except (OSError, ValueError, KeyError, RuntimeError, AttributeError, ImportError) as error:
        # What the libraries raise for a folder without a model, an unknown or closed name, damaged or foreign weights.
        reason = " ".join(str(error).split())
        raise ModelError(f"{name}: cannot be loaded as a sentence-transformers model: {reason}") from error


def looks_like_a_path(name: str) -> bool:
    return name.startswith((".", "/", "~", "\\")) or name.count("/") > 1 or "\\" in name or name.endswith("/")


def check_hub(name: str) -> None:
    """Raises ModelError where the hub cannot be reached or has no such model."""
    hub = os.environ.get("HF_ENDPOINT", "https://huggingface.co")
    if os.environ.get("HF_HUB_OFFLINE", "0") not in {"", "0"}:
        raise ModelError(
            f"{name}: no such folder and not in the cache, and HF_HUB_OFFLINE forbids to ask {hub}"
        )
    try:
        urllib.request.urlopen(f"{hub}/api/models", timeout=PATIENCE).close()  # noqa: S310, the address is the user's own
    except urllib.error.HTTPError:
        return  # an answer, whatever it says: the network is there
    except OSError as error:
        raise ModelError(
            f"{name}: no such folder, not in the cache, and {hub} cannot be reached; name a folder, or leave --model out"
        ) from error
