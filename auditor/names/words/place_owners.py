"""Which places a Latin form is listed for, by the lists of names that are words and of places with another name."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from auditor.languages import language_data
from auditor.names.words.meant_list import meant_names

SHORTEST = 4
"""Letters of a form of the list of names that are words."""


def owners(spelled: str) -> frozenset[str]:
    """The places that a form is listed for."""
    return _listed().get(spelled, frozenset())


@cache
def _listed() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for each in meant_names():
        if each.kind == "place" and len(each.words) == 1:
            for spelled in each.spelled:
                if len(spelled) >= SHORTEST:
                    found[spelled].add(each.words[0].removeprefix("ال"))
    for name, others in language_data("ar", "places")["renamed"].items():
        for spelled in others.split():
            found[spelled].add(name)
    return {spelled: frozenset(names) for spelled, names in found.items()}
