"""Vectors of passages in any of the three languages, near each other where the passages say the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHIPPED = Path(__file__).parent.parent / "models" / "ar-fr-en"


class Encoder(Protocol):
    """What the audit needs of an embedding model."""

    @property
    def name(self) -> str:
        """As it stands in the signature of a report."""

    @property
    def dimensions(self) -> int:
        """The length of every vector."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape (texts, dimensions); rows of length 1, zero where a text has no words."""

    def sums(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape (texts, dimensions); the row of a passage is (nearly) the sum of the rows of its parts."""


def load_encoder(name: str | None) -> Encoder:
    """The model of this name or folder; None is the one that the package carries.

    A folder of static embeddings (one vector a token) is read without torch, everything else by sentence-transformers.

    Raises:
        ModelError: there is no such model, or it cannot be reached or used.
    """
    from auditor.embedding.static import StaticModel, is_static

    folder = SHIPPED if name is None else Path(name).expanduser()
    if name is None or is_static(folder):
        return StaticModel(folder)
    from auditor.embedding.transformer import TransformerModel

    return TransformerModel(name)


__all__ = ["SHIPPED", "Encoder", "load_encoder"]
