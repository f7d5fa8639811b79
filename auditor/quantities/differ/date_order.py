"""Dates in digits whose day and month, or periods whose years, stand in another order on the other side."""

from __future__ import annotations

from auditor.findings import Severity
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.differ.trust import trust
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference, Kind, Quantity

_ERA = 8  # characters behind a year that say before which era
NumericDate = tuple[Quantity, Quantity, Quantity]


def unsure_dates(bead: Bead) -> list[Difference]:
    """3/4/2024 against 4/3/2024: an error between languages that put the day first, a doubt where one may not."""
    found: list[Difference] = []
    if min(len(bead.quantities.source), len(bead.quantities.target)) < 3:
        return found
    for one in _numeric_dates(bead.quantities.source):
        for other in _numeric_dates(bead.quantities.target):
            if _swapped(one, other):
                found.append(_difference(bead, one, other))
                _settle(bead, one, other)
    return found


def _numeric_dates(quantities: tuple[Quantity, ...]) -> list[NumericDate]:
    """Day, month and year in digits, as written from left to right."""
    return [
        (one, other, last)
        for one, other, last in zip(quantities, quantities[1:], quantities[2:], strict=False)
        if one.expression == other.expression == last.expression
        and all(each.digits for each in (one, other, last))
        and Kind.MONTH in (one.kind, other.kind, last.kind)
    ]


def _written(date: NumericDate) -> tuple[int, int, int]:
    """Year, then the two other numbers as they stand."""
    numbers = [each.parts[0] for each in date]
    return (
        (numbers[0], numbers[1], numbers[2])
        if date[0].kind is Kind.YEAR
        else (numbers[2], numbers[0], numbers[1])
    )


def _swapped(one: NumericDate, other: NumericDate) -> bool:
    year, first, second = _written(one)
    return first != second and (year, second, first) == _written(other) and max(first, second) <= 12


def _difference(bead: Bead, one: NumericDate, other: NumericDate) -> Difference:
    unsure = "en" in (one[0].language, other[0].language)
    what, where = one[0].expression, other[0].expression
    confidence = (0.5 if unsure else 0.85) * trust(bead)
    return Difference(
        code="date-changed",
        how="order",
        severity=Severity.MINOR if unsure else Severity.MAJOR,
        confidence=round(confidence, 2),
        message=f"the original has the date “{what.text}”, the translation “{where.text}”: "
        + (
            "an ambiguous date, check the order of day and month"
            if unsure
            else "check the order of day and month"
        ),
        source=what,
        target=where,
        suggestion=None if unsure else what.text,
    )


def _settle(bead: Bead, one: NumericDate, other: NumericDate) -> None:
    """Nothing more is said of these dates."""
    bead.source_left[:] = [place for place in bead.source_left if bead.source(place) not in one]
    bead.target_left[:] = [place for place in bead.target_left if bead.target(place) not in other]


def turned_years(bead: Bead) -> list[Difference]:
    """2030-2026 for 2026-2030: the earlier year comes first, however an Arabic text stores the two."""
    linked = {j: bead.source(i) for i, j in bead.links}
    found = []
    for j, one in enumerate(bead.quantities.target[:-1]):
        other = bead.quantities.target[j + 1]
        if _is_period(one, other) and {j, j + 1} <= linked.keys() and _are_one(linked[j], linked[j + 1]):
            what, where = linked[j].expression, one.expression
            message = f"the original has the years “{what.text}”, the translation “{where.text}”: the later one first"
            found.append(plain_difference(bead, "number-changed", "exchanged", (what, where), message))
    return found


def _is_period(one: Quantity, other: Quantity) -> bool:
    """Whether the later year comes first, with no more than a dash or a word between the two; not before our era, when years count down."""
    years = one.kind is other.kind is Kind.YEAR and one.expression == other.expression
    behind = one.passage.document.text[other.passage.end : other.passage.end + _ERA]
    return years and one.value > other.value and not any(mark in behind for mark in ("BC", "av", "Av"))


def _are_one(one: Quantity, other: Quantity) -> bool:
    """Whether they are the ends of one range, the earlier first."""
    first, last = sorted((one, other), key=lambda each: each.passage.start)
    return (
        one.kind is other.kind is Kind.YEAR
        and one.expression == other.expression
        and first.value < last.value
    )
