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
    numbers = language_data("ar", "quantities")["weekday_number"]
    for i in tuple(bead.source_left):
        source = bead.source(i)
        if source.kind is not Kind.WEEKDAY or source.demand is Demand.SATISFIES or source.language != "ar":
            continue
        named = numbers.get(str(int(source.value)))
        for j in tuple(bead.target_left):
            target = bead.target(j)
            if (
                target.kind in _DAYS
                and target.unit is None
                and target.value == named
                and j in bead.target_left
            ):
                bead.source_left.remove(i)
                bead.target_left.remove(j)
                yield source, target
                break


def numbers_as_days(bead: Bead) -> Iterator[tuple[Quantity, Quantity]]:
    """Numbers that the target has not, and the day it has left over: Tuesday for ثلاثا."""
    if any(each.kind is Kind.WEEKDAY for each in bead.quantities.source):
        return
    numbers = language_data("ar", "quantities")["weekday_number"]
    for j in tuple(bead.target_left):
        target = bead.target(j)
        named = numbers.get(str(int(target.value))) if target.kind is Kind.WEEKDAY else None
        for i in tuple(bead.source_left) if named else ():
            source = bead.source(i)
            is_sure = source.language == "ar" and not source.digits and source.demand is not Demand.SATISFIES
            if is_sure and named in source.readings:
                bead.source_left.remove(i)
                bead.target_left.remove(j)
                yield source, target
                break
