"""Minutes that English counts before the hour: ten past six, at five minutes to nine."""

from __future__ import annotations

from auditor.quantities.read.items import Item, Reading

MINUTES = frozenset((5, 10, 20, 25))
_HALF_DAY = 12
_AT = frozenset(("at", "until", "till", "by", "before", "after"))
"""Words before "ten to six" that say it is an hour; otherwise it may be a range."""


def counted_past(reading: Reading, item: Item) -> int | None:
    """Ten past six, at twenty to eight: the minutes that a number before the hour adds; they are none of their own then."""
    if reading.language != "en" or item.value > _HALF_DAY:
        return None
    word = reading.token(item.first - 1)
    sign = {"past": 1, "to": -1}.get(word.text) if word is not None else None
    minutes = next((each for each in reading.items if each.last in (item.first - 1, item.first - 2)), None)
    if sign is None or minutes is None or minutes.digits or minutes.value not in MINUTES:
        return None
    if minutes.last == item.first - 2 and not reading.has(item.first - 2, "unit"):
        return None
    at = reading.token(minutes.first - 1)
    if sign < 0 and (at is None or at.text not in _AT):
        return None
    return sign * int(minutes.value)
