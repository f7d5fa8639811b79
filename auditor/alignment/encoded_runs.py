"""Runs of neighbouring sentences embedded together, for models whose vectors do not add up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from auditor.alignment.features import MOST
from auditor.alignment.sides import Runs
from auditor.bitext import Passage, span

if TYPE_CHECKING:
    from auditor.embedding import Encoder


def encoded_runs(sentences: Sequence[Passage], encoder: Encoder) -> Runs:
    """The vectors of all runs of 1, 2 … sentences, each by their first: about MOST times as much to embed."""
    return tuple(
        encoder.encode(
            [span(list(sentences[first : first + size])).text for first in range(len(sentences) + 1 - size)]
        )
        for size in range(1, min(MOST, len(sentences)) + 1)
    )
