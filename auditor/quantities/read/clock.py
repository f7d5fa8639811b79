"""Times of day on clocks of 12 and 24 hours, in minutes after midnight."""

from __future__ import annotations

import re
from fractions import Fraction

from auditor.languages import language_data
from auditor.quantities.quantity import Demand, Kind, Value
from auditor.quantities.read.hour_parts import fraction_behind, minutes_added, minutes_of_parts
from auditor.quantities.read.items import Item, Reading, join
from auditor.quantities.read.minutes_past import counted_past
from auditor.quantities.read.numerals import digit_runs

_HOUR = 60
_HALF_DAY = 12
_DAWN = 5  # the last hour that is called one of the night after midnight


def clock_item(reading: Reading, index: int) -> Item:
    """15:30, 15h30, 8 h: with the half of the day where a word says it."""
    token = reading.tokens[index]
    hour, minute = ([int(run) for run in re.findall(r"\d+", token.text)] + [0])[:2]
    found = Item(Kind.TIME, frozenset((0,)), Demand.DEMANDS, index, index + 1, token.start, token.end, digits=True,
                 parts=digit_runs(token.text))  # fmt: skip
    _set(reading, found, hour, minute)
    return found


def link_clocks(reading: Reading) -> None:
    """Numbers that الساعة, at, o'clock or pm make an hour: الثالثة والنصف مساء, 3 pm, 7 heures du matin."""
    for item in tuple(reading.items):
        if item.kind not in (Kind.CARDINAL, Kind.ORDINAL) or item not in reading.items:
            continue
        if reading.has(item.last, "o_clock"):
            item.unit, item.measure = None, (0, 0)
        if reading.language == "fr" and _is_spoken(reading, item):
            continue
        minute = _minutes_behind(reading, item)
        after = _period(reading, item.last)
        if _is_dotted(reading, item, after):
            _set(reading, item, *item.parts)
        if item.whole(1, 24) and (minute or _is_hour(reading, item, after)):
            past = _past(reading, item.first - 1) or counted_past(reading, item) or 0
            minute = (
                minute
                or int(item.value % 1 * _HOUR)
                or (minutes_of_parts(reading, item) if reading.language == "ar" else past)
            )
            _set(reading, item, int(item.value) - (minute < 0), minute % _HOUR)
            if past:
                item.unit = "clock"
    if reading.language == "ar":
        _link_first_hours(reading)


def _link_first_hours(reading: Reading) -> None:
    """بين الحادية عشرة والخامسة فجرا: the first hour of a range, whose second is known to be one."""
    for one, other in zip(reading.items, reading.items[1:], strict=False):
        if other.kind is not Kind.TIME or not _is_feminine(reading, one):
            continue
        between = reading.between(one, other)
        joined = not between and reading.tokens[other.first].sense.lead.startswith("و")
        if joined or (len(between) == 1 and between[0].has("to")):
            _set(reading, one, int(one.value), 0)


def _is_hour(reading: Reading, item: Item, after: str | None) -> bool:
    if reading.language == "ar":
        return _is_arabic_hour(reading, item, after)
    if _past(reading, item.first - 1) is not None or reading.has(item.last, "o_clock"):
        return True
    if counted_past(reading, item) is not None:
        return True
    token = reading.token(item.last)
    return after is not None and token is not None and token.end - token.start > 1


def _is_arabic_hour(reading: Reading, item: Item, after: str | None) -> bool:
    place = fraction_behind(reading, item)
    if reading.has(item.first - 1, "hour_before"):
        return True
    if _is_feminine(reading, item) and _has_minutes(reading, item, place):
        return True  # التاسعة إلا ربعا
    end = item.last if after else place.last if place is not None else -1
    token = reading.token(end)
    if token is None or _period(reading, end) is None or token.end - token.start == 1:
        return False
    return item.digits or reading.tokens[item.first].text.endswith("ه")


def _is_feminine(reading: Reading, item: Item) -> bool:
    """Whether an ordinal has the form that hours have: السابعة والنصف."""
    before = reading.token(item.first - 1)
    if before is not None and before.text.startswith(("ال", "لل", "بال", "وال")):
        return False  # الدورة الثالثة
    is_definite = reading.tokens[item.first].sense.lead.endswith("ال")
    is_feminine = reading.tokens[item.first].text.endswith("ه")
    return item.kind is Kind.ORDINAL and item.value <= _HALF_DAY and is_definite and is_feminine


def _has_minutes(reading: Reading, item: Item, part: Item | None) -> bool:
    if part is None:
        return minutes_added(reading, item) is not None and reading.has(item.last, "hour_less")
    after = reading.token(part.last)
    return after is None or "ال" not in after.sense.lead  # والنصف الثاني


