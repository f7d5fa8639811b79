"""Words of the source for which the target has their opposite."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from auditor.languages import language_data
from auditor.polarity.attested import is_attested
from auditor.polarity.phrases import Found, Phrases
from auditor.polarity.reading import DEMANDING, Side, bases
from auditor.polarity.renderings import Renderings

KNOWN = 0.3
"""The root of a translation probability from which on a word counts as a rendering of another."""
SAME = 0.2
"""The same from which on two words that seem opposites count as renderings of each other."""
PLAIN, PREFIXED = 0.35, 0.12
"""The same from which on a word is rendered by another, and from which on by that with a negative prefix."""
APART = 0.45
"""Difference of the relative places of two words, as a share of the passage, beyond which they are not compared."""
VERB_FIRST = 0.3
"""How much later than an Arabic verb at the head of its clause its counterpart may stand, after the subject."""
BEFORE = 8
"""Words before another that a negation reaches over."""
TURNING = DEMANDING | {"optional", "faint"}
"""Labels of what turns a word into its opposite."""

Poles = dict[str, tuple[list[Found], list[Found]]]


@dataclass(frozen=True, slots=True)
class Opposite:
    """Words of the source and of the target, as places, that are opposites; `apart` is the difference of their relative
    places in [0, 1].
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    apart: float


def opposites(source: Side, target: Side) -> list[Opposite]:
    """The pairs of opposites, the nearest in place first, each target word once."""
    found = [*_listed(source, target), *_prefixed(source, target)]
    best: dict[int, Opposite] = {}
    for each in sorted(found, key=lambda each: each.apart):
        best.setdefault(each.target[0], each)
    return list(best.values())


def _listed(source: Side, target: Side) -> Iterator[Opposite]:
    """Those of the lists, where each side has one pole alone."""
    if not _differ(source, target):
        return
    here, there = poles(source), poles(target)
    shared = sorted(here.keys() & there.keys())
    kept = _kept(here, there, shared)
    for concept in shared:
        for pole in (0, 1):
            if here[concept][1 - pole] or there[concept][pole]:
                continue
            ones = [each for each in here[concept][pole] if _means(each, source, target)]
            others = [each for each in there[concept][1 - pole] if _means(each, target, source)]
            yield from _turned(ones, others, source, target, kept)


def _differ(source: Side, target: Side) -> bool:
    """Whether the source has one pole alone of which the target has the other alone: a pole and its opposite are
    neighbouring bits.
    """
    phrases, other_phrases = opposite_phrases(source.language), opposite_phrases(target.language)
    here, there = phrases.bits(source.forms), other_phrases.bits(target.forms)
    first = _first_poles(source.language)
    ones, others = here & first & ~(here >> 1), (here >> 1) & first & ~here
    theirs, opposite = there & first & ~(there >> 1), (there >> 1) & first & ~there
    return bool((ones & opposite) | (others & theirs))


def _means(each: Found, side: Side, other: Side) -> bool:
    """Whether an expression stands for its pole indeed: one that is listed as it is, or a word that the lexicon bears out."""
    if len(each.places) > 1:
        return True
    form, stem = side.forms[each.places[0]], side.words[each.places[0]].stem
    if any(found.label == each.label for found in opposite_phrases(side.language, exact=True).find([form])):
        return True
    return is_attested(stem, side.language, each.label, other.language, opposite_phrases(other.language))


@cache
def _first_poles(language: str) -> int:
    return sum(1 << bit for bit in range(0, len(opposite_phrases(language).labels), 2))


def poles(side: Side) -> Poles:
    """The words of a side by the pair of opposites and the pole that they stand for."""
    found: Poles = {}
    for each in opposite_phrases(side.language).find(side.forms):
        concept, pole = each.label.split(" ")
        found.setdefault(concept, ([], []))[int(pole)].append(each)
    return found


