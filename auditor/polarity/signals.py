"""What speaks for and against a negation's having been lost or added, as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from auditor.polarity.denial import SINGULAR, Denials
from auditor.polarity.lists import limiting_words
from auditor.polarity.phrases import Found
from auditor.polarity.poles import stands_opposite
from auditor.polarity.reading import DEMANDING, LIMITING, bases
from auditor.polarity.scope import REACH
from auditor.polarity.standing import Claim, distance

KINDS = ("verb", "noun", "without", "adjective", "verbal")
"""Labels of negations."""
FEATURES = (
    *KINDS,
    "english", "arabic", "lone", "rendered", "strength", "first", "second", "linked", "apart",
    "met", "free", "spare", "denied before", "denied after",
    "stand-in 2", "stand-in 5", "stand-in 10", "stand-in", "loose", "limiting", "holding",
    "opposite", "listed", "double", "word", "limited", "limits", "with", "prefix", "scope worth", "mark worth", "spot worth",
)  # fmt: skip
"""What is looked at, in order: see `features`."""
LIMITED = 16
"""Words after a negation within which an exception may limit it."""
STEPS = (2, 5, 10)
"""Words around the expected place within which something else may stand for the negation."""
FAR = 20.0
"""Words from which on nothing is nearer than nothing."""
OUTSIDE = 16
"""Words around the expected place beyond which nothing may stand for the negation."""
HOLDING = frozenset({"words", "faint", "denying"})
"""Labels of words that hold a negation."""

LISTED = frozenset({"words", "faint", "denying", "optional", "only", "except"})
"""Labels of words that may stand for a negation until counts tell otherwise."""
LIKELY = 0.7
"""The log odds that such a word is worth where none were counted."""
EXPLAINED = 0.5
"""Strength of a rendering from which on a word that holds a negation stands for another than the negation."""
LOOSE = frozenset({"optional", "neutral"})
"""Labels of what repeats a negation or is one in form."""

Worth = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much rather words are met where a negation has no counterpart in a sound translation, as log odds: those of the
    other side about the place, the first negated one, the negation itself, the rendering of a negated word.
    """

    words: Worth
    scopes: Worth
    marks: Worth
    spots: Worth


NONE = Counts({}, {}, {}, {})


class StandIn(NamedTuple):
    """A word that may stand for a negation: its stem, how far it is from where the counterpart is expected, how surely it
    renders a word that is not negated, in [0, 1], whether it is listed as one that holds a negation.
    """

    stem: str
    apart: float
    explained: float
    is_listed: bool


def stand_ins(denials: Denials, claim: Claim) -> Iterator[StandIn]:
    """The words about where the counterpart of a negation is expected, but for the renderings of what is negated."""
    bridge, words = denials.bridge, denials.other.words
    listed = {place for mark in denials.other.marks if mark.label in LISTED for place in mark.places}
    first = max(0, int(claim.centre) - OUTSIDE)
    for spot in range(first, min(len(words), int(claim.centre) + OUTSIDE + 1)):
        if bridge.rendered(spot, claim) < EXPLAINED:
            apart = bridge.away(spot, claim)
            yield StandIn(words[spot].stem, apart, bridge.explained(spot, claim), spot in listed)


def nearest(words: Iterable[StandIn], worth: Worth) -> list[float]:
    """The most that a word within each of STEPS, and OUTSIDE, is worth that renders no other."""
    near = [0.0] * (len(STEPS) + 1)
    for stem, apart, explained, is_listed in words:
        value = worth.get(stem, LIKELY if is_listed else 0.0) * (1 - min(1.0, explained))
        if value > 0:
            for number, step in enumerate((*STEPS, OUTSIDE)):
                if apart <= step and value > near[number]:
                    near[number] = value
    return near


def features(denials: Denials, claim: Claim, words: Iterable[StandIn], counts: Counts) -> list[float]:
    """What FEATURES name, in that order."""
    mark, scope = claim.mark, claim.scope
    label = "verb" if mark.label == "joined" else mark.label
    own, other, bridge = denials.own, denials.other, denials.bridge
    firsts = [max(bridge.strengths(place).values(), default=0.0) for place in scope[:2]] + [0.0, 0.0]
    return [
        *(float(label == kind) for kind in KINDS),
        float("en" in (own.language, other.language)),
        float("ar" in (own.language, other.language)),
        float(len(scope) < 2),
        float(claim.spot is not None),
        claim.strength,
        firsts[0],
        firsts[1],
        _link(denials, scope[:1]),
        min(FAR, abs(claim.centre - claim.place)),
        *_met(denials, claim),
        *nearest(words, counts.words),
        *_marks_near(denials, claim),
        float(any(stands_opposite(own, place, other) for place in scope)),
        float(any(claim.spot in each.places for each in other.marks if each.label in LISTED)),
        float(_is_double(denials, mark)),
        _word(denials, claim),
        float(_is_limited(denials, mark)),
        denials.limits.get(mark, 0.0),
        float(mark.label == "without" and claim.spot is not None and other.has_with(claim.spot)),
        _prefix(denials, scope),
        *worths(named(denials, claim), counts),
    ]


