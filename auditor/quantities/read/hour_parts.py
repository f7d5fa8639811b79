"""What stands behind an hour in Arabic and is part of it: والنصف, إلا ربعا, وعشر دقائق."""

from __future__ import annotations

from fractions import Fraction

from auditor.quantities.quantity import Kind
from auditor.quantities.read.items import Item, Reading, join

_HOUR = 60
_TWO_THIRDS = Fraction(2, 3)


def fraction_behind(reading: Reading, item: Item) -> Item | None:
    """والنصف, إلا ربعا behind an hour."""
    follower = _follower(reading, item)
    if follower is None or follower.kind is not Kind.FRACTION:
        return None
    between = reading.between(item, follower)
    less = len(between) == 1 and between[0].has("hour_less")
    return follower if less or not between else None


def minutes_added(reading: Reading, item: Item) -> Item | None:
    """وعشرين دقيقة behind an hour of the day."""
    follower = _follower(reading, item)
    if follower is None or follower.unit != "minute" or not 0 < follower.value < _HOUR:
        return None
    between = reading.between(item, follower)
    joined = not between and reading.tokens[follower.first].sense.lead == "و"
    tied = len(between) == 1 and (between[0].has("and") or between[0].has("hour_less"))
    return follower if joined or tied else None


def _follower(reading: Reading, item: Item) -> Item | None:
    return next((each for each in reading.items if each.first >= item.last), None)


def minutes_of_parts(reading: Reading, item: Item) -> int:
    """Of the fraction behind an hour, which is no quantity of its own then; negative for those before it."""
    follower = fraction_behind(reading, item) or minutes_added(reading, item)
    if follower is None:
        return 0
    sign = -1 if any(each.has("hour_less") for each in reading.between(item, follower)) else 1
    is_minute = follower.unit == "minute"
    join(item, follower)
    item.last, item.end = follower.last + is_minute, follower.end
    reading.items.remove(follower)
    if is_minute:
        return sign * int(follower.value)
    part = Fraction(follower.value)
    if sign < 0 and part == _TWO_THIRDS:  # إلا ثلثا, the accusative of one
        part /= 2
    return sign * int(part * _HOUR)
