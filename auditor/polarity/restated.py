"""Negations that the other side restates: by the date until which nothing happens, by another expression for the whole."""

from __future__ import annotations

from itertools import pairwise

from auditor.polarity.denial import Denials
from auditor.polarity.poles import is_turned, poles
from auditor.polarity.reading import DEMANDING
from auditor.polarity.relations import relation_phrases
from auditor.polarity.standing import Claim

UNTIL = frozenset({"حتي"})
"""Arabic words before such a date."""
BEHIND = 16
"""Words after a negation among which the date stands."""
NEAR = 11.0
"""Words from the expected place within which the other expression stands."""


def is_dated(denials: Denials, claim: Claim) -> bool:
    """Whether what does not happen until a date happens then, on the other side, which denies nothing: لم … حتى 19 يناير."""
    if not denials.lost or claim.mark.label != "verb":
        return False
    if any(mark.label in DEMANDING for mark in denials.free):
        return False
    last = claim.mark.places[-1]
    after = denials.own.forms[last + 1 : last + 1 + BEHIND]
    if not any(form in UNTIL and then[:1].isdigit() for form, then in pairwise(after)):
        return False
    said = relation_phrases(denials.other.language, "clear").find(denials.other.forms)
    return not any(each.label == "until" for each in said)


def is_one_expression(denials: Denials, claim: Claim) -> bool:
    """Whether the negation is part of an expression for a pole that the other side has as well: à l'exclusion de for ولا يدخل في ذلك."""
    ours = poles(denials.own)
    whole = [
        (concept, pole)
        for concept, both in ours.items()
        for pole in (0, 1)
        for each in both[pole]
        if len(each.places) > 1 and not {*claim.mark.places}.isdisjoint(each.places)
    ]
    if not whole:
        return False
    theirs = poles(denials.other)
    return any(
        denials.bridge.away(each.places[0], claim) <= NEAR and not is_turned(denials.other, each)
        for concept, pole in whole
        if concept in theirs
        for each in theirs[concept][pole]
    )
