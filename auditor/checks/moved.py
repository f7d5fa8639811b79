"""Passages that stand at another place in the translation than in the original."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from auditor.bitext import Passage
from auditor.evidence import Evidence
from auditor.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Moved:
    """A passage of the original stands at another place in the translation.

    Why it matters: what was said first may now come last, and "he added" or "the former" points elsewhere.
    Flags: a paragraph that the original has second and the translation last; two sentences that changed places.
    Passes: clauses that change places within a sentence, or between sentences that are merged; a heading or credit of
    a few words; sentences that the text says in several places.
    Known limits: short sentences, and passages rendered so freely that little but their place tells what they are.
    Source: MQM, Accuracy. Neighbouring passages that moved together are one finding; the confidence is that of a
    logistic regression on similarity against the next best candidates, length and numbers, fitted on aligned
    documents whose passages were moved.
    """

    code: ClassVar[str] = "moved"
    severity: ClassVar[Severity] = Severity.MINOR
    mqm: ClassVar[str] = "accuracy"
    its: ClassVar[str] = "other"

    shown: int = 6  # words of the passage before

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        for run in evidence.moved:
            if run.is_told:
                original, translation = (self._place(passage) for passage in run.after)
                message = f"stands {original} in the original, {translation} in the translation"
                yield Finding(self.code, self.severity, message, run.source, run.target, run.confidence)

    def _place(self, before: Passage | None) -> str:
        if before is None:
            return "first"
        words = before.text.split()
        return f"after “{' '.join(words[-self.shown :])}”"
