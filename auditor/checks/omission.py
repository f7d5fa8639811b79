"""Passages of the original that the translation leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from auditor.evidence import Evidence
from auditor.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Omission:
    """A passage of the original has no counterpart in the translation.

    Why it matters: the reader of the translation cannot know that something is missing.
    Flags: a paragraph of the Arabic between two that are translated, itself translated nowhere.
    Passes: passages that moved elsewhere (`moved`); sentences merged, split or shortened in the translation; bylines,
    credits and headings of a few words.
    Known limits: a clause left out inside a sentence that is otherwise translated.
    Source: MQM, Accuracy > Omission. Neighbouring passages without counterpart are one finding; the confidence is
    the alignment's posterior probability that they stand alone.
    """

    code: ClassVar[str] = "omission"
    severity: ClassVar[Severity] = Severity.MAJOR
    mqm: ClassVar[str] = "accuracy/omission"
    its: ClassVar[str] = "omission"

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        for run in evidence.one_sided[0]:
            if run.severity is not None:
                yield Finding(
                    self.code,
                    run.severity,
                    f"the original has {run.words} words here that the translation has nowhere",
                    run.passage,
                    None,
                    run.confidence,
                )
