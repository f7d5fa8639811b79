"""Names of several words of which the first came back as a word: Puits du boiteux, fils de Moïse, Mother of Coal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from auditor.languages import language_data
from auditor.names.pair.anchors import rendered_words, renders_others
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import SPELLS, WordForm, are_alike
from auditor.names.pair.known_places import DEFINITE, is_naming, local_place
from auditor.names.pair.likeness import are_joined_alike
from auditor.names.pair.persons import is_given
from auditor.names.pair.sides import Side
from auditor.names.slots.slot_words import is_body, is_well
from auditor.names.words.meant_list import meant_names
from auditor.names.words.person_words import person_words, place_kinds

_OF = frozenset({"de", "du", "des", "d", "l", "la", "le", "les", "of", "the"})
_JOINTS = " \u00a0-'’"
MOST_PARTICLES = 2
REACH = 0.35
"""Difference of places, as a share of the side, up to which a word may stand for the first of a name."""

Lead = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class JoinedDifference:
    """Words `first` to `last` of the original, and word `there` of the translation, which means the first of them."""

    first: int
    last: int
    there: int


def joined_differences(pair: Comparison) -> Iterator[JoinedDifference]:
    """The names whose first word is translated and nowhere spelled, in text order."""
    source = pair.source
    for index, lead in enumerate(map(_lead, source.words[:-1])):
        if lead is None or not source.adjoins(index, index + 1):
            continue
        found = _place(pair, index, *lead[0])
        found = _person(pair, index, *lead[1]) if found is None else found
        found = _second(pair, index, lead[0][0]) if found is None else found
        if found is not None:
            yield JoinedDifference(index, index + 1, found)


def _place(pair: Comparison, index: int, spelled: frozenset[str], meant: frozenset[str]) -> int | None:
    if not meant or _is_spelled(pair, index, spelled):
        return None
    sure = _is_place(pair.source, index)
    return next(
        (there for there in _standing(pair, index, meant) if sure or _is_called(pair, index, there)),
        None,
    )


def _is_called(pair: Comparison, index: int, there: int) -> bool:
    """Whether the first word of a settlement's name has a capital of its own, and the lexicon has it for no other word."""
    source, target = pair.source, pair.target
    if not (there and target.words[there].is_capital) or target.between(there - 1, there).strip(_JOINTS):
        return False
    if source.words[index].readings and settlements().isdisjoint(source.words[index].readings):
        return False
    after = source.words[index + 1]
    if not (after.folded.startswith("ال") or after.is_rare) or after.is_title:
        return False
    return not renders_others(source, target, there, (index, index + 1))


@cache
def settlements() -> frozenset[str]:
    """Words that the names of settlements begin with, and hardly anything else that has a capital."""
    return frozenset(language_data("ar", "places")["settlements"].split())


def _person(pair: Comparison, index: int, spelled: frozenset[str], meant: frozenset[str]) -> int | None:
    if not meant or _is_spelled(pair, index, spelled):
        return None
    sure = _is_person(pair.source, index)
    return next(
        (there for there in _standing(pair, index, meant) if sure or _is_between(pair, index, there)), None
    )


def _second(pair: Comparison, index: int, spelled: frozenset[str]) -> int | None:
    """The word that renders the second of a name whose first is spelled: “Khan du ministre”."""
    others, after = pair.target.words, pair.source.words[index + 1]
    if not spelled or local_place(after) is not None or any(is_well(after, word) for word in pair.capitals):
        return None
    for place, word in enumerate(others):
        if word.folded not in spelled or (not word.is_capital and not place):
            continue
        beyond = place + 1
        while beyond < len(others) - 1 and others[beyond].folded in _OF:
            beyond += 1
        if beyond - place - 1 > MOST_PARTICLES or beyond >= len(others):
            continue
        if pair.target.between(place, beyond).strip(_JOINTS + "deulasofthDEULASOFTH"):
            continue
        if beyond > place + 1 and beyond in rendered_words(after, pair.target):
            return beyond
    return None


