"""Towns and provinces of Arab countries that come back as other words, or misspelled.

Whether a word of the translation spells a known place needs no probability: its letters must be heard (`conforms`).
What stands for a lost place is told by the word for its kind (مدينة, “ville de”), or by the place it is joined to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from auditor.folding import folded
from auditor.languages import language_data
from auditor.names.anchors import rendered_words
from auditor.names.comparison import Comparison
from auditor.names.conformity import conforms
from auditor.names.forms import SPELLS, WordForm, alike
from auditor.names.sequences import is_heard
from auditor.names.sides import Side

SHORTEST = 3
_AND = frozenset({"et", "and", "a", "au", "aux", "to"})
_OF = frozenset({"de", "d", "of", "du", "des"})
_ARTICLES = frozenset({"l", "le", "la", "les", "the", "al", "el"})
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
        name = local_place(word)
        if name is None or index in pair.source.covered:
            continue
        kind = _kind_before(pair.source, index) if _is_kind_of(pair.source, index, name) else None
        listed = (
            index > 0
            and word.folded.startswith("و")
            and local_place(pair.source.words[index - 1]) is not None
        )
        if is_named(pair, name):
            continue
        judged = _standing(pair, index, kind) if kind or listed or _is_sure(word, name) else None
        judged = judged or _translated(pair, index, is_sure=listed or kind is not None)
        if judged:
            found.append(judged)
    return sorted(found, key=lambda each: each.first)


@cache
def _known() -> tuple[frozenset[str], frozenset[str], dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    table = language_data("ar", "places")
    renamed, kinds = (
        {name: frozenset(others.split()) for name, others in table[room].items()}
        for room in ("renamed", "kinds")
    )
    spelled = frozenset((*table["spelled"].split(), *renamed))
    return spelled, frozenset(table["ambiguous"].split()), renamed, kinds


@lru_cache(maxsize=1 << 16)
def _matters(word: WordForm) -> bool:
    """Whether a word is a local place, or may begin the name of one."""
    return local_place(word) is not None or bool(_beginning(word))


@lru_cache(maxsize=1 << 16)
def local_place(word: WordForm) -> str | None:
    known = _known()[0]
    return next((each for each in word.readings if len(each) >= SHORTEST and each in known), None)


def _is_sure(word: WordForm, name: str) -> bool:
    return word.is_name and name not in _known()[1]


def _kind_before(side: Side, index: int) -> frozenset[str] | None:
    if not index or side.between(index - 1, index).strip(" \u00a0"):
        return None
    kinds = _known()[3]
    return next((kinds[each] for each in side.words[index - 1].readings if each in kinds), None)


def is_named(pair: Comparison, name: str) -> bool:
    """Whether some word of the translation spells the place, alone or with the next, or is its other name."""
    renamed = _known()[2].get(name, frozenset())
    forms = {name, "ال" + name}
    for side in pair.targets:
        for place, word in enumerate(side.words):
            if word.folded in renamed or word.folded in _joined(renamed):
                return True
            if not (word.is_capital or word.folded in _ARTICLES):
                continue
            after = side.words[place + 1].folded if place + 1 < len(side.words) else ""
            if any(conforms(form, each) for form in forms for each in (word.folded, word.folded + after)):
                return True
    return False


def _joined(names: frozenset[str]) -> frozenset[str]:
    return frozenset(article + name for name in names for article in ("al", "el"))


def _standing(pair: Comparison, index: int, kind: frozenset[str] | None) -> PlaceDifference | None:
    slip = _slip(pair, index)
    if slip is not None:
        return PlaceDifference("misspelled", index, index, (slip, slip), 0.7)
    beside = _joined_place(pair, index)
    if beside is not None:
        return PlaceDifference("place", index, index, (beside, beside), 0.8)
    stands = _after_kind(pair, index, kind) if kind else None
    return PlaceDifference("place", index, index, stands, 0.8) if stands else None


def _is_listed(side: Side, index: int) -> bool:
    """Whether “and” joins a word to a place, or to the word after one for the kind of both."""
    if not index or not side.words[index].folded.startswith("و"):
        return False
    if local_place(side.words[index - 1]) is not None:
        return True
    return _kind_before(side, index - 1) is not None and not side.words[index - 2].folded.startswith("ال")


def _is_kind_of(side: Side, index: int, name: str) -> bool:
    """Whether a word for a kind of place, without article, makes a word a place: مدينة الجديدة, not المدينة الجديدة."""
    if not index or side.words[index - 1].folded.startswith(("ال", "وال", "بال", "لل")):
        return False
    definite = side.words[index].folded.startswith("ال")
    return name not in _known()[1] or definite or name not in _adjectives()


@cache
def _adjectives() -> frozenset[str]:
    """Places called by an adjective, which without article are one: مدينة جديدة."""
    return frozenset(language_data("ar", "places")["adjectives"].split())


def _is_noun(side: Side, index: int) -> bool:
    """Whether a preposition before a word tells that it is no adjective."""
    return index > 0 and side.words[index - 1].folded in _prepositions()


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(language_data("ar", "places")["prepositions"].split())


def _translated(pair: Comparison, index: int, *, is_sure: bool) -> PlaceDifference | None:
    """The word that the lexicon has for the place's name: with a capital of its own, unless the name is known for one."""
    if not (is_sure or _is_noun(pair.source, index)):
        return None
    for there in rendered_words(pair.source.words[index], pair.target):
        word = pair.target.words[there]
        if there in pair.target.covered or not (is_sure or _is_capital_alone(pair.target, there)):
            continue
        return PlaceDifference("translated", index, index, (there, there), 0.8 if word.is_capital else 0.7)
    return None


def _is_capital_alone(side: Side, index: int) -> bool:
    """Whether a word has a capital that neither a sentence nor a title of several words gives it."""
    around = side.words[max(0, index - 1) : index + 2]
    return index > 0 and side.words[index].is_capital and sum(word.is_capital for word in around) == 1


def _slip(pair: Comparison, index: int) -> int | None:
    """The word with a capital that is meant for the place, and for no other word of the original."""
    word = pair.source.words[index]
    for place, other in enumerate(pair.target.words):
        if not other.is_name or place in pair.target.covered or alike(word, other) < _SLIP:
            continue
        if not is_heard(pair, other, pair.source.words[index]):
            return place
    return None


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
            if target.words[place + step].folded not in _AND or alike(source.words[here], word) < SPELLS:
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
    if target.words[first].folded in _ARTICLES and first + 1 < len(target.words):
        last += 1
    if target.between(there[0], last).strip(" \u00a0'’deofulathsn"):
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
        for rest, others in _beginning(word):
            if rest != tuple(each.folded for each in words[index + 1 : index + 1 + len(rest)]):
                continue
            text = " ".join(["", *(each.folded for side in pair.targets for each in side.words), ""])
            if not any(f" {folded(other)} " in text for other in others):
                yield PlaceDifference("missing", index, index + len(rest), None, 0.7)


@lru_cache(maxsize=1 << 16)
def _beginning(word: WordForm) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Of the phrases that a word may begin, the words after it, and what stands for each."""
    table: dict[str, str] = language_data("ar", "places")["phrases"]
    return tuple(
        (tuple(phrase.split()[1:]), tuple(others.split("|")))
        for phrase, others in table.items()
        if phrase.split()[0] in word.readings
    )
