"""What on one side of a pair may stand for the negations of the other, and what belongs to which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.polarity.phrases import Found
from auditor.polarity.reading import DEMANDING, Side, bases, clause_words
from auditor.polarity.renderings import Renderings
from auditor.word_alignment import Link

KNOWN = 0.3
"""The root of a translation probability from which on a word counts as a rendering of another."""
LINKED = 0.5
"""Score of a link from which on it tells what a word stands for."""
REACH = 4
"""Words after a negation among which the negated ones are sought."""
FREE = 0.45
"""The same from which on a word that holds a negation stands for another word than the negation."""
CERTAIN, SURE = 0.4, 0.7
"""The same for a word that holds a negation, from which on it renders another such word, or any other word."""
HOLDING = frozenset({"words", "faint", "denying"})
"""Labels of words that hold a negation."""
ZONE = (3, 6)
"""Words before and after a negation whose renderings count as negated."""


def are_linked(source: Side, target: Side, links: Sequence[Link]) -> bool:
    """Whether either side has a single negation, linked to that of the other."""
    if len(source.negations) != 1 or len(target.negations) != 1:
        return False
    ours, theirs = source.negations[0].places, target.negations[0].places
    return any(link.source in ours and link.target in theirs for link in links)


def links_from(links: Sequence[Link], *, lost: bool) -> dict[int, dict[int, float]]:
    """The links of the words of the side that holds the negations: where they lead, and their scores."""
    found: dict[int, dict[int, float]] = {}
    for one, two, score in links:
        own, other = (one, two) if lost else (two, one)
        found.setdefault(own, {})[other] = score
    return found


def holders(
    scopes: dict[Found, list[int]],
    known: dict[int, dict[int, float]],
    linked: dict[int, dict[int, float]],
    marks: Sequence[Found],
) -> dict[Found, Found]:
    """To which negation of the own side each mark of the other side belongs, where that can be told: the one that is
    linked to it, or a word after which is rendered by it or after it.
    """
    found: dict[Found, Found] = {}
    for each in marks:
        first, last = each.places[0], each.places[-1]
        best, reach = 0.0, 1 if each.label in HOLDING else REACH
        for mark, scope in scopes.items():
            value = max(linked.get(place, {}).get(spot, 0.0) for place in mark.places for spot in each.places)
            value += max(
                (
                    strength
                    for place in scope
                    for spots in (known[place], linked.get(place, {}))
                    for spot, strength in spots.items()
                    if first <= spot <= last + reach and strength >= KNOWN
                ),
                default=0.0,
            )
            if value > best:
                best, found[each] = value, mark
    return found


def licences(
    own: Side, other: Side, renderings: Renderings, linked: dict[int, dict[int, float]], reach: int
) -> list[Found]:
    """What on the other side may stand for a negation: all but the words that surely render a word that is not negated,
    or one that holds a negation itself.
    """
    loose = [mark for mark in other.marks if mark.label not in DEMANDING]
    spots = {place for mark in loose if mark.label in HOLDING for place in mark.places}
    if not spots:
        return loose
    holding = {place for mark in own.marks if mark.label in HOLDING for place in mark.places}
    denied = {place for mark in own.negations for place in _reached(own, mark, reach)}
    free: set[int] = set()
    for place in range(len(own.words)):
        least = CERTAIN if place in holding or bases(own.forms[place], own.language) else SURE
        if place in holding or place not in denied:
            free.update(spot for spot in spots if renderings.at(place, spot) >= least)
            free.update(spot for spot, score in linked.get(place, {}).items() if score >= min(least, FREE))
    for mark in own.negations:
        for place in mark.places:
            free.difference_update(linked.get(place, ()))
            free.difference_update([spot for spot in spots if renderings.at(place, spot)])
    return [mark for mark in loose if mark.label not in HOLDING or free.isdisjoint(mark.places)]


def _reached(side: Side, mark: Found, reach: int) -> Iterator[int]:
    """The places of a negation and of the words after it, up to the next clause."""
    first, last = mark.places[0], mark.places[-1]
    yield from range(first, last + 1)
    ends = clause_words(side.language)
    for place in range(last + 1, min(len(side.words), last + reach)):
        if side.forms[place] in ends:
            return
        yield place


def zones(negations: Sequence[Found]) -> set[int]:
    """The places around negations."""
    return {
        place
        for mark in negations
        for place in range(mark.places[0] - ZONE[0], mark.places[-1] + ZONE[1] + 1)
    }


def held_places(side: Side) -> set[int]:
    """The places of all marks, and those that words which hold a negation reach."""
    marked = {place for mark in side.marks if mark.label not in DEMANDING for place in mark.places}
    return marked | {
        place + step
        for mark in side.marks
        if mark.label == "words"
        for place in mark.places
        for step in (1, 2)
    }


def distance(mark: Found, spot: int) -> int:
    return min(abs(place - spot) for place in mark.places)


def expected_place(mark: Found, linked: dict[int, dict[int, float]]) -> int | None:
    """About where the counterpart of a negation is to be expected, by what the words around it are linked to."""
    start = mark.places[0]
    spots = sorted(
        spot for place in range(start - REACH, start + REACH + 2) for spot in linked.get(place, ())
    )
    return spots[len(spots) // 2] if spots else None
