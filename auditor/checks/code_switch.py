"""Words of another language inside the translation."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from auditor.evidence import Evidence
from auditor.findings import Finding, Severity
from auditor.folding import folded
from auditor.language_runs import Run, join_runs, language_name

_SHARES = ((1, 0.75), (2, 0.85), (5, 0.93), (sys.maxsize, 0.98))
"""Confidence of a run of up to so many words; see `_confidence`."""


@dataclass(frozen=True, slots=True)
class CodeSwitch:
    """The translation changes into a language that is neither its own nor the original's.

    Why it matters: machine translation that goes through English leaves English in the French; a reader has to know
    both, and an editor trusts nothing around it.
    Flags: a paragraph, a clause or a phrase ("l’Africa Football Cup 2025", of which "Africa Football Cup"); one word
    that only the other language has; a country in its spelling ("Saudi Arabie"). One word is minor, more are major.
    Passes: names, brands, titles, acronyms; words that both languages spell alike; loans (week-end, coup d’État);
    a few words in quotation marks or brackets; what stands in the original letter by letter.
    Known limits: a word spelled alike in both languages is no evidence alone; foreign names of bodies that no list of
    institutions heads pass; Latin languages other than French and English are found only where they look like one.
    Source: MQM, Linguistic conventions > Textual conventions (text in a wrong language). A two-state hidden Markov
    model over words (Viterbi 1967); its figures are in `auditor.language_runs`.
    """

    code: ClassVar[str] = "code-switch"
    severity: ClassVar[Severity] = Severity.MAJOR
    mqm: ClassVar[str] = "linguistic-conventions/textual-conventions"
    its: ClassVar[str] = "inconsistency"

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        bitext = evidence.bitext
        runs = [run for each in evidence.runs for run in each if run.language != bitext.source.language]
        original = folded(bitext.source.text) if runs else ""
        for run, source in join_runs(bitext.pairs, evidence.runs):
            if run.language != bitext.source.language and folded(run.passage.text) not in original:
                severity = Severity.MINOR if run.words == 1 else self.severity
                message = _message(run, bitext.target.language)
                yield Finding(self.code, severity, message, source, run.passage, _confidence(run))


def _message(run: Run, main: str) -> str:
    what = "a word" if run.words == 1 else f"{run.words} words"
    return (
        f"the translation is in {language_name(main)}, and has {what} of {language_name(run.language)} here"
    )


def _confidence(run: Run) -> float:
    """Share of right ones by length, between what was planted in half of a development set, nearly all right, and what
    10,000 human sentences of news have: of their single words flagged three in four are foreign indeed, of short runs
    some are titles, of six words and more all are right.
    """
    return next(share for most, share in _SHARES if run.words <= most)
