"""Two opposites of one pair that change places: rose to 96 after falling to 64 for fell to 96 after rising to 64."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.polarity.phrases import Found
from auditor.polarity.poles import Poles, is_turned
from auditor.polarity.reading import Side
from auditor.word_alignment import WordAlignment

SAME = 0.5
"""Probability that two words mean the same from which on they count as counterparts."""
WITHIN = 6
"""Words after an opposite that may tell what it is said of."""
BEFORE = 2
"""Words before an adjective among which the noun stands."""
LEAST = 2
"""Words by which an opposite must stand nearer to what the other is said of."""


class Exchange(NamedTuple):
    """Both opposites of the source, and of the target the words that stand where they should."""

    source: tuple[Found, Found]
    target: tuple[Found, Found]


def exchanges(
    source: Side, target: Side, alignment: WordAlignment, here: Poles, there: Poles
) -> Iterator[Exchange]:
    """The pairs of opposites of which both sides have each once, and the target each where the other should be.

    `here` and `there`: the poles of both sides.
    """
    for concept in sorted(here.keys() & there.keys()):
        ours, theirs = here[concept], there[concept]
        if any(len(pole) != 1 for pole in (*ours, *theirs)):
            continue
        (one,), (other,) = ours
        (first,), (second,) = theirs
        if one.places == other.places or first.places == second.places:
            continue
        turned = [
            is_turned(side, each)
            for side, each in ((source, one), (source, other), (target, first), (target, second))
        ]
        if any(turned):
            continue
        if _is_exchanged(source, target, alignment, (one, other), (first, second)):
            yield Exchange((one, other), (second, first))


def _is_exchanged(
    source: Side,
    target: Side,
    alignment: WordAlignment,
    ours: tuple[Found, Found],
    theirs: tuple[Found, Found],
) -> bool:
    if any(
        _stays(source, target, alignment, one, first, second)
        for one, first, second in zip(ours, theirs, theirs[::-1], strict=True)
    ):
        return False
    spots = [_said_of(source, target, alignment, one, other) for one, other in (ours, ours[::-1])]
    spots = [[spot for spot in each if spot not in spots[1 - index]] for index, each in enumerate(spots)]
    if not all(spots):
        return False
    further = [
        _distance(each, mine) - _distance(each, other)
        for each, mine, other in zip(theirs, spots, spots[::-1], strict=True)
    ]
    return min(further) > 0 and max(further) >= LEAST


def _said_of(source: Side, target: Side, alignment: WordAlignment, one: Found, other: Found) -> list[int]:
    """Where in the target the counterparts stand of what the one is said of: numbers, where there are any."""
    last = one.places[-1]
    places = range(last + 1, min(len(source.words), last + 1 + WITHIN))
    if last < other.places[0]:
        places = range(last + 1, min(places.stop, other.places[0]))
    places = range(last + 1, next(filter(source.breaks_before, places), places.stop))
    found = [
        (place, spot)
        for place in places
        if source.words[place].is_content
        for spot in range(len(target.words))
        if target.words[spot].is_content and _is_same(source, target, alignment, place, spot)
    ]
    numbers = [spot for place, spot in found if source.words[place].is_number]
    return numbers or [spot for _, spot in found]


def _stays(  # noqa: PLR0917
    source: Side, target: Side, alignment: WordAlignment, one: Found, first: Found, second: Found
) -> bool:
    """Whether what stands right before an opposite, the noun of an adjective, does so about `first` rather than `second`."""
    start = one.places[0]
    places = range(start - 1, max(-1, start - 1 - BEFORE), -1)
    spots = [
        spot
        for place in places
        if source.words[place].is_content
        and not any(source.breaks_before(each) for each in range(place + 1, start + 1))
        for spot in range(len(target.words))
        if target.words[spot].is_content and _is_same(source, target, alignment, place, spot)
    ]
    return bool(spots) and _distance(first, spots) < _distance(second, spots)


def _is_same(source: Side, target: Side, alignment: WordAlignment, place: int, spot: int) -> bool:
    one, other = source.words[place], target.words[spot]
    if one.is_number or other.is_number:
        return one.is_number and other.is_number and _figure(source, place) == _figure(target, spot)
    return float(alignment.meaning[place, spot]) >= SAME


def _figure(side: Side, place: int) -> str:
    """The digits of a number whose first group stands at a place: those of 1,250 are two words."""
    words = side.words
    digits = words[place].stem
    while (
        place + 1 < len(words)
        and words[place + 1].is_number
        and words[place + 1].start - words[place].end == 1
    ):
        place += 1
        digits += words[place].form
    return digits


def _distance(each: Found, spots: Sequence[int]) -> int:
    return min(abs(place - spot) for place in each.places for spot in spots)
