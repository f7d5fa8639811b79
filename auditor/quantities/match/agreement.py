"""When two quantities say the same, whatever they look like."""

from __future__ import annotations

from fractions import Fraction

from auditor.quantities.match.units import exchanged
from auditor.quantities.quantity import NUMBERS, Demand, Kind, Quantity

_SHARES = frozenset((Kind.PERCENTAGE, Kind.FRACTION))
_SAME_LOOSELY = 2.0


def agreement(one: Quantity, other: Quantity) -> float | None:
    """Cost of taking the two for the same, 0 for equal value and role; None where no reading agrees."""
    kinds = {one.kind, other.kind}
    if len(kinds) == 2 and _never_agree(one, other, kinds):
        return None
    if Kind.CODE in kinds or kinds == {Kind.OPAQUE}:
        return _identity(one, other, kinds)
    if one.readings & other.readings:
        return _distance(one, other, kinds)
    if Kind.PERCENTAGE in kinds and len(kinds) == 2:
        cost = _share(*((other, one) if one.kind is Kind.PERCENTAGE else (one, other)))
        if cost is not None or kinds == _SHARES:
            return cost
    loosely = kinds != {Kind.TIME} and (one.readings | one.loose) & (other.readings | other.loose)
    return _SAME_LOOSELY if loosely else None


def _never_agree(one: Quantity, other: Quantity, kinds: set[Kind]) -> bool:
    """A month or a day of the week is no number, a word for one is no first of the month, minutes after midnight are not counted things."""
    if Kind.MONTH in kinds or Kind.WEEKDAY in kinds:
        return True
    if Kind.TIME in kinds and _lasts(one, other):
        return True
    if Kind.DAY in kinds and Demand.SATISFIES in (one.demand, other.demand):
        return True
    return (
        Kind.TIME in kinds
        and bool(one.readings & other.readings)
        and "minute" not in (one.unit, other.unit)
        and not one.loose & other.readings | other.loose & one.readings
    )


def _lasts(one: Quantity, other: Quantity) -> bool:
    """Whether one is a number of hours, as only Arabic tells for sure, and the other an hour of the day."""
    hours = {Kind.CARDINAL: (one, other), Kind.TIME: (other, one)}.get(one.kind)
    return (
        hours is not None
        and hours[0].language == "ar"
        and (hours[0].unit, hours[1].unit) == ("hour", "clock")
    )


def _identity(one: Quantity, other: Quantity, kinds: set[Kind]) -> float | None:
    """Identifiers agree by the runs of their digits; with plain numbers, by any of them."""
    if sorted(one.parts) == sorted(other.parts) and one.parts:
        return 0.4 * (len(kinds) - 1)
    if kinds == {Kind.OPAQUE}:
        return 0.0 if one.readings & other.readings else None
    if one.readings & (other.readings | other.loose) or one.loose & other.readings:
        return 0.9
    return None


def _distance(one: Quantity, other: Quantity, kinds: set[Kind]) -> float:
    """How far the roles of two equal values are apart."""
    written = 0.2 * (one.digits != other.digits)
    if len(kinds) == 1:
        return 0.1 * (one.unit != other.unit) - 0.02 * exchanged(one, other) + written
    if kinds & {Kind.OPAQUE, Kind.TIME}:
        return 1.5
    return (0.3 if kinds <= NUMBERS else 0.8) + written


def _share(part: Quantity, share: Quantity) -> float | None:
    """Three quarters are 75 %, a third 33 %."""
    parts = [Fraction(each) * 100 for each in part.readings | part.loose if 0 < each < 1]
    return 0.5 if any(abs(each - value) < 1 for each in parts for value in share.readings) else None
