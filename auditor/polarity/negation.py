"""Negations that one side has and the other has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.polarity.phrases import Found
from auditor.polarity.reading import Side, bases, clause_words, has_prefix, limiting_words
from auditor.polarity.renderings import Renderings
from auditor.polarity.standing import (
    HOLDING,
    KNOWN,
    LINKED,
    REACH,
    SURE,
    are_linked,
    distance,
    expected_place,
    held_places,
    holders,
    licences,
    links_from,
    zones,
)
from auditor.word_alignment import Link

NEAR, WINDOW = 5, 12
"""Words around the rendering of a negated word within which a word that holds a negation is taken to stand for the
negation, and within which it might.
"""
SLACK = 1.5
"""Words by which places may differ that count as the same."""


LIMITED = 16
"""Words after a negation within which an exception may limit it."""


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
    if are_linked(source, target, links):
        return []
    for own, other, lost in ((source, target, True), (target, source, False)):
        more = len(own.negations) - len(other.negations)
        if own.negations:
            linked = links_from(links, lost=lost)
            unmet = sorted(
                _unmet(own, other, linked, lost=lost, surplus=more > 0), key=lambda each: -each.strength
            )
            found += unmet[: more if more > 0 else 1]
    return sorted(found, key=lambda each: not each.surplus)


def _unmet(
    own: Side, other: Side, linked: dict[int, dict[int, float]], *, lost: bool, surplus: bool
) -> Iterator[NegationChange]:
    renderings = Renderings(own, other)
    scopes = {mark: negated_words(own, mark) for mark in own.negations}
    known = {
        place: _counterparts(place, other, renderings, {} if mark.label == "adjective" else linked)
        for mark, scope in scopes.items()
        for place in scope
    }
    met = holders(scopes, known, linked, other.negations)
    if not surplus and len(met) < len(other.negations):
        return
    others = [each for each in other.negations if not surplus or each not in met]
    denied = zones(others) | held_places(other)
    loose: list[Found] | None = None
    for mark, scope in scopes.items():
        if mark in met.values() or _has_prefix(other, renderings, scope) or _is_limited(own, mark, other):
            continue
        values = {place: known[place] for place in scope}
        plain = {spot for spots in values.values() for spot, value in spots.items() if value >= KNOWN}
        if not plain.isdisjoint(denied) or (not plain and (others or not surplus or mark.label != "verb")):
            continue
        if loose is None:
            loose = licences(own, other, renderings, linked, REACH + 2 if lost else REACH - 1)
            held = holders(scopes, known, linked, [each for each in loose if each.label in HOLDING])
        near = [each for each in loose if held.get(each, mark) == mark]
        leads = bool(scope) and _leads(scope[0], values[scope[0]], linked, other)
        if not plain:
            spot = expected_place(mark, linked)
            far = _nearest(near, spot)
            if far > WINDOW and (leads or not near):
                yield NegationChange(
                    lost, mark, tuple(scope), None, 0.0, 0.0, doubted=False, surplus=surplus, first=leads
                )
            continue
        strength, place, apart = _plain(own, other, values)
        far = _nearest(near if leads else [*near, *other.negations], place)
        if far > NEAR and not _is_other_form(mark, place, other):
            yield NegationChange(
                lost, mark, tuple(scope), place, strength, apart, far <= WINDOW, surplus, leads
            )


def _nearest(marks: Sequence[Found], spot: int | None) -> int:
    """How far the nearest of some marks is from a place, more than WINDOW for none; 0 where the place is not known."""
    return min((0 if spot is None else distance(each, spot) for each in marks), default=WINDOW + 1)


def _is_other_form(mark: Found, spot: int, other: Side) -> bool:
    """Whether the negation may be in the word itself (irrecevable), or is a “without” where no “with” stands."""
    if mark.label == "adjective":
        return has_prefix(other.forms[spot], other.language)
    return mark.label == "without" and len(mark.places) == 1 and not other.has_with(spot)


def _is_limited(own: Side, mark: Found, other: Side) -> bool:
    """Whether an exception follows the negation (لا … إلا) where the other side has a word like “only”."""
    if not any(each.label == "only" for each in other.marks):
        return False
    after = own.forms[mark.places[-1] + 1 : mark.places[-1] + 1 + LIMITED]
    return not limiting_words(own.language).isdisjoint(after)


def _leads(place: int, values: dict[int, float], linked: dict[int, dict[int, float]], other: Side) -> bool:
    """Whether a negated word has a counterpart."""
    if any(value >= KNOWN for value in values.values()):
        return True
    return any(
        score >= LINKED and other.words[spot].is_content for spot, score in linked.get(place, {}).items()
    )


def _has_prefix(other: Side, renderings: Renderings, scope: Sequence[int]) -> bool:
    """Whether the other side has a negated word with a negative prefix (inchangée for لم يتغير)."""
    return any(
        renderings.strength(place, base) >= KNOWN
        for form in other.forms
        for base in bases(form, other.language)
        for place in scope
    )


def _counterparts(
    place: int, other: Side, renderings: Renderings, linked: dict[int, dict[int, float]]
) -> dict[int, float]:
    """The content words that render a word, by the lexicon or, where that knows none, by a sure link."""
    known = {
        spot: value
        for spot, value in renderings.of(place).items()
        if other.words[spot].is_content and not other.is_name(spot)
    }
    if not any(value >= KNOWN for value in known.values()):
        known |= {
            spot: score
            for spot, score in linked.get(place, {}).items()
            if score >= SURE and other.words[spot].is_content and not other.is_name(spot)
        }
    return known


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
    """The content words that a negation denies: those within it and the next ones up to a punctuation mark or a word
    that begins a clause, at most two, of an Arabic adjective one.
    """
    first, last = mark.places[0], mark.places[-1]
    ends = clause_words(side.language)
    places = [place for place in range(first + 1, last) if place not in mark.places]
    for place in range(last + 1, min(len(side.words), last + 1 + REACH)):
        if side.breaks_before(place) or side.forms[place] in ends:
            break
        places.append(place)
    most = 1 if mark.label == "adjective" else 2
    return [place for place in places if side.words[place].is_content][:most]
