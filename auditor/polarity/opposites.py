"""Words of the source for which the target has their opposite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from auditor.polarity.exchanged import exchanges
from auditor.polarity.judgement import judged, worth
from auditor.polarity.phrases import Found
from auditor.polarity.poles import Poles, agree, contrary_poles, is_turned, means
from auditor.polarity.reading import Side, bases
from auditor.polarity.renderings import Renderings
from auditor.polarity.turned import turns
from auditor.word_alignment import WordAlignment

PLAIN, PREFIXED = 0.35, 0.12
"""The root of a translation probability from which on a word is rendered by another, and from which on by that with a
negative prefix.
"""
APART = 0.45
"""Difference of the relative places of two words, as a share of the passage, beyond which they are not compared."""
ANSWERING = 0.15
"""Probability that two words mean the same from which on one of a pole answers another wherever they stand."""
ANSWERED = 0.25
"""Difference of their places, as APART, up to which it does so at all."""
VERB_FIRST = 0.3
"""How much later than an Arabic verb at the head of its clause its counterpart may stand, after the subject."""
SUBJECT = 10
"""The same in words."""
BESIDE = 2
"""Words around another whose links tell where its counterpart is to be expected."""
EXCHANGED = 0.8
"""Probability that two opposites that changed places are wrong."""
UNSTABLE = 0.8
"""Probability that a word with a negative prefix is wrong where the word without it renders a source word."""
FEATURES = (
    "bias", "english", "length", "apart", "far", "linked", "meaning", "known", "similarity",
    "other source", "other target", "other source meaning", "other target meaning",
    "both in source", "both in target", "borne out", "several words", "negated", "worth",
)  # fmt: skip
"""What is looked at, in the order of the weights: see `_features`."""
FAR = 0.18


@dataclass(frozen=True, slots=True)
class Opposite:
    """Words of the source and of the target, as places, that are opposites; `probability`: that it is an error, in [0, 1]."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    probability: float


class Candidate(NamedTuple):
    """Opposites of a pair of opposites that nothing on either side answers to, and what FEATURES name."""

    source: Found
    target: Found
    features: tuple[float, ...]


def opposites(source: Side, target: Side, alignment: WordAlignment) -> list[Opposite]:
    """The opposites, the likeliest first, each word once."""
    found: list[Opposite] = []
    contrary = contrary_poles(source, target)
    if contrary is not None:
        for one, other, features in _candidates(source, target, alignment, *contrary):
            found.append(Opposite(one.places, other.places, judged("opposite", features)))
        for exchange in exchanges(source, target, alignment, *contrary):
            found += [
                Opposite(one.places, other.places, EXCHANGED)
                for one, other in zip(exchange.source, exchange.target, strict=True)
            ]
    for turn in turns(source, target, alignment):
        found.append(Opposite(turn.source.found.places, turn.target.found.places, turn.probability))
    return _once([*found, *_prefixed(source, target)])


def _once(found: Sequence[Opposite]) -> list[Opposite]:
    """The likeliest first, each word once."""
    ours: set[int] = set()
    theirs: set[int] = set()
    chosen = []
    for each in sorted(found, key=lambda each: -each.probability):
        if ours.isdisjoint(each.source) and theirs.isdisjoint(each.target):
            chosen.append(each)
            ours.update(each.source)
            theirs.update(each.target)
    return chosen


def candidates(source: Side, target: Side, alignment: WordAlignment) -> Iterator[Candidate]:
    """Opposites of the lists of which neither word has a counterpart that stands for the same pole."""
    contrary = contrary_poles(source, target)
    if contrary is not None:
        yield from _candidates(source, target, alignment, *contrary)


def _candidates(
    source: Side, target: Side, alignment: WordAlignment, here: Poles, there: Poles
) -> Iterator[Candidate]:
    linked = _linked(alignment)
    shared = sorted(here.keys() & there.keys())
    ours, theirs = _answered(source, target, here, there, shared, alignment)
    ours |= _idioms(source, here)
    theirs |= _idioms(target, there)
    for concept in shared:
        for pole in (0, 1):
            ones = [each for each in here[concept][pole] if ours.isdisjoint(each.places)]
            others = [each for each in there[concept][1 - pole] if theirs.isdisjoint(each.places)]
            both = bool(here[concept][1 - pole]), bool(there[concept][pole])
            for one in ones:
                for other in others:
                    apart = _apart(source, one.places[0], target, other.places[0], linked)
                    if apart <= APART and is_turned(source, one) == is_turned(target, other):
                        yield Candidate(one, other, _features(source, target, alignment, one, other, apart, both))  # fmt: skip


