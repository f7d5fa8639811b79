"""Decades of a century and of a life: the fifties are not fifty years, a man in his eighties did not live in the 1980s."""

from __future__ import annotations

import re
from functools import cache

from auditor.folding import folded
from auditor.languages import language_data
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference, Kind, Quantity

_REACH = 40  # characters around a decade that say whose it is
_CENTURY = 100
_YEARS = frozenset(range(1000, 2200))


def other_decades(bead: Bead) -> list[Difference]:
    """Links of a decade of the original with so many years, with an age, or with a decade of another century."""
    found = []
    for i, j in bead.links:
        source, target = bead.source(i), bead.target(j)
        if source.kind is Kind.DECADE and source.language == "ar" and (what := _other(source, target)):
            message = (
                f"the original has “{source.passage.text}”, the translation “{target.passage.text}”: {what}"
            )
            passages = source.passage, target.passage
            found.append(plain_difference(bead, "date-changed", "replaced", passages, message))
    return found


def _other(source: Quantity, target: Quantity) -> str | None:
    behind = _around(source)
    if target.kind is Kind.CARDINAL:
        is_long = target.unit == "year" or _says(target, "years")
        return "so many years for a decade" if is_long and not behind.search_age() else None
    if target.kind is not Kind.DECADE or _says(target, "age"):
        return None
    year = _year(target)
    if behind.search_age():
        return "a decade of a century for one of a life" if year is not None else None
    century = behind.century()
    if century is None or year is None or year // _CENTURY == century:
        return None
    return "a decade of another century"


class _Behind:
    """The folded text behind a decade of the original."""

    def __init__(self, text: str) -> None:
        self._text = text

    def search_age(self) -> bool:
        return _pattern("ar", "age").match(self._text) is not None

    def century(self) -> int | None:
        """The first two digits of its years, None where no century is named."""
        for name, digits in (("last_century", 19), ("this_century", 20), ("nineteenth_century", 18)):
            if _pattern("ar", name).match(self._text):
                return digits
        return None


def _around(source: Quantity) -> _Behind:
    place = source.passage
    return _Behind(folded(place.document.text[place.end : place.end + _REACH]))


def _says(quantity: Quantity, name: str) -> bool:
    """Whether the words around it say that it is an age, or a number of years."""
    place, text = quantity.passage, quantity.passage.document.text
    around = text[max(0, place.start - _REACH) : place.end + _REACH]
    return _pattern(quantity.language, name).search(folded(around)) is not None


def _year(decade: Quantity) -> int | None:
    """The year that its digits name."""
    years = [each for each in decade.parts if each in _YEARS]
    return years[0] if years else None


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    return re.compile(language_data(language, "quantities")["decades"][name])
