"""How long and when: nineteen days are not the nineteenth, two weeks ago is not two weeks later."""

from __future__ import annotations

from auditor.quantities.differ.outline import Outline, Outlines, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.match.units import measures
from auditor.quantities.quantity import Difference, Kind, Quantity

_NOON = 720  # minutes
_HALVES = frozenset(("half_year", "quarter_year"))
"""What الربع and النصف before an ordinal are read as, of a year or of a month."""
_OTHER = {
    "date": "a day of the month for so long",
    "ago": "so long ago for another time",
    "later": "so much later for so long before",
}


def other_points(bead: Bead, sides: Outlines) -> list[Difference]:
    """Links of a length of time with the same number as a day, or of a time before with a time after."""
    links = [(i, j) for i, j in bead.links if _is_time(bead.source(i))]
    if not links or not sides.is_arabic:
        return []
    said = {j: name for _, j in links if (name := _name(sides.target, j)) is not None}
    return [
        _difference(bead, i, j, said[j])
        for i, j in links
        if j in said and _is_other(sides.source, i, said[j])
    ]


def other_halves(bead: Bead, sides: Outlines) -> list[Difference]:
    """The second of January for the second half of it; four for four in the afternoon."""
    if not sides.is_arabic:
        return []
    taken = {*bead.links, *((i, j) for i in bead.source_left for j in bead.target_left)}
    found = []
    for i, j in sorted(taken):
        source, target = bead.source(i), bead.target(j)
        if source.kind is Kind.ORDINAL and source.unit in _HALVES and _is_day_instead(source, target):
            found.append(_told(bead, source, target, "a day of the month for a part of it"))
        elif (i, j) in bead.links and _is_morning_instead(sides.target, source, target):
            found.append(_told(bead, source, target, "an hour of the morning for one of the afternoon"))
    return found


def _is_day_instead(source: Quantity, target: Quantity) -> bool:
    return target.kind is Kind.DAY and bool(source.readings & target.readings)


def _is_morning_instead(side: Outline, source: Quantity, target: Quantity) -> bool:
    """Whether an hour after noon is one that nothing in a text tells from one before: 16 heures as 4 heures."""
    later = pattern(side.whole.language, "later_half")
    if source.kind is not Kind.TIME or target.unit != "hour" or later is None:
        return False
    hours = {int(each) - _NOON for each in source.readings}
    return min(hours) > 0 and {int(target.value) * 60} == hours and later.search(side.text) is None


def _told(bead: Bead, source: Quantity, target: Quantity, what: str) -> Difference:
    message = f"the original has “{source.passage.text}”, the translation “{target.passage.text}”: {what}"
    return plain_difference(bead, "date-changed", "replaced", (source.passage, target.passage), message)


def _is_time(quantity: Quantity) -> bool:
    return measures().get(quantity.unit or "", ("", 0))[0] == "time" and quantity.kind is Kind.CARDINAL


def _name(side: Outline, number: int) -> str | None:
    """What the words around the number of the translation make of it."""
    if side.quantities[number].kind is not Kind.CARDINAL and side.quantities[number].kind is not Kind.ORDINAL:
        return None
    is_bare = side.quantities[number].unit is None
    names = ("date",) if is_bare else ("ago", "later")
    return next((name for name in names if _fits(side, number, name)), None)


def _fits(side: Outline, number: int, name: str) -> bool:
    known = pattern(side.whole.language, name)
    return known is not None and any(str(number) in match.groups() for match in known.finditer(side.text))


def _is_other(side: Outline, number: int, name: str) -> bool:
    """Whether the original says no such thing with this number."""
    if name == "date":
        return side.quantities[number].digits
    if name == "ago":
        is_other = any(_fits(side, number, each) for each in ("aged", "later_on"))
        return (is_other or _is_first_since(side, number)) and not _fits(side, number, "ago")
    return _fits(side, number, "ago") and not _fits(side, number, "later")


def _is_first_since(side: Outline, number: int) -> bool:
    """أول فائض منذ ستة أعوام, the highest level since then: so long without another, nothing that was so long ago."""
    known = pattern(side.whole.language, "first_since")
    for match in known.finditer(side.text) if known else ():
        first, last = match.groups()
        place = side.quantities[int(first)] if first else None
        if last == str(number) and (place is None or (place.kind, place.value) == (Kind.ORDINAL, 1)):
            return True
    return False


def _difference(bead: Bead, i: int, j: int, name: str) -> Difference:
    source, target = bead.source(i).passage, bead.target(j).passage
    message = f"the original has “{source.text}”, the translation “{target.text}”: {_OTHER[name]}"
    return plain_difference(bead, "date-changed", "replaced", (source, target), message)
