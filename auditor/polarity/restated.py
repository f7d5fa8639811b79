"""Negations that the other side restates: by the date until which nothing happens, by another expression for the whole, by what
was prevented or let happen (لولا), by an obligation (cannot … without), by an exception (لا … إلا), by a warning.
"""

from __future__ import annotations

from itertools import pairwise

from auditor.polarity.denial import Denials
from auditor.polarity.expressions import is_idiom_rendered
from auditor.polarity.poles import is_turned, poles
from auditor.polarity.reading import DEMANDING
from auditor.polarity.relations import relation_phrases
from auditor.polarity.rewordings import rewording_phrases
from auditor.polarity.standing import Claim

REQUIRING = frozenset({"verb", "without"})
"""Labels of the negations that together oblige."""
OBLIGING = frozenset({"must", "onlyif", "only"})
"""Relations that they come to."""
EXCEPTING = frozenset({"except", "unless", "onlyif", "until", "before"})
"""Marks and relations that say what is excepted, or comes first."""
UNTIL = frozenset({"حتي"})
"""Arabic words before such a date."""
PAST = ("ما", "بعد")
"""Arabic words before a time that something must not go past."""
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
    if PAST in pairwise(after):
        return bool(rewording_phrases(denials.other.language, "deadlines").find(denials.other.forms))
    if not any(form in UNTIL and then[:1].isdigit() for form, then in pairwise(after)):
        return False
    said = relation_phrases(denials.other.language, "clear").find(denials.other.forms)
    return not any(each.label == "until" for each in said)


def is_averted(denials: Denials, claim: Claim) -> bool:
    """Whether the other side says what something kept from happening, or let happen, where the own side says what would have
    been but for it (لولا).
    """
    if not denials.lost:
        return False
    own, other = denials.own, denials.other
    conditions = relation_phrases(own.language, "clear").find(own.forms)
    if not any(
        each.label == "butfor" and not {*claim.mark.places}.isdisjoint(each.places) for each in conditions
    ):
        return False
    if any(
        denials.bridge.is_beside(each.places[0], claim)
        for each in rewording_phrases(other.language, "counterfactual").find(other.forms)
    ):
        return False
    said = rewording_phrases(other.language, "averting").find(other.forms)
    return any(
        denials.bridge.is_beside(each.places[0], claim) and not is_turned(other, each) for each in said
    )


def is_required(denials: Denials, claim: Claim) -> bool:
    """Whether a negation and a “without”, neither of them answered, come to an obligation: must pay to leave."""
    if not denials.lost or claim.mark.label not in REQUIRING or denials.other.negations:
        return False
    lost = {each.mark.label for each in denials.claims if each.mark not in denials.met}
    if not lost.issuperset(REQUIRING):
        return False
    other = denials.other
    phrases = relation_phrases(other.language, "clear").find(other.forms)
    return any(each.label in OBLIGING for each in phrases)


def is_excepted(denials: Denials, claim: Claim) -> bool:
    """Whether one of two negations (not … without) says what the Arabic excepts, or puts first: لا … إلا, لا … قبل."""
    if denials.lost or claim.mark.label not in REQUIRING or denials.other.language != "ar":
        return False
    behind = [mark for mark in denials.own.marks if mark.label == "without"]
    before = [mark for mark in denials.own.marks if mark.label in DEMANDING and mark.label != "without"]
    if not any(
        0 < two.places[0] - one.places[-1] <= BEHIND and claim.mark in {one, two}
        for one in before
        for two in behind
    ):
        return False
    phrases = relation_phrases("ar", "clear").find(denials.other.forms)
    said = [each for each in (*denials.other.marks, *phrases) if each.label in EXCEPTING]
    return any(denials.bridge.is_beside(each.places[-1], claim) for each in said)


def is_warned(denials: Denials, claim: Claim) -> bool:
    """Whether the Arabic warns of what the other side says must not be: حذر من الخلط, must not be confused."""
    if denials.lost or claim.mark.label != "verb" or denials.other.language != "ar":
        return False
    forbidding = rewording_phrases(denials.own.language, "prohibitions").find(denials.own.forms)
    if all({*claim.mark.places}.isdisjoint(each.places) for each in forbidding):
        return False
    warning = rewording_phrases("ar", "warning").find(denials.other.forms)
    return any(
        0 <= claim.centre - each.places[-1] <= BEHIND and denials.bridge.is_beside(each.places[0], claim)
        for each in warning
    )


def is_one_expression(denials: Denials, claim: Claim) -> bool:
    """Whether the negation is part of an expression for a pole that the other side has as well: à l'exclusion de for ولا يدخل في ذلك."""
    if denials.lost and is_idiom_rendered(denials.own, denials.other, {*claim.mark.places}):
        return True
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
