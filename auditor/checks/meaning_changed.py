"""Passages that say something else than the original, or its opposite."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from auditor.bitext import Pair, Passage
from auditor.evidence import Evidence
from auditor.findings import Finding, Severity

if TYPE_CHECKING:
    from auditor.polarity import Opposite, PairPolarity


@dataclass(frozen=True, slots=True)
class MeaningChanged:
    """The translation says the opposite of the original, or has nothing to do with it.

    Why it matters: “exports rose” for “exports fell” reads well and is false; a sentence that belongs elsewhere, or whose
    words are out of order, tells the reader nothing of the original.
    Flags: ارتفعت as “ont baissé”; “unable” for قادر; relations turned round: قبل as “after”, رغم as “thanks to”, ما
    لم as “if”, إلا بموافقته as “even with their consent”, أكثر من 70 as “fewer than 70”, دون المعدل as “above average”, “thanks to” for بمنأى عن,
    “until” for ما دام, “notably” for باستثناء, قبل موعدها as “behind schedule”, “at most” for على الأقل, “may” for يجب, “all
    but three” for سوى ثلاثة, “at least 40” for لا يغطي أكثر من 40, “only during” for إلا بعد; “had run out” for كادت تنفد; opposites
    that changed places (rose to 96 after falling to 64, the other way round), or of which the translation has one
    too many (two requests refused, one of them granted); a contrast turned round (loans, not grants, for منح لا
    قروض) or of which nothing is denied any more (by this and that for لم … وإنما); a segment with the translation
    of another; set expressions with their contraries (“found guilty” for برأت, “spared” for لم تسلم من,
    “not” for لا يقتصر); words in an order that nobody writes; minor: a statement that became a question.
    Passes: an opposite with a negation (لم ينخفض for “remained high”, “peu connu” for مجهول; “only after” for لا …
    قبل); both words in either text; a relation said in another way (il y a, no later than for قبل); a rendering
    that the translation lexicon knows, or that renders another word of the original by its links, the poles
    of both or the inventory of senses (breach for إخلال beside التزام); numbers, names or headings of a few words; text left in the source language,
    which `untranslated` reports; passages of a document that stand alone, which are omissions and additions; words out of
    order because one is missing, which `omission` reports.
    Known limits: opposites that are not listed, or whose words stand far apart in the two texts; relations that are
    left out or become “and” (بدلا من); a pair replaced by one of the same subject; a modest change of meaning.
    Source: MQM, Accuracy > Mistranslation. Opposites are 672 pairs of word lists in three languages; words
    to which a word of the same pole answers are set aside, the others judged by a logistic regression fitted on sound pairs and
    the same with a word turned round. Set expressions are 54 pairs of lists, told
    where neither side has any other word of the pair. Relations are 55 lists; one is turned round where its contrary governs the counterparts
    of what it governs and nothing near says it. Of 12,000 sound pairs of running text 0.15 % have a relation so told, of
    4,214 sound segments 0.3 % any opposite or relation, 0.15 % as major; of 156 sentences with one turned round that nothing
    was fitted to, two in three are found. That a pair does not belong together is the calibrated
    probability that the aligner gives it; fewer than 0.1 % of sound pairs are below the limit. Order is judged by links
    of the word alignment and by determiners before words that never follow them.
    """

    code: ClassVar[str] = "meaning-changed"
    severity: ClassVar[Severity] = Severity.MAJOR
    mqm: ClassVar[str] = "accuracy/mistranslation"
    its: ClassVar[str] = "mistranslation"

    sure: float = 0.6  # confidence of the alignment from which on words are compared
    strange: float = 0.12  # confidence of a lone pair below which it does not belong together
    stranger: float = 0.02  # ... below which that is critical
    least: int = 4  # words on either side of a pair that is judged as a whole
    likely: float = 0.5  # probability of an error from which on opposites are told
    serious: float = 0.7  # ... from which on they are major
    missing: float = 0.7  # confidence from which on a word is missing
    few: int = 2  # seams that limp, above which the words are out of order

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        for difference in evidence.quantity_differences:
            if difference.code == self.code:
                yield difference.finding()
        pairs = evidence.bitext.pairs
        for number, pair in enumerate(pairs):
            if pair.source is None or pair.target is None:
                continue
            if len(pairs) == 1 and self._is_strange(evidence, pair):
                yield self._strange(pair.source, pair.target, pair.confidence)
            elif pair.confidence >= self.sure:
                polarity = evidence.polarity[number]
                if not (polarity.is_scrambled and self._lacks_a_word(evidence, pair.target)):
                    yield from self._compared(polarity, pair.source, pair.target)

    def _lacks_a_word(self, evidence: Evidence, target: Passage) -> bool:
        """Whether the order of the words is as it is because one of them is missing."""
        return any(
            each.place.overlaps(target) and each.torn <= self.few and each.confidence >= self.missing
            for each in evidence.missing_words
        )

    def _is_strange(self, evidence: Evidence, pair: Pair) -> bool:
        words = evidence.word_alignments[0]
        foreign = sum(run.passage.end - run.passage.start for run in evidence.runs[0])
        target = pair.target
        return (
            pair.confidence < self.strange
            and target is not None
            and min(len(words.source_words), len(words.target_words)) >= self.least
            and foreign * 2 < target.end - target.start
        )

    def _strange(self, source: Passage, target: Passage, confidence: float) -> Finding:
        severity = Severity.CRITICAL if confidence < self.stranger else self.severity
        message = (
            "the translation does not say what the original says: the two have next to nothing in common"
        )
        return Finding(self.code, severity, message, source, target, round(1 - confidence, 4))

    def _compared(self, polarity: PairPolarity, source: Passage, target: Passage) -> Iterator[Finding]:
        if polarity.is_scrambled:
            message = "the words of the translation stand in an order in which they make no sense"
            yield Finding(self.code, self.severity, message, source, target, 0.85)
            return
        for opposite in polarity.opposites:
            if opposite.probability >= self.likely:
                yield self._opposite(polarity, opposite)
        for asks, states, one, other in (
            ("original", "translation", source, target),
            ("translation", "original", target, source),
        ):
            if _asks(one) and _states(other):
                message = f"the {asks} asks where the {states} states"
                yield Finding(self.code, Severity.MINOR, message, source, target, 0.6)

    def _opposite(self, polarity: PairPolarity, opposite: Opposite) -> Finding:
        source, target = polarity.source.passage(opposite.source), polarity.target.passage(opposite.target)
        said, means = (" ".join(side.text.split()) for side in (target, source))
        return Finding(
            self.code,
            self.severity if opposite.probability >= self.serious else Severity.MINOR,
            f"the original says “{means}”, the translation the opposite, “{said}”",
            source,
            target,
            round(opposite.probability, 2),
        )


def _asks(passage: Passage) -> bool:
    return not {"?", "؟"}.isdisjoint(passage.text)


def _states(passage: Passage) -> bool:
    """Whether it asks nothing and ends like a sentence, perhaps with a quotation mark after."""
    return not _asks(passage) and passage.text.rstrip(' \u00a0\u202f"»”’)').endswith((".", "!", "…"))
