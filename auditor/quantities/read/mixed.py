"""Parts of a unit and what they add to it: half an hour, نصف ريال, a kilo and a half, نقطة وربع النقطة."""

from __future__ import annotations

from auditor.quantities.quantity import Demand, Kind
from auditor.quantities.read.items import Item, Reading
from auditor.quantities.read.number_words import Number
from auditor.quantities.read.roles import SHARES

_LINKS = ("of_unit", "article", "of", "one")
_POINTS = frozenset(("point", "basis", "index"))
_DECADE = "decade_long"
_SHORTEST = 3  # letters of a noun
_COUNTED = 2  # words between a number and a part of its scale: a currency and whose it is
_APART = 3  # tokens between a part and its unit: a quarter of a point


def measure_part(reading: Reading, item: Item) -> None:
    """Gives a part the unit that stands behind it, or adds it to the measure before it: three hours and a half.

    Takes the number before it from what has been read where the part belongs to that.
    """
    if _adds_to_noun(reading, item):
        return
    behind = _unit_behind(reading, item)
    if behind is not None and item.unit is None:
        token = reading.tokens[behind]
        item.unit, item.measure = token.sense.measure, (token.start, token.end)
        item.loose = frozenset()
    place = _joined(reading, item)
    if place is None:
        if not _follows_and(reading, item):
            item.loose = frozenset()
        return
    unit = _DECADE if reading.has(place, "decade_noun") else reading.tokens[place].sense.measure
    if unit is None or not _is_same(item.unit or unit, unit) or _is_of_another(reading, item, behind):
        return
    counted = reading.items[-1] if reading.items and reading.items[-1].measure[1] else None
    token = reading.tokens[place]
    if counted is not None and counted.measure == (token.start, token.end):
        _add(reading, item, counted)
    elif not (reading.items and reading.items[-1].last > place) and not token.has("cardinal"):
        item.readings = frozenset(1 + each for each in item.readings)
        item.kind = Kind.PERCENTAGE if unit in SHARES else Kind.CARDINAL
        item.demand = Demand.COMPARES
        item.first, item.start = place, token.start + len(token.sense.lead)
        item.unit, item.measure, item.loose = unit, (token.start, token.end), frozenset()


def _adds_to_noun(reading: Reading, item: Item) -> bool:
    """Two and a half for طولين ونصف الطول, one and a half for كيس ونصف الكيس, of nouns that are no units."""
    before, behind = reading.token(item.first - 1), reading.token(item.last)
    if before is None or behind is None or reading.tokens[item.first].sense.lead != "و":
        return False
    is_unit = before.sense.measure is not None and before.sense.measure == behind.sense.measure
    if is_unit or before.sense.counts or not behind.text.startswith("ال"):
        return False
    noun = behind.text[2:]
    if len(noun) < _SHORTEST or not before.text.endswith((noun, f"{noun}ا", f"{noun}ين", f"{noun}ان")):
        return False
    whole = 1 if before.text.endswith((noun, f"{noun}ا")) else 2
    if behind.sense.measure is not None:  # عقد ونصف العقد: another unit than that of a bare عقد
        item.unit, item.measure = behind.sense.measure, (behind.start, behind.end)
    item.readings, item.loose = frozenset(whole + each for each in item.readings), frozenset()
    item.kind, item.demand = Kind.CARDINAL, Demand.COMPARES
    item.first, item.start = item.first - 1, before.start
    return True


def add_to_scale(reading: Reading, part: Number) -> bool:
    """Adds a part of a scale to the number of that scale before it, with what is counted between: مليوني دولار ونصف المليون."""
    first, last = reading.tokens[part.start], reading.tokens[part.end - 1]
    counted = reading.items[-1] if reading.items else None
    if counted is None or first.sense.lead != "و" or last.sense.lead != "ال":
        return False
    between = reading.tokens[counted.last : part.start]
    if not 1 <= len(between) <= _COUNTED or any(each.kind != "word" or each.sense.counts for each in between):
        return False
    if counted.scale != last.sense.roles.get("scale") or counted.kind is not Kind.CARDINAL:
        return False
    counted.readings = frozenset(whole + each for whole in counted.readings for each in part.readings)
    counted.demand, counted.parts = max(counted.demand, Demand.COMPARES), ()
    return True


def _add(reading: Reading, item: Item, counted: Item) -> None:
    """The number before it with the part: three hours and a half; the part is no quantity of its own then."""
    item.loose = frozenset()
    item.readings = frozenset(whole + part for whole in counted.readings for part in item.readings)
    item.kind, item.demand = counted.kind, max(counted.demand, Demand.COMPARES)
    item.first, item.start, item.digits = counted.first, counted.start, counted.digits
    item.unit, item.measure, item.parts = counted.unit, counted.measure, counted.parts
    reading.items.pop()


def _is_same(one: str, other: str) -> bool:
    """نقطة مئوية وربع النقطة: points of the one kind may be called by their bare name."""
    return one == other or {one, other} <= _POINTS


def _unit_behind(reading: Reading, item: Item) -> int | None:
    """The place of the unit that the part is of."""
    place = item.last
    if reading.language != "ar":
        while place < item.last + _APART and _is_link(reading, place):
            place += 1
    token = reading.token(place)
    if token is None or token.sense.measure is None or len(token.text) < 2:
        return None
    return place if token.sense.lead in ("", "ال") and not token.has("percent") else None


def _is_link(reading: Reading, place: int) -> bool:
    token = reading.token(place)
    if token is None:
        return False
    return token.text in ("-", "'", "’") or any(token.has(role) for role in _LINKS)


def _follows_and(reading: Reading, item: Item) -> bool:
    return reading.tokens[item.first].sense.lead == "و" or any(
        reading.has(item.first - back, "and") for back in (1, 2)
    )


def _joined(reading: Reading, item: Item) -> int | None:
    """The place of the word that an "and" ties the part to."""
    place = item.first - 1
    if reading.tokens[item.first].sense.lead != "و":
        if place > 0 and (reading.has(place, "article") or reading.has(place, "cardinal")):
            place -= 1
        if not reading.has(place, "and"):
            return None
        place -= 1
    token = reading.token(place)
    return place if token is not None and token.kind == "word" and "ال" not in token.sense.lead else None


def _is_of_another(reading: Reading, item: Item, behind: int | None) -> bool:
    """Whether the part is of something else than the unit before it: a year, and half of the houses."""
    token = reading.token(item.last)
    if token is None or behind is not None:
        return False
    if reading.language == "ar":
        return token.text.startswith("ال")
    return token.has("of") and not reading.has(item.first - 1, "article") and reading.language == "en"