def _linked(alignment: WordAlignment) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for link in alignment.links:
        found.setdefault(link.source, []).append(link.target)
    return found


def _answered(  # noqa: PLR0917
    source: Side, target: Side, here: Poles, there: Poles, shared: Sequence[str], alignment: WordAlignment
) -> tuple[set[int], set[int]]:
    """The places of the words of either side to which a word of the same pole on the other side answers: those that mean
    the same most, each once.
    """
    linked = _linked(alignment)
    ours: set[int] = set()
    theirs: set[int] = set()
    for concept in shared:
        for pole in (0, 1):
            pairs = sorted(
                (-max(float(alignment.meaning[i, j]) for i in one.places for j in other.places), one.places, other.places)
                for one in here[concept][pole]
                for other in there[concept][pole]
            )  # fmt: skip
            mine: set[int] = set()
            other_mine: set[int] = set()
            for value, one, other in pairs:
                if not mine.isdisjoint(one) or not other_mine.isdisjoint(other):
                    continue
                if -value >= ANSWERING or _apart(source, one[0], target, other[0], linked) <= ANSWERED:
                    mine.update(one)
                    other_mine.update(other)
            ours |= mine
            theirs |= other_mine
    return ours, theirs


def _idioms(side: Side, found: Poles) -> set[int]:
    """The places of the words of idioms: sans cesse says nothing of an end."""
    marks = [mark for mark in side.marks if mark.label == "neutral"]
    return {place for mark in [*marks, *found.get("idioms", ((),))[0]] for place in mark.places}


def _features(  # noqa: PLR0917
    source: Side,
    target: Side,
    alignment: WordAlignment,
    one: Found,
    other: Found,
    apart: float,
    both: tuple[bool, bool],
) -> tuple[float, ...]:
    """`both`: whether either side has the other pole as well."""
    rows, columns = _telling(source, one), _telling(target, other)
    known, meaning = alignment.known, alignment.meaning
    links = [link.score for link in alignment.links if link.source in rows and link.target in columns]
    ours = [place for place in range(len(source.words)) if place not in one.places]
    theirs = [place for place in range(len(target.words)) if place not in other.places]
    return (
        1.0,
        target.language == "en",
        log(max(4, min(len(source.words), len(target.words))) / 20),
        apart,
        apart > FAR,
        max(links, default=0.0),
        _most(meaning, rows, columns),
        _most(known, rows, columns),
        _most(alignment.similarity, rows, columns),
        min((_most(known, ours, [column]) for column in columns), default=0.0),
        min((_most(known, [row], theirs) for row in rows), default=0.0),
        min((_most(meaning, ours, [column]) for column in columns), default=0.0),
        min((_most(meaning, [row], theirs) for row in rows), default=0.0),
        *both,
        means(one, source, target.language) and means(other, target, source.language),
        max(len(one.places), len(other.places)) > 1,
        is_turned(source, one),
        worth("opposite", one.label.partition(" ")[0]),
    )


def _most(matrix: object, rows: Sequence[int], columns: Sequence[int]) -> float:
    """The highest value of some rows and columns, 0 for none."""
    if not rows or not columns:
        return 0.0
    return float(matrix[rows][:, columns].max())  # type: ignore[index]


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
        if not plain or is_turned(target, mark):
            continue
        for place, word in enumerate(source.words):
            apart = _apart(source, place, target, spot, {})
            if apart > APART or not word.is_content or _is_near_mark(source, place):
                continue
            if agree(source, place, target, spot):
                continue
            if any(
                renderings.strength(place, base) >= PLAIN for base in plain
            ) and not renderings.has_other_source(spot, (), PREFIXED):
                yield Opposite((place,), (spot,), UNSTABLE)


def _is_near_mark(side: Side, place: int) -> bool:
    return any(abs(mark.places[0] - place) <= 4 for mark in side.marks)


def _apart(source: Side, place: int, target: Side, spot: int, linked: dict[int, list[int]]) -> float:
    """How far apart two words stand, as a share of the passage: by their relative places, or by where the words around the
    one are linked to.
    """
    later = (spot + 0.5) / len(target.words) - (place + 0.5) / len(source.words)
    if later > 0 and source.language == "ar" and (place < 2 or source.breaks_before(place)):
        later = max(0.0, later - max(VERB_FIRST, SUBJECT / len(target.words)))
    around = [
        abs(spot - near) for step in range(-BESIDE, BESIDE + 1) for near in linked.get(place + step, ())
    ]
    return min(abs(later), max(0, min(around, default=len(target.words)) - BESIDE) / len(target.words))
