"""Half a point is no half: a part of a point of which the translation says no point."""

from __future__ import annotations

from auditor.quantities.differ.outline import Outlines
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference, Kind

_POINTS = frozenset(("point", "basis", "index"))


def half_points(bead: Bead, sides: Outlines) -> list[Difference]:
    """ربع نقطة as a quarter, and the other way round, where only one side names points at all."""
    found = []
    for i, j in bead.links if sides.is_arabic else ():
        source, target = bead.source(i), bead.target(j)
        if not (source.readings & target.readings and 0 < source.value < 1):
            continue
        here, there = source.unit in _POINTS, target.unit in _POINTS
        other, bare = (target, sides.target) if here else (source, sides.source)
        if here == there or other.kind is not Kind.FRACTION or other.digits or bare.units() & _POINTS:
            continue
        message = (
            f"the original has “{source.passage.text}”, the translation “{target.passage.text}”: "
            "part of a point and part of the whole"
        )
        found.append(
            plain_difference(bead, "unit-changed", "unit", (source.passage, target.passage), message)
        )
    return found
