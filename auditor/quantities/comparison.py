"""From quantities that do not agree to differences: changed, missing, added, ambiguous."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.quantities.changes import changes, unsure_dates
from auditor.quantities.matching import Bead, link_neighbours, match_pair
from auditor.quantities.quantity import Demand, Difference, PairQuantities, Quantity
from auditor.findings import Severity


def compare_quantities(pairs: Sequence[PairQuantities]) -> tuple[Difference, ...]:
    """The differences of all pairs, pair by pair, each pair's in the order of the target text."""
    beads = [match_pair(pair) for pair in pairs]
    found: list[Difference] = []
    link_neighbours(beads)
    for bead in beads:
        if bead.quantities.pair.source is None or bead.quantities.pair.target is None:
            continue
        here = [*unsure_dates(bead), *changes(bead)]
        if _trustworthy(bead):
            here += _missing(bead) + _added(bead)
            found.extend(sorted(here, key=_place))
    return tuple(found)


def _place(difference: Difference) -> tuple[int, int]:
    passage = difference.target or difference.source
    return (passage.start, passage.end) if passage else (0, 0)


def _trustworthy(bead: Bead) -> bool:
    return True


def _missing(bead: Bead) -> list[Difference]:
    return [
        _absence(bead, bead.source(place), "number-missing")
        for place in bead.source_left
        if bead.source(place).demand is Demand.DEMANDS
    ]


def _added(bead: Bead) -> list[Difference]:
    return [
        _absence(bead, bead.target(place), "number-added")
        for place in bead.target_left
        if bead.target(place).demand is Demand.DEMANDS
    ]


def _absence(bead: Bead, quantity: Quantity, code: str) -> Difference:
    missing = code == "number-missing"
    confidence = round(0.8 * bead.quantities.pair.confidence, 2)
    side, other = ("original", "translation") if missing else ("translation", "original")
    return Difference(
        code=code,
        how="missing" if missing else "added",
        severity=Severity.MAJOR if confidence >= 0.7 else Severity.MINOR,
        confidence=confidence,
        message=f"the {side} has the {quantity.kind.value} {quantity.passage.text!r} and the {other} has none like it",
        source=quantity.passage if missing else None,
        target=None if missing else quantity.passage,
        suggestion=None,
    )
