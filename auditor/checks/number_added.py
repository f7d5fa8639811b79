"""Numbers that only the translation has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from auditor.evidence import Evidence
from auditor.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class NumberAdded:
    """A number of the translation stands nowhere in the original.

    Why it matters: "12 new programmes" for "a new programme" is a fact that nobody stated.
    Flags: a number in digits, or a long one in words, whose value neither the pair's original nor its neighbours have; as minor a
    number word from three to twelve for which the original has no number left (four sides for a dual).
    Passes: one and two, where the original has a dual or a singular; a year that completes a date that both sides have;
    the measure in brackets that repeats another; identifiers; the last four, where the original names the round of a cup; a pair whose two sides have nothing in common.
    Known limits: a short number word that counts a unit; a number that also stands nearby for something else.
    Source: MQM, Accuracy > Addition. What is found with little confidence in the alignment is minor.
    """

    code: ClassVar[str] = "number-added"
    severity: ClassVar[Severity] = Severity.MAJOR
    mqm: ClassVar[str] = "accuracy/addition/number"
    its: ClassVar[str] = "numbers"

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        for difference in evidence.quantity_differences:
            if difference.code == self.code:
                yield difference.finding()
