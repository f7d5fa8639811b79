"""Words of the source for which the target has their opposite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from auditor.polarity.answered import answered, apart, linked_places
from auditor.polarity.besides import Neighbours
from auditor.polarity.contrasts import turned_contrasts
from auditor.polarity.degrees import changed_degrees
from auditor.polarity.denied_expressions import is_denied_expression, is_plainly_said
from auditor.polarity.exchanged import exchanges
from auditor.polarity.explained import is_explained, is_tied_elsewhere
from auditor.polarity.expressions import contrary_expressions
from auditor.polarity.judgement import judged, worth
from auditor.polarity.marked import Marks
from auditor.polarity.phrases import Found
from auditor.polarity.poles import Poles, contrary_poles, is_turned, means
from auditor.polarity.prefixed import prefixed
from auditor.polarity.reading import Side
from auditor.polarity.surplus import surplus
from auditor.polarity.turned import turns
from auditor.word_alignment import WordAlignment

APART = 0.45
"""Difference of the relative places of two words, as a share of the passage, beyond which they are not compared."""
LEAST_LIKELY = 0.3
"""Probability below which an opposite is not worth a look."""
UNSTABLE = 0.8
"""Probability that a word with a negative prefix is wrong where the word without it renders a source word."""
DENIED, ABOUT = 0.75, 0.1
"""Probability that an expression with a negation is wrong that has its opposite where nothing else is rendered, and that of the
regression, which leans against expressions, from which on it is asked.
"""
SURPLUS = 0.75
"""Probability that one of several opposites is wrong of which the target has one more of the other pole."""
EXCHANGED = 0.8
"""Probability that two opposites that changed places are wrong."""
NEARLY = 0.8
"""Probability that what nearly happened is wrong where it did."""
EXPRESSED = 0.85
"""Probability that a set expression is wrong where its contrary stands."""
CROSSED, LOST = 0.85, 0.75
"""Probability that a contrast is wrong that is denied crosswise, and one that nothing denies."""
FEATURES = (
    "bias", "english", "length", "apart", "far", "linked", "meaning", "known", "similarity",
    "other source", "other target", "other source meaning", "other target meaning",
    "both in source", "both in target", "borne out", "several words", "negated",
    "linked source", "linked target", "said source", "said target", "worth",
)  # fmt: skip
"""What is looked at, in the order of the weights: see `_features` and `Besides`."""
FAR = 0.18
STRANGE, LINKED = 0.25, 0.5
"""Probability that two words mean the same, and score of a link, below which they have nothing to do with each other."""
STRANGERS = ("other source", "other target", "other source meaning", "other target meaning")
"""What tells of such a probability."""


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
    found = list(_paired(source, target, alignment))
    found += [
        Opposite(turn.source.found.places, turn.target.found.places, turn.probability)
        for turn in turns(source, target, alignment)
    ]
    found += [
        Opposite(each.source, each.target, LOST if each.lost else CROSSED)
        for each in turned_contrasts(source, target, alignment)
    ]
    found += [Opposite(*each, NEARLY) for each in changed_degrees(source, target, alignment)]
    found += [Opposite(*each, EXPRESSED) for each in contrary_expressions(source, target, alignment)]
    found += [Opposite((place,), (spot,), UNSTABLE) for place, spot in prefixed(source, target, alignment)]

    def order(each: Opposite) -> tuple[float, float, float]:
        """The likeliest first, of those about as likely that which stands nearest."""
        away = each.source[0] / len(source.words) - each.target[0] / len(target.words)
        return -round(each.probability * 4), abs(away), -each.probability

    return _once(sorted(found, key=order))


def _paired(source: Side, target: Side, alignment: WordAlignment) -> Iterator[Opposite]:
    """Those of the lists: by themselves, one of several, and such as changed places."""
    contrary = contrary_poles(source, target)
    if contrary is None:
        return
    for one, other, features in _candidates(source, target, alignment, *contrary):
        likely = judged("opposite", features)
        if is_denied_expression(source, one):
            told = dict(zip(FEATURES, features, strict=True))
            if (likely >= ABOUT and are_alone(told)) or is_plainly_said(source, target, one, other, told):
                likely = max(likely, DENIED)
        if likely >= LEAST_LIKELY and not is_explained(source, target, alignment, one, other):
            yield Opposite(one.places, other.places, likely)
    for one, other in surplus(source, target, alignment, *contrary):
        if not is_tied_elsewhere(source, target, alignment, one.places, other.places):
            yield Opposite(one.places, other.places, SURPLUS)
    for exchange in exchanges(source, target, alignment, *contrary):
        for one, other in zip(exchange.source, exchange.target, strict=True):
            yield Opposite(one.places, other.places, EXCHANGED)


def _once(found: Sequence[Opposite]) -> list[Opposite]:
    """In their order, each word once."""
    ours: set[int] = set()
    theirs: set[int] = set()
    chosen = []
    for each in found:
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
    linked = linked_places(alignment)
    shared = sorted(here.keys() & there.keys())
    every = answered(source, target, here, there, shared, alignment)
    idioms = _idioms(source, here), _idioms(target, there)
    marks = Marks(source, target, alignment)
    neighbours = Neighbours(source, target, alignment)
    for concept in shared:
        ours, theirs = (both | each for both, each in zip(every[concept], idioms, strict=True))
        for pole in (0, 1):
            ones = [each for each in here[concept][pole] if ours.isdisjoint(each.places)]
            others = [each for each in there[concept][1 - pole] if theirs.isdisjoint(each.places)]
            both = bool(here[concept][1 - pole]), bool(there[concept][pole])
            for one in ones:
                for other in others:
                    away = apart(source, one.places[0], target, other.places[0], linked)
                    if away <= APART and marks.are_alike(one, other):
                        told = _features(source, target, alignment, one, other, away, both)
                        besides = (float(each) for each in neighbours.of(one, other))
                        value = worth("opposite", one.label.partition(" ")[0])
                        yield Candidate(one, other, (*told, *besides, value))


def are_alone(told: Mapping[str, float]) -> bool:
    """Whether neither of two opposites has to do with another word, and they stand about where they should."""
    return (
        not told["far"]
        and not told["negated"]
        and all(told[name] < STRANGE for name in STRANGERS)
        and max(told["linked source"], told["linked target"]) < LINKED
        and not (told["both in source"] or told["both in target"])
    )


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
    away: float,
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
        away,
        away > FAR,
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
    )


def _most(matrix: object, rows: Sequence[int], columns: Sequence[int]) -> float:
    """The highest value of some rows and columns, 0 for none."""
    if not rows or not columns:
        return 0.0
    return float(matrix[rows][:, columns].max())  # type: ignore[index]


def _telling(side: Side, each: Found) -> list[int]:
    """The content words of an expression, or its only word."""
    return [place for place in each.places if side.words[place].is_content or len(each.places) == 1]
