"""Negations that one side has and the other has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.polarity.phrases import Found
from auditor.polarity.reading import DEMANDING, Side, bases, has_prefix
from auditor.polarity.renderings import Renderings
from auditor.word_alignment import Link

LINKED = 0.5
"""Score of a link from which on it tells what a word stands for."""
REACH = 4
"""Words after a negation among which the negated ones are sought."""
KNOWN = 0.3
"""The root of a translation probability from which on a word counts as a rendering of another."""
CERTAIN, SURE = 0.4, 0.7
"""The same for a word that holds a negation, from which on it renders another such word, or any other word."""
HOLDING = frozenset({"words", "faint"})
"""Labels of words that hold a negation."""
NEAR, WINDOW = 5, 12
"""Words around the rendering of a negated word within which a word that holds a negation is taken to stand for the
negation, and within which it might.
"""
SLACK = 1.5
"""Words by which places may differ that count as the same."""
ZONE = (3, 6)
"""Words before and after a negation whose renderings count as negated."""


@dataclass(frozen=True, slots=True)
class NegationChange:
    """A negation of one side without counterpart on the other.

    `lost`: the source has it, else the target. `mark`: its words. `negated`: the negated words; `plain`: the rendering of
    one of them, not negated, None where none has a known one. `strength`: how well `plain` renders it, in [0, 1]. `apart`: the
    difference of the relative places of the two, in [0, 1]. `doubted`: the other side has, near `plain`, a word
    that might hold the negation. `surplus`: the other side has fewer negations; else each of them belongs to another negation.
    `first`: `plain` renders, or is linked to, the first of the negated words, which as a rule is the verb.
    """

    lost: bool
    mark: Found
    negated: tuple[int, ...]
    plain: int | None
    strength: float
    apart: float
    doubted: bool
    surplus: bool = True
    first: bool = True


def negation_changes(source: Side, target: Side, links: Sequence[Link] = ()) -> list[NegationChange]:
    """The negations without counterpart of either side, those of the side that has more of them first, the surest first."""
    if not source.negations and not target.negations:
        return []
    found: list[NegationChange] = []
    if _are_linked(source, target, links):
        return []
    for own, other, lost in ((source, target, True), (target, source, False)):
        more = len(own.negations) - len(other.negations)
        if own.negations:
            linked = _linked(links, lost=lost)
            unmet = sorted(
                _unmet(own, other, linked, lost=lost, surplus=more > 0), key=lambda each: -each.strength
            )
            found += unmet[: more if more > 0 else 1]
    return sorted(found, key=lambda each: not each.surplus)


def _are_linked(source: Side, target: Side, links: Sequence[Link]) -> bool:
    """Whether either side has a single negation, linked to that of the other."""
    if len(source.negations) != 1 or len(target.negations) != 1:
        return False
    ours, theirs = source.negations[0].places, target.negations[0].places
    return any(link.source in ours and link.target in theirs for link in links)


def _linked(links: Sequence[Link], *, lost: bool) -> dict[int, dict[int, float]]:
    """The links of the words of the side that holds the negations: where they lead, and their scores."""
    found: dict[int, dict[int, float]] = {}
    for one, two, score in links:
        own, other = (one, two) if lost else (two, one)
        found.setdefault(own, {})[other] = score
    return found


def _unmet(
    own: Side, other: Side, linked: dict[int, dict[int, float]], *, lost: bool, surplus: bool
) -> Iterator[NegationChange]:
    renderings = Renderings(own, other)
    scopes = {mark: negated_words(own, mark) for mark in own.negations}
    known = {
        place: _content(other, renderings.of(place))
        for place in sorted({place for scope in scopes.values() for place in scope})
    }
    holders = _holders(scopes, known, linked, other.negations)
    if not surplus and len(holders) < len(other.negations):
        return
    licences: list[Found] | None = None
    for mark, scope in scopes.items():
        if mark in holders.values() or _has_prefix(other, renderings, scope):
            continue
        others = [each for each in other.negations if not surplus or each not in holders]
        values = {place: known[place] for place in scope}
        plain = {spot for spots in values.values() for spot, value in spots.items() if value >= KNOWN}
        if not plain.isdisjoint(_denied(others) | _held(other)):
            continue
        if not plain and (others or not surplus or mark.label != "verb"):
            continue
        if licences is None:
            licences = _licences(own, other, renderings, linked, REACH + 2 if lost else REACH - 1)
            held = _holders(scopes, known, linked, [each for each in licences if each.label in HOLDING])
        strength, spot, apart = _plain(own, other, values) if plain else (0.0, _expected(mark, linked), 0.0)
        if plain and mark.label == "adjective" and has_prefix(other.forms[spot], other.language):
            continue
        if mark.label == "without" and len(mark.places) == 1 and not other.has_with(spot):
            continue
        first = bool(scope) and _leads(scope[0], values[scope[0]], linked, other)
        near = [each for each in licences if held.get(each, mark) == mark]
        far = min((_distance(each, spot) if spot is not None else 0 for each in near), default=WINDOW + 1)
        if not plain and not first and near:
            continue
        if far > (NEAR if plain else WINDOW):
            yield NegationChange(
                lost,
                mark,
                tuple(scope),
                spot if plain else None,
                strength,
                apart,
                far <= WINDOW,
                surplus,
                first,
            )


def _leads(
    place: int, values: dict[int, float], linked: dict[int, dict[int, float]], other: Side
) -> bool:
    """Whether a negated word has a counterpart."""
    if any(value >= KNOWN for value in values.values()):
        return True
    return any(score >= LINKED and other.words[spot].is_content for spot, score in linked.get(place, {}).items())


def _holders(
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
            value = max((linked.get(place, {}).get(spot, 0.0) for place in mark.places for spot in each.places))
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


def _expected(mark: Found, linked: dict[int, dict[int, float]]) -> int | None:
    """About where the counterpart of a negation is to be expected, by what the words around it are linked to."""
    start = mark.places[0]
    spots = sorted(
        spot for place in range(start - REACH, start + REACH + 2) for spot in linked.get(place, ())
    )
    return spots[len(spots) // 2] if spots else None


def _distance(mark: Found, spot: int) -> int:
    return min(abs(place - spot) for place in mark.places)


def _held(side: Side) -> set[int]:
    """The places of all marks, and those that words which hold a negation reach."""
    marked = {place for mark in side.marks if mark.label not in DEMANDING for place in mark.places}
    return marked | {
        place + step
        for mark in side.marks
        if mark.label == "words"
        for place in mark.places
        for step in (1, 2)
    }


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


def _denied(negations: Sequence[Found]) -> set[int]:
    """The places around negations."""
    return {
        place
        for mark in negations
        for place in range(mark.places[0] - ZONE[0], mark.places[-1] + ZONE[1] + 1)
    }


def _licences(
    own: Side, other: Side, renderings: Renderings, linked: dict[int, dict[int, float]], reach: int
) -> list[Found]:
    """What on the other side may stand for a negation: all but the words that surely render a word that is not negated,
    or one that holds or limits a negation itself.
    """
    loose = [mark for mark in other.marks if mark.label not in DEMANDING]
    if not loose:
        return loose
    holding = {place for mark in own.marks if mark.label not in DEMANDING for place in mark.places}
    denied = {place for mark in own.negations for place in range(mark.places[0], mark.places[-1] + reach)}
    free: set[int] = set()
    for place in range(len(own.words)):
        least = CERTAIN if place in holding or bases(own.forms[place], own.language) else SURE
        if place in holding or place not in denied:
            free.update(spot for spot, value in renderings.of(place).items() if value >= least)
            free.update(spot for spot, score in linked.get(place, {}).items() if score >= min(least, LINKED))
    return [
        mark
        for mark in loose
        if free.isdisjoint(mark.places)
        or (mark.label not in HOLDING and (mark.label != "only" or len(mark.places) > 1))
    ]
