"""Names spelled in several ways in one document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from auditor.evidence import Evidence
from auditor.findings import Finding, Severity
from auditor.names import Deviation


@dataclass(frozen=True, slots=True)
class NameInconsistent:
    """One person, place or body of the original is spelled in two ways in the translation.

    Why it matters: a reader takes two spellings for two people, and finds one of them in no archive.
    Flags: minor: “Bourita” three times and “Burita” once for بوريطة; major: “Bourika”, which does not spell بوريطة.
    Passes: two bearers of one first name (Mohammed VI, Mohamed Salah); plurals; a name spelled one way throughout, in
    whatever convention; accents and capitals.
    Known limits: names of fewer than four letters; countries and big cities, which have several names; a name that one
    sentence has twice; a wrong spelling that is the only one.
    Source: MQM, Terminology > Inconsistent use of terminology. The suggestion is the spelling of most uses, of equally
    many the first that spells the original well by the transducer of `auditor.names`.
    """

    code: ClassVar[str] = "name-inconsistent"
    severity: ClassVar[Severity] = Severity.MINOR
    mqm: ClassVar[str] = "terminology/inconsistent-use-of-terminology"
    its: ClassVar[str] = "inconsistent-entities"

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        for each in evidence.name_deviations:
            yield self._finding(each)

    def _finding(self, each: Deviation) -> Finding:
        source, target, usual = (" ".join(one.text.split()) for one in (each.source, each.target, each.usual))
        places = f"“{usual}” in {each.times} of its {each.uses} places"
        if each.is_distorted:
            message = f"“{target}” does not spell “{source}”, which is {places}"
            return Finding(self.code, Severity.MAJOR, message, each.source, each.target, 0.85, usual)
        message = f"“{source}” is “{target}” here and {places}"
        return Finding(self.code, self.severity, message, each.source, each.target, 0.8, usual)
