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
    Flags: a paragraph of the Arabic between two that are translated, itself translated nowhere; a clause left out of
    a sentence that is otherwise translated, down to a phrase of three content words; one with a number that is lost as
    well is one finding. As minor, an adverbial, a relative clause or a member of a list from two content words on (حتى إشعار
    آخر), where a phrase begins before it and another, a mark or nothing follows, and all around it is translated: in a
    document more readily than in a lone pair. A single word without which the sentence limps: “he on shows such as Taxi”.
    Passes: passages that moved elsewhere (`moved`); sentences merged, split or shortened in the translation; bylines,
    credits and headings of a few words; what an acronym of the translation stands for; a figure said again in brackets;
    a clause that stands in the sentence before or after. “He added” without what was said is minor.
    Known limits: one word left out of a sentence that runs smoothly without it (دون عذر); clauses in translations so free
    that much else has no counterpart either; a clause whose words stand for something else in the sentence (the end of a
    verb of saying that moved).
    Source: MQM, Accuracy > Omission. Neighbouring passages without counterpart are one finding; the confidence is
    the alignment's posterior probability that they stand alone. Inside a sentence, the contiguous words with the largest
    sum of log-odds of having no counterpart, judged by a forest (`auditor.gaps`). A single word: by a small network that
    learned how sentences look from which one was taken out, and a forest over that and the word alignment around the place
    (`auditor.missing_words`); of 4,000 sound pairs seven have one, none at major.
    """

    code: ClassVar[str] = "omission"
    severity: ClassVar[Severity] = Severity.MAJOR
    mqm: ClassVar[str] = "accuracy/omission"
    its: ClassVar[str] = "omission"

    sure: float = 0.8  # confidence from which on one missing word is major

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        for run in evidence.one_sided[0]:
            if run.severity is not None:
                yield Finding(
                    self.code,
                    run.severity,
                    f"the original has {run.words} word{'s' * (run.words != 1)} here that the translation has nowhere",
                    run.passage,
                    None,
                    run.confidence,
                )
        for gap in evidence.gaps:
            if gap.is_source:
                yield Finding(
                    self.code,
                    gap.severity,
                    f"the original says “{gap.quotation}” here, which the translation leaves out",
                    gap.passage,
                    gap.place,
                    gap.confidence,
                )
        for missing in evidence.missing_words:
            severity = self.severity if missing.confidence >= self.sure else Severity.MINOR
            message = f"a word is missing {missing.shown}, where the original says “{missing.source.text}”"
            yield Finding(self.code, severity, message, missing.source, missing.place, missing.confidence)
