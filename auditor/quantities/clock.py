"""Times of day on clocks of 12 and 24 hours, in minutes after midnight."""

from __future__ import annotations

import re
from fractions import Fraction

from auditor.quantities.items import Item, Reading, join
from auditor.quantities.numerals import digit_runs
from auditor.quantities.quantity import Demand, Kind, Value

_HOUR = 60
_HALF_DAY = 12


def clock_item(reading: Reading, index: int) -> Item:
    """15:30, 15h30, 8 h: with the half of the day where a word says it."""
    token = reading.tokens[index]
    hour, minute = ([int(run) for run in re.findall(r"\d+", token.text)] + [0])[:2]
    found = Item(Kind.TIME, frozenset((0,)), Demand.DEMANDS, index, index + 1, token.start, token.end, digits=True,
                 parts=digit_runs(token.text))  # fmt: skip
    _set(reading, found, hour, minute)
    return found


def link_clocks(reading: Reading) -> None:
    """Numbers that الساعة, at or pm make an hour: الثالثة والنصف مساء, 3 pm."""
    for item in tuple(reading.items):
        if item.kind not in (Kind.CARDINAL, Kind.ORDINAL):
            continue
        after = _period(reading, item.last)
        if after and reading.language == "en" and _is_dotted(item):
            _set(reading, item, *item.parts)
            item.kind = Kind.TIME
        if not item.whole(1, 24):
            continue
        arabic = reading.language == "ar" and reading.has(item.first - 1, "hour_before")
        past = _past(reading, item.first - 1)
        if (
            past is None
            and not arabic
            and not (after and reading.tokens[item.last].end - reading.tokens[item.last].start > 1)
        ):
            continue
        minute = _minutes(reading, item) if arabic else past or 0
        _set(reading, item, int(item.value) - (minute < 0), minute % _HOUR)
        item.kind = Kind.TIME


def _is_dotted(item: Item) -> bool:
    """5.30 pm: hours and minutes with a point between."""
    return len(item.parts) == 2 and item.parts[0] <= _HALF_DAY and item.parts[1] < _HOUR


def _past(reading: Reading, index: int) -> int | None:
    """Half past, quarter to: the minutes that the token at `index` adds to the hour after it."""
    for role, minutes in (("half_past", 30), ("quarter_past", 15), ("quarter_to", -15)):
        if reading.has(index, role):
            return minutes
    return None


def _period(reading: Reading, index: int) -> str | None:
    """The half of the day that the token at `index` names."""
    for role in ("morning", "evening"):
        if reading.has(index, role):
            return role
    return None


def _minutes(reading: Reading, item: Item) -> int:
    """والنصف, والربع, والثلث after an hour; the fraction is no quantity of its own then."""
    following = [each for each in reading.items if each.first >= item.last][:1]
    if not following:
        return 0
    follower = following[0]
    if follower.kind is not Kind.FRACTION or reading.between(item, follower):
        return 0
    part = Fraction(follower.value)
    join(item, follower)
    item.last, item.end = follower.last, follower.end
    reading.items.remove(follower)
    return int(part * _HOUR)


def _set(reading: Reading, item: Item, hour: int, minute: int) -> None:
    period = _period(reading, item.last)
    if period == "evening":
        hours = {hour % _HALF_DAY + _HALF_DAY}
    elif period == "morning":
        hours = {hour % _HALF_DAY}
    else:
        hours = {hour, hour % 24}
        if hour <= _HALF_DAY:
            hours.add((hour + _HALF_DAY) % 24)
    item.readings = frozenset(each * _HOUR + minute for each in hours)
    loose: set[Value] = {hour, hour % _HALF_DAY, *hours, hour * 100}
    if minute:
        loose = {hour + Fraction(minute, 100), hour + Fraction(minute, 60), hour * 100 + minute}
    item.loose = frozenset(loose)