def _is_between(pair: Comparison, index: int, there: int) -> bool:
    """Whether the names around a word of the original are spelled around one of the translation."""
    words, others = pair.source.words, pair.target.words
    if not index or not there:
        return False
    after = [other for other in others[there + 1 : there + 3] if other.is_capital]
    return are_alike(words[index - 1], others[there - 1], SPELLS) and any(
        are_alike(words[index + 1], other, SPELLS) for other in after
    )


@cache
def _leads(room: str, table: str) -> dict[str, Lead]:
    listed: dict[str, list[str]] = language_data("ar", room)[table]
    return {
        word: (frozenset(spelled.split()), frozenset(meant.split()))
        for word, (spelled, meant) in listed.items()
    }


@lru_cache(maxsize=1 << 16)
def _lead(word: WordForm) -> tuple[Lead, Lead] | None:
    """What a word is spelled as and means where it begins the name of a place, and where it joins two parts of a person's."""
    places, persons = _leads("places", "heads"), _leads("persons", "joiners")
    if places.keys().isdisjoint(word.readings) and word.folded not in persons:
        return None
    nothing: Lead = frozenset(), frozenset()
    of_place = next((places[each] for each in word.readings if each in places), nothing)
    of_person = persons.get(word.folded, nothing)
    return (of_place, of_person) if of_place[1] or of_person[1] else None


def _is_place(side: Side, index: int) -> bool:
    """Whether a word for the kind of place stands before, or the two words are a known place's name."""
    word, after = side.words[index : index + 2]
    if _is_listed(word, after):
        return True
    if not index or not side.adjoins(index - 1, index):
        return False
    return not place_kinds().isdisjoint(side.words[index - 1].readings) or (
        is_naming(side.words[index - 1]) and not word.folded.startswith("ال")
    )


@lru_cache(maxsize=1 << 14)
def _is_listed(word: WordForm, after: WordForm) -> bool:
    """Whether two words are a known place's name: بئر علي, not البئر على, the well at."""
    if word.folded.startswith(DEFINITE) or after.written == "على":
        return False
    phrases: dict[str, str] = language_data("ar", "places")["phrases"]
    return any(
        f"{each} {after.folded}" in phrases or (each, after.folded) in _places() for each in word.readings
    )


@cache
def _places() -> frozenset[tuple[str, ...]]:
    """The places of two words of the list of names that are words."""
    return frozenset(each.words for each in meant_names() if each.kind == "place" and len(each.words) > 1)


def _is_person(side: Side, index: int) -> bool:
    """Whether a part of a person's name, or a title, stands before."""
    if not index or not side.adjoins(index - 1, index):
        return False
    before = side.words[index - 1]
    return (
        is_given(before)
        or (before.is_rare and before.is_name and local_place(before) is None)
        or (before.is_title and side.words[index].folded == _servant())
        or (
            before.is_title
            and side.words[index].folded in person_words("honours")
            and is_given(side.words[index + 1])
        )
        or (side.words[index].folded in person_words("sons") and (is_body(before) or is_naming(before)))
    )


def _servant() -> str:
    return str(language_data("ar", "names")["servant"])


def _is_spelled(pair: Comparison, index: int, spelled: frozenset[str]) -> bool:
    """Whether the translation has the first word as it is spelled, alone or with the second in one word."""
    two = pair.source.words[index : index + 2]
    return any(
        not spelled.isdisjoint((word.folded, *(word.folded.split("-"))))
        or (word.is_capital and are_joined_alike(two, (word,)))
        for side in pair.targets
        for word in side.words
    )


def _standing(pair: Comparison, index: int, meant: frozenset[str]) -> Iterator[int]:
    """The words that mean the first, at about its place or just after the name before it: “Mohamed, le fils du cheikh”."""
    sizes = len(pair.source.words), len(pair.target.words)
    before = pair.source.words[index - 1] if index else None
    for there, word in enumerate(pair.target.words):
        if word.folded not in meant:
            continue
        is_near = abs(index / sizes[0] - there / sizes[1]) <= REACH
        if is_near or (
            before is not None
            and any(are_alike(before, each, SPELLS) for each in pair.target.words[max(0, there - 2) : there])
        ):
            yield there
