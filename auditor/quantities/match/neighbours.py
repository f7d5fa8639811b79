"""Quantities that the other side has in another pair: they are neither missing nor added."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from auditor.quantities.match.agreement import agreement
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import CALENDAR, Demand, Kind, Quantity, Value

_SHARES = frozenset((Kind.PERCENTAGE, Kind.FRACTION))
_ONE = frozenset((1,))
"""A figure; an article or a number word for it says nothing."""


def link_neighbours(beads: Sequence[Bead]) -> None:
    """Drops what is left over where the pair before or after has it left over on the other side."""
    left = [
        ([bead.source(i) for i in bead.source_left], [bead.target(j) for j in bead.target_left])
        for bead in beads
    ]
    for place, bead in enumerate(beads):
        around = [left[each] for each in (place - 1, place + 1) if 0 <= each < len(beads)]
        _drop_known(bead.source_left, bead.source, [q for _, targets in around for q in targets])
        _drop_known(bead.target_left, bead.target, [q for sources, _ in around for q in sources])


def drop_repeated(beads: Sequence[Bead]) -> None:
    """Drops what is left over where the pair before or after has it on the other side, be it for another number there."""
    for place, bead in enumerate(beads):
        around = [beads[each] for each in (place - 1, place + 1) if 0 <= each < len(beads)]
        _drop_known(bead.source_left, bead.source, [q for each in around for q in each.quantities.target])
        _drop_known(bead.target_left, bead.target, [q for each in around for q in each.quantities.source])


def drop_known_dates(beads: Sequence[Bead]) -> None:
    """A day or year that one side has here and the other elsewhere is neither missing nor added, but repeated."""
    dates_of_source = _dates(bead.quantities.source for bead in beads)
    dates_of_target = _dates(bead.quantities.target for bead in beads)
    for place, bead in enumerate(beads):
        for left, of, known in (
            (bead.source_left, bead.source, dates_of_target),
            (bead.target_left, bead.target, dates_of_source),
        ):
            left[:] = [each for each in left if not _is_elsewhere(of(each), known, place)]


def _dates(sides: Iterable[Sequence[Quantity]]) -> dict[tuple[Kind, Value], set[int]]:
    """The pairs in which each day, month or year stands."""
    found: dict[tuple[Kind, Value], set[int]] = {}
    for place, quantities in enumerate(sides):
        for each in quantities:
            if each.kind in CALENDAR:
                for value in each.readings:
                    found.setdefault((each.kind, value), set()).add(place)
    return found


def _is_elsewhere(quantity: Quantity, known: dict[tuple[Kind, Value], set[int]], place: int) -> bool:
    return quantity.kind in CALENDAR and any(
        known.get((quantity.kind, value), set()) - {place} for value in quantity.readings
    )


def _drop_known(left: list[int], of: Callable[[int], Quantity], others: list[Quantity]) -> None:
    for place in tuple(left):
        if any(_same(of(place), other) for other in others if other.kind is not Kind.OPAQUE):
            left.remove(place)


def _same(one: Quantity, other: Quantity) -> bool:
    """Whether the two agree: an hour of the day only with another, a dual only with the same unit.

    A share agrees with no mere number, a figure for one with no word for it.
    """
    kinds = {one.kind, other.kind}
    if Kind.PERCENTAGE in kinds and not kinds <= _SHARES:
        return False
    if one.readings == _ONE and one.digits and other.demand is Demand.SATISFIES:
        return False
    if (Kind.TIME in (one.kind, other.kind) and one.kind is not other.kind) or (
        one.demand is Demand.SATISFIES and one.unit != other.unit
    ):
        return False
    return agreement(one, other) is not None
