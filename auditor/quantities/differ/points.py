"""How long and when: nineteen days are not the nineteenth, two weeks ago is not two weeks later."""

from __future__ import annotations

from auditor.quantities.differ.outline import Outline, Outlines, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.match.units import measures
from auditor.quantities.quantity import Difference, Kind, Quantity

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
        return is_other and not _fits(side, number, "ago")
    return _fits(side, number, "ago") and not _fits(side, number, "later")


def _difference(bead: Bead, i: int, j: int, name: str) -> Difference:
    source, target = bead.source(i).passage, bead.target(j).passage
    message = f"the original has “{source.text}”, the translation “{target.text}”: {_OTHER[name]}"
    return plain_difference(bead, "date-changed", "replaced", (source, target), message)
