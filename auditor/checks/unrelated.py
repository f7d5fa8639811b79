"""Two texts that are no translations of each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from auditor.alignment import STRANGERS
from auditor.evidence import Evidence
from auditor.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Unrelated:
    """The two texts do not look like translations of each other.

    Why it matters: someone took the wrong file; whatever else could be said of the two would be noise.
    Flags: an article and the translation of another one, also of the same subject; the only finding of its report.
    Passes: a translation that leaves out half of the original, has as much again of its own, or has its paragraphs in
    another order; free translations; texts of a few sentences, unless they have nothing at all in common.
    Known limits: a text of one subject is told from a translation by its sentences alone, so two reports of one event
    may pass; pairs of segments are not judged.
    Source: MQM, Accuracy. The confidence is that of a logistic regression on how much more alike aligned passages are
    than runs as long elsewhere, and on how much of them is aligned, fitted on right and on wrong pairs of aligned documents.
    """

    code: ClassVar[str] = "unrelated"
    severity: ClassVar[Severity] = Severity.CRITICAL
    mqm: ClassVar[str] = "accuracy"
    its: ClassVar[str] = "other"

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        bitext = evidence.bitext
        if bitext.strangeness >= STRANGERS:
            yield Finding(
                self.code,
                self.severity,
                "the two texts do not look like translations of each other",
                bitext.source.passage().stripped(),
                bitext.target.passage().stripped(),
                bitext.strangeness,
            )
