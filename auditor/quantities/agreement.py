"""When two quantities say the same, and if not, what has become of the one in the other."""

from __future__ import annotations

from fractions import Fraction

from auditor.quantities.quantity import Demand, Kind, Quantity, Value

_NUMBERS = frozenset((Kind.CARDINAL, Kind.ORDINAL, Kind.YEAR, Kind.DAY, Kind.DECADE, Kind.CENTURY))
_SHARES = frozenset((Kind.PERCENTAGE, Kind.FRACTION))


def agreement(one: Quantity, other: Quantity) -> float | None:
    """Cost of taking the two for the same, 0 for equal value and role; None where no reading agrees."""
    kinds = {one.kind, other.kind}
    if Kind.MONTH in kinds and len(kinds) == 2:
        return None
    if Kind.DAY in kinds and len(kinds) == 2 and Demand.SATISFIES in (one.demand, other.demand):
        return None
    if kinds == {Kind.OPAQUE}:
        return 0.0 if sorted(one.parts) == sorted(other.parts) or one.readings & other.readings else None
    if Kind.CODE in kinds and one.parts == other.parts and one.parts:
        return 0.4 * (len(kinds) - 1)
    if one.readings & other.readings:
        if kinds == {Kind.CODE}:
            return 0.9
        if len(kinds) == 1:
            return (0.0 if one.unit == other.unit else 0.1) + 0.2 * (one.digits != other.digits)
        if kinds & {Kind.TIME, Kind.OPAQUE}:
            return None if Kind.TIME in kinds else 1.5
        return (0.3 if kinds <= _NUMBERS else 0.8) + 0.2 * (one.digits != other.digits)
    if Kind.FRACTION in kinds and one.parts == other.parts and len(one.parts) > 1:
        return 0.5
    if kinds == _SHARES:
        part, share = (one, other) if one.kind is Kind.FRACTION else (other, one)
        return 0.5 if any(abs(a * 100 - b) < 1 for a in part.readings for b in share.readings) else None
    if kinds == {Kind.TIME}:
        return None
    if (one.readings | one.loose) & (other.readings | other.loose):
        return 2.0
    return None


def corruption(source: Quantity, target: Quantity) -> tuple[str, float] | None:
    """How the target's number may have come from the source's, and at what cost in (0, 1]; None: it did not."""
    if not _comparable(source, target):
        return None
    if source.kind is Kind.MONTH:
        return "replaced", 0.4
    how, cost = min(
        (_digits_changed(a, b, source, target) for a in source.readings for b in target.readings),
        key=lambda each: each[1],
    )
    same_role = source.kind is target.kind or {source.kind, target.kind} <= _NUMBERS
    if how == "replaced" and not same_role:
        return None
    other_unit = source.unit is not None and target.unit is not None and source.unit != target.unit
    return how, cost + 0.3 * (not same_role or other_unit)


def _comparable(source: Quantity, target: Quantity) -> bool:
    """Whether the role of the one may have become that of the other."""
    kinds = {source.kind, target.kind}
    if len(kinds) == 1:
        return source.kind is not Kind.CODE or _letters(source) == _letters(target)
    if Kind.CODE in kinds:
        return "" in (_letters(source), _letters(target)) and kinds == {Kind.CODE, Kind.CARDINAL}
    if Kind.TIME in kinds:
        return kinds == {Kind.TIME, Kind.CARDINAL}
    if Kind.DECADE in kinds:
        return kinds == {Kind.DECADE, Kind.YEAR}
    if Kind.CENTURY in kinds:
        return kinds == {Kind.CENTURY, Kind.ORDINAL}
    return not kinds & {Kind.MONTH, Kind.OPAQUE}


def _letters(quantity: Quantity) -> str:
    """The letters of an identifier; those of another script are not known, as in كوفيد-19, whose letters stand before it."""
    return "".join(filter(str.isalpha, quantity.passage.text.casefold()))


def _digits_changed(source: Value, target: Value, one: Quantity, other: Quantity) -> tuple[str, float]:
    """The fingerprint of a corruption in the digits of two values."""
    before, after = decimal_digits(source), decimal_digits(target)
    if source and target and _power_of_ten(Fraction(target) / Fraction(source)):
        if one.scale != other.scale:
            return "magnitude", 0.1
        return ("separator" if "." in before + after else "magnitude"), 0.1
    if before.replace(".", "") == after.replace(".", ""):
        return "separator", 0.1
    if Kind.ORDINAL in (one.kind, other.kind) and source > 20 and target in (source % 10, source // 10 * 10):
        return "ordinal cut", 0.2
    if len(before) < 2 and len(after) < 2:
        return "replaced", 0.6
    if (
        len(after) >= len(before) + 2
        and (after.startswith(before) or after.endswith(before))
        and len(before) > 1
    ):
        return "glued", 0.1
    if sorted(before) == sorted(after):
        return "transposed", 0.15
    if len(before) == len(after):
        changed = sum(a != b for a, b in zip(before, after, strict=True))
        return ("digit changed", 0.2) if changed == 1 else ("replaced", 0.5 + 0.1 * (changed > 2))
    longer, shorter = (before, after) if len(before) > len(after) else (after, before)
    if len(longer) == len(shorter) + 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    ):
        return ("digit lost" if longer is before else "digit added"), 0.2 if len(shorter) > 1 else 0.5
    return "replaced", 0.7


def _power_of_ten(ratio: Fraction) -> bool:
    if ratio <= 0 or ratio == 1:
        return False
    digits = str(ratio.numerator if ratio > 1 else ratio.denominator)
    return (ratio.denominator == 1 or ratio.numerator == 1) and digits[0] == "1" and not digits[1:].strip("0")


def decimal_digits(value: Value) -> str:
    """The value in decimal digits with a point, up to six places."""
    if isinstance(value, int) or value.denominator == 1:
        return str(int(value))
    return f"{float(value):.6f}".rstrip("0")
