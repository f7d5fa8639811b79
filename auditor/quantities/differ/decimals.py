"""Marks taken for others: 2.300 أسرة as 2.3 families, 1.2 million as 1,200 million."""

from __future__ import annotations

import re
from fractions import Fraction

from auditor.findings import Severity
from auditor.folding import ASCII_DIGITS
from auditor.quantities.differ.counted_case import Mark, mark_by_case
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.differ.wording import rendered
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference, Kind, Quantity

_GROUPED = re.compile(r"[1-9٠-٩]\d{0,2}[.,٫،]\d{3}")
_MARKS = {"en": ",", "fr": "."}
"""What groups thousands, and might be taken for a decimal mark."""
_MILLION = 10**6
_COUNTABLE = frozenset((None, "hectare", "dunum", "acre"))
"""Units of which thousands are grouped; three decimals are usual of dinars, kilos and litres."""
_FINE = frozenset(("dinar", "riyal", "km", "mile", "kg", "tonne", "litre", "point", "percent", "permille"))
"""Units of which three decimals are written, the last of them a nought too: 2.350 دينار."""
_NOUGHTS = re.compile(r"\d{1,3}[.,٫،]000|\d{2,3}[.,٫،]\d\d0")
_COINS = frozenset(("usd", "eur", "gbp", "mad"))
"""Currencies of which prices below ten may have three decimals."""
_THOUSAND = 1000


def lost_thousands(bead: Bead) -> list[Difference]:
    """Links of a number in groups of three with the same digits as decimals, and the other way round."""
    links = [(bead.source(i), bead.target(j)) for i, j in bead.links]
    found = [
        _difference(bead, source, target, "with thousands taken for decimals")
        for source, target in links
        if _is_grouped(source)
        and source.readings & target.readings
        and (_is_decimal(target) or _is_thousandth(source, target) or _is_written_as_decimal(target))
    ]
    return found + [
        _difference(bead, source, target, "with decimals written as thousands")
        for source, target in links
        if (_is_thousands(target) and max(source.readings) < max(target.readings))
        or (mark_by_case(source) is Mark.DECIMALS and _is_whole(target) and source.readings & target.readings)
    ]


def _is_thousands(quantity: Quantity) -> bool:
    """1,200 million: in English a group of three digits, of which nobody would write the last as a decimal."""
    written = quantity.written
    mark = _MARKS.get(quantity.language, "")
    return (
        quantity.scale >= _MILLION
        and bool(mark)
        and re.fullmatch(rf"\d{{1,3}}{re.escape(mark)}\d\d0", written) is not None
    )


def _is_written_as_decimal(quantity: Quantity) -> bool:
    """1,016 in French, 1.016 in English."""
    mark = "," if quantity.language == "fr" else "."
    written = quantity.written
    return (
        quantity.kind is Kind.CARDINAL
        and quantity.scale == 1
        and re.fullmatch(rf"\d{{1,3}}{re.escape(mark)}\d{{3}}", written) is not None
    )


def _is_whole(quantity: Quantity) -> bool:
    """350,500 in English, 350 500 in French."""
    written = quantity.written
    is_grouped = quantity.language == "en" and re.fullmatch(r"\d{1,3},\d{3}", written) is not None
    return (
        quantity.kind is Kind.CARDINAL
        and quantity.scale == 1
        and (is_grouped or all(Fraction(each).denominator == 1 for each in quantity.readings))
    )


def _is_grouped(quantity: Quantity) -> bool:
    written = quantity.written
    return (
        quantity.kind is Kind.CARDINAL
        and quantity.scale == 1
        and len(quantity.readings) > 1
        and _GROUPED.fullmatch(written) is not None
        and mark_by_case(quantity) is not Mark.DECIMALS
        and (
            quantity.unit in _COUNTABLE
            or _ends_in_nought(quantity, written)
            or mark_by_case(quantity) is Mark.THOUSANDS
        )
    )


def _ends_in_nought(quantity: Quantity, written: str) -> bool:
    """386.000 euros, 2,350 megawatts: nobody writes a nought as third decimal of what is not counted in thousandths."""
    digits = written.translate(ASCII_DIGITS)
    if quantity.unit in _FINE or not digits.endswith("0"):
        return False
    return quantity.unit not in _COINS or _NOUGHTS.fullmatch(digits) is not None


def _is_thousandth(source: Quantity, target: Quantity) -> bool:
    """386 for 386.000."""
    written = source.written.translate(ASCII_DIGITS)
    return (
        _NOUGHTS.fullmatch(written) is not None
        and source.unit not in _FINE
        and target.kind is Kind.CARDINAL
        and target.scale == 1
        and max(target.readings) * _THOUSAND == max(source.readings)
    )


def _is_decimal(quantity: Quantity) -> bool:
    """Whether no reading of it is a whole number."""
    return (
        quantity.kind is Kind.CARDINAL
        and quantity.scale == 1
        and all(Fraction(each).denominator > 1 for each in quantity.readings)
    )


def _difference(bead: Bead, source: Quantity, target: Quantity, what: str) -> Difference:
    return plain_difference(
        bead,
        "number-changed",
        "separator",
        (source.passage, target.passage),
        f"the original has the number “{source.passage.text}”, the translation “{target.passage.text}”: {what}",
        severity=Severity.CRITICAL,
        suggestion=rendered(source, target),
    )
