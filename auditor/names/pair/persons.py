"""The words that persons are named and introduced with, from `languages/ar/persons.toml`, in folded spelling."""

from __future__ import annotations

from functools import cache, lru_cache

from auditor.languages import language_data
from auditor.names.pair.forms import WordForm
from auditor.names.words.vocabulary import calendar


@cache
def given_names() -> frozenset[str]:
    return frozenset(language_data("ar", "persons")["given"].split())


@cache
def offices() -> frozenset[str]:
    return frozenset(language_data("ar", "persons")["offices"].split())


@cache
def epithets() -> frozenset[str]:
    return frozenset(language_data("ar", "persons")["epithets"].split())


@cache
def closing() -> frozenset[str]:
    """Words that only close a name of two: الدين of نور الدين."""
    return frozenset(language_data("ar", "persons")["closing"].split())


@cache
def titles_before() -> dict[str, frozenset[str]]:
    table: dict[str, str] = language_data("ar", "persons")["titles"]
    return {title: frozenset(others.split()) for title, others in table.items()}


@cache
def latin_words(kind: str) -> frozenset[str]:
    return frozenset(language_data("ar", "persons")["latin"][kind].split())


@cache
def place_kinds() -> frozenset[str]:
    """Folded Arabic words for places: مدينة, ولاية."""
    return frozenset(language_data("ar", "places")["kinds"])


def latin_titles() -> frozenset[str]:
    """Folded French and English titles, which have a name after them."""
    return latin_words("titles")


@cache
def beside_names() -> frozenset[str]:
    """Folded French and English words that may have a capital beside names, or as a date, and are none."""
    return calendar() | latin_titles() | latin_words("particles")


@lru_cache(maxsize=1 << 16)
def is_given(word: WordForm) -> bool:
    """Whether a word is a given name; الهادي is one where the list has it with its article, نصره with a pronoun is none."""
    if given_names().isdisjoint(word.readings) or not word.is_arabic or word.folded in epithets():
        return False
    definite = word.folded.startswith("ال")
    return any(
        each in given_names() and word.folded.endswith(each)
        for each in word.readings
        if each.startswith("ال") == definite
    )
