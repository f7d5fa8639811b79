"""A rendering that departs from those of the other places of a document."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.bitext import Passage


@dataclass(frozen=True, slots=True)
class Departure:
    """A place of the original, what stands for it, what its other places have, in how many of how many."""

    source: Passage
    target: Passage
    usual: str
    times: int
    uses: int
