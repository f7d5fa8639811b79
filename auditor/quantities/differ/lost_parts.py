"""What is left of a number that lost a part: one of two thousand, the whole of half a million, a quarter of a quarter million."""

from __future__ import annotations

from fractions import Fraction

from auditor.languages import language_data
from auditor.quantities.quantity import Demand, Kind, Quantity

_SCALES = frozenset((100, 1000, 10**6, 10**9))
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_FAR = Fraction(3, 2)  # between a number and a word for about so many


def lost_part(source: Quantity, target: Quantity) -> bool:
    """One of two, the whole for the half, the half alone of one and a half, another round number of about so many."""
    if any(lost(source, target) for lost in (_lost_dual, _lost_half, _lost_scale, _is_other_group)):
        return True
    is_half = target.kind is Kind.FRACTION and source.kind is Kind.CARDINAL
    return is_half and source.language == "ar" and target.value == source.value - int(source.value) != 0


def _is_other_group(source: Quantity, target: Quantity) -> bool:
    """Une douzaine for نحو عشرين: a word for about so many, which is far from the number."""
    if not source.kind is target.kind is Kind.CARDINAL or source.demand is Demand.SATISFIES or target.digits:
        return False
    numbers = source.value, target.value
    if source.unit is not None or source.scale > 1 or not all(_TEN <= each <= _HUNDRED for each in numbers):
        return False
    groups = language_data(target.language, "quantities")["approximate"].get(str(int(target.value)), ())
    low, high = sorted((Fraction(source.value), Fraction(target.value)))
    return (
        target.passage.text.lower() in groups and not target.passage.text.endswith("s") and low * _FAR < high
    )


def _lost_dual(source: Quantity, target: Quantity) -> bool:
    """ألفي عامل as mille ouvriers: one of a scale for the two that an Arabic dual says."""
    if source.language != "ar" or source.digits or source.readings & target.readings:
        return False
    return target.value in _SCALES and source.value == 2 * target.value and target.kind is Kind.CARDINAL


def _lost_half(source: Quantity, target: Quantity) -> bool:
    """نصف مليون as a million: the whole of a scale for half of it."""
    if source.language != "ar" or source.digits or target.kind is not Kind.CARDINAL:
        return False
    return target.value in _SCALES and 2 * source.value == target.value >= _THOUSAND


def _lost_scale(source: Quantity, target: Quantity) -> bool:
    """ربع مليون أسرة as a quarter of them: the part without the scale that it is of."""
    if source.language != "ar" or source.digits or target.kind is not Kind.FRACTION:
        return False
    return any(source.value == target.value * scale for scale in _SCALES if scale >= _THOUSAND)
