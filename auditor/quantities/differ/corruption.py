"""What may have become of a number that the other side has otherwise: fingerprints of corruption, with their costs."""

from __future__ import annotations

from fractions import Fraction

from auditor.quantities.match.units import same_unit
from auditor.quantities.quantity import NUMBERS, Kind, Quantity, Value
from auditor.quantities.read.numerals import decimal_digits

_LAST_MONTH = 12  # of the Gregorian calendar; those of the Hijri one have higher numbers
Verdict = tuple[str, float]  # how, cost


def corruption(source: Quantity, target: Quantity) -> Verdict | None:
    """How the target's number may have come from the source's, and at what cost in (0, 1]; None: it did not."""
    if not _comparable(source, target) or _other_calendar(source, target):
        return None
    if source.kind in (Kind.MONTH, Kind.WEEKDAY):
        return "replaced", 0.4
    if {source.unit, target.unit} == {"hour", "clock"}:
        return "replaced", 0.4
    how, cost = min(
        (_digits_changed(a, b, source, target) for a in source.readings for b in target.readings),
        key=lambda each: each[1],
    )
    same_role = source.kind is target.kind or {source.kind, target.kind} <= NUMBERS
    if how == "replaced" and not same_role and not same_unit(source, target):
        return None
    other_unit = source.unit is not None and target.unit is not None and source.unit != target.unit
    return how, cost + 0.3 * (not same_role or other_unit)


def _comparable(source: Quantity, target: Quantity) -> bool:
    """Whether the role of the one may have become that of the other."""
    kinds = {source.kind, target.kind}
    if len(kinds) == 1:
        letters = {_letters(source), _letters(target)}
        return source.kind is not Kind.CODE or len(letters) == 1 or "" in letters
    if Kind.CODE in kinds:
        code = source if source.kind is Kind.CODE else target
        return not _letters(code) and kinds <= NUMBERS | {Kind.CODE}
    if Kind.TIME in kinds:
        return kinds == {Kind.TIME, Kind.CARDINAL}
    if Kind.DECADE in kinds:
        return kinds == {Kind.DECADE, Kind.YEAR}
    if Kind.CENTURY in kinds:
        return kinds == {Kind.CENTURY, Kind.ORDINAL}
    return not kinds & {Kind.MONTH, Kind.WEEKDAY, Kind.OPAQUE}


def _other_calendar(source: Quantity, target: Quantity) -> bool:
    """Whether one is a Hijri month and the other a Gregorian one: no calendar is converted."""
    return source.kind is Kind.MONTH and (source.value > _LAST_MONTH) != (target.value > _LAST_MONTH)


def _letters(quantity: Quantity) -> str:
    """The letters of an identifier; those of another script are not known, as in كوفيد-19, whose letters stand before it."""
    return "".join(filter(str.isalpha, quantity.passage.text.casefold()))


def _digits_changed(source: Value, target: Value, one: Quantity, other: Quantity) -> Verdict:
    """The fingerprint of a corruption in the digits of two values."""
    if {one.kind, other.kind} == {Kind.FRACTION} and not (one.digits or other.digits):
        return "replaced", 0.5  # three fifths, three quarters: no digit is exchanged in words
    before, after = decimal_digits(source), decimal_digits(target)
    found = [
        _other_magnitude(source, target, one, other),
        _same_digits(before, after),
        _ordinal_cut(source, target, one, other),
        _one_edit(before, after),
        ("replaced", 0.6 if len(before) == len(after) else 0.7),
    ]
    return min((each for each in found if each is not None), key=lambda each: each[1])


def _other_magnitude(source: Value, target: Value, one: Quantity, other: Quantity) -> Verdict | None:
    """A power of ten between them: a scale word exchanged, zeros lost, the decimal mark moved."""
    if not source or not target or not _power_of_ten(Fraction(target) / Fraction(source)):
        return None
    whole = one.scale != other.scale or (Fraction(source).denominator == Fraction(target).denominator == 1)
    return ("magnitude" if whole else "separator"), 0.1


def _same_digits(before: str, after: str) -> Verdict | None:
    if before.replace(".", "") == after.replace(".", ""):
        return "separator", 0.1
    if sorted(before) == sorted(after):
        return "transposed", 0.15
    ends = after.startswith(before) or after.endswith(before)
    return ("glued", 0.1) if ends and 1 < len(before) <= len(after) - 2 else None


def _ordinal_cut(source: Value, target: Value, one: Quantity, other: Quantity) -> Verdict | None:
    """الثالثة والتسعين as third, or as ninetieth."""
    if Kind.ORDINAL in (one.kind, other.kind) and source > 10 and target in (source % 10, source // 10 * 10):
        return "ordinal cut", 0.05
    return None


def _one_edit(before: str, after: str) -> Verdict | None:
    """One digit exchanged, lost or added; in numbers of one digit that proves little."""
    if len(before) == len(after) > 1:
        return (
            ("digit changed", 0.2) if sum(a != b for a, b in zip(before, after, strict=True)) == 1 else None
        )
    longer, shorter = (before, after) if len(before) > len(after) else (after, before)
    cut = {longer[:place] + longer[place + 1 :] for place in range(len(longer))}
    if len(longer) != len(shorter) + 1 or shorter not in cut:
        return None
    return ("digit lost" if longer is before else "digit added"), 0.2 if len(shorter) > 1 else 0.5


def _power_of_ten(ratio: Fraction) -> bool:
    if ratio <= 0 or ratio == 1:
        return False
    digits = str(ratio.numerator if ratio > 1 else ratio.denominator)
    return (ratio.denominator == 1 or ratio.numerator == 1) and digits[0] == "1" and not digits[1:].strip("0")
