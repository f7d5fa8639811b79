"""Numbers that come back with another value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from auditor.evidence import Evidence
from auditor.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class NumberChanged:
    """A number of the original has another value in the translation.

    Why it matters: a reader cannot see that 18525 was 18, that 3 milliards were millions, that the third session
    is the ninety-third; numbers are what readers quote.
    Flags: digits run together (18525 20 for 18 إلى 20), swapped (1965 for 1956), lost, added or replaced;
    another order of magnitude (5,2 % for 52 %, million for milliard); an ordinal cut short (third for 93rd).
    Passes: the same value in other digits, separators, words or roles (٢٥ = 25 = twenty-five, 1.500 = 1 500,
    الثالثة والتسعين = 93e, ثلاثة أرباع = 75 %, 15:30 = 3:30 pm); converted units and currencies; a value that the
    pair before or after has.
    Known limits: words for one and two never ask for a counterpart; where 1.500 may be 1500 or 1,5 both agree;
    two numbers that change places inside one pair agree.
    Source: MQM, Accuracy > Mistranslation > Number. Quantities are compared as sets of exact readings; what is left
    over on both sides is paired off by the cheapest corruption that leads from one to the other.
    """

    code: ClassVar[str] = "number-changed"
    severity: ClassVar[Severity] = Severity.CRITICAL
    mqm: ClassVar[str] = "accuracy/mistranslation/number"
    its: ClassVar[str] = "numbers"

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        for difference in evidence.quantity_differences:
            if difference.code == self.code:
                yield difference.finding()
