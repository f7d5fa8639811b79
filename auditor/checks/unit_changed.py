"""Units and currencies exchanged while the number stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from auditor.evidence import Evidence
from auditor.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class UnitChanged:
    """A number of the original comes back with another unit or currency.

    Why it matters: 20 million dollars are not 20 million dirhams, 40 miles not 40 kilometres, and no reader sees it.
    Flags: the same number of another unit of the same kind (miles for كيلومتر, acres for هكتار, kilos for طن, months for
    سنة, Fahrenheit for درجة مئوية), of the same unit squared or cubed (kilometres for كيلومتر مربع), power for energy, knots
    as kilometres; of another currency (dollars for درهم) or of another country's (Tunisian dinars for دينار جزائري); for each
    of something else (a day for في الساعة, a tonne for للبرميل), behind numbers and without (per hectare for الدونم); of another thing (tonnes for برميل); a percentage for a measure (42 % for 42 درجة); per cent for percentage
    points (minor), for points of an index or of another percentage; another period that an ordinal counts (first quarter for السداسي الأول, second
    century for الألفية الثانية, third month for الأسبوع الثالث); AD for قبل الميلاد; the unit that an Arabic dual names (two
    hours for دقيقتين); half for نصف نقطة مئوية, 50 points for 50 نقطة أساس beside a percentage.
    Passes: converted values (100 km = 62 miles) and amounts in another currency with another number; abbreviations and
    signs (DH, €, km²); degrees that do not say of which scale; pounds, livres and liras among each other; a rate or a country
    that only one side names.
    Known limits: a unit with a word between it and its number; units that are not in the tables; a unit of one
    thing (the price of a gramme for الكيلوغرام); a unit that is left out.
    Source: MQM, Accuracy > Mistranslation > Unit conversion. Sizes of units in quantities/data/units.toml; on 22,000
    sound pairs with numbers, of news and United Nations texts, seven findings, all of them errors of the translations.
    """

    code: ClassVar[str] = "unit-changed"
    severity: ClassVar[Severity] = Severity.MAJOR
    mqm: ClassVar[str] = "accuracy/mistranslation/unit-conversion"
    its: ClassVar[str] = "numbers"

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        for difference in evidence.quantity_differences:
            if difference.code == self.code:
                yield difference.finding()
