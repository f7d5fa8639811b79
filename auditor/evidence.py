"""What the checks look at in a bitext, each read once, on demand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.bitext import Bitext

if TYPE_CHECKING:
    from auditor.embedding import Encoder


@dataclass(frozen=True)
class Evidence:
    """The bitext and, computed when first asked for, what the rooms read in it."""

    bitext: Bitext
    encoder: Encoder
