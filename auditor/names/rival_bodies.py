"""Bodies that are taken for each other, by the groups of `languages/ar/bodies.toml`: Croissant-Rouge for الصليب الأحمر."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from auditor.languages import language_data
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import WordForm
from auditor.names.pair.meanings import MeantDifference
from auditor.names.pair.sides import Side

SURE = 0.82
"""Confidence: of 43,000 sound pairs of running text none has a body of a group for another."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a group: ways to name it, word by word, in Arabic without article, and in French or English."""

    group: int
    arabic: tuple[tuple[str, ...], ...]
    latin: tuple[tuple[str, ...], ...]


def rival_differences(pair: Comparison) -> Iterator[MeantDifference]:
    """The bodies for which the translation has another of their group, one more often than the original has it, in text order."""
    named = list(_named(pair.source))
    known = [body for side in pair.sources for _, _, body in _named(side)] if named else []
    for first, last, body in named:
        if any(_places(side, body) for side in pair.targets):
            continue
        found = [
            stands
            for other in _bodies()
            if other.group == body.group and other != body
            for stands in _places(pair.target, other)[-1:]
            if _times(pair, other) > known.count(other)
        ]
        if len(found) == 1:
            yield MeantDifference(first, last, *found[0], SURE)


def _times(pair: Comparison, body: Body) -> int:
    return sum(len(_places(side, body)) for side in pair.targets)


@cache
def _bodies() -> tuple[Body, ...]:
    groups: list[dict[str, str]] = language_data("ar", "bodies")["rivals"]
    return tuple(
        Body(number, *(tuple(tuple(way.split()) for way in ways.split("|")) for ways in named))
        for number, group in enumerate(groups)
        for named in group.items()
    )


@cache
def _by_first_word() -> dict[str, tuple[tuple[Body, tuple[str, ...]], ...]]:
    found: dict[str, list[tuple[Body, tuple[str, ...]]]] = {}
    for body in _bodies():
        for way in body.arabic:
            found.setdefault(way[0], []).append((body, way))
    return {first: tuple(sorted(some, key=lambda each: -len(each[1]))) for first, some in found.items()}


@lru_cache(maxsize=1 << 16)
def _beginning(word: WordForm) -> tuple[tuple[Body, tuple[str, ...]], ...]:
    known = _by_first_word()
    return next((known[each] for each in word.readings if each in known and word.folded.endswith(each)), ())


def _named(side: Side) -> Iterator[tuple[int, int, Body]]:
    for index, word in enumerate(side.words):
        for body, way in _beginning(word):
            last = index + len(way) - 1
            if tuple(each.folded for each in side.words[index + 1 : last + 1]) == way[1:]:
                yield index, last, body
                break


def _places(side: Side, body: Body) -> list[tuple[int, int]]:
    """Where a side has one of a body's Latin names, written as a name: acronyms in capitals, others with one."""
    found: list[tuple[int, int]] = []
    for index, word in enumerate(side.words):
        for way in body.latin:
            if word.folded != way[0] or (found and found[-1][1] >= index):
                continue
            words = side.words[index : index + len(way)]
            is_written = len(way) > 1 or not _is_word(word)
            if (
                is_written
                and tuple(each.folded for each in words) == way
                and any(each.is_capital for each in words)
            ):
                found.append((index, index + len(way) - 1))
    return found


def _is_word(word: WordForm) -> bool:
    """Whether a short form is no acronym here: au, who, ua."""
    return len(word.folded) <= 3 and not word.written.isupper()