@cache
def opposite_phrases(language: str, *, exact: bool = False) -> Phrases:
    """Labels are a name and 0 or 1, the two poles next to each other, in the same order in every language. `exact`: only
    patterns that are words as they stand.
    """
    table = language_data(language, "polarity")["opposites"]
    patterns = [
        (f"{concept} {pole}", pattern.strip())
        for concept, both in sorted(table.items())
        for pole, listed in enumerate(both)
        for pattern in listed.split(",")
        if not exact or not set("~*+") & set(pattern)
    ]
    return Phrases(language, patterns, every=True)


def _kept(here: Poles, there: Poles, shared: list[str]) -> tuple[set[int], set[int]]:
    """The places of the words of either side whose pole the other side has as well."""
    both = [(here[name][pole], there[name][pole]) for name in shared for pole in (0, 1)]
    both = [each for each in both if all(each)]
    ones = {place for each in both for found in each[0] for place in found.places}
    return ones, {place for each in both for found in each[1] for place in found.places}


def _turned(
    ones: list[Found], others: list[Found], source: Side, target: Side, kept: tuple[set[int], set[int]]
) -> Iterator[Opposite]:
    renderings = Renderings(source, target)
    ours, theirs = kept[0] | _idioms(source), kept[1] | _idioms(target)
    for one in ones:
        if not ours.isdisjoint(one.places):
            continue
        for other in others:
            apart = _apart(source, one.places[0], target, other.places[0])
            if (
                apart <= APART
                and theirs.isdisjoint(other.places)
                and _is_turned(source, one) == _is_turned(target, other)
                and not _is_rendered(one, other, renderings)
            ):
                yield Opposite(one.places, other.places, apart)


def _idioms(side: Side) -> set[int]:
    """The places of the words of idioms: sans cesse says nothing of an end."""
    return {place for mark in side.marks if mark.label == "neutral" for place in mark.places}


def _is_turned(side: Side, each: Found) -> bool:
    """Whether a negation stands before the word or around it."""
    return any(
        mark.places[0] < each.places[-1] <= mark.places[-1] + BEFORE and mark.places != each.places
        for mark in side.marks
        if mark.label in TURNING
    )


def _is_rendered(one: Found, other: Found, renderings: Renderings) -> bool:
    """Whether the lexicon knows the one as a rendering of the other, or a rendering of either elsewhere."""
    telling = _telling(renderings.other, other)
    for place in _telling(renderings.own, one):
        for spot, value in renderings.of(place).items():
            if spot in telling and value >= SAME:
                return True
            if spot not in other.places and value >= KNOWN:
                return True
    return any(renderings.has_other_source(spot, one.places, KNOWN) for spot in telling)


def _telling(side: Side, each: Found) -> list[int]:
    """The content words of an expression, or its only word."""
    return [place for place in each.places if side.words[place].is_content or len(each.places) == 1]


def _prefixed(source: Side, target: Side) -> Iterator[Opposite]:
    """Target words like “unstable” for a source word that is rendered by “stable” and has nothing negative near it."""
    marks = [mark for mark in target.marks if mark.label == "words" and len(mark.places) == 1]
    if not marks or target.language == "ar":
        return
    renderings = Renderings(source, target)
    for mark in marks:
        spot = mark.places[0]
        plain = bases(target.forms[spot], target.language)
        if not plain or _is_turned(target, mark):
            continue
        for place, word in enumerate(source.words):
            apart = _apart(source, place, target, spot)
            if apart > APART or not word.is_content or _is_near_mark(source, place):
                continue
            if any(
                renderings.strength(place, base) >= PLAIN for base in plain
            ) and not renderings.has_other_source(spot, (), PREFIXED):
                yield Opposite((place,), (spot,), apart)


def _is_near_mark(side: Side, place: int) -> bool:
    return any(abs(mark.places[0] - place) <= 4 for mark in side.marks)


def _apart(source: Side, place: int, target: Side, spot: int) -> float:
    later = (spot + 0.5) / len(target.words) - (place + 0.5) / len(source.words)
    if later > 0 and source.language == "ar" and (place < 2 or source.breaks_before(place)):
        later = max(0.0, later - VERB_FIRST)
    return abs(later)