def named(denials: Denials, claim: Claim) -> tuple[str, str, str]:
    """The stem of the first negated word, the words of the negation, the stem of what renders a negated word."""
    own, other, scope = denials.own, denials.other, claim.scope
    first = own.words[scope[0]].stem if scope else ""
    mark = " ".join(own.forms[place] for place in claim.mark.places)
    return first, mark, "" if claim.spot is None else other.words[claim.spot].stem


def worths(names: tuple[str, str, str], counts: Counts) -> Iterator[float]:
    """What these are worth."""
    for name, worth in zip(names, (counts.scopes, counts.marks, counts.spots), strict=True):
        yield worth.get(name, 0.0) if name else 0.0


def _met(denials: Denials, claim: Claim) -> Iterator[float]:
    """What negations of the other side have to do with it."""
    akin = denials.affinities[claim.mark]
    free = [akin[mark] for mark in denials.free]
    before = [claim.centre - mark.places[0] for mark in denials.free]
    yield denials.met.get(claim.mark, (None, 0.0))[1]
    yield max(free, default=0.0)
    yield float(any(denials.bridge.is_beside(mark.places[0], claim) for mark in denials.free))
    yield min((each for each in before if each >= 0), default=FAR)
    yield min((-each for each in before if each < 0), default=FAR)


def _marks_near(denials: Denials, claim: Claim) -> Iterator[float]:
    """How far the nearest of other marks are from the expected place, those apart that render other words: marks that
    repeat, that limit, that hold a negation.
    """
    bridge = denials.bridge
    free = [
        mark
        for mark in denials.other.marks
        if mark.label not in DEMANDING
        and all(
            bridge.explained(spot, claim) < EXPLAINED and bridge.rendered(spot, claim) < EXPLAINED
            for spot in mark.places
        )
    ]
    for labels in (LOOSE, LIMITING, HOLDING | SINGULAR):
        marks = [mark for mark in free if mark.label in labels]
        yield min((min(FAR, bridge.away(spot, claim)) for mark in marks for spot in mark.places), default=FAR)


def _is_limited(denials: Denials, mark: Found) -> bool:
    """Whether an exception follows the negation (لا … إلا) where the other side has a word like “only”."""
    if not any(each.label in LIMITING for each in denials.other.marks):
        return False
    after = denials.own.forms[mark.places[-1] + 1 : mark.places[-1] + 1 + LIMITED]
    return not limiting_words(denials.own.language).isdisjoint(after)


def _is_double(denials: Denials, mark: Found) -> bool:
    """Whether a word near the negation holds one itself."""
    return any(
        each.label in HOLDING and distance(each, mark.places[-1]) <= REACH
        for each in denials.own.marks
        if each != mark
    )


def _link(denials: Denials, places: Iterable[int]) -> float:
    linked, words = denials.bridge.linked, denials.other.words
    return max(
        (
            score
            for place in places
            for spot, score in linked.get(place, {}).items()
            if words[spot].is_content
        ),
        default=0.0,
    )


def _word(denials: Denials, claim: Claim) -> float:
    """How well any word of the other side that negates nothing, and renders no other word, is linked to the negation."""
    bridge = denials.bridge
    denying = {place for each in denials.other.marks if each.label in DEMANDING for place in each.places}
    return max(
        (
            score
            for place in claim.mark.places
            for spot, score in bridge.linked.get(place, {}).items()
            if spot not in denying
            and bridge.rendered(spot, claim) < EXPLAINED
            and bridge.explained(spot, claim) < EXPLAINED
        ),
        default=0.0,
    )


def _prefix(denials: Denials, scope: Iterable[int]) -> float:
    """How well a word of the other side renders a negated word without its negative prefix (inchangée for لم يتغير)."""
    renderings, language = denials.bridge.renderings, denials.other.language
    found = [base for form in denials.other.forms for base in bases(form, language)]
    return max((renderings.strength(place, base) for base in found for place in scope), default=0.0)
