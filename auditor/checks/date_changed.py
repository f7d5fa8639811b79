"""Dates of which a part has changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from auditor.evidence import Evidence
from auditor.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class DateChanged:
    """A day, month or year of a date differs between original and translation.

    Why it matters: a meeting on 13 September is missed by those who come on the 31st.
    Flags: another day (13 for 31), month (octobre for شتنبر) or year inside a date, another day of the week (Monday for
    الأربعاء), another month of the Hijri calendar (Rabi al-Thani for ربيع الأول); days of two months that have changed
    places; a period named without a number (last month for الشهر المقبل, last week for الأسبوع الأول, the start of the month
    for مطلع العام, late for مستهل) where each side names but one so; a day of the month for so many days (since the 13th for منذ 13
    يوما), a time to come for one ago; tomorrow for بعد غد, local time for غرينتش; morning for evening and another season; since for until and before for after a date; a decade as so
    many years, as an age or of another century; as minor, with the advice to check,
    3/4/2024 against 4/3/2024 where a language may put the month first.
    Passes: months of the Gregorian calendar under Maghrebi (غشت), Levantine (آب) and international (أغسطس) names;
    dates in digits against dates in words; a weekday that only one side names; ranges of days in any writing; a year that only one side states.
    Known limits: الاثنين without يوم, مساء or commas may be "the two"; Hijri months in a spelling that is not listed; hijri dates are not converted, so their parts are compared with hijri parts only; a year that stands
    alone is a number (number-changed).
    Source: MQM, Accuracy > Mistranslation > Date/time. Dates are compared part by part.
    """

    code: ClassVar[str] = "date-changed"
    severity: ClassVar[Severity] = Severity.MAJOR
    mqm: ClassVar[str] = "accuracy/mistranslation/number"
    its: ClassVar[str] = "numbers"

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        for difference in evidence.quantity_differences:
            if difference.code == self.code:
                yield difference.finding()
