"""Where the original has names that are words as well, whether the translation spells them, and which words mean them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import SPELLS, WordForm, are_alike
from auditor.names.pair.likeness import are_joined_alike
from auditor.names.pair.sides import Side
from auditor.names.spelling.conformity import conforms
from auditor.names.words.meant_list import Meant, meant_names

_ARTICLE = "ال"
_LATIN_ARTICLES = frozenset({"l", "le", "la", "les", "the", "al", "el"})
_PLURAL = ("s", "x", "e")
_JOINTS = " \u00a0-"
_LEAST = 4
"""Letters of a form whose beginning tells a compound: Omdurman for درمان."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Words `first` to `last` of the original, which are one of the names."""

    first: int
    last: int
    name: Meant


@dataclass(frozen=True, slots=True)
class MeantDifference:
    """Words `first` to `last` of the original, a name, and words `begin` to `end` of the translation, which mean it."""

    first: int
    last: int
    begin: int
    end: int
    confidence: float


@cache
def _by_first_word() -> dict[str, tuple[Meant, ...]]:
    found: dict[str, list[Meant]] = {}
    for each in meant_names():
        if each.meanings:
            found.setdefault(each.words[0], []).append(each)
    return {first: tuple(sorted(some, key=lambda one: -len(one.words))) for first, some in found.items()}


@lru_cache(maxsize=1 << 16)
def beginning(word: WordForm) -> tuple[Meant, ...]:
    """The names that a word may begin, the longest first; with the article where the name has one, and only there."""
    known = _by_first_word()
    found: list[Meant] = []
    for reading in word.readings:
        if reading in known and word.folded.endswith(reading) and not _is_bare_of_article(word, reading):
            found += known[reading]
    return tuple(found)


def _is_bare_of_article(word: WordForm, reading: str) -> bool:
    return not reading.startswith(_ARTICLE) and (
        _ARTICLE + reading in word.readings or word.folded.endswith("لل" + reading)
    )


@lru_cache(maxsize=1 << 10)
def occurrences(side: Side) -> tuple[Occurrence, ...]:
    """Every name of the list in a side, in text order; of those that begin at one word the longest."""
    words, found = side.words, []
    for index, word in enumerate(words):
        here = []
        for name in beginning(word):
            last = index + len(name.words) - 1
            rest = tuple(each.folded for each in words[index + 1 : last + 1])
            if rest == name.words[1:] and not _is_parted(side, index, last):
                here.append(Occurrence(index, last, name))
        longest = max([each.last for each in here], default=index)
        found += [each for each in here if each.last == longest]
    return tuple(found)


def _is_parted(side: Side, first: int, last: int) -> bool:
    return not all(side.adjoins(place, place + 1) for place in range(first, last))


def _is_beside_meaning(side: Side, place: int, name: Meant) -> bool:
    """Whether a word with a capital beside one means the name's other word: “Thursday Mushait”."""
    around = [each for each in (place - 1, place + 1) if 0 <= each < len(side.words)]
    return any(
        side.words[each].is_capital
        and means(name, side.words[each])
        and not side.between(*sorted((each, place))).strip(_JOINTS)
        for each in around
    )


def means(name: Meant, word: WordForm) -> bool:
    """Whether a word of the translation is one of the meanings, in whatever number."""
    text = word.folded
    return text in name.meanings or (text.endswith(_PLURAL) and text[:-1] in name.meanings)


def is_spelled(pair: Comparison, found: Occurrence) -> bool:
    """Whether the translation spells the last word of a name, alone or with a neighbour, or has another of its forms."""
    last = pair.source.words[found.last]
    whole = pair.source.words[found.first : found.last + 1]
    form = found.name.words[-1]
    forms = {form, form.removeprefix(_ARTICLE)}
    for side in pair.targets:
        for place, word in enumerate(side.words):
            if word.folded in found.name.spelled:
                return True
            if not (word.is_capital or word.folded in _LATIN_ARTICLES) or means(found.name, word):
                continue
            if len(whole) > 1 and _is_beside_meaning(side, place, found.name):
                continue
            after = side.words[place + 1].folded if place + 1 < len(side.words) else ""
            if any(conforms(each, text) for each in forms for text in (word.folded, word.folded + after)):
                return True
            if are_alike(last, word, SPELLS) or are_joined_alike(whole, (word,)):
                return True
            if len(form) >= _LEAST and any(word.folded.endswith(each) for each in found.name.spelled):
                return True
    return False
