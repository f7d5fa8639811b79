"""The words that persons and places are named and introduced with, from `persons.toml` and `places.toml`, in folded spelling."""

from __future__ import annotations

from functools import cache

from auditor.languages import language_data


@cache
def person_words(kind: str) -> frozenset[str]:
    """Those that `persons.toml` lists under the name of their kind."""
    return frozenset(language_data("ar", "persons")[kind].split())


def given_names() -> frozenset[str]:
    return person_words("given")


def offices() -> frozenset[str]:
    return person_words("offices")


def epithets() -> frozenset[str]:
    return person_words("epithets")


def closing() -> frozenset[str]:
    """Words that only close a name of two: الدين of نور الدين."""
    return person_words("closing")


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
