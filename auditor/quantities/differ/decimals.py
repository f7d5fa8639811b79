"""Thousands whose mark was taken for a decimal mark: 2.300 أسرة as 2.3 families."""

from __future__ import annotations

import re
from fractions import Fraction

from auditor.findings import Severity
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.differ.wording import rendered
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference, Kind, Quantity

_GROUPED = re.compile(r"[1-9٠-٩]\d{0,2}[.,٫،]\d{3}")
_COUNTABLE = frozenset((None, "hectare", "dunum", "acre"))
"""Units of which thousands are grouped; three decimals are usual of dinars, kilos and litres."""


def lost_thousands(bead: Bead) -> list[Difference]:
    """Links of a number in groups of three with the same digits as decimals."""
    return [
        _difference(bead, source, target)
        for source, target in ((bead.source(i), bead.target(j)) for i, j in bead.links)
        if _is_grouped(source) and _is_decimal(target) and source.readings & target.readings
    ]


def _is_grouped(quantity: Quantity) -> bool:
    written = (quantity.numeral or quantity.passage).text
    return (
        quantity.kind is Kind.CARDINAL
        and quantity.scale == 1
        and quantity.unit in _COUNTABLE
        and len(quantity.readings) > 1
        and _GROUPED.fullmatch(written) is not None
    )


def _is_decimal(quantity: Quantity) -> bool:
    """Whether no reading of it is a whole number."""
    return (
        quantity.kind is Kind.CARDINAL
        and quantity.scale == 1
        and all(Fraction(each).denominator > 1 for each in quantity.readings)
    )


def _difference(bead: Bead, source: Quantity, target: Quantity) -> Difference:
    return plain_difference(
        bead,
        "number-changed",
        "separator",
        (source.passage, target.passage),
        f"the original has the number “{source.passage.text}”, the translation “{target.passage.text}”: "
        "with thousands taken for decimals",
        severity=Severity.CRITICAL,
        suggestion=rendered(source, target),
    )
