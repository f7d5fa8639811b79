"""Parts of the calendar that have names and no numbers: days of the week, halves and quarters of a year."""

from __future__ import annotations

from auditor.quantities.quantity import Demand, Kind
from auditor.quantities.read.items import Item, Reading
from auditor.quantities.read.numerals import times
from auditor.quantities.read.tokens import Token

_LAST = 60  # ordinal of a period that texts count
_THOUSAND, _MILLENNIA = 1000, 12
_COUNTING = frozenset((Kind.ORDINAL, Kind.CENTURY))
_LONG = frozenset(("minute", "day", "week", "month_long", "year"))  # whose ordinals are no time of day
_MARKS = frozenset(",،(")


def weekday_item(reading: Reading, index: int) -> Item | None:
    """The day of the week at `index`; None where the word is a number there: الأحد عشر.

    A word that may be a number otherwise (الاثنين, the two) is sure beside يوم, مساء, الماضي or between commas.
    """
    token = reading.tokens[index]
    is_bare = reading.language == "ar" and not token.text[len(token.sense.lead) :].startswith("ال")
    if is_bare and not _is_every(reading, index):
        return None
    following = reading.token(index + 1)
    if following is not None and following.sense.roles.get("cardinal") == 10:
        return None
    sure = token.sense.roles.get("cardinal") != 2 or _is_day(reading, index)
    return Item(
        kind=Kind.WEEKDAY,
        readings=frozenset((token.sense.roles["weekday"],)),
        demand=Demand.COMPARES if sure else Demand.SATISFIES,
        first=index,
        last=index + 1,
        start=token.start,
        end=token.end,
        digits=False,
    )


def _is_every(reading: Reading, index: int) -> bool:
    """كل خميس, كل خميس وجمعة: where a bare word is no name."""
    before = reading.token(index - 1)
    if before is None:
        return False
    if reading.tokens[index].sense.lead.startswith("و") and before.has("weekday"):
        return _is_every(reading, index - 1)
    return before.has("every")


def _is_day(reading: Reading, index: int) -> bool:
    before, after = reading.token(index - 1), reading.token(index + 1)
    beside = [each for each in (before, after) if each is not None]
    marked = len(beside) == 2 and all(each.text in _MARKS or each.text == ")" for each in beside)
    return marked or any(each.has("day_word") or each.has("weekday") for each in beside)


def _counted_period(token: Token, item: Item) -> str | None:
    """The period that an ordinal beside it counts: a part of the year, a millennium, a century, a definite week in Arabic."""
    if token.has("century"):
        return "century"
    if item.kind is not Kind.ORDINAL:
        return None
    roles = token.sense.roles
    if roles.get("scale") == _THOUSAND and token.sense.lead.endswith("ال") and item.value <= _MILLENNIA:
        return "millennium"  # الألف الثالث
    if "period" in roles and 1 <= item.value <= _LAST:
        return str(roles["period"])
    is_definite = token.sense.lead.endswith(("ال", "لل"))
    return str(roles["unit"]) if is_definite and roles.get("unit") in _LONG else None


def link_periods(reading: Reading) -> None:
    """Gives an ordinal the part of the year that it counts as its unit: السداسي الأول, third quarter."""
    for item in tuple(reading.items):
        if item.kind not in _COUNTING or item.unit is not None:
            continue
        place = item.first - 1 if reading.language == "ar" else item.last
        token = reading.token(place)
        unit = _counted_period(token, item) if token is not None else None
        if token is None or unit is None:
            continue
        item.unit, item.measure = unit, (token.start, token.end)
        if unit == "millennium":
            item.loose |= times(frozenset((item.value - 1,)), _THOUSAND)  # the year in which it began
        reading.items[:] = [each for each in reading.items if (each.first, each.last) != (place, place + 1)]
