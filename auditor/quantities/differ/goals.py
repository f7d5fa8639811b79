"""By how much and to what: a rise by 40 is no rise to 40."""

from __future__ import annotations

from fractions import Fraction

from auditor.quantities.differ.outline import Outline, Outlines, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Demand, Difference, Kind, Quantity

_HALF = Fraction(1, 2)
_KINDS = frozenset((Kind.CARDINAL, Kind.PERCENTAGE, Kind.FRACTION, Kind.YEAR))


def other_goals(bead: Bead, sides: Outlines) -> list[Difference]:
    """Numbers by which something rises or falls on one side, and to which on the other."""
    links = [(i, j) for i, j in bead.links if _may_be_goal(bead.source(i)) and _may_be_goal(bead.target(j))]
    if not links or not sides.may_have("change"):
        return []
    ours = {i: goal for i, _ in links if (goal := _goal(sides.source, i)) is not None}
    return [
        _difference(bead, i, j)
        for i, j in links
        if i in ours and (goal := _goal(sides.target, j)) is not None and goal != ours[i]
    ]


def _may_be_goal(quantity: Quantity) -> bool:
    """A number that is no end of a range: from 10 to 20."""
    if quantity.expression != quantity.passage or quantity.value == _HALF:
        return False  # by half and to half are one thing
    is_part = quantity.kind is Kind.FRACTION or min(quantity.readings) < 1
    return is_part or (quantity.kind in _KINDS and quantity.demand > Demand.SATISFIES)


def _goal(side: Outline, number: int) -> str | None:
    """Whether it is "by" or "to", behind a word for a change."""
    place = side.text.find(f"#{number}#")
    before = side.text[:place]
    for name in ("by", "to"):
        known = pattern(side.whole.language, name)
        if place >= 0 and known is not None and known.search(before):
            return name
    return None


def _difference(bead: Bead, i: int, j: int) -> Difference:
    source, target = bead.source(i).passage, bead.target(j).passage
    message = (
        f"the original has “{source.text}”, the translation “{target.text}”: "
        "one is by how much something changes, the other what it comes to"
    )
    return plain_difference(bead, "number-changed", "replaced", (source, target), message)
