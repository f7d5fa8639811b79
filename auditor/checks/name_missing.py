"""Names of the original that the translation leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from auditor.evidence import Evidence
from auditor.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class NameMissing:
    """A person, place or body that the original names has no counterpart in the translation.

    Why it matters: “the minister met his counterpart in” tells nobody where; who is not named did not take part.
    Flags: ستيرنليب of the original where the translation goes on “a déclaré, président du centre”; a country of a list
    of five of which four are left; a town of the lists of Arab places that no word sounds like.
    Passes: any spelling; the name under which the other language knows a place; a nationality, a capital, an acronym or an
    initial for it; a name that the sentences before or after hold; words that only look like names.
    Known limits: names that are also common words (سعيد, كريم); names of two or three letters; a name left out of a
    sentence that has another name of the same place; nationalities; a name whose loss leaves a smooth sentence is found
    in four cases of nine only, since translations leave names to pronouns and titles as well.
    Source: MQM, Accuracy > Omission. Whether a rare word is a name is told by its letters, which a regression has
    learned; how sure the loss is, by a forest (a regression for originals in Latin letters), fitted on names taken out
    of every second sentence of pud, flores_devtest, tico19 and demetr. Major from a confidence of 0.7 on.
    """

    code: ClassVar[str] = "name-missing"
    severity: ClassVar[Severity] = Severity.MINOR
    mqm: ClassVar[str] = "accuracy/omission/entity"
    its: ClassVar[str] = "omission"

    sure: float = 0.7  # confidence from which on the finding is major

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        for each in evidence.name_differences:
            if each.kind == "missing":
                severity = Severity.MAJOR if each.confidence >= self.sure else self.severity
                shown = " ".join(each.source.text.split())
                message = f"the original names “{shown}”, and nothing in the translation stands for it"
                yield Finding(
                    self.code, severity, message, each.source, each.target, each.confidence, each.suggestion
                )
