"""Measures of one kind in two units: converted, not wrong."""

from __future__ import annotations

from fractions import Fraction

from auditor.quantities.quantity import Quantity

# Unit -> its dimension and size in the metric unit (international yard and pound agreement, 1959).
_SIZES = {
    "metre": ("length", 1.0),
    "km": ("length", 1000.0),
    "mile": ("length", 1609.344),
    "foot": ("length", 0.3048),
    "inch": ("length", 0.0254),
    "kg": ("mass", 1.0),
    "pound": ("mass", 0.45359237),
    "tonne": ("mass", 1000.0),
    "litre": ("volume", 1.0),
    "gallon": ("volume", 3.785411784),
    "hectare": ("area", 1.0),
    "minute": ("time", 1.0),
    "hour": ("time", 60.0),
    "day": ("time", 1440.0),
    "week": ("time", 10080.0),
    "month_long": ("time", 43830.0),
    "year": ("time", 525960.0),
    "acre": ("area", 0.40468564224),
}
_CURRENCIES = frozenset(("eur", "usd", "mad", "gbp"))
_TOLERANCE = 0.12  # translators round


def converted(one: Quantity, other: Quantity) -> bool:
    """Whether the two are the same measure in different units; two currencies always may be."""
    if one.unit is None or other.unit is None or one.unit == other.unit:
        return False
    if {one.unit, other.unit} <= _CURRENCIES:
        return True
    if {one.unit, other.unit} == {"celsius", "fahrenheit"}:
        cold, warm = (one, other) if one.unit == "celsius" else (other, one)
        return abs(Fraction(cold.value) * 9 / 5 + 32 - warm.value) <= 2
    if one.unit not in _SIZES or other.unit not in _SIZES:
        return False
    dimension, size = _SIZES[one.unit]
    other_dimension, other_size = _SIZES[other.unit]
    first, second = float(one.value) * size, float(other.value) * other_size
    return dimension == other_dimension and abs(first - second) <= _TOLERANCE * max(first, second)
