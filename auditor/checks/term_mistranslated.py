"""Terms and words rendered in a wrong sense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from auditor.bitext import Passage, span
from auditor.evidence import Evidence
from auditor.findings import Finding, Severity
from auditor.terms.matching import find_form
from auditor.terms.uses import TermUse
from auditor.wrong_renderings import IN_PAIR, SURELY_TOLD, Known, WrongTerm

if TYPE_CHECKING:
    from auditor.word_alignment import WordAlignment

MEANT = 0.25
"""Probability that two linked words mean the same, from which on the target word is no stand-in for a third."""
_SAYS = {
    Known.FORBIDDEN: "“{target}” is a wrong rendering of “{source}”",
    Known.LITERAL: "“{target}” renders “{source}” word by word, in senses that it does not have there",
    Known.CALQUED: "“{target}” renders “{source}” word by word; it is a term of its own",
    Known.LISTED: "“{target}” renders “{source}” in a sense that it does not have there",
    Known.TOLD: "“{target}” renders “{source}” in another sense than the words around it tell",
}


@dataclass(frozen=True, slots=True)
class TermMistranslated:
    """A term or word of the original is rendered in a wrong sense.

    Why it matters: a fluent sentence about "the national dirt" misleads where a clumsy one would only annoy.
    Flags: التراب الوطني as "saleté nationale"; المملكة as "Empire"; a term of your own term base rendered otherwise;
    طرح الأحمال as "the offering of loads": a term of the press term base made of none of the words that render it;
    المديرية العامة للآثار as "Direction générale des effets": a part of the name of a body, or of an office, as something else;
    a term of three words or more of which one word stands for nothing that is accepted, or for nothing at all.
    Passes: every accepted rendering under inflection, case, accents and spacing; a term left to a pronoun; a name of a body
    that is shortened, an acronym, or one that is rendered by an official name of other words.
    Known limits: a wrong sense that neither a term base nor the translation lexicon knows; free renderings of
    words with many senses are passed over. A name of a body of which every part is wrong, or that stands between quotation
    marks within, is not read; renderings of its words that the tables lack are minor where no dictionary knows them.
    Source: MQM, Accuracy > Mistranslation and Terminology > Wrong term. Seven kinds of evidence, the surest first:
    a rendering that a term base forbids, a word of several senses rendered in one that is wrong where it stands, or where the words around it tell another, a term rendered by the senses that its words have alone, one rendered by words far from all accepted ones, an expression that is
    wrong in any context, a part of a name that stands for nothing of it, and a word that fits no word of the original while a word of the original lacks the rendering
    that the translation lexicon knows it by: in a lone pair, in a document only where it comes back.
    """

    code: ClassVar[str] = "term-mistranslated"
    severity: ClassVar[Severity] = Severity.MAJOR
    mqm: ClassVar[str] = "accuracy/mistranslation"
    its: ClassVar[str] = "mistranslation"

    minor_below: float = 0.7  # confidence from which on a wrong word is major where no term base knows it

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        language = evidence.bitext.target.language
        found: list[Finding] = []
        kinds = (
            self._wrong(evidence, language, Known.FORBIDDEN),
            self._wrong(evidence, language, Known.LITERAL),
            self._unmet(evidence, language),
            self._calques(evidence),
            self._wrong(evidence, language, Known.CALQUED),
            self._names(evidence),
            self._wrong(evidence, language, Known.LISTED),
            self._wrong(evidence, language, Known.TOLD),
            self._suspects(evidence),
        )
        for kind in kinds:
            found += [each for each in kind if not any(_same_error(each, other) for other in found)]
        yield from found

    def _wrong(self, evidence: Evidence, language: str, known: Known) -> Iterator[Finding]:
        """What is so known to be wrong; what stands for a name is left to the check for names."""
        for wrong in evidence.wrong_terms:
            if wrong.known is known and not wrong.is_name:
                message = _SAYS[wrong.known].format(source=wrong.source.text, target=wrong.target.text)
                better = wrong.term.preferred(language)
                severity = self._severity(wrong)
                yield Finding(
                    self.code, severity, message, wrong.source, wrong.target, wrong.confidence, better
                )

    def _severity(self, wrong: WrongTerm) -> Severity:
        if wrong.known is Known.FORBIDDEN:
            return Severity.CRITICAL if wrong.confidence >= IN_PAIR else Severity.MAJOR
        least = SURELY_TOLD if wrong.known is Known.TOLD else self.minor_below
        return Severity.MINOR if wrong.confidence < least else Severity.MAJOR

    def _unmet(self, evidence: Evidence, language: str) -> Iterator[Finding]:
        for use in evidence.term_uses.unmet:
            pair = evidence.bitext.pairs[use.pair]
            better = use.term.preferred(language)
            if pair.target is not None and better is not None:
                accepted = [each.accepted for each in evidence.term_uses.uses if each.accepted]
                target = _stand_in(evidence.word_alignments[use.pair], use, accepted) or pair.target
                message = f"“{use.source.text}” has none of its accepted renderings in this passage"
                yield Finding(self.code, Severity.MAJOR, message, use.source, target, 0.7, better)

    def _calques(self, evidence: Evidence) -> Iterator[Finding]:
        for number, calque, target in evidence.term_uses.calques:
            whole = evidence.bitext.pairs[number].source
            places = find_form(whole, calque.source, whole.language) if whole else []
            source = places[0] if places else whole
            usually = "" if places else "usually "
            message = (
                f"“{target.text}” is a literal rendering, {usually}of “{calque.source}”, that nobody writes"
            )
            yield Finding(self.code, Severity.MAJOR, message, source, target, 0.85, calque.better)

    def _names(self, evidence: Evidence) -> Iterator[Finding]:
        for each in evidence.misrendered[0]:
            message = f"“{each.wrong.text}” renders “{each.part.text}” in the name “{each.source.text}”, where it does not mean that"
            severity = Severity.MINOR if each.confidence < self.minor_below else Severity.MAJOR
            yield Finding(self.code, severity, message, each.source, each.target, each.confidence)

    def _suspects(self, evidence: Evidence) -> Iterator[Finding]:
        runs = [run.passage for pair in evidence.runs for run in pair]
        for suspect in evidence.suspects:
            if not any(run.overlaps(suspect.target) for run in runs):
                message = f"“{suspect.target.text}” stands where “{suspect.source.text}” should be rendered, and does not mean that"
                severity = Severity.MINOR if suspect.confidence < self.minor_below else Severity.MAJOR
                yield Finding(
                    self.code,
                    severity,
                    message,
                    suspect.source,
                    suspect.target,
                    suspect.confidence,
                    suspect.suggestion,
                )


def _same_error(one: Finding, other: Finding) -> bool:
    """Whether two findings speak of the same word of the original, or of the same place of the translation."""
    if one.target is None or other.target is None:
        return False
    return one.target.overlaps(other.target) or (one.source is not None and one.source == other.source)


def _stand_in(alignment: WordAlignment, use: TermUse, accepted: Sequence[Passage]) -> Passage | None:
    """What stands for a term that has no accepted rendering: target words in a row that nothing else accounts for.

    At most as many content words as the term has words; those that the word alignment finds likeliest to stand for it.
    None where every word has another counterpart.
    """
    own = [place for place, word in enumerate(alignment.source_words) if word.passage.overlaps(use.source)]
    other = {
        link.target
        for link in alignment.links
        if link.source not in own and alignment.meaning[link.source, link.target] >= MEANT
    }
    runs = [run for run in _runs(alignment, other, accepted) if own]
    if not runs:
        return None
    likely = alignment.plausibility[own].max(axis=0).tolist()
    windows = [
        run[first : first + len(own)] for run in runs for first in range(max(1, len(run) - len(own) + 1))
    ]
    best = max(windows, key=lambda window: sum(likely[place] for place in window))
    return span([alignment.target_words[place].passage for place in (best[0], best[-1])])


def _runs(alignment: WordAlignment, other: set[int], accepted: Sequence[Passage]) -> Iterator[list[int]]:
    """The content words of runs of target words that neither other words nor other terms account for."""
    run: list[int] = []
    for place, word in enumerate(alignment.target_words):
        if not word.is_content:
            continue
        if place in other or any(word.passage.overlaps(each) for each in accepted):
            if run:
                yield run
            run = []
        else:
            run.append(place)
    if run:
        yield run
