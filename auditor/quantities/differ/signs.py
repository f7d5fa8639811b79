"""Temperatures above and below zero."""

from __future__ import annotations

from auditor.findings import Severity
from auditor.quantities.differ.trust import trust
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference, Quantity

_TEMPERATURES = frozenset(("degree", "celsius", "fahrenheit"))


def lost_signs(bead: Bead) -> list[Difference]:
    """Equal numbers of degrees, one of them below zero; other negative numbers may be falls and losses in words."""
    linked = [(bead.source(i), bead.target(j)) for i, j in bead.links]
    return [
        _difference(bead, source, target)
        for source, target in linked
        if source.negative != target.negative
        and source.unit in _TEMPERATURES
        and target.unit in _TEMPERATURES
    ]


def _difference(bead: Bead, source: Quantity, target: Quantity) -> Difference:
    what, where = source.passage.text, target.passage.text
    side = "original" if source.negative else "translation"
    return Difference(
        code="number-changed",
        how="sign",
        severity=Severity.MAJOR,
        confidence=round(0.8 * trust(bead), 2),
        message=f"the original has “{what}”, the translation “{where}”: only the {side} is below zero",
        source=source.passage,
        target=target.passage,
        suggestion=f"-{where}" if source.negative else where.lstrip("-−"),
    )
