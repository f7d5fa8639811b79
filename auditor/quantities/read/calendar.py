"""Dates, read part by part: day, month, year, each a quantity of its own in one expression."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.quantities.quantity import Demand, Kind, Value
from auditor.quantities.read.items import Item, Reading, join
from auditor.quantities.read.tokens import Token

_DAY_FIRST = frozenset(("ar", "fr"))
_PUNCTUATION = frozenset((",", "،", "-", "–", "."))
_HIJRI_YEARS = range(1300, 1500)
_HIJRI_MONTHS = 100  # added to the number of a Hijri month


def numeric_date(reading: Reading, index: int) -> list[Item]:
    """15/03/2020 or 2020-03-15; which of two small numbers is the month depends on the country."""
    token = reading.tokens[index]
    runs = [(match.start(), match.end(), int(match[0])) for match in re.finditer(r"\d+", token.text)]
    year_first = runs[0][1] - runs[0][0] == 4
    year, one, other = (runs[0], runs[1], runs[2]) if year_first else (runs[2], runs[0], runs[1])
    days, months = _day_and_month(one[2], other[2], reading.language, year_first=year_first)
    if not months:
        return [_part(index, token.start, run, Kind.CARDINAL, (run[2],)) for run in runs]
    years = (year[2],) if year[2] > 99 else (2000 + year[2], 1900 + year[2], year[2])
    first, second = (Kind.DAY, days), (Kind.MONTH, months)
    if year_first or days[0] != one[2]:
        first, second = second, first
    found = [
        _part(index, token.start, one, first[0], first[1]),
        _part(index, token.start, other, second[0], second[1]),
        _part(index, token.start, year, Kind.YEAR, years),
    ]
    for item in found:
        if item.kind is Kind.MONTH and year[2] in _HIJRI_YEARS:
            item.readings = _with_hijri(item.readings, is_sure=_is_hijri(reading, index + 1))
    found.sort(key=lambda item: item.start)
    join(*found)
    return found


def _day_and_month(
    one: int, other: int, language: str, *, year_first: bool
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Possible days and months, the likelier first; none where no order makes a date."""
    orders = [(other, one)] if year_first else [(one, other)]
    if not year_first and (language not in _DAY_FIRST or other > 12):
        orders.append((other, one))
    good = [(day, month) for day, month in orders if 1 <= day <= 31 and 1 <= month <= 12]
    return tuple(dict.fromkeys(day for day, _ in good)), tuple(dict.fromkeys(month for _, month in good))


def _part(index: int, offset: int, run: tuple[int, int, int], kind: Kind, values: tuple[Value, ...]) -> Item:
    return Item(kind, frozenset(values), Demand.DEMANDS, index, index + 1, offset + run[0], offset + run[1],
                digits=True, parts=(run[2],))  # fmt: skip


def _with_hijri(months: frozenset[Value], *, is_sure: bool) -> frozenset[Value]:
    """Months in digits as the Hijri ones of those numbers, and otherwise where nothing but the year says so."""
    hijri = frozenset(month + _HIJRI_MONTHS for month in months)
    return hijri if is_sure else months | hijri


def _is_hijri(reading: Reading, index: int) -> bool:
    token = reading.token(index)
    return token is not None and token.sense.roles.get("unit") == "hijri"


def _link_spaced(reading: Reading) -> None:
    """12 / 4 / 1447: a date in digits with spaces around its strokes."""
    if reading.language not in _DAY_FIRST:
        return
    for day, month, year in zip(reading.items, reading.items[1:], reading.items[2:], strict=False):
        between = [token.text for pair in ((day, month), (month, year)) for token in reading.between(*pair)]
        if between != ["/", "/"] or not (day.digits and month.digits and year.digits):
            continue
        if 1 <= day.value <= 31 and 1 <= month.value <= 12 and 1000 <= year.value < 2200:
            day.kind, month.kind, month.unit = Kind.DAY, Kind.MONTH, None
            if year.value in _HIJRI_YEARS:
                month.readings = _with_hijri(month.readings, is_sure=_is_hijri(reading, year.last))
            join(day, month, year)


