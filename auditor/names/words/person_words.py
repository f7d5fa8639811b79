"""The words that persons and places are named and introduced with, from `persons.toml` and `places.toml`, in folded spelling."""

from __future__ import annotations

from functools import cache

from auditor.languages import language_data


@cache
def given_names() -> frozenset[str]:
    return frozenset(language_data("ar", "persons")["given"].split())


@cache
def offices() -> frozenset[str]:
    return frozenset(language_data("ar", "persons")["offices"].split())


@cache
def artists() -> frozenset[str]:
    """Words before the names of artists."""
    return frozenset(language_data("ar", "persons")["artists"].split())


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
