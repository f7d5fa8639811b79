"""Days of the week read as the numbers in their names, and the other way round: the third for الثلاثاء."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.languages import language_data
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Demand, Kind, Quantity

_DAYS = frozenset((Kind.ORDINAL, Kind.CARDINAL, Kind.DAY))


def days_as_numbers(bead: Bead) -> Iterator[tuple[Quantity, Quantity]]:
    """Days of the week, الثلاثاء, that the target has not, and the third that it has left over."""
    if any(bead.target(j).kind is Kind.WEEKDAY for j in bead.target_left):
        return
    yield from bead.take(_is_day_as_number)


def _is_day_as_number(source: Quantity, target: Quantity) -> bool:
    if source.kind is not Kind.WEEKDAY or source.demand is Demand.SATISFIES or source.language != "ar":
        return False
    return target.kind in _DAYS and target.unit is None and target.value == _number_in_name(source)


def numbers_as_days(bead: Bead) -> Iterator[tuple[Quantity, Quantity]]:
    """Numbers that the target has not, and the day it has left over: Tuesday for ثلاثا."""
    if any(each.kind is Kind.WEEKDAY for each in bead.quantities.source):
        return
    yield from bead.take(_is_number_as_day)


def _is_number_as_day(source: Quantity, target: Quantity) -> bool:
    if source.language != "ar" or source.digits or source.demand is Demand.SATISFIES:
        return False
    return target.kind is Kind.WEEKDAY and _number_in_name(target) in source.readings


def _number_in_name(day: Quantity) -> int | None:
    named: int | None = language_data("ar", "quantities")["weekday_number"].get(str(int(day.value)))
    return named