def link_dates(reading: Reading) -> None:
    """Gives the numbers around a month their parts in the date."""
    _link_spaced(reading)
    items = reading.items
    for place, item in enumerate(items):
        if item.kind is not Kind.MONTH or item.digits:
            continue
        _day_before(reading, place)
        if item.demand is Demand.SATISFIES and _is_named(reading, item):
            item.demand = Demand.COMPARES
        nxt = place + 1
        if reading.language != "fr" and nxt < len(items) and _is_day_after(reading, item, items[nxt]):
            _make_day(items[nxt], item)
            nxt = _second_day(items, nxt, item)
        if nxt < len(items) and _is_year(reading, items[nxt - 1], items[nxt]):
            items[nxt].kind = Kind.YEAR
            join(item, items[nxt])
            _spread(items, place, nxt)
            item.demand = Demand.COMPARES


def _is_named(reading: Reading, month: Item) -> bool:
    """Whether a word before it says that mars, May or ماي is a month: fin mars, in May, موفى ماي."""
    place = month.first - 1
    if reading.has(place, "of_month") or (place >= 0 and reading.tokens[place].text in "-'"):
        place -= 1 - reading.has(place, "month_before")
    is_proper = reading.original(month.start, month.end).text[0].isupper()
    return reading.has(place, "month_before") and is_proper is (reading.language == "en")


def _day_before(reading: Reading, place: int) -> None:
    items = reading.items
    month, day = items[place], items[place - 1] if place else None
    if day is None or not day.whole(1, 31) or not _only(reading.between(day, month), "of_month"):
        return
    if day.kind is Kind.ORDINAL and _counts_periods(reading, day.first - 1):  # النصف الثاني من
        return
    _make_day(day, month)
    earlier = items[place - 2] if place > 1 else None
    if earlier is not None and earlier.whole(1, 31):
        in_range = earlier.expression[1] == day.end
        if in_range or _listed(reading, earlier, day):
            _make_day(earlier, month)
    _spread(items, max(0, place - 2), place)


def _counts_periods(reading: Reading, index: int) -> bool:
    """Whether an ordinal behind the token counts something else than days: الأسبوع الأول من, النصف الثاني من."""
    token = reading.token(index)
    roles = token.sense.roles if token is not None else {}
    return ("period" in roles or "unit" in roles) and roles.get("unit") != "day"


def _listed(reading: Reading, one: Item, other: Item) -> bool:
    """3 and 4 March, 18 إلى 20 سبتمبر: two days of one month."""
    tokens = reading.between(one, other)
    return len(tokens) == 1 and (
        tokens[0].has("and") or tokens[0].has("to") or tokens[0].text in _PUNCTUATION
    )


def _make_day(day: Item, month: Item) -> None:
    day.kind = Kind.DAY
    day.demand = max(day.demand, Demand.COMPARES)
    day.of_month = month.value
    month.demand = Demand.COMPARES
    join(day, month)


def _is_day_after(reading: Reading, month: Item, day: Item) -> bool:
    """March 15, مارس 15: nothing between, and no other month after the number."""
    return (
        day.digits
        and day.whole(1, 31)
        and not reading.between(month, day)
        and not reading.has(day.last, "month")
    )


def _second_day(items: list[Item], place: int, month: Item) -> int:
    """March 15-20: the other end of the range; returns the place of what follows the days."""
    day = items[place]
    if place + 1 < len(items) and items[place + 1].whole(1, 31) and day.expression[1] >= items[place + 1].end:
        _make_day(items[place + 1], month)
        return place + 2
    return place + 1


def _is_year(reading: Reading, before: Item, year: Item) -> bool:
    tokens = reading.between(before, year)
    known = all(token.has("of_year") or token.text in _PUNCTUATION for token in tokens)
    return year.whole(1000, 2199) and len(tokens) <= 2 and known


def _only(tokens: Sequence[Token], role: str) -> bool:
    return len(tokens) <= 2 and all(token.has(role) for token in tokens)


def _spread(items: list[Item], first: int, last: int) -> None:
    """The whole expression belongs to each of its overlapping parts."""
    whole = items[last].expression
    members = [
        item
        for item in items[first : last + 1]
        if item.expression[0] < whole[1] and whole[0] < item.expression[1]
    ]
    if members:
        join(*members)
