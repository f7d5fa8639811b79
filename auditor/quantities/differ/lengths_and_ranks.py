"""How long for which in order, and which in order for how long or for what part: ثلاثة أشهر أخرى is no third month.

A count and a place in order of the same number are linked, since languages change the one for the other: `ranks` tells them apart by
what stands beside numbers without a unit, this by words that leave no choice: for the length of, for the third time, of its kind, of
them. A part is linked with no place in order; where both are left over, “the third” has been taken for a third.
"""

from __future__ import annotations

from typing import NamedTuple

from auditor.quantities.differ.outline import Outline, Outlines, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.match.units import measures
from auditor.quantities.quantity import Difference, Kind, Quantity

_COUNT_FOR_RANK = "so many for one in order"
_RANK_FOR_COUNT = "one in order for so many"
_RANK_FOR_PART = "one in order for a part"
_LONGEST = 40
"""The highest number of a length that texts put in order."""


class _Turn(NamedTuple):
    """Patterns of that name around a number of the original, of a kind, and around the one that is linked with it; `timed`: the sides
    of which the number must be one of units of time.
    """

    kind: Kind
    source: str
    target: str
    timed: tuple[bool, bool]


_TURNS = (
    _Turn(Kind.CARDINAL, "lasting", "in_order", (True, True)),
    _Turn(Kind.CARDINAL, "some_of_them", "one_of_them", (False, False)),
    _Turn(Kind.ORDINAL, "occasion", "lasts", (False, True)),
    _Turn(Kind.ORDINAL, "of_its_kind", "so_many_of_its_kind", (False, False)),
)


def other_lengths_and_ranks(bead: Bead, sides: Outlines) -> list[Difference]:
    """Links of a count with a place in order that the words beside them forbid, and a part left over beside a place in order."""
    if not sides.is_arabic:
        return []
    found = []
    for i, j in bead.links:
        one, other = bead.source(i), bead.target(j)
        if {one.kind, other.kind} == {Kind.CARDINAL, Kind.ORDINAL} and 1 < one.value <= _LONGEST:
            turn = next((each for each in _TURNS if _is_turned(bead, sides, each, (i, j))), None)
            if turn is not None:
                what = _RANK_FOR_COUNT if turn.kind is Kind.CARDINAL else _COUNT_FOR_RANK
                found.append(_difference(bead, i, j, what))
        elif one.kind is other.kind is Kind.ORDINAL and _is_age(bead, sides, (i, j)):
            found.append(_difference(bead, i, j, "one in order for an age"))
    return found + _ranks_for_parts(bead, sides)


def _is_turned(bead: Bead, sides: Outlines, turn: _Turn, link: tuple[int, int]) -> bool:
    one, other = bead.source(link[0]), bead.target(link[1])
    if one.kind is not turn.kind:
        return False
    if any(
        timed and not _is_time(each) for timed, each in zip(turn.timed, (one, other), strict=True)
    ) or _is_said_elsewhere(bead, link):
        return False
    return _stands(sides.source, link[0], turn.source) and _stands(sides.target, link[1], turn.target)


def _is_age(bead: Bead, sides: Outlines, link: tuple[int, int]) -> bool:
    """في العاشرة من عمره as “the tenth”, with no year or birthday behind it."""
    return (
        bead.target(link[1]).unit is None
        and _stands(sides.source, link[0], "of_age")
        and not _stands(sides.target, link[1], "year_of_life")
    )


def _is_time(quantity: Quantity) -> bool:
    return measures().get(quantity.unit or "", ("", 0))[0] == "time"


def _is_said_elsewhere(bead: Bead, link: tuple[int, int]) -> bool:
    """Whether another number of the original has the value and the kind of the translation's: the third time in three years."""
    other = bead.target(link[1])
    return any(
        each.kind is other.kind and bool(each.readings & other.readings)
        for place, each in enumerate(bead.quantities.source)
        if place != link[0]
    )


def _stands(side: Outline, number: int, name: str) -> bool:
    known = pattern(side.whole.language, name)
    return known is not None and any(str(number) in match.groups() for match in known.finditer(side.text))


def _ranks_for_parts(bead: Bead, sides: Outlines) -> list[Difference]:
    """The third well for a third of the wells: neither has a counterpart."""
    return [
        _difference(bead, i, j, _RANK_FOR_PART)
        for i in bead.source_left
        for j in bead.target_left
        if bead.source(i).kind is Kind.FRACTION
        and bead.target(j).kind is Kind.ORDINAL
        and bead.target(j).unit is None
        and bead.source(i).value * bead.target(j).value == 1
        and _stands(sides.target, j, "in_order")
    ]


def _difference(bead: Bead, i: int, j: int, what: str) -> Difference:
    passages = bead.source(i).passage, bead.target(j).passage
    message = f"the original has “{passages[0].text}”, the translation “{passages[1].text}”: {what}"
    return plain_difference(bead, "number-changed", "replaced", passages, message)
