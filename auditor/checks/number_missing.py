"""Numbers that the translation leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from auditor.evidence import Evidence
from auditor.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class NumberMissing:
    """A number of the original stands nowhere in the translation.

    Why it matters: seven people killed are not "people killed"; a date without its year is another date.
    Flags: a number in digits, or a long one in words, whose value neither the pair's translation nor its neighbours have;
    a per cent sign of the translation that has no number before it.
    Passes: one, two and Arabic duals, which articles and nouns may express; round words (hundreds of); the measure in
    brackets that repeats another; identifiers (COVID-19); a pair whose two sides have nothing in common.
    Known limits: a short number in words (three) that is left out; a number that also stands nearby for something else.
    Source: MQM, Accuracy > Omission. What is found with little confidence in the alignment is minor.
    """

    code: ClassVar[str] = "number-missing"
    severity: ClassVar[Severity] = Severity.MAJOR
    mqm: ClassVar[str] = "accuracy/omission/number"
    its: ClassVar[str] = "numbers"

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        for difference in evidence.quantity_differences:
            if difference.code == self.code:
                yield difference.finding()
