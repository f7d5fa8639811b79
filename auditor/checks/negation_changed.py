"""Negations that the translation drops or adds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from auditor.evidence import Evidence
from auditor.findings import Finding, Severity

if TYPE_CHECKING:
    from auditor.polarity import NegationChange, PairPolarity

CLEAR = 0.5
"""The root of the translation probability from which on a rendering surely is one."""
APART = 0.2
"""Difference of the relative places of a negation and of what is not negated up to which the two surely go together."""


@dataclass(frozen=True, slots=True)
class NegationChanged:
    """A negation of the original is missing from the translation, or the translation denies what the original says.

    Why it matters: “the minister did not resign” and “the minister resigned” differ by one word and by everything.
    Flags: لم يوقع الطرفان as “les deux parties ont signé”; “the bank cannot raise rates” where the bank can; a
    “without” that became “with”; a verb that denies whose negation is lost (“prevents” for لا يمنع); a لا … إلا
    that became “may … except” or a plain “not”; an exception (لم … سوى, باستثناء, ما لم) that became a negation or
    none; a verb that denies (امتنع عن, حالت دون) rendered by nothing that does, or by its opposite (accepted for رفض); a
    verbal noun whose negation is lost (“to leave” for عدم مغادرة); negations in either direction.
    Passes: a negation in another form (sans, absence of, unable, refuse, failed to, indétectable, peu probable, no
    longer); “only” for ne … que and لا … إلا; the ne of “avant qu’il ne parte”; لا يزال for “still”, غير أن for
    “however”; what is said the other way round with another word (“remains closed” for لم تفتح, “failed to
    obtain”); a double negation that is resolved (“allows” for لا يمنع, “made plain” for لم يخف, “only
    licensed” for لن … غير مرخصة); one “no” for two negations of a clause (no deed without … will be); “have yet to”, “had it not been for”; the
    إلا of the clock (إلا ربعا); any word of the pair that denies for a verb that does, or that limits for an
    exception; “if they do not” for ما لم, “did not award”
    for حجبت; minor at most where the verb that is denied is not rendered.
    Known limits: a translation that says nothing of what is denied; sentences where another word near the place
    could hold the negation; very free wording (“was quick” for لم يتأخر); a double negation of which the verb alone
    is lost; “will not last until” for لن تكفي إلا إلى, where “only until” is meant; a negation put before the rendering,
    unknown to the lexicon, of a word that holds one (n’a pas averti for حذرت).
    Source: MQM, Accuracy > Mistranslation. Negations are lists of words by language. Each is sought its counterpart on the
    other side, by links, by the renderings of what it negates and by its place; each counterpart answers one. Of those that
    find none a forest of decision trees tells how likely that is an error, by what is rendered where, and by how often the words
    near stand where sound translations have no negation: both learned from sound pairs of running text and of half the
    development sets and the same with negations planted (`python -m auditor.training negations`).
    """

    code: ClassVar[str] = "negation-changed"
    severity: ClassVar[Severity] = Severity.MAJOR
    mqm: ClassVar[str] = "accuracy/mistranslation"
    its: ClassVar[str] = "mistranslation"

    sure: float = 0.5  # confidence of the alignment below which nothing is compared
    least: float = 0.3  # probability of an error below which nothing is said of a negation that is lost
    added: float = 0.5  # ... of one that is added, or that one word may say
    doubtful: frozenset[str] = frozenset({"adjective", "denying"})  # what one word may say
    serious: float = 0.7  # ... from which on it is major
    short: int = 8  # words of the other side that are quoted

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        for number, polarity in evidence.polarity.items():
            if evidence.bitext.pairs[number].confidence >= self.sure:
                for change in polarity.negations:
                    unsure = not change.lost or change.mark.label in self.doubtful
                    if change.probability >= (self.added if unsure else self.least):
                        yield self._finding(polarity, change, round(change.probability, 2))

    def _finding(self, polarity: PairPolarity, change: NegationChange, confidence: float) -> Finding:
        denied, plain = polarity.denied(change)
        here, there = ("original", "translation") if change.lost else ("translation", "original")
        said = " ".join(denied.text.split())
        if len(plain.text.split()) > self.short:
            message = f"the {here} denies something (“{said}”), the {there} has no negation"
        else:
            stands = " ".join(plain.text.split())
            message = f"the {here} denies (“{said}”) what the {there} does not (“{stands}”)"
        source, target = (denied, plain) if change.lost else (plain, denied)
        severity = self.severity if confidence >= self.serious else Severity.MINOR
        return Finding(self.code, severity, message, source, target, confidence)
