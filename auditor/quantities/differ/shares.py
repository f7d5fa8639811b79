"""Per cent, points of per cent and points of an index, and measures that are no shares."""

from __future__ import annotations

from auditor.folding import folded
from auditor.quantities.differ.outline import pattern
from auditor.quantities.match.matching import Bead
from auditor.quantities.match.units import measures
from auditor.quantities.quantity import Kind, Quantity

HUNDRED = 100
_SEVERAL = 2
_LEAST_COUNTED, _MOST_COUNTED = 11, 99
_REACH = 20  # characters behind a number that hold the noun


def is_share_of_points(source: Quantity, target: Quantity) -> bool:
    """Whether one counts points and the other as many per cent or basis points; of less than the whole, points may be of per cent."""
    return {source.unit, target.unit} in ({"index", "percent"}, {"index", "basis"})


def is_share_of_measure(source: Quantity, target: Quantity) -> bool:
    """42 % for 42 degrees: a measure in digits or of more than one is no percentage; nor is what counts a thing."""
    if target.unit != "percent" or source.unit == "index":
        return False
    if source.unit is None:
        return target.digits and _counts_thing(source)
    if not source.digits and source.value < _SEVERAL:
        return False
    return measures().get(source.unit, ("share", 0))[0] != "share" or source.unit == "degree"


def _counts_thing(source: Quantity) -> bool:
    """46 مقعدا: so many of a noun in the case that numbers from 11 to 99 ask for, no adverb."""
    if source.language != "ar" or source.kind is not Kind.CARDINAL or source.scale > 1:
        return False
    if not source.digits or not _LEAST_COUNTED <= source.value <= _MOST_COUNTED:
        return False
    place = source.passage.end
    known = pattern("ar", "thing")
    return (
        known is not None
        and known.match(folded(source.passage.document.text[place : place + _REACH])) is not None
    )


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
