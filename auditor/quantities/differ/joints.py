"""What joins two numbers: 10 and 30 years are not 10 to 30, a rise of 84 cents to 63 dollars is none from 84 cents."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from auditor.bitext import Passage
from auditor.quantities.differ.outline import Outline, Outlines, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.match.units import measures
from auditor.quantities.quantity import Difference, Kind, Quantity

_TURNED = frozenset(
    (("and", "range"), ("range", "and"), ("range", "or"), ("level", "range"), ("range", "level"))
)
"""How a pair of the source is joined, and what it is not in the translation."""
_NAMES = "level", "range", "and", "or"
_REACH = 80
"""Characters before the first number that hold what leads to it."""
_APART = 2
"""Difference from which on all between two numbers is more than the two."""
_KINDS = frozenset((Kind.CARDINAL, Kind.PERCENTAGE, Kind.YEAR, Kind.DAY))
_MESSAGE = {
    "and": "two numbers",
    "range": "all from the one to the other",
    "or": "the one or the other",
    "level": "by how much and to what",
}


class Joint(NamedTuple):
    """How two numbers are joined, by name, with the passage of both."""

    name: str
    passage: Passage


def other_joints(bead: Bead, sides: Outlines) -> list[Difference]:
    """Two numbers side by side on both sides that are joined otherwise."""
    links = dict(bead.links)
    found = []
    for i, j in bead.links:
        if links.get(i + 1) != j + 1 or not sides.is_arabic or not _may_differ(bead, i, j):
            continue
        one = _joint(sides.source, i)
        other = _joint(sides.target, j) if one is not None else None
        if one is not None and other is not None and (one.name, other.name) in _TURNED:
            message = (
                f"the original has “{one.passage.text}”, {_MESSAGE[one.name]}, "
                f"the translation “{other.passage.text}”, {_MESSAGE[other.name]}"
            )
            passages = one.passage, other.passage
            found.append(plain_difference(bead, "number-changed", "replaced", passages, message))
    return found


def _may_differ(bead: Bead, i: int, j: int) -> bool:
    """Whether the numbers are of a kind, and far enough apart that what lies between them tells."""
    first, second = bead.source(i), bead.source(i + 1)
    kinds = {each.kind for each in (first, second, bead.target(j), bead.target(j + 1))}
    units = [each.unit for each in (first, second) if each.unit is not None]
    is_compound = len(set(units)) == len(units) > 1 and _is_within(*units)
    is_apart = abs(Fraction(second.value) - Fraction(first.value)) >= _APART
    return kinds <= _KINDS and is_apart and not is_compound


def _is_within(one: str, other: str) -> bool:
    """Whether one measure is told in both units: three tonnes and 245 kilos; no cents beside dollars, which need not be."""
    first, second = (measures().get(unit, ("", 0.0)) for unit in (one, other))
    return first[0] == second[0] and first[0] != "currency"


def _joint(side: Outline, number: int) -> Joint | None:
    """How a number and the next one are joined: by the name of the first pattern that fits."""
    whole = _whole(side.quantities[number], side.quantities[number + 1])
    return next((Joint(name, whole) for name in _NAMES if _fits(side, number, name)), None)


def _fits(side: Outline, number: int, name: str) -> bool:
    known = pattern(side.whole.language, f"joint_{name}")
    place = side.text.find(f"#{number}#")
    if known is None or place < 0:
        return False
    both = [str(number), str(number + 1)]
    starts = range(max(0, place - _REACH), place + 1)
    found = (known.match(side.text, start) for start in starts)
    return any(match is not None and [each for each in match.groups() if each] == both for match in found)


def _whole(first: Quantity, second: Quantity) -> Passage:
    """Both numbers with the unit of the second."""
    end = max(second.passage.end, second.measure.end if second.measure else 0)
    return Passage(first.passage.document, first.passage.start, end)
