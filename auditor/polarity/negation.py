"""Negations that one side has and the other has not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.polarity.bare import is_bare
from auditor.polarity.denial import SINGULAR, Denials
from auditor.polarity.doubled import halved, is_affirmed, is_reversed
from auditor.polarity.echoes import is_echoed, said_instead
from auditor.polarity.exceptions import is_limited_instead, is_plain_denial
from auditor.polarity.excuses import is_excused
from auditor.polarity.phrases import Found
from auditor.polarity.reading import DEMANDING, Side
from auditor.polarity.rewordings import is_refused, weighed
from auditor.polarity.standing import Claim, are_linked
from auditor.polarity.verdicts import verdicts
from auditor.word_alignment import WordAlignment

REVERSED = 0.8
"""Probability that a verb that denies is wrong where its opposite stands."""
BARE = 0.8
"""Probability that a negation of a verbal noun is wrong of which the translation has the verb alone."""
ECHOED, DOUBTED = 0.6, 0.2
"""The least probability of a negation of a verb of which the translation says what it denies, by the lists, and that of the
forest from which on it is asked.
"""
PLAINLY = 0.85
"""Probability that an exception is wrong of which the translation has the negation alone."""


@dataclass(frozen=True, slots=True)
class NegationChange:
    """A negation of one side without counterpart on the other.

    `lost`: the source has it, else the target. `mark`: its words. `negated`: the negated words; `plain`: the rendering of
    one of them, not negated, None where none has a known one. `probability`: that it is an error, in [0, 1]. `said`: where the
    other side says what is denied, or the opposite of a verb that denies, by the lists of opposites; often nowhere.
    """

    lost: bool
    mark: Found
    negated: tuple[int, ...]
    plain: int | None
    probability: float
    said: tuple[int, ...] = ()


def negation_changes(source: Side, target: Side, alignment: WordAlignment) -> list[NegationChange]:
    """The negations without sure counterpart of either side, the surest first."""
    singular = any(mark.label in SINGULAR for mark in source.marks)
    if not (singular or source.negations or target.negations):
        return []
    linked = are_linked(source, target, alignment.links)
    found: list[NegationChange] = []
    for lost in (True,) if linked else (True, False):
        own, other = (source, target) if lost else (target, source)
        if not own.negations and not (lost and singular):
            continue
        denials = Denials(own, other, alignment, lost=lost)
        sure = list(_surely_lost(denials)) if lost else []
        found += sure
        for claim in denials.candidates():
            if any(each.mark == claim.mark for each in sure):
                continue
            if not linked or claim.mark.label in SINGULAR:
                half = halved(denials, claim)
                likely = half.probability if half else _probability(denials, claim)
                spot = half.spot if half else claim.spot
                said = said_instead(denials, claim) if likely and lost else ()
                found.append(NegationChange(lost, claim.mark, claim.scope, spot, likely, said))
    return sorted([each for each in found if each.probability], key=lambda each: -each.probability)


def _surely_lost(denials: Denials) -> Iterator[NegationChange]:
    """The exceptions that became plain denials, and the verbs that deny that became their opposites, whatever may answer them."""
    for claim in denials.doubtful():
        if is_plain_denial(denials, claim):
            yield NegationChange(denials.lost, claim.mark, claim.scope, claim.spot, PLAINLY)
    for claim in denials.claims:
        if claim.mark.label == "denying" and is_reversed(denials, claim):
            said = said_instead(denials, claim)
            yield NegationChange(denials.lost, claim.mark, claim.scope, claim.spot, REVERSED, said)


def _probability(denials: Denials, claim: Claim) -> float:
    """That a negation without sure counterpart is an error, in [0, 1]."""
    if is_bare(denials, claim):
        return BARE
    if is_excused(denials, claim):
        return 0.0
    likely = verdicts().probability(denials, claim)
    if likely >= DOUBTED and _is_plainly_said(denials, claim):
        likely = max(likely, ECHOED)
    if (
        (claim.mark.label == "except" and is_plain_denial(denials, claim))
        or (claim.mark.label == "denying" and is_affirmed(denials, claim))
        or (denials.lost and is_limited_instead(denials, claim))
    ):
        likely = max(likely, PLAINLY)
    return weighed(denials, claim, likely)


def _is_plainly_said(denials: Denials, claim: Claim) -> bool:
    """Whether the translation says what a verb denies, and has nothing that could deny it."""
    return (
        denials.lost
        and claim.mark.label in {"verb", "joined"}
        and claim.mark not in denials.met
        and not any(mark.label in DEMANDING for mark in denials.free)
        and is_echoed(denials, claim)
        and not is_refused(denials, claim)
    )
