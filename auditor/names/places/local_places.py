"""Towns and provinces of Arab countries that come back as other words, or misspelled.

Whether a word of the translation spells a known place needs no probability: its letters must be heard (`conforms`).
What stands for a lost place is told by the word for its kind (مدينة, “ville de”), or by the place it is joined to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from auditor.folding import folded
from auditor.names.pair.anchors import rendered_words
from auditor.names.pair.comparison import Comparison, any_sounds_like
from auditor.names.pair.forms import SPELLS, WordForm, are_alike
from auditor.names.pair.known_places import (
    is_kind_of,
    is_listed,
    is_named,
    is_naming,
    is_noun,
    is_sure,
    kind_before,
    listed_place,
    local_place,
    place_at,
)
from auditor.names.pair.likeness import are_joined_alike
from auditor.names.pair.worded import WORDED, is_capital_alone, worded
from auditor.names.people.sequences import is_heard
from auditor.names.places.phrases import phrases_from
from auditor.names.slots.slots import Slots
from auditor.names.spelling.conformity import conforms, resembles
from auditor.names.spelling.orthographies import is_learned

SHORTEST = 3
_AND = frozenset({"et", "and", "a", "au", "aux", "to"})
_OF = frozenset({"de", "d", "of", "du", "des"})
_BEFORE_NOUNS = frozenset(
    {"l", "le", "la", "les", "the", "al", "el", "its", "his", "her", "their", "sa", "son", "ses", "leur"}
)
_NEAR = 0.35
"""Difference of places, as a share of the side, up to which a word may stand for a lost place."""
_SLIP = 0.2
"""Probability from which on a word with a capital is an attempt at a place's name."""


@dataclass(frozen=True, slots=True)
class PlaceDifference:
    """Words `first` to `last` of the original and `begin` to `end` of the translation; None where nothing stands there."""

    kind: str
    first: int
    last: int
    stands: tuple[int, int] | None
    confidence: float


def place_differences(pair: Comparison) -> list[PlaceDifference]:
    """What came of the local places of the original, where it is not their name, in text order."""
    if not any(map(_matters, pair.source.words)):
        return []
    found = list(_phrases(pair))
    for index, word in enumerate(pair.source.words):
        name = place_at(pair.source, index) if _may_be_place(word) else None
        if name is None or index in pair.source.covered:
            continue
        kind = kind_before(pair.source, index) if is_kind_of(pair.source, index, name) else None
        listed = is_listed(pair.source, index)
        two = pair.source.words[index : index + 2]
        if is_named(pair, name) or any(
            conforms(word.folded, other.folded) or (len(two) == 2 and are_joined_alike(two, (other,)))
            for other in pair.capitals
        ):
            continue
        judged = _standing(pair, index, kind) if kind or listed or is_sure(word, name) else None
        if local_place(word) is not None:
            judged = judged or _translated(pair, index, certain=listed or kind is not None)
            judged = judged or _left_out(pair, index, name, certain=listed or kind is not None)
        if kind or is_sure(word, name) or local_place(word) is None:
            there = worded(pair, index) if judged is None else None
            judged = (
                judged
                if there is None
                else PlaceDifference("translated", index, index, (there, there), WORDED)
            )
        if judged:
            found.append(judged)
    return sorted(found, key=lambda each: each.first)


@lru_cache(maxsize=1 << 16)
def _matters(word: WordForm) -> bool:
    """Whether a word is a local place, or may begin the name of one."""
    return _may_be_place(word) or bool(phrases_from(word))


@lru_cache(maxsize=1 << 16)
def _may_be_place(word: WordForm) -> bool:
    return (local_place(word) is not None or listed_place(word) is not None) and not is_naming(word)


def _standing(pair: Comparison, index: int, kind: frozenset[str] | None) -> PlaceDifference | None:
    slip = _slip(pair, index)
    if slip is not None:
        return PlaceDifference("misspelled", index, index, (slip, slip), 0.7)
    beside = _joined_place(pair, index)
    if beside is not None:
        return PlaceDifference("place", index, index, (beside, beside), 0.8)
    stands = _after_kind(pair, index, kind) if kind else None
    stands = stands or _stranger(pair, index)
    return PlaceDifference("place", index, index, stands, 0.8) if stands else None


def _translated(pair: Comparison, index: int, *, certain: bool) -> PlaceDifference | None:
    """The word that the lexicon has for the place's name: with a capital of its own, unless the name is known for one."""
    if not (certain or is_noun(pair.source, index)):
        return None
    for there in rendered_words(pair.source.words[index], pair.target):
        word = pair.target.words[there]
        if there in pair.target.covered or not (certain or is_capital_alone(pair.target, there)):
            continue
        return PlaceDifference("translated", index, index, (there, there), 0.8 if word.is_capital else 0.7)
    return None


