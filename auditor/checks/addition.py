"""Passages of the translation that the original does not have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from auditor.evidence import Evidence
from auditor.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Addition:
    """A passage of the translation has no counterpart in the original.

    Why it matters: what the original never said is published in its name.
    Flags: a closing paragraph that only the translation has; a newspaper's byline (as minor).
    Passes: sentences merged, split or lengthened in the translation.
    Known limits: words added inside a sentence that is otherwise a translation; a passage that moved from elsewhere.
    Source: MQM, Accuracy > Addition. Neighbouring passages without counterpart are one finding; the confidence is
    the alignment's posterior probability that they stand alone.
    """

    code: ClassVar[str] = "addition"
    severity: ClassVar[Severity] = Severity.MAJOR
    mqm: ClassVar[str] = "accuracy/addition"
    its: ClassVar[str] = "addition"

    words: int = 8  # fewer are a byline, a credit, a heading: minor
    sure: float = 0.6  # posterior below which nothing is said
    certain: float = 0.75  # below it a clause may only have moved to the sentence before or after: minor

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        for run in evidence.one_sided[1]:
            if run.words == 0 or run.confidence < self.sure:
                continue
            certain = run.words >= self.words and run.confidence >= self.certain
            severity = Severity.MAJOR if certain else Severity.MINOR
            yield Finding(
                self.code,
                severity,
                f"the translation has {run.words} words here that the original has nowhere",
                None,
                run.passage,
                run.confidence,
            )