def _is_spoken(reading: Reading, item: Item) -> bool:
    """Cinq heures et demie du soir, trois heures moins le quart: made an hour of the day if it is one."""
    if item.unit != "hour" or not 1 <= item.value <= 24:
        return False
    if Fraction(item.value).denominator > 1:
        if _period(reading, item.last) is None:
            return False
        _set(reading, item, int(item.value), int(item.value % 1 * _HOUR))
        return True
    place = item.last + 1
    less = reading.token(place)
    minutes = next((each for each in reading.items if each.first in (place + 1, place + 2)), None)
    said = language_data(reading.language, "quantities").get("minutes", {})
    if less is None or less.text not in said.get("less", ()) or minutes is None or minutes.unit is not None:
        return False
    if minutes.value not in said["counted"] and minutes.value != Fraction(1, 4):
        return False
    taken = int(minutes.value * _HOUR) if minutes.value < 1 else int(minutes.value)
    join(item, minutes)
    item.unit, item.last, item.end = None, minutes.last, minutes.end
    reading.items.remove(minutes)
    _set(reading, item, int(item.value) - 1, _HOUR - taken)
    item.unit = "clock"
    return True


def _minutes_behind(reading: Reading, item: Item) -> int:
    """Takes the word for hour, and the minutes behind it, where the half of the day follows: 7 heures 30 du matin."""
    if reading.language == "ar" or item.unit != "hour" or not reading.has(item.last, "unit"):
        return 0
    place = item.last + 1
    minutes = next((each for each in reading.items if each.first == place and each.whole(1, _HOUR - 1)), None)
    if _period(reading, minutes.last if minutes else place) is None and not _is_written_out(item, minutes):
        return 0
    item.unit, item.last, item.end = None, place, reading.tokens[place - 1].end
    if minutes is None:
        return 0
    join(item, minutes)
    item.last, item.end = minutes.last, minutes.end
    item.parts = int(item.value), int(minutes.value)
    reading.items.remove(minutes)
    return int(minutes.value)


def _is_written_out(item: Item, minutes: Item | None) -> bool:
    """Whether minutes without their unit stand behind hours: vingt-trois heures trente."""
    return minutes is not None and item.kind is Kind.CARDINAL and 1 <= item.value <= 24


def _is_dotted(reading: Reading, item: Item, after: str | None) -> bool:
    """5.30 pm, الساعة 3,17: hours and minutes with a point or a comma between, no part of an hour."""
    if len(item.parts) != 2 or item.parts[1] >= _HOUR:
        return False
    hour, minute = item.parts
    if reading.language == "ar":
        is_hour = after is not None or reading.has(item.first - 1, "hour_before")
        return is_hour and hour <= 2 * _HALF_DAY and Fraction(minute, 100) == item.value % 1
    return after is not None and reading.language == "en" and hour <= _HALF_DAY


def _past(reading: Reading, index: int) -> int | None:
    """Half past, quarter to: the minutes that the token at `index` adds to the hour after it."""
    for role, minutes in (("half_past", 30), ("quarter_past", 15), ("quarter_to", -15)):
        if reading.has(index, role):
            return minutes
    return None


def _period(reading: Reading, index: int) -> str | None:
    """The part of the day that the token at `index` names, or the one behind من there."""
    for place in (
        (index, index + 1) if reading.language == "ar" and reading.has(index, "of_month") else (index,)
    ):
        for role in ("morning", "evening", "night"):
            if reading.has(place, role):
                return role
    return None


def _is_of_the_day(reading: Reading, item: Item) -> bool:
    """Whether an hour stands on a clock of 24: 4 h 30 in French, where no word near it says which half of the day."""
    if reading.language != "fr" or reading.tokens[item.first].kind != "time":
        return False
    return not any(
        each.has(role) for each in reading.tokens for role in ("morning", "evening", "night", "clock")
    )


def _set(reading: Reading, item: Item, hour: int, minute: int) -> None:
    period = _period(reading, item.last)
    if reading.language != "ar" and (
        period or _past(reading, item.first - 1) or reading.has(item.last, "o_clock")
    ):
        item.unit = "clock"
    item.kind = Kind.TIME
    if period == "night":
        hours = {hour % _HALF_DAY + _HALF_DAY * (hour % _HALF_DAY > _DAWN)}
    elif period == "evening":
        hours = {hour % _HALF_DAY + _HALF_DAY}
    elif period == "morning":
        hours = {hour % _HALF_DAY}
    else:
        hours = {hour, hour % 24}
        if hour <= _HALF_DAY and not _is_of_the_day(reading, item):
            hours.add((hour + _HALF_DAY) % 24)
    item.readings = frozenset(each * _HOUR + minute for each in hours)
    loose: set[Value] = {hour, hour % _HALF_DAY, *hours, hour * 100}
    if minute:
        loose = {each + Fraction(minute, part) for each in (hour, *hours) for part in (60, 100)}
        loose |= {each * 100 + minute for each in (hour, *hours)}
    item.loose = frozenset(loose)
