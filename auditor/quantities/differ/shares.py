"""Per cent, points of per cent and points of an index, and measures that are no shares."""

from __future__ import annotations

from auditor.quantities.match.matching import Bead
from auditor.quantities.match.units import measures
from auditor.quantities.quantity import Kind, Quantity

HUNDRED = 100


def is_share_of_points(source: Quantity, target: Quantity) -> bool:
    """Whether one counts points and the other as many per cent; of less than the whole, points may be of per cent."""
    return {source.unit, target.unit} == {"index", "percent"}


def is_share_of_measure(source: Quantity, target: Quantity) -> bool:
    """42 % for 42 degrees: a measure in digits is no percentage."""
    if not (source.digits and target.unit == "percent" and source.unit) or source.unit == "index":
        return False
    return measures().get(source.unit, ("share", 0))[0] != "share" or source.unit == "degree"


def may_be_points(bead: Bead, source: Quantity, target: Quantity) -> bool:
    """Points of less than the whole that may be per cent: where neither another percentage nor a level of an index says of what.

    The other way round, per cent may be points where the translation gives the two percentages between which they lie.
    """
    if not is_share_of_points(source, target) or source.value > HUNDRED:
        return False
    if source.unit == "percent":
        return sum(each.kind is Kind.PERCENTAGE for each in bead.quantities.target) > 1
    others = [each for each in bead.quantities.source if each is not source]
    return not any(each.kind is Kind.PERCENTAGE or each.unit == "index" for each in others)
