"""What damage is: a passage that was spoiled on its way, by which kind of accident, and what it should say."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.bitext import Passage


@dataclass(frozen=True, slots=True)
class Damage:
    """`kind` is one of the keys of KINDS in `auditor.checks.text_damaged`; `meant` what the passage should say, if known.

    `certainty` in [0, 1]: of the damage given 0.9, nine in ten should be right.
    """

    kind: str
    passage: Passage
    meant: str | None = None
    certainty: float = 0.9
