"""What a check reports: a defect with its evidence on both sides."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from auditor.bitext import Passage


class Severity(IntEnum):
    """How much a defect harms the reader; the value is its penalty (MQM: minor 1, major 5, critical 25)."""

    MINOR = 1
    MAJOR = 5
    CRITICAL = 25

    @property
    def label(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect of the translation.

    `source` or `target` is None only where that side has nothing to show. `message` is one sentence without
    a full stop that says what the original has, what the translation has, and why it is thought wrong.
    `confidence` in [0, 1]: of the findings given 0.9, nine in ten should be right.
    `suggestion`: what the target passage should say, or None. `also`: codes of other checks that see the same error.
    """

    code: str
    severity: Severity
    message: str
    source: Passage | None
    target: Passage | None
    confidence: float
    suggestion: str | None = None
    also: tuple[str, ...] = ()
    fingerprint: str = field(default="", compare=False)  # once it is counted: auditor.fingerprints.stamped
