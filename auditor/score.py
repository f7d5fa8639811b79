"""The score of a translation: the penalty of its findings against its length, in the manner of MQM."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.findings import Finding, Severity

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_WORD = re.compile(rf"\w[\w{_MARKS}]*(?:['’.]\w[\w{_MARKS}]*|(?<=\d)[,٫٬]\d+)*")


@dataclass(frozen=True, slots=True)
class Score:
    """Findings by severity in a translation of `words` words."""

    critical: int
    major: int
    minor: int
    words: int

    @property
    def penalty_per_100_words(self) -> float:
        """100 · (25 · critical + 5 · major + 1 · minor) / words, 0 at best, without upper bound; two decimals.

        The absolute penalty total over the evaluation word count of MQM's raw scoring model
        (Lommel et al. 2024, arXiv 2405.16969; severity multipliers 1, 5, 25), with the translation's words
        as the count. A translation without a word counts as one.
        """
        total = Severity.CRITICAL * self.critical + Severity.MAJOR * self.major + Severity.MINOR * self.minor
        return round(100 * total / max(self.words, 1), 2)


def score(findings: Iterable[Finding], translation: str) -> Score:
    counts = dict.fromkeys(Severity, 0)
    for finding in findings:
        counts[finding.severity] += 1
    return Score(
        counts[Severity.CRITICAL], counts[Severity.MAJOR], counts[Severity.MINOR], count_words(translation)
    )


def count_words(text: str) -> int:
    """Words by the word boundaries of Unicode (UAX #29) for Arabic and Latin script.

    Letters, digits and their marks; an apostrophe or full stop between letters and a comma between digits do
    not divide a word (l’article, U.S, 3,5), a hyphen does.
    """
    return sum(1 for _ in _WORD.finditer(text))


def signature(version: str, model: str, checks: Sequence[str], known: Sequence[str], **more: str) -> str:
    """What a score depends on, on one line, after sacrebleu's: `auditor:0.1.0|model:…|checks:all|…`.

    `checks` are the codes that ran, written `all` where they are all the `known` ones; `more` names further
    parts, in the order given.
    """
    ran = "all" if set(checks) == set(known) else "+".join(checks)
    parts = {"auditor": version, "model": model, "checks": ran, **more}
    return "|".join(f"{name}:{value.replace('|', '/')}" for name, value in parts.items())
