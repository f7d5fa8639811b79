"""Negations that one side has and the other has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.polarity.phrases import Found
from auditor.polarity.reading import DEMANDING, Side, bases
from auditor.polarity.renderings import Renderings

REACH = 4
"""Words after a negation among which the negated ones are sought."""
KNOWN = 0.3
"""The root of a translation probability from which on a word counts as a rendering of another."""
CERTAIN, SURE = 0.4, 0.7
"""The same for a word that holds a negation, from which on it renders another such word, or any other word."""
HOLDING = frozenset({"words", "faint"})
"""Labels of words that hold a negation."""
NEAR = 5
"""Words around the rendering of a negated word within which a word that holds a negation may stand for the negation."""
SLACK = 1.5
"""Words by which places may differ that count as the same."""
ZONE = (3, 6)
"""Words before and after a negation whose renderings count as negated."""


@dataclass(frozen=True, slots=True)
class NegationChange:
    """A negation of one side without counterpart on the other.

    `lost`: the source has it, else the target. `mark`: its words. `negated`: the negated words; `plain`: the rendering of
    one of them, not negated, None where none has a known one. `strength`: how well `plain` renders it, in [0, 1]. `apart`: the
    difference of the relative places of the two, in [0, 1]. `doubted`: the other side has, away from `plain`, a word
    that might hold the negation.
    """

    lost: bool
    mark: Found
    negated: tuple[int, ...]
    plain: int | None
    strength: float
    apart: float
    doubted: bool


def negation_changes(source: Side, target: Side) -> list[NegationChange]:
    """Of the side that has more negations those without counterpart, the surest first, at most as many as it has more."""
    if not source.marks and not target.marks:
        return []
    ours, theirs = len(source.negations), len(target.negations)
    if ours == theirs:
        return []
    own, other = (source, target) if ours > theirs else (target, source)
    return sorted(_unmet(own, other, lost=ours > theirs), key=lambda each: -each.strength)[
        : abs(ours - theirs)
    ]


def _unmet(own: Side, other: Side, *, lost: bool) -> Iterator[NegationChange]:
    renderings = Renderings(own, other)
    denied = _denied(other)
    marked = {place for mark in other.marks for place in mark.places}
    marked |= {
        place + step
        for mark in other.marks
        if mark.label == "words"
        for place in mark.places
        for step in (1, 2)
    }
    licences = _licences(own, other, renderings, REACH + 2 if lost else REACH - 1)
    for mark in own.negations:
        scope = negated_words(own, mark)
        known = {place: _content(other, renderings.of(place)) for place in scope}
        plain = {spot for spots in known.values() for spot, value in spots.items() if value >= KNOWN}
        if _has_prefix(other, renderings, scope):
            continue
        if not plain and mark.label == "verb" and not licences and not other.negations:
            yield NegationChange(lost, mark, tuple(scope), None, 0.0, 0.0, doubted=False)
        elif plain and plain.isdisjoint(denied | marked):
            strength, spot, apart = _plain(own, other, known)
            if mark.label == "without" and not other.has_with(spot):
                continue
            if not any(abs(place - spot) <= NEAR for each in licences for place in each.places):
                yield NegationChange(lost, mark, tuple(scope), spot, strength, apart, bool(licences))


def _has_prefix(other: Side, renderings: Renderings, scope: Sequence[int]) -> bool:
    """Whether the other side has a negated word with a negative prefix (inchangée for لم يتغير)."""
    return any(
        renderings.strength(place, base) >= KNOWN
        for form in other.forms
        for base in bases(form, other.language)
        for place in scope
    )


def _content(side: Side, spots: dict[int, float]) -> dict[int, float]:
    return {spot: value for spot, value in spots.items() if side.words[spot].is_content}


def _plain(own: Side, other: Side, known: dict[int, dict[int, float]]) -> tuple[float, int, float]:
    """Of the renderings of the negated words the nearest in relative place: its strength, its place, how far it is
    beyond a word or two.
    """
    slack = SLACK / min(len(own.words), len(other.words))
    found = [
        (
            max(0.0, abs((place + 0.5) / len(own.words) - (spot + 0.5) / len(other.words)) - slack),
            -value,
            spot,
        )
        for place, spots in known.items()
        for spot, value in spots.items()
        if value >= KNOWN
    ]
    apart, strength, spot = min(found)
    return -strength, spot, apart


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
    """What on the other side may stand for a negation: all but the words that surely render a word that is not negated,
    or one that holds a negation itself.
    """
    loose = [mark for mark in other.marks if mark.label not in DEMANDING]
    if not any(mark.label in HOLDING for mark in loose):
        return loose
    holding = {place for mark in own.marks if mark.label in HOLDING for place in mark.places}
    denied = {place for mark in own.negations for place in range(mark.places[0], mark.places[-1] + reach)}
    free: set[int] = set()
    for place in range(len(own.words)):
        least = CERTAIN if place in holding or bases(own.forms[place], own.language) else SURE
        if place in holding or place not in denied:
            free.update(spot for spot, value in renderings.of(place).items() if value >= least)
    return [mark for mark in loose if mark.label not in HOLDING or mark.places[0] not in free]