def _is_other(pair: Comparison, place: int) -> bool:
    """Whether a word of the translation names a place that the original names too."""
    own = pair.source.places
    return any(each.first <= place <= each.last and each.places & own for each in pair.target.mentions)


def _left_out(pair: Comparison, index: int, name: str, *, certain: bool) -> PlaceDifference | None:
    """A place beyond doubt that no word of the translation sounds like or may stand for."""
    word = pair.source.words[index]
    if not (certain or is_noun(pair.source, index) or word.folded.startswith("ب")) or not is_sure(word, name):
        return None
    if rendered_words(word, pair.target) or any_sounds_like(word, pair.capitals):
        return None
    if any(resembles(word.letters, other.folded) for other in pair.capitals):
        return None
    return PlaceDifference("missing", index, index, None, 0.6)


def _slip(pair: Comparison, index: int) -> int | None:
    """The word with a capital that is meant for the place, and for no other word of the original."""
    word = pair.source.words[index]
    for place, other in enumerate(pair.target.words):
        if not other.is_name or _is_other(pair, place) or not are_alike(word, other, _SLIP):
            continue
        if is_learned(word.readings, other.folded) or any(
            conforms(each, other.folded) for each in word.readings
        ):  # the name of a person: الطوخي is Toukhi
            continue
        if not is_heard(pair, other, pair.source.words[index]):
            return place
    return None


def _stranger(pair: Comparison, index: int) -> tuple[int, int] | None:
    """The one name of the translation that no word of the original spells, at about the place of a lost one."""
    strangers = Slots(pair).strangers
    if len(strangers) != 1 or strangers[0] in pair.target.covered:
        return None
    there = strangers[0]
    apart = abs(index / len(pair.source.words) - there / len(pair.target.words))
    return (there, there) if pair.target.words[there].is_name and apart <= _NEAR else None


def _joined_place(pair: Comparison, index: int) -> int | None:
    """The word with a capital that “and” joins to the place that the original joins to this one."""
    source, target = pair.source, pair.target
    for here, step in ((index - 1, 1), (index + 1, -1)):
        if not 0 <= here < len(source.words):
            continue
        second = source.words[max(here, index)]
        if not second.folded.startswith("و") or source.between(min(here, index), max(here, index)).strip():
            continue
        for place, word in enumerate(target.words):
            there = place + 2 * step
            if not (word.is_capital and 0 <= there < len(target.words)):
                continue
            if target.words[place + step].folded not in _AND or not are_alike(
                source.words[here], word, SPELLS
            ):
                continue
            other = target.words[there]
            if (
                other.is_capital
                and not other.is_acronym
                and not is_heard(pair, other, pair.source.words[index])
            ):
                return there
    return None


def _after_kind(pair: Comparison, index: int, kinds: frozenset[str]) -> tuple[int, int] | None:
    """The words after the one word for the kind of place that each side has: “ville de l’incroyance”."""
    source, target = pair.source, pair.target
    before = frozenset(source.words[index - 1].readings)
    if sum(not before.isdisjoint(word.readings) for word in source.words) > 1:
        return None
    there = [place for place, word in enumerate(target.words) if word.folded in kinds]
    if len(there) == 1 and _is_before(pair, index, there[0] - 1):
        return there[0] - 1, there[0] - 1
    if len(there) != 1 or there[0] + 2 >= len(target.words) or target.words[there[0] + 1].folded not in _OF:
        return None
    first = last = there[0] + 2
    if target.words[first].folded in _BEFORE_NOUNS and first + 1 < len(target.words):
        last += 1
    if target.between(there[0], last).strip(" \u00a0'’deofulathsnir"):
        return None
    word = target.words[last]
    if word.begins or len(word.folded) < SHORTEST or is_heard(pair, word, pair.source.words[index]):
        return None
    return first, last


def _is_before(pair: Comparison, index: int, place: int) -> bool:
    """Whether the word before the one for the kind is a word with a capital that names nothing else: “Cavity Governorate”."""
    if place < 1:
        return False
    word = pair.target.words[place]
    names = word.is_capital and not word.begins and len(word.folded) > SHORTEST
    return (
        names
        and not pair.target.between(place, place + 1).strip()
        and not is_heard(pair, word, pair.source.words[index])
    )


def _phrases(pair: Comparison) -> Iterator[PlaceDifference]:
    """Places of several words whose own name is nowhere in the translation."""
    words = pair.source.words
    for index, word in enumerate(words):
        for rest, others in phrases_from(word):
            if rest != tuple(each.folded for each in words[index + 1 : index + 1 + len(rest)]):
                continue
            text = " ".join(["", *(each.folded for side in pair.targets for each in side.words), ""])
            last = words[index + len(rest)]
            if not any(f" {folded(other)} " in text for other in others) and not any(
                conforms(last.folded, other.folded) or are_joined_alike((word, last), (other,))
                for other in pair.capitals
            ):
                yield PlaceDifference("missing", index, index + len(rest), None, 0.7)
