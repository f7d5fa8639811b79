"""Given names whose letters spell each other's Latin forms, by data/rival_names.tsv: سامر is Samer, and Samir is سمير.

Every folded Latin form that the press has for a name stands with it. The project's own list.
"""

from __future__ import annotations

from functools import cache

from auditor.names.words.listed_forms import listed_forms


@cache
def rival_forms() -> dict[str, frozenset[str]]:
    """The Latin forms of each name, all folded."""
    return listed_forms("rival_names.tsv")


def owners_of(form: str) -> frozenset[str]:
    """The names that a folded Latin form is for."""
    return _owners().get(form, frozenset())


@cache
def _owners() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, forms in rival_forms().items():
        for form in forms:
            found.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in found.items()}


def rivals(name: str, form: str) -> frozenset[str]:
    """The names that a Latin form is for, where it is none of those of a name; all folded."""
    known = rival_forms().get(name)
    if known is None or form in known:
        return frozenset()
    return _owners().get(form, frozenset())
