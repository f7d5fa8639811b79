"""Countries, peoples, capitals, big cities, dynasties: what each is called in Arabic, French and English.

data/places.tsv gives every place its forms. A country, its people and its capital are one place, since a text may name
each for the other. `+` after a form lets it take an ending of number or gender, `*` marks the beginning of longer words.
Names of territories and cities come from the Unicode CLDR (Unicode licence v3).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Protocol

from auditor.folding import words
from auditor.languages import language_data
from auditor.names.words.person_words import given_names

ENDINGS = 6
"""Letters that may follow the beginning of a Latin word, and be followed by an ending of nationalities."""
_ARTICLE = "ال"
START, HEAD = 4, 3
LANGUAGES = ("ar", "fr", "en")


class HasReadings(Protocol):
    """A word: folded, and of an Arabic word also without particles."""

    @property
    def folded(self) -> str: ...

    @property
    def readings(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class PlaceForm:
    """One name of a place: folded words; the last may be followed by one of the endings, or so many letters."""

    place: str
    words: tuple[str, ...]
    ending: tuple[str, ...] | int
    shown: str  # as it is written; empty where it is only the beginning of words

    def stands_at(self, words: Sequence[HasReadings], index: int) -> bool:
        """Whether the form, which may begin at a word, goes on with the words after it."""
        last = len(self.words) - 1
        if index + last >= len(words):
            return False
        for place in range(1, last + 1):
            word = words[index + place]
            if not any(self._is(place, each) for each in word.readings if word.folded.endswith(each)):
                return False
        return True

    def may_begin(self, reading: str) -> bool:
        return self._is(0, reading)

    def _is(self, place: int, reading: str) -> bool:
        wanted = self.words[place]
        if not reading.startswith(wanted):
            return False
        return _may_end(reading[len(wanted) :], self.ending if place == len(self.words) - 1 else 0)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The forms of one language by the first START letters of their first word, or all of a shorter one, and by place.

    `heads`: the first HEAD letters of `starts`.
    """

    heads: frozenset[str]
    starts: dict[str, list[PlaceForm]]
    places: dict[str, list[PlaceForm]]

    def beginning(self, readings: Sequence[str]) -> tuple[PlaceForm, ...]:
        """The forms whose first word a word may be, in any of its readings."""
        found: dict[PlaceForm, None] = {}
        for reading in readings:
            if self.heads.isdisjoint((reading[:HEAD], reading[:2], reading[:1])):  # as mostly
                continue
            begun = [
                form
                for size in range(1, min(START, len(reading)) + 1)
                for form in self.starts.get(reading[:size], ())
                if reading.startswith(form.words[0]) and form.may_begin(reading)
            ]
            found.update(dict.fromkeys(begun if len(begun) < 2 else _longest(begun)))
        return tuple(found)


def _longest(begun: Sequence[PlaceForm]) -> list[PlaceForm]:
    """Of the forms of one word those that hold the most of it: Slovaquie is no form of slov*, nor Belgrade of bel*."""
    most = max([len(form.words[0]) for form in begun if len(form.words) == 1], default=0)
    return [form for form in begun if len(form.words) > 1 or len(form.words[0]) == most]


def _may_end(rest: str, ending: tuple[str, ...] | int) -> bool:
    if not isinstance(ending, int):
        return rest in ending
    if len(rest) <= ending:
        return True
    return bool(ending) and any(
        rest.endswith(each) and len(rest) - len(each) <= ending for each in _nationalities()
    )


@cache
def _nationalities() -> tuple[str, ...]:
    """What nationalities end with in French and English, in both genders and numbers."""
    return tuple(
        ending for language in LANGUAGES[1:] for ending in language_data(language, "names")["nationalities"]
    )


@cache
def gazetteer(language: str) -> Gazetteer:
    starts: defaultdict[str, list[PlaceForm]] = defaultdict(list)
    places: defaultdict[str, list[PlaceForm]] = defaultdict(list)
    column = 1 + LANGUAGES.index(language)
    text = (files("auditor.names") / "data" / "places.tsv").read_text("utf-8")
    for line in text.splitlines()[1:]:
        cells = line.split("\t")
        for written in cells[column].split(" | "):
            form = _form(cells[0], written, language)
            starts[form.words[0][:START]].append(form)
            places[form.place].append(form)
    return Gazetteer(frozenset(start[:HEAD] for start in starts), dict(starts), dict(places))


def beginnings(word: str, readings: Sequence[str]) -> tuple[PlaceForm, ...]:
    """The forms whose first word a folded Arabic word may be, in readings that lack nothing at its end; السيول is not Seoul."""
    if word.endswith(_no_places()):
        return ()
    found = gazetteer("ar").beginning(tuple(filter(word.endswith, readings)))
    persons = [form for form in found if form.words[0] in given_names() and form.shown.startswith(_ARTICLE)]
    if not persons or any(lead + persons[0].words[0] in word for lead in (_ARTICLE, "لل")):
        return found
    return tuple([form for form in found if form not in persons])  # رياض and هند without their article


@cache
def _no_places() -> tuple[str, ...]:
    """Words with an article that are no place, though without it they are one's name."""
    return tuple(language_data("ar", "names")["no_places"].split())


def _form(place: str, written: str, language: str) -> PlaceForm:
    shown = written.rstrip("*+")
    parts = [part for word, _, _ in words(shown) for part in word.replace("'", "-").split("-")]
    if language == "ar" and shown.startswith("ال") and len(parts[0]) > 4:
        parts[0] = parts[0][2:]
    ending: tuple[str, ...] | int = 0 if shown == written else ENDINGS
    if ending and language == "ar":
        ending = tuple(language_data("ar", "names")["endings"])
    return PlaceForm(place, tuple(parts), ending, "" if written.endswith("*") else shown)
