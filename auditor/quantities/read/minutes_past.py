"""Minutes that are counted before the hour, in English: ten past six, at five minutes to nine."""

from __future__ import annotations

from auditor.languages import language_data
from auditor.quantities.read.items import Item, Reading

_HALF_DAY = 12


def counted_past(reading: Reading, item: Item) -> int | None:
    """Ten past six, at twenty to eight: the minutes that a number before the hour adds; they are none of their own then."""
    said = language_data(reading.language, "quantities").get("minutes", {})
    if "past" not in said or item.value > _HALF_DAY:
        return None
    word = reading.token(item.first - 1)
    sign = 0 if word is None else (word.text in said["past"]) - (word.text in said["to"])
    minutes = next((each for each in reading.items if each.last in (item.first - 1, item.first - 2)), None)
    if sign == 0 or minutes is None or minutes.digits or minutes.value not in said["counted"]:
        return None
    if minutes.last == item.first - 2 and not reading.has(item.first - 2, "unit"):
        return None
    at = reading.token(minutes.first - 1)
    if sign < 0 and (at is None or at.text not in said["at"]):
        return None
    return sign * int(minutes.value)
