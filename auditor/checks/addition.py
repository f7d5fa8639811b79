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
    Flags: a closing paragraph that only the translation has; a newspaper's byline (as minor); a clause
    put into a sentence that is otherwise a translation.
    Passes: passages that moved from elsewhere (`moved`); sentences merged, split or lengthened in the translation; the
    words that an acronym of the original stands for.
    Known limits: one or two words added; clauses in translations so free that much else has no counterpart either.
    Source: MQM, Accuracy > Addition. Neighbouring passages without counterpart are one finding; the confidence is
    the alignment's posterior probability that they stand alone. Inside a sentence, the contiguous words with the largest
    sum of log-odds of having no counterpart, judged by a forest (`auditor.gaps`).
    """

    code: ClassVar[str] = "addition"
    severity: ClassVar[Severity] = Severity.MAJOR
    mqm: ClassVar[str] = "accuracy/addition"
    its: ClassVar[str] = "addition"

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        for run in evidence.one_sided[1]:
            if run.severity is not None:
                yield Finding(
                    self.code,
                    run.severity,
                    f"the translation has {run.words} word{'s' * (run.words != 1)} here that the original has nowhere",
                    None,
                    run.passage,
                    run.confidence,
                )
        for gap in evidence.gaps:
            if not gap.is_source:
                yield Finding(
                    self.code,
                    gap.severity,
                    f"the translation says “{gap.quotation}” here, which the original does not have",
                    gap.place,
                    gap.passage,
                    gap.confidence,
                )
