"""How sure it is that the two sides of a pair speak of the same, their numbers considered."""

from __future__ import annotations

from auditor.quantities.match.matching import Bead
from auditor.quantities.match.units import same_unit
from auditor.quantities.quantity import Demand, Kind, Quantity
from auditor.quantities.read.numerals import decimal_digits

_DOUBT_LEFT = 0.4  # by each number in common; of the development pairs that do not correspond, few have one
_DOUBT_BY_DIGITS = 0.6
_TELLING = 2
"""Digits that are the same by no chance."""
_LEAST_SIMILARITY = 0.1


def trust(bead: Bead) -> float:
    """In [0, 1]: the aligner's confidence, raised by every number that both sides have.

    The aligner is unsure where sentences were merged or cut otherwise, though the passages correspond.
    """
    pair = bead.quantities.pair
    if pair.similarity is not None and pair.similarity < _LEAST_SIMILARITY:
        return 0.0
    doubt = _DOUBT_LEFT ** _numbers_in_common(bead) * _DOUBT_BY_DIGITS ** _same_digits(bead)
    return 1 - (1 - pair.confidence) * doubt


def _same_digits(bead: Bead) -> bool:
    """Whether what is left over on both sides has figures of the same digits, 1200 as 1,2, or of the same unit, 350 m as 550 m."""
    ours, theirs = (
        {digits for place in left if len(digits := _digits(of(place))) >= _TELLING}
        for left, of in ((bead.source_left, bead.source), (bead.target_left, bead.target))
    )
    return not ours.isdisjoint(theirs) or any(
        _is_figure(bead.source(i))
        and _is_figure(bead.target(j))
        and same_unit(bead.source(i), bead.target(j))
        for i in bead.source_left
        for j in bead.target_left
    )


def _is_figure(quantity: Quantity) -> bool:
    return quantity.digits and quantity.demand is Demand.DEMANDS


def _digits(quantity: Quantity) -> str:
    """The digits of a figure without the noughts at its ends, none of a word."""
    digits = decimal_digits(quantity.value) if _is_figure(quantity) else ""
    return digits.replace(".", "").strip("0")


def _numbers_in_common(bead: Bead) -> int:
    """Links of numbers that ask for a counterpart: no mere identifiers, no words for one.

    What both sides have left over of one kind in order counts as well: the 73rd minute and the 37th.
    """
    linked = ((bead.source(i), bead.target(j)) for i, j in bead.links)
    return _has_same_place(bead) + sum(
        one.demand is other.demand is Demand.DEMANDS or one.kind is other.kind is Kind.DAY
        for one, other in linked
    )


def _has_same_place(bead: Bead) -> bool:
    places = (
        {
            of(place).unit
            for place in left
            if of(place).kind is Kind.ORDINAL and of(place).demand is Demand.DEMANDS
        }
        for left, of in ((bead.source_left, bead.source), (bead.target_left, bead.target))
    )
    ours, theirs = places
    return bool((ours & theirs) - {None})
