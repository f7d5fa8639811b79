"""Terms and words rendered in a wrong sense."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from auditor.bitext import Passage, span
from auditor.evidence import Evidence
from auditor.findings import Finding, Severity
from auditor.terms.matching import find_form
from auditor.terms.uses import TermUse

_REACH = {"pair": 0.95, "neighbour": 0.8, "document": 0.75}
LITERAL = 0.85
"""Confidence of a literal rendering: see models.md, measured on planted errors and sound translations."""


@dataclass(frozen=True, slots=True)
class TermMistranslated:
    """A term or word of the original is rendered in a wrong sense.

    Why it matters: a fluent sentence about "the national dirt" misleads where a clumsy one would only annoy.
    Flags: التراب الوطني as "saleté nationale"; المملكة as "Empire"; a term of your own term base rendered otherwise.
    Passes: every accepted rendering under inflection, case, accents and spacing; a term left to a pronoun.
    Known limits: a wrong sense that neither a term base nor the translation lexicon knows; free renderings of
    words with many senses are passed over.
    Source: MQM, Accuracy > Mistranslation and Terminology > Wrong term. Four kinds of evidence, the surest first:
    a rendering that a term base forbids, a term rendered by the senses that its words have alone, an expression that is wrong in any context, and a word that fits no word
    of the original while a word of the original lacks the rendering that the translation lexicon knows it by.
    """

    code: ClassVar[str] = "term-mistranslated"
    severity: ClassVar[Severity] = Severity.MAJOR
    mqm: ClassVar[str] = "accuracy/mistranslation"
    its: ClassVar[str] = "mistranslation"

    spread: int = 3  # words by which what stands for a term may be longer than the term

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        language = evidence.bitext.target.language
        found: list[Finding] = []
        kinds = (
            self._forbidden(evidence, language),
            self._literal(evidence, language),
            self._unmet(evidence, language),
            self._calques(evidence),
            self._suspects(evidence),
        )
        for kind in kinds:
            found += [each for each in kind if not any(_same_place(each, other) for other in found)]
        yield from found

    def _forbidden(self, evidence: Evidence, language: str) -> Iterator[Finding]:
        for wrong in evidence.term_uses.wrong:
            better = wrong.term.preferred(language)
            severity = Severity.CRITICAL if wrong.reach == "pair" else Severity.MAJOR
            message = f"“{wrong.target.text}” is a wrong rendering of {wrong.source.text}"
            yield Finding(
                self.code, severity, message, wrong.source, wrong.target, _REACH[wrong.reach], better
            )

    def _literal(self, evidence: Evidence, language: str) -> Iterator[Finding]:
        for wrong in evidence.literal_renderings:
            better = wrong.term.preferred(language)
            message = f"“{wrong.target.text}” renders {wrong.source.text} word by word, in senses that it does not have there"
            yield Finding(self.code, Severity.MAJOR, message, wrong.source, wrong.target, LITERAL, better)

    def _unmet(self, evidence: Evidence, language: str) -> Iterator[Finding]:
        for use in evidence.term_uses.unmet:
            pair = evidence.bitext.pairs[use.pair]
            better = use.term.preferred(language)
            if pair.target is not None and better is not None:
                target = self._counterpart(evidence, use) or pair.target
                message = f"{use.source.text} has none of its accepted renderings in this passage"
                yield Finding(self.code, Severity.MAJOR, message, use.source, target, 0.7, better)

    def _counterpart(self, evidence: Evidence, use: TermUse) -> Passage | None:
        """The target words linked to the term's, when they stand together; None when they are scattered."""
        alignment = evidence.word_alignments[use.pair]
        linked = [
            alignment.target_words[link.target].passage
            for link in alignment.links
            if alignment.source_words[link.source].passage.overlaps(use.source)
        ]
        if not linked:
            return None
        whole = span(sorted(linked, key=lambda passage: passage.start))
        return whole if len(whole.text.split()) <= len(use.source.text.split()) + self.spread else None

    def _calques(self, evidence: Evidence) -> Iterator[Finding]:
        for number, calque, target in evidence.term_uses.calques:
            whole = evidence.bitext.pairs[number].source
            places = find_form(whole, calque.source, whole.language) if whole else []
            source = places[0] if places else whole
            message = f"“{target.text}” is a literal rendering of {calque.source} that nobody writes"
            yield Finding(self.code, Severity.MAJOR, message, source, target, 0.85, calque.better)

    def _suspects(self, evidence: Evidence) -> Iterator[Finding]:
        runs = [run.passage for pair in evidence.runs for run in pair]
        for suspect in evidence.suspects:
            if not any(run.overlaps(suspect.target) for run in runs):
                message = f"“{suspect.target.text}” stands where {suspect.source.text} should be, and does not mean it"
                yield Finding(
                    self.code,
                    Severity.MAJOR,
                    message,
                    suspect.source,
                    suspect.target,
                    suspect.confidence,
                    suspect.suggestion,
                )


def _same_place(one: Finding, other: Finding) -> bool:
    return one.target is not None and other.target is not None and one.target.overlaps(other.target)
