"""What speaks for and against a negation's having been lost or added, as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from auditor.polarity.denial import SINGULAR, Denials
from auditor.polarity.phrases import Found
from auditor.polarity.poles import stands_opposite
from auditor.polarity.reading import DEMANDING, LIMITING, has_prefix, limiting_words
from auditor.polarity.standing import HOLDING, REACH, distance, expected_place, held_places

FEATURES = (
    "bias", "noun", "without", "adjective", "verbal", "english", "length",
    "none", "plain", "first", "second", "linked", "lone", "apart", "unplaced",
    "more", "others", "several", "free",
    "holding 2", "holding 5", "loose 2", "loose 5", "denied 3", "denied 8",
    "opposite", "double", "mark", "held", "limited", "with", "prefix",
)  # fmt: skip
"""What is looked at, in the order of the weights: see `features`."""
LIMITED = 16
"""Words after a negation within which an exception may limit it."""
NEAR = (2, 5)
"""Words around the rendering of a negated word within which something else may stand for the negation."""
FAR = 99
"""Words that nothing is near."""


def features(denials: Denials, mark: Found) -> tuple[float, ...]:
    """What FEATURES name, in that order."""
    scope = denials.scopes[mark]
    strength, spot, apart = denials.plain(mark)
    firsts = [max(denials.known[place].values(), default=0.0) for place in (*scope[:2],)] + [0.0, 0.0]
    place = expected_place(mark, denials.linked) if spot is None else spot
    others = denials.other.negations
    if mark.label in SINGULAR:
        near = [each for each in denials.other.marks if each.label not in DEMANDING]
    else:
        near = [each for each in denials.loose if denials.held.get(each, mark) == mark]
    holding = _nearest([each for each in near if each.label in HOLDING], place)
    loose = _nearest([each for each in near if each.label not in HOLDING], place)
    unmet = [each for each in others if denials.met.get(each, mark) == mark]
    denied = _nearest(unmet, place)
    length = min(len(denials.own.words), len(denials.other.words))
    return (
        1.0,
        mark.label == "noun",
        mark.label == "without",
        mark.label == "adjective",
        mark.label == "verbal",
        "en" in (denials.own.language, denials.other.language),
        log(max(4, length) / 20),
        spot is None,
        strength,
        firsts[0],
        firsts[1],
        _link(denials, scope[:1]),
        len(scope) == 1,
        apart,
        place is None,
        denials.more > 0,
        bool(others),
        len(denials.own.negations) > 1,
        len(denials.met) < len(others),
        *(float(holding <= far) for far in NEAR),
        *(float(loose <= far) for far in NEAR),
        denied <= 3,
        denied <= 8,
        _has_opposite(denials, scope),
        _is_double(denials, mark),
        _marked(denials, mark),
        spot is not None and spot in held_places(denials.other) and not _is_double(denials, mark),
        _is_limited(denials, mark),
        mark.label == "without" and spot is not None and denials.other.has_with(spot),
        mark.label == "adjective" and spot is not None and has_prefix(denials.other.forms[spot], denials.other.language),
    )  # fmt: skip


def _is_limited(denials: Denials, mark: Found) -> bool:
    """Whether an exception follows the negation (لا … إلا) where the other side has a word like “only”."""
    if not any(each.label in LIMITING for each in denials.other.marks):
        return False
    after = denials.own.forms[mark.places[-1] + 1 : mark.places[-1] + 1 + LIMITED]
    return not limiting_words(denials.own.language).isdisjoint(after)


def _has_opposite(denials: Denials, scope: Sequence[int]) -> bool:
    """Whether the other side has the opposite of a negated word, as “remained closed” for لم تفتح."""
    return any(stands_opposite(denials.own, place, denials.other) for place in scope)


def _is_double(denials: Denials, mark: Found) -> bool:
    """Whether a word near the negation holds one itdenials."""
    return any(
        each.label in HOLDING and distance(each, mark.places[-1]) <= REACH
        for each in denials.own.marks
        if each != mark
    )


def _link(denials: Denials, places: Sequence[int]) -> float:
    return max(
        (
            score
            for place in places
            for spot, score in denials.linked.get(place, {}).items()
            if denials.other.words[spot].is_content
        ),
        default=0.0,
    )


def _marked(denials: Denials, mark: Found) -> float:
    """How well any word of the other side that is no content word is linked to the negation itdenials."""
    return max(
        (
            score
            for place in mark.places
            for spot, score in denials.linked.get(place, {}).items()
            if not denials.other.words[spot].is_content
        ),
        default=0.0,
    )


def _nearest(marks: Sequence[Found], spot: int | None) -> int:
    """How far the nearest of some marks is from a place; 0 where the place is not known."""
    return min((0 if spot is None else distance(each, spot) for each in marks), default=FAR)
