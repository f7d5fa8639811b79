"""Negations of a verbal noun (عدم انتظار) of which a translation has the verb alone, with nothing near that could deny it."""

from __future__ import annotations

from auditor.polarity.denial import Denials
from auditor.polarity.poles import opposite_labels
from auditor.polarity.reading import Side, bases
from auditor.polarity.rewordings import implying_places
from auditor.polarity.standing import Claim
from auditor.word_alignment import vocabulary

SURE = 0.9
"""Score of a link, or root of a translation probability, from which on a word renders the verbal noun."""
BEFORE, BEHIND = 6, 3
"""Words before that word and behind it among which nothing may deny."""
CLOSE = 2
"""Words before it among which none has a negative prefix."""


def is_bare(denials: Denials, claim: Claim) -> bool:
    """Whether the verbal noun is surely rendered, and no word near says or implies a negation."""
    spot = claim.spot
    if not denials.lost or claim.mark.label != "verbal" or spot is None or claim.mark in denials.met:
        return False
    if denials.bridge.strengths(claim.scope[0]).get(spot, 0.0) < SURE:
        return False
    other = denials.other
    around = range(max(0, spot - BEFORE), min(len(other.forms), spot + BEHIND + 1))
    if any(_denies(other, place, spot) for place in around):
        return False
    if any(_is_prefixed(other, place) for place in range(max(0, spot - CLOSE), spot + 1)):
        return False
    if not opposite_labels(denials.own, claim.scope[0], turned=True).isdisjoint(opposite_labels(other, spot)):
        return False
    held = implying_places(other.language, other.forms[around.start : around.stop])
    return held <= {spot - around.start}


def _is_prefixed(side: Side, place: int) -> bool:
    """Whether a word has a negative prefix, with or without a hyphen (nonprise en compte)."""
    ids = vocabulary(side.language).ids
    return any(base in ids for base in bases(side.forms[place], side.language))


def _denies(side: Side, place: int, but: int) -> bool:
    """Whether a word belongs to a mark of negation, other than the rendering itself."""
    return place != but and any(place in mark.places for mark in side.marks if mark.label != "neutral")
