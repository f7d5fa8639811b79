"""Negations of a verb that denies (لا يمنع): a translation keeps both (does not prevent) or neither (allows), not one."""

from __future__ import annotations

from typing import NamedTuple

from auditor.polarity.denial import Denials
from auditor.polarity.echoes import FREE, said_instead
from auditor.polarity.phrases import Found
from auditor.polarity.poles import agree, poles
from auditor.polarity.reading import DEMANDING
from auditor.polarity.rewordings import rewording_phrases
from auditor.polarity.signals import HOLDING
from auditor.polarity.standing import Claim

HALVED = 0.85
"""Probability that a translation is wrong that has the verb alone."""
BEHIND = 2
"""Words behind a negation within which the verb stands: لم تعد ترفض."""
NEAR = 10.0
"""Words from the expected place within which its counterpart stands."""
LINKED, KNOWN = 0.5, 0.15
"""Score of a link, and root of a translation probability, from which on a word renders the verb."""


class Halved(NamedTuple):
    """The word of the other side that denies, None where nothing does; the probability of an error, in [0, 1]."""

    spot: int | None
    probability: float


def halved(denials: Denials, claim: Claim) -> Halved | None:
    """What a negation without sure counterpart comes to before a verb that denies; None where it stands before none, or where
    some negation may answer it.
    """
    if not denials.lost or claim.mark.label not in {"verb", "joined", "noun"}:
        return None
    verb = _denying_verb(denials, claim.mark)
    if verb is None or claim.mark in denials.met:
        return None
    if any(
        mark.label in DEMANDING and denials.bridge.is_beside(mark.places[0], claim) for mark in denials.free
    ):
        return None
    spot = _kept(denials, claim, verb)
    return Halved(None, 0.0) if spot is None else Halved(spot, HALVED)


def _denying_verb(denials: Denials, negation: Found) -> Found | None:
    """The verb that denies behind a negation, as a mark or as a word that denies."""
    own, last = denials.own, negation.places[-1]
    behind = range(last + 1, last + 1 + BEHIND)
    for mark in own.marks:
        if mark.label == "denying" and mark.places[0] in behind:
            return mark
    denying = rewording_phrases(own.language, "denials").find(own.forms[behind.start : behind.stop])
    if not denying:
        return None
    return Found("denying", tuple(last + 1 + place for place in denying[0].places))


def _kept(denials: Denials, claim: Claim, verb: Found) -> int | None:
    """The word that denies and renders the verb, or stands near and renders nothing else."""
    other, bridge = denials.other, denials.bridge
    words = rewording_phrases(other.language, "denials").find(other.forms)
    marks = [mark for mark in other.marks if mark.label in HOLDING]
    linked = {
        spot
        for place in verb.places
        for spot, score in bridge.linked.get(place, {}).items()
        if score >= LINKED
    }
    known = {
        spot for place in verb.places for spot, value in bridge.renderings.of(place).items() if value >= KNOWN
    }
    same = [Found("denying", (spot,)) for spot in sorted(linked | known) if _is_same(denials, verb, spot)]
    whole = claim._replace(mark=Found(claim.mark.label, (*claim.mark.places, *verb.places)))
    found = [
        (spot not in linked | known, bridge.away(spot, claim), spot)
        for each in (*words, *marks, *same)
        for spot in each.places
        if bridge.is_beside(spot, claim)
        and (
            spot in linked | known or (bridge.away(spot, claim) <= NEAR and not bridge.explained(spot, whole))
        )
    ]
    return min(found)[2] if found else None


def _is_same(denials: Denials, verb: Found, spot: int) -> bool:
    """Whether a word of the other side stands for the same pole as a verb."""
    is_content = denials.other.words[spot].is_content
    return is_content and any(agree(denials.own, place, denials.other, spot) for place in verb.places)


def is_affirmed(denials: Denials, claim: Claim) -> bool:
    """Whether the other side affirms what a verb denies: more words of the opposite pole than the original has.

    See `auditor.polarity.poles` for what a pole is.
    """
    ours, theirs = poles(denials.own), poles(denials.other)
    for concept in ours.keys() & theirs.keys():
        for pole in (0, 1):
            if theirs[concept][pole] or not any(
                not set(each.places).isdisjoint(claim.mark.places) for each in ours[concept][pole]
            ):
                continue
            said = theirs[concept][1 - pole]
            if len(said) > len(ours[concept][1 - pole]) and any(
                denials.bridge.away(each.places[0], claim) <= NEAR for each in said
            ):
                return True
    return False


def is_reversed(denials: Denials, claim: Claim) -> bool:
    """Whether a word of the opposite pole stands where a verb that denies should be rendered, nearer than any other word that
    denies, and renders no word of the original: accepted, for rejected.
    """
    other, bridge, verb = denials.other, denials.bridge, claim.mark.places
    if claim.mark in denials.met or any(
        mark.label in DEMANDING and bridge.is_beside(mark.places[0], claim) for mark in denials.free
    ):
        return False
    said = said_instead(denials, claim)
    if not said or any(bridge.explained(spot, claim) >= FREE for spot in said):
        return False
    holding = _holding(denials, claim)
    if any(bridge.strengths(place).get(spot, 0.0) >= KNOWN for place in verb for spot in holding):
        return False
    away = bridge.away(said[0], claim)
    return all(
        bridge.explained(spot, claim) >= FREE
        or bridge.away(spot, claim) > away
        or any(
            agree(denials.own, place, other, spot)
            for place in range(len(denials.own.words))
            if place not in verb
        )
        for spot in holding
    )


def _holding(denials: Denials, claim: Claim) -> set[int]:
    """Where in the sentence content words stand that deny, or hold a negation."""
    other, labels = denials.other, HOLDING | {"denials"} | DEMANDING
    listed = rewording_phrases(other.language, "denials").find(other.forms)
    return {
        spot
        for each in (*listed, *other.marks)
        if each.label in labels
        for spot in each.places
        if other.words[spot].is_content and denials.bridge.is_beside(spot, claim)
    }
