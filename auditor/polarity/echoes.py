"""Words of the other side that say, by the lists of opposites, what a negation denies (recovered for لم يتعاف), or the opposite
of a verb that denies (confirmed for نفى).
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.polarity.denial import Denials
from auditor.polarity.poles import IDIOMS, is_turned, poles
from auditor.polarity.reading import PERSONS
from auditor.polarity.relations import uses
from auditor.polarity.scope import predicate
from auditor.polarity.standing import Claim

NEAR = 12.0
"""Words from the expected place within which such a word stands."""
VERBAL = frozenset({"verb", "joined"})
"""Labels of negations of a verb."""
RELATED = frozenset({"over", "under", "away"})
"""Relations that are no longer the same where one side denies them."""
BEHIND = 10
"""Words behind a negation within which it denies them."""
FIRST = 2
"""Of the words that they govern, so many tell which is the counterpart of which."""
FREE = 0.5
"""How surely a word renders another from which on it stands for that."""


def said_instead(denials: Denials, claim: Claim) -> tuple[int, ...]:
    """The places of the nearest such word; none where there is none."""
    is_denying = claim.mark.label == "denying"
    related = () if is_denying else _related(denials, claim)
    if related:
        return related
    place = claim.mark.places[0] if is_denying else _denied(denials, claim)
    found = [] if place is None else list(_said(denials, claim, place, turned=is_denying))
    return min(found, key=lambda each: denials.bridge.away(each[0], claim), default=())


def is_echoed(denials: Denials, claim: Claim) -> bool:
    """Whether the other side says what is denied, with nothing that denies it."""
    return claim.mark.label not in {"except", "denying"} and bool(said_instead(denials, claim))


def _related(denials: Denials, claim: Claim) -> tuple[int, ...]:
    """The places of a relation of the other side that the own side has behind the negation, of the same words: more than two
    years for ألا يكون قد مضى أكثر من عامين.
    """
    own, other, last = denials.own, denials.other, claim.mark.places[-1]
    if claim.mark.label not in VERBAL or own.language != "ar":
        return ()
    ours = [
        use
        for use in uses(own, -1)
        if use.relation in RELATED
        and last < use.found.places[0] <= last + BEHIND
        and not any(own.breaks_before(place) for place in range(last + 1, use.found.places[0] + 1))
    ]
    for one in ours:
        spots = {spot for place in one.governed[:FIRST] for spot in denials.bridge.strengths(place)}
        for use in uses(other, -1):
            if use.relation == one.relation and not spots.isdisjoint(use.governed):
                return use.found.places
    return ()


def _denied(denials: Denials, claim: Claim) -> int | None:
    """The first of the negated words: behind a negation of a verb a verb, or what is said with one like "be"."""
    if claim.mark.label == "except" or not claim.scope:
        return None
    first = claim.scope[0]
    if claim.mark.label in VERBAL and denials.own.language == "ar":
        is_verb = first == claim.mark.places[-1] + 1 and denials.own.forms[first][0] in PERSONS
        return first if is_verb or first == predicate(denials.own, claim.mark) else None
    return first


def _said(denials: Denials, claim: Claim, place: int, *, turned: bool) -> Iterator[tuple[int, ...]]:
    """The places of words of the pole of a word, or `turned`, of the opposite one, none of them negated, in the sentence where
    the counterpart is expected; words that render another are left out, but not for a verb that denies.
    """
    own, other, bridge = denials.own, denials.other, denials.bridge
    ours, theirs = poles(own), poles(other)
    for concept in sorted(ours.keys() & theirs.keys() - {IDIOMS}):
        for pole in (0, 1):
            if not any(place in each.places for each in ours[concept][pole]):
                continue
            for each in theirs[concept][pole ^ turned]:
                first = each.places[0]
                if (
                    bridge.is_beside(first, claim)
                    and bridge.away(first, claim) <= NEAR
                    and not is_turned(other, each)
                    and (turned or all(bridge.explained(spot, claim) < FREE for spot in each.places))
                ):
                    yield each.places
