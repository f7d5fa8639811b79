"""Words of the original's language left in the translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from auditor.bitext import Passage
from auditor.evidence import Evidence
from auditor.findings import Finding, Severity
from auditor.folding import folded
from auditor.language_runs import Run, join_runs, language_name
from auditor.languages import language_data

_CLOSING = {"(": ")", "[": "]", "«": "»", "“": "”", '"': '"', "‘": "’", "'": "'"}
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Untranslated:
    """Words of the original stand in the translation as they were.

    Why it matters: whoever needs the translation cannot read them.
    Flags: an Arabic word or sentence inside French or English; a source sentence copied where both sides are in
    Latin letters. Three words and more are critical, fewer are major; a single word in Latin letters is minor.
    Passes: Arabic in brackets behind its rendering, or in quotation marks where the text speaks of the word itself.
    Known limits: Arabic quoted on purpose without a bracket or a word such as "slogan" beside it is flagged.
    Source: MQM, Accuracy > Untranslated. Letters settle Arabic; the rest as for code-switch.
    """

    code: ClassVar[str] = "untranslated"
    severity: ClassVar[Severity] = Severity.MAJOR
    mqm: ClassVar[str] = "accuracy/untranslated"
    its: ClassVar[str] = "untranslated"

    longest_mention: int = 6  # words

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        source_language, target = evidence.bitext.source.language, evidence.bitext.target
        for run, source in join_runs(evidence.bitext.pairs, evidence.runs):
            if run.language != source_language:
                continue
            if run.words <= self.longest_mention and is_mention(run.passage, target.language):
                continue
            severity = Severity.CRITICAL if run.words > 2 else self.severity
            if run.words == 1 and source_language != "ar":
                severity = Severity.MINOR  # a name, a term of art: letters do not tell it
            yield Finding(self.code, severity, _message(run), _place(run, source), run.passage, 0.97)


def _message(run: Run) -> str:
    what = "a word" if run.words == 1 else f"{run.words} words"
    return f"the translation leaves {what} of the {language_name(run.language)} original untranslated"


def _place(run: Run, source: Passage | None) -> Passage | None:
    """The same words in the source passage, else all of it."""
    if source is None:
        return None
    start = source.text.find(run.passage.text)
    return source if start < 0 else source.part(start, start + len(run.passage.text))


def is_mention(passage: Passage, language: str) -> bool:
    """Whether the text speaks of the foreign words: in brackets behind a rendering, or quoted beside a word like "slogan"."""
    text = passage.document.text
    before, after = text[: passage.start].rstrip(), text[passage.end :].lstrip()
    if not before or _CLOSING.get(before[-1]) != after[:1]:
        return False
    if before[-1] in "([":
        return _LETTER.search(before[-20:]) is not None
    if after[1:].lstrip().startswith("("):  # its rendering
        return True
    cues = frozenset(language_data(language, "language_runs")["mentions"])
    return not cues.isdisjoint(folded(before[-60:]).replace("'", " ").split()[-4:])
