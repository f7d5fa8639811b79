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

from auditor.folding import words
from auditor.languages import language_data

ENDINGS = 6
"""Letters that may follow the beginning of a Latin word, and be followed by an ending of nationalities."""
LANGUAGES = ("ar", "fr", "en")


@dataclass(frozen=True, slots=True)
class Form:
    """One name of a place: folded words; the last may be followed by one of the endings, or so many letters."""

    place: str
    words: tuple[str, ...]
    ending: tuple[str, ...] | int
    shown: str  # as it is written; empty where it is only the beginning of words


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The forms of one language by the first letters of their first word, and by place."""

    starts: dict[str, list[Form]]
    places: dict[str, list[Form]]

    def at(self, readings: Sequence[Sequence[str]], index: int) -> list[tuple[Form, int]]:
        """The forms that begin at a word, with the index of their last word; `readings`: each word's folded readings."""
        found = []
        for reading in readings[index]:
            for form in self.starts.get(reading[:2], ()):
                last = index + len(form.words) - 1
                if last < len(readings) and _matches(form, readings, index, reading):
                    found.append((form, last))
        longest = max((last for _, last in found), default=-1)
        return [(form, last) for form, last in found if last == longest]


def _matches(form: Form, readings: Sequence[Sequence[str]], index: int, first: str) -> bool:
    for place, wanted in enumerate(form.words):
        known = (first,) if place == 0 else readings[index + place]
        ending = form.ending if place == len(form.words) - 1 else 0
        if not any(word.startswith(wanted) and _may_end(word[len(wanted) :], ending) for word in known):
            return False
    return True


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
    starts: defaultdict[str, list[Form]] = defaultdict(list)
    places: defaultdict[str, list[Form]] = defaultdict(list)
    column = 1 + LANGUAGES.index(language)
    text = (files("auditor.names") / "data" / "places.tsv").read_text("utf-8")
    for line in text.splitlines()[1:]:
        cells = line.split("\t")
        for written in cells[column].split(" | "):
            form = _form(cells[0], written, language)
            starts[form.words[0][:2]].append(form)
            places[form.place].append(form)
    return Gazetteer(dict(starts), dict(places))


def _form(place: str, written: str, language: str) -> Form:
    shown = written.rstrip("*+")
    parts = [part for word, _, _ in words(shown) for part in word.replace("'", "-").split("-")]
    if language == "ar" and shown.startswith("ال") and len(parts[0]) > 4:
        parts[0] = parts[0][2:]
    ending: tuple[str, ...] | int = 0 if shown == written else ENDINGS
    if ending and language == "ar":
        ending = tuple(language_data("ar", "names")["endings"])
    return Form(place, tuple(parts), ending, "" if written.endswith("*") else shown)
