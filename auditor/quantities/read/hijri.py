"""Years and centuries of the Hijri calendar as the common one counts them."""

from __future__ import annotations

from math import floor

from auditor.quantities.quantity import Value

_LENGTH = 0.970224  # common years in a Hijri one: 354.36707 days of 365.2425
_BEGINNING = 621.5709  # of the Hijri year 0, in common years
_LAST_YEAR, _LAST_CENTURY = 1600, 16


def common_years(year: Value) -> frozenset[Value]:
    """The two common years in which a Hijri year may lie; none for what is no year."""
    if not 1 <= year <= _LAST_YEAR or year != int(year):
        return frozenset()
    first = floor(_BEGINNING + _LENGTH * int(year))
    return frozenset((first, first + 1))


def common_centuries(century: Value) -> frozenset[Value]:
    """The common centuries into which a Hijri century falls, two or three."""
    if not 1 <= century <= _LAST_CENTURY or century != int(century):
        return frozenset()
    ends = (_BEGINNING + _LENGTH * 100 * end for end in (int(century) - 1, int(century)))
    first, last = (floor(end) // 100 + 1 for end in ends)
    return frozenset(range(first, last + 1))
