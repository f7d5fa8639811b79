"""Whether the words around a word of several senses are those that a row of the table asks for."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from auditor.folding import folded, word_forms
from auditor.languages import function_words
from auditor.terms.inflection import without_article
from auditor.terms.matching import BEGINNING, KeyedPassage, Pattern, match_at, pattern

TOPICS = Path(__file__).parent / "topics.toml"
MARK = "@"
"""What the name of a topic begins with, where a row asks for any of its words."""


BESIDE, CLOSE = 2, 6
"""Words to the form up to which a word of its context stands beside it, and close to it."""
NEAR, FAR, ELSEWHERE, TOPICAL, ALOOF = 0.7, 0.5, 0.3, 0.5, 1.0
"""Weights of what stands close, farther in the passage, in a passage before or behind it; of a topic's words; and the most that
the two last weigh."""
_NONE: frozenset[int] = frozenset()


class Span(NamedTuple):
    """Words of a passage, from the first to the last."""

    first: int
    last: int


class Place(NamedTuple):
    """Where a form stands: in `own`, with passages around, `own` among them."""

    around: Sequence[KeyedPassage]
    own: KeyedPassage
    form: Span


class Wanted(NamedTuple):
    """Words of which one must stand, folded and without article, and longer forms by the first of theirs, each with what its last
    word begins with, where that is plain.
    """

    words: frozenset[str]
    longer: dict[str, list[tuple[str, str | None]]]


class Context(NamedTuple):
    """What tells a sense: words that stand around it, and words of the topics that are its own."""

    cues: Wanted
    topics: Wanted


def stands(
    values: tuple[str, ...], around: Iterable[KeyedPassage], own: KeyedPassage, form: Span | None
) -> bool:
    """Whether one of the words, forms or topics stands in a passage; in `own` what lies within `form` does not count."""
    wanted = _wanted(values)
    return any(_stands(wanted, keyed, form if keyed is own else None) for keyed in around)


def context(values: tuple[str, ...]) -> Context:
    """Of the words and topics of a row."""
    topics = tuple(value for value in values if value[:1] == MARK)
    return Context(_wanted(tuple(value for value in values if value[:1] != MARK)), _wanted(topics))


def weight(told_by: Context, place: Place) -> float:
    """The weight of a context that is met: the sum over all its words that are.

    A word of a context weighs 1 beside the form, less the farther it stands, ELSEWHERE in a neighbouring passage; a word
    of a topic weighs TOPICAL of that. Those of topics, and those of neighbouring passages, weigh ALOOF together at most.
    """
    own = _told(told_by.cues, place.own, place.form)
    topical = _told(told_by.topics, place.own, place.form) if told_by.topics.words else 0.0
    elsewhere = 0.0
    for keyed in place.around:
        if keyed is not place.own:
            elsewhere += _told(told_by.cues, keyed, None)
            topical += _told(told_by.topics, keyed, None)
    return own + min(ALOOF, elsewhere) + min(ALOOF, TOPICAL * topical)


def nearest(told_by: Context, place: Place) -> float:
    """The weight of the word of a context that stands nearest to the form, in the passage itself; 0 where none does."""
    met = _met(told_by.cues, place.own, place.form)
    return max((_by_place(place.own.words[index].keys[0], index, place.form) for index in met), default=0.0)


def _told(wanted: Wanted, keyed: KeyedPassage, form: Span | None) -> float:
    met = _met(wanted, keyed, form)
    if not met:
        return 0.0
    if form is None:
        return ELSEWHERE * sum(keyed.words[index].keys[0] not in function_words("ar") for index in met)
    return sum(_by_place(keyed.words[index].keys[0], index, form) for index in sorted(met))


def _met(wanted: Wanted, keyed: KeyedPassage, form: Span | None) -> AbstractSet[int]:
    """The words of a passage that are wanted, or by which an expression that is wanted is counted."""
    met = keyed.bases.keys()
    has_longer = not met.isdisjoint(wanted.longer.keys())
    if met.isdisjoint(wanted.words):  # most contexts are not met at all
        return {_outer(place, form) for place in _longer(wanted, keyed)} if has_longer else _NONE
    single = _single(wanted, keyed)
    return single | {_outer(place, form) for place in _longer(wanted, keyed)} if has_longer else single


def _single(wanted: Wanted, keyed: KeyedPassage) -> set[int]:
    bases = keyed.bases
    met = wanted.words & bases.keys()
    return {index for base in met for index in bases[base] if keyed.is_form(index, base)}


def _longer(wanted: Wanted, keyed: KeyedPassage) -> Iterator[Span]:
    """Where expressions stand, from their first word to their last."""
    for first in sorted(wanted.longer.keys() & keyed.bases.keys()):
        for value, end in wanted.longer[first]:
            if end is None or end in keyed.beginnings:  # the first word stands there, and mostly no other
                yield from _places(pattern(value, "ar"), keyed)


def _outer(place: Span, form: Span | None) -> int:
    """The word by which an expression is counted: one outside the form, if it goes beyond it."""
    return place.last if form is not None and form.first <= place.first <= form.last else place.first


def _by_place(word: str, index: int, form: Span) -> float:
    """The weight of a word of a context; one of grammar tells something right behind the form alone."""
    if word in function_words("ar"):
        return 1.0 if index == form.last + 1 else 0.0
    return closeness(index, form)


def closeness(index: int, form: Span) -> float:
    """How much a word of a passage tells of a form in it, by its place, in [0, 1]; 0 within the form."""
    step = max(form.first - index, index - form.last)
    return 0.0 if step <= 0 else 1.0 if step <= BESIDE else NEAR if step <= CLOSE else FAR


def _stands(wanted: Wanted, keyed: KeyedPassage, form: Span | None) -> bool:
    single = _single(wanted, keyed)
    if form is None:
        return bool(single) or any(True for _ in _longer(wanted, keyed))
    return any(not form.first <= index <= form.last for index in single) or any(
        not (form.first <= place.first and place.last <= form.last) for place in _longer(wanted, keyed)
    )


def _places(sequence: Pattern, keyed: KeyedPassage) -> Iterator[Span]:
    """Where an expression stands."""
    places = keyed.places
    for first in sorted({index for key in sequence[0] & places.keys() for index in places[key]}):
        last = match_at(keyed.words, first, sequence)
        if last is not None:
            yield Span(first, last)


@lru_cache(maxsize=1 << 14)
def _wanted(values: tuple[str, ...]) -> Wanted:
    every = [form for value in values for form in (topic(value[1:]) if value[:1] == MARK else (value,))]
    words: set[str] = set()
    longer: dict[str, list[tuple[str, str | None]]] = {}
    for form in folded("\n".join(every)).split("\n"):
        if form.isalnum():
            words.add(without_article(form))
        elif forms := word_forms(form):
            longer.setdefault(without_article(forms[0]), []).append((form, _end(forms)))
    return Wanted(frozenset(words), longer)


def _end(forms: Sequence[str]) -> str | None:
    """What every form of the last word of an expression begins with; None for one word, and for a short one."""
    last = without_article(forms[-1])
    return last[:BEGINNING] if len(forms) > 1 and len(last) > BEGINNING else None


def topic(name: str) -> Sequence[str]:
    """The words that tell of a topic. Raises KeyError for one that the file does not have."""
    return _topics()[name]


@cache
def _topics() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads(TOPICS.read_text(encoding="utf-8"))
    return {name: tuple(filter(None, map(str.strip, words.split("|")))) for name, words in table.items()}
