"""Whether the words around a word of several senses are those that a row of the table asks for."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from auditor.terms.matching import KeyedPassage, Pattern, match_at, pattern

TOPICS = Path(__file__).parent / "topics.toml"
MARK = "@"
"""What the name of a topic begins with, where a row asks for any of its words."""


class Span(NamedTuple):
    """Words of a passage, from the first to the last."""

    first: int
    last: int


class Wanted(NamedTuple):
    """Words and longer forms of which one must stand; all by their keys."""

    words: frozenset[str]
    longer: tuple[Pattern, ...]


def stands(
    values: tuple[str, ...], around: Iterable[KeyedPassage], own: KeyedPassage, form: Span | None
) -> bool:
    """Whether one of the words, forms or topics stands in a passage; in `own` what lies within `form` does not count."""
    wanted = _wanted(values)
    return any(_stands(wanted, keyed, form if keyed is own else None) for keyed in around)


def _stands(wanted: Wanted, keyed: KeyedPassage, form: Span | None) -> bool:
    for key in sorted(wanted.words & keyed.places.keys()):
        if form is None or any(not form.first <= index <= form.last for index in keyed.places[key]):
            return True
    return any(
        last is not None and (form is None or not (form.first <= first and last <= form.last))
        for sequence in wanted.longer
        for first, last in _places(sequence, keyed)
    )


def _places(sequence: Pattern, keyed: KeyedPassage) -> list[tuple[int, int | None]]:
    firsts = sorted({index for key in sequence[0] for index in keyed.places.get(key, ())})
    return [(first, match_at(keyed.words, first, sequence)) for first in firsts]


@lru_cache(maxsize=4096)
def _wanted(values: tuple[str, ...]) -> Wanted:
    every = [form for value in values for form in (topic(value[1:]) if value[:1] == MARK else (value,))]
    sequences = [pattern(form, "ar") for form in every]
    single = frozenset(key for sequence in sequences if len(sequence) == 1 for key in sequence[0])
    return Wanted(single, tuple(sequence for sequence in sequences if len(sequence) > 1))


def topic(name: str) -> Sequence[str]:
    """The words that tell of a topic. Raises KeyError for one that the file does not have."""
    return _topics()[name]


@cache
def _topics() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads(TOPICS.read_text(encoding="utf-8"))
    return {name: tuple(filter(None, map(str.strip, words.split("|")))) for name, words in table.items()}
