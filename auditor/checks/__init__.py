"""The checks: one file, one class, one code. To add one: its file, a line in CHECKS, its cases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Protocol

from auditor.checks.acronym_changed import AcronymChanged
from auditor.checks.addition import Addition
from auditor.checks.code_switch import CodeSwitch
from auditor.checks.date_changed import DateChanged
from auditor.checks.meaning_changed import MeaningChanged
from auditor.checks.moved import Moved
from auditor.checks.name_changed import NameChanged
from auditor.checks.name_inconsistent import NameInconsistent
from auditor.checks.name_missing import NameMissing
from auditor.checks.negation_changed import NegationChanged
from auditor.checks.number_added import NumberAdded
from auditor.checks.number_changed import NumberChanged
from auditor.checks.number_missing import NumberMissing
from auditor.checks.omission import Omission
from auditor.checks.repetition import Repetition
from auditor.checks.term_inconsistent import TermInconsistent
from auditor.checks.term_mistranslated import TermMistranslated
from auditor.checks.text_damaged import TextDamaged
from auditor.checks.unit_changed import UnitChanged
from auditor.checks.unrelated import Unrelated
from auditor.checks.untranslated import Untranslated
from auditor.evidence import Evidence
from auditor.findings import Finding, Severity


class Check(Protocol):
    """Judges the evidence of a bitext; its class docstring is its manual page."""

    code: ClassVar[str]
    severity: ClassVar[Severity]  # the usual one; a finding may differ
    mqm: ClassVar[str]  # path in the MQM typology
    its: ClassVar[str]  # ITS 2.0 locQualityIssueType

    def find(self, evidence: Evidence) -> Iterator[Finding]: ...


# In the order of `auditor explain`.
CHECKS: tuple[Check, ...] = (
    CodeSwitch(),
    Untranslated(),
    NumberChanged(),
    NumberMissing(),
    NumberAdded(),
    DateChanged(),
    UnitChanged(),
    TermMistranslated(),
    TermInconsistent(),
    NameChanged(),
    NameMissing(),
    NameInconsistent(),
    AcronymChanged(),
    NegationChanged(),
    MeaningChanged(),
    Omission(),
    Addition(),
    Moved(),
    Unrelated(),
    Repetition(),
    TextDamaged(),
)
