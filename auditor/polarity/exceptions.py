"""Exceptions (none but, not until) of which a translation keeps the negation and loses what it leaves out."""

from __future__ import annotations

from auditor.polarity.denial import Denials
from auditor.polarity.lists import limiting_words
from auditor.polarity.reading import DEMANDING
from auditor.polarity.relations import relation_phrases
from auditor.polarity.standing import Claim

NEGATORS = frozenset({"لا", "لم", "لن", "ليس", "ليست"})
EXCEPTING = frozenset({"except", "only", "onlyif", "unless", "until", "before", "atmost", "atleast", "while"})
"""Relations that may say what is left out."""
NEAR = 12.0
"""Words from the expected place within which the negation stands."""


def is_plain_denial(denials: Denials, claim: Claim) -> bool:
    """Whether the translation denies what the original says of one thing alone: "do not work" for لا يعمل سوى."""
    own, other, bridge = denials.own, denials.other, denials.bridge
    places = claim.mark.places
    if len(places) < 2 or own.forms[places[0]].lstrip("وف") not in NEGATORS:
        return False  # باستثناء denies nothing
    taken = {mark for one, (mark, _) in denials.met.items() if one != claim.mark}
    near = [
        mark
        for mark in other.marks
        if mark.label in DEMANDING and mark not in taken and bridge.away(mark.places[0], claim) <= NEAR
    ]
    beside = {mark.label for mark in other.marks if bridge.is_beside(mark.places[0], claim)}
    if len(near) != 1 or not beside.isdisjoint({"only", "except", "without"}):
        return False
    phrases = relation_phrases(other.language, "clear")
    said = {each.label for each in phrases.find(other.forms)}
    behind = other.forms[near[0].places[0] + 1 :]
    return said.isdisjoint(EXCEPTING) and limiting_words(other.language).isdisjoint(behind)
