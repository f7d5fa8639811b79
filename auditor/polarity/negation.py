"""Negations that one side has and the other has not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.polarity.phrases import Found
from auditor.polarity.reading import DEMANDING, Side
from auditor.polarity.renderings import Renderings

REACH = 4
"""Words after a negation among which the negated ones are sought."""
KNOWN = 0.3
"""The root of a translation probability from which on a word counts as a rendering of another."""
CERTAIN = 0.4
"""The same for a word that holds a negation and is said to render another such word."""
NEAR = 5
"""Words around the rendering of a negated word within which a word that holds a negation may stand for the negation."""
ZONE = (3, 6)
"""Words before and after a negation whose renderings count as negated."""


@dataclass(frozen=True, slots=True)
class NegationChange:
    """A negation of one side without counterpart on the other.

    `lost`: the source has it, else the target. `mark`: its words. `negated`: the negated word, None where none of those
    after it has a known rendering; `plain`: that rendering, not negated. `next_word`: the negated word is the first
    after the negation. `strength`: how well `plain` renders it, in [0, 1]. `doubted`: the other side has, away from
    `plain`, a word that might hold the negation.
    """

    lost: bool
    mark: Found
    negated: int | None
    plain: int | None
    next_word: bool
    strength: float
    doubted: bool


def negation_changes(source: Side, target: Side) -> list[NegationChange]:
    """Of the side that has more negations those without counterpart, the surest first, at most as many as it has more."""
    ours, theirs = len(source.negations), len(target.negations)
    if ours == theirs:
        return []
    own, other = (source, target) if ours > theirs else (target, source)
    found = _unmet(own, other, lost=ours > theirs)
    return sorted(found, key=lambda each: -each.strength)[: abs(ours - theirs)]


def _unmet(own: Side, other: Side, *, lost: bool) -> list[NegationChange]:
    renderings = Renderings(own, other)
    denied = _denied(other)
    marked = {place for mark in other.marks for place in mark.places}
    licences = _licences(own, other, renderings, REACH + 2 if lost else REACH - 1)
    found = []
    for mark in own.negations:
        scope = negated_words(own, mark)
        known = [(renderings.of(place), place) for place in scope]
        plain = {spot for spots, _ in known for spot, value in spots.items() if value >= KNOWN}
        if not plain.isdisjoint(denied | marked):
            continue
        if not plain:
            if not licences and not other.negations:
                found.append(NegationChange(lost, mark, None, None, False, 0.0, False))
            continue
        change = _plain(own, other, mark, known)
        if not any(abs(place - (change.plain or 0)) <= NEAR for each in licences for place in each.places):
            first = change.negated == scope[0]
            found.append(
                NegationChange(lost, mark, change.negated, change.plain, first, change.strength, bool(licences))
            )
    return found


@dataclass(frozen=True, slots=True)
class _Plain:
    negated: int
    plain: int
    strength: float


def _plain(own: Side, other: Side, mark: Found, known: Sequence[tuple[dict[int, float], int]]) -> _Plain:
    """The best rendering of a negated word, the nearest in relative place where it stands several times."""
    strength, place = max((max(spots.values(), default=0.0), -order) for order, (spots, _) in enumerate(known))
    spots, negated = known[-place]
    likely = (mark.places[0] + 0.5) / len(own.words) * len(other.words)
    plain = min((spot for spot in spots if spots[spot] == strength), key=lambda spot: abs(spot - likely))
    return _Plain(negated, plain, strength)


def negated_words(side: Side, mark: Found) -> list[int]:
    """The content words that a negation denies: those within it and the next ones up to a punctuation mark, at most
    two, of an Arabic adjective one.
    """
    first, last = mark.places[0], mark.places[-1]
    places = [place for place in range(first + 1, last) if place not in mark.places]
    for place in range(last + 1, min(len(side.words), last + 1 + REACH)):
        if side.breaks_before(place):
            break
        places.append(place)
    most = 1 if mark.label == "adjective" else 2
    return [place for place in places if side.words[place].is_content][:most]


def _denied(side: Side) -> set[int]:
    """The places around its negations."""
    return {
        place
        for mark in side.negations
        for place in range(mark.places[0] - ZONE[0], mark.places[-1] + ZONE[1] + 1)
    }


def _licences(own: Side, other: Side, renderings: Renderings, reach: int) -> list[Found]:
    """What on the other side may stand for a negation: all but the words that render a word that is not negated."""
    denied = {
        place for mark in own.negations for place in range(mark.places[0], mark.places[-1] + reach)
    }
    free: dict[int, float] = {}
    loose = [mark for mark in other.marks if mark.label not in DEMANDING]
    if any(mark.label in {"words", "faint"} for mark in loose):
        for place in range(len(own.words)):
            if place not in denied:
                for spot, value in renderings.of(place).items():
                    free[spot] = max(value, free.get(spot, 0.0))
    return [
        mark
        for mark in loose
        if mark.label not in {"words", "faint"} or free.get(mark.places[0], 0.0) < CERTAIN
    ]
