"""Since, until, before and after a date: until 2030 is not since 2030."""

from __future__ import annotations

from auditor.quantities.differ.outline import Outline, Outlines, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import CALENDAR, Difference, Kind

_FORWARD = frozenset(("since", "after"))
_REACH = 30  # characters before a date that hold what leads to it
_DATES = CALENDAR - {Kind.WEEKDAY}


def other_directions(bead: Bead, sides: Outlines) -> list[Difference]:
    """Links of a date from which something is said on one side, and up to which on the other."""
    links = [(i, j) for i, j in bead.links if bead.source(i).kind in _DATES and bead.target(j).kind in _DATES]
    if not links or not sides.may_have("direction"):
        return []
    found = []
    for i, j in links:
        one = _direction(sides.source, i)
        other = _direction(sides.target, j) if one else None
        if one is None or other is None or (one in _FORWARD) == (other in _FORWARD):
            continue
        source, target = bead.source(i).passage, bead.target(j).passage
        message = f"“{source.text}” comes behind “{one}” in the original, behind “{other}” in the translation"
        found.append(plain_difference(bead, "date-changed", "replaced", (source, target), message))
    return found


def _direction(side: Outline, number: int) -> str | None:
    """Which of them leads to a date, with no other number between but of the same date."""
    place = side.text.find(f"#{number}#")
    known = pattern(side.whole.language, "direction")
    if place < 0 or known is None:
        return None
    match = known.search(side.text[max(0, place - _REACH) : place])
    return match.lastgroup if match else None
