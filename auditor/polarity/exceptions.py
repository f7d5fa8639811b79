"""Exceptions (none but, not until) of which a translation keeps the negation and loses what it leaves out."""

from __future__ import annotations

from auditor.polarity.denial import Denials
from auditor.polarity.lists import limiting_words
from auditor.polarity.reading import DEMANDING, LIMITING
from auditor.polarity.relations import relation_phrases
from auditor.polarity.standing import Claim

NEGATORS = frozenset({"لا", "لم", "لن", "ليس", "ليست"})
EXCEPTING = frozenset({"except", "only", "onlyif", "unless", "until", "before", "atmost", "atleast", "while"})
"""Relations that may say what is left out."""
NEAR = 12.0
"""Words from the expected place within which the negation stands."""
BEHIND = 12
"""Words behind the negation within which something may say what is left out."""


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
    beside = {
        mark.label
        for mark in other.marks
        if bridge.is_beside(mark.places[0], claim) and not any(map(denials.is_taken, mark.places))
    }
    if len(near) != 1 or not beside.isdisjoint({"only", "except", "without"}):
        return False
    phrases = relation_phrases(other.language, "clear")
    first = near[0].places[0] + 1
    said = {
        each.label
        for each in phrases.find(other.forms)
        if each.places[0] - first <= BEHIND and not any(map(denials.is_taken, each.places))
    }
    behind = [form for place, form in enumerate(other.forms[first:], first) if not denials.is_taken(place)]
    return said.isdisjoint(EXCEPTING) and limiting_words(other.language).isdisjoint(behind)


def is_limited_instead(denials: Denials, claim: Claim) -> bool:
    """Whether the translation limits what the original denies, and the original limits nothing: "ne sont que dissuasives" for
    غير رادعة.
    """
    spot = claim.spot
    if spot is None or claim.mark.label not in {"adjective", "verb"} or claim.mark in denials.met:
        return False
    if any(mark.label in DEMANDING for mark in denials.free):
        return False
    only = {
        place
        for each in relation_phrases(denials.other.language, "clear").find(denials.other.forms)
        for place in each.places
        if each.label == "only"
    }
    limits = [
        mark
        for mark in denials.other.marks
        if mark.label == "only"
        and mark.places[-1] == spot - 1
        and (spot - 1 in only or denials.other.forms[spot - 1] in {"que", "qu"})
    ]
    ours = sum(mark.label in LIMITING for mark in denials.own.marks)
    return bool(limits) and sum(mark.label in LIMITING for mark in denials.other.marks) > ours
