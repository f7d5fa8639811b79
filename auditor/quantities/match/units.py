"""What units measure: one thing in two units is converted, the same number of another unit is an error."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from functools import cache
from importlib.resources import files

from auditor.quantities.quantity import Quantity

_TOLERANCE = 0.12  # translators round
_KIN = (
    frozenset(("metre", "m2", "m3")),
    frozenset(("km", "km2", "knot", "nautical_mile")),
    frozenset(("cm", "m2")),
    frozenset(("mile", "knot")),
    frozenset(("kw", "kwh")),
    frozenset(("mw", "mwh")),
    frozenset(("gw", "gwh")),
    frozenset(("kv", "volt", "kw")),
    frozenset(("mva", "mw")),
    frozenset(("light_year", "year")),
    frozenset(("basis", "index")),
)  # what measures something else and is written nearly alike
_THINGS = frozenset(("length", "area", "volume", "mass", "power", "energy"))
_HOMOGRAPHS = frozenset(
    ("mile", "foot", "inch", "ounce", "carat", "litre", "pound")
)  # thousand, on foot, once, l'
_POUNDS = frozenset(("pound", "gbp"))  # of money or of weight, one word in French and English


def converted(one: Quantity, other: Quantity) -> bool:
    """Whether the two are the same measure in different units; two currencies always may be."""
    if one.unit is None or other.unit is None or one.unit == other.unit:
        return False
    first, second = measures().get(one.unit), measures().get(other.unit)
    if first is None or second is None:
        return False
    if first[0] != second[0]:
        return _is_changed(one, other) or _is_changed(other, one)
    if first[0] == "temperature":
        cold, warm = (one, other) if one.unit == "celsius" else (other, one)
        return abs(Fraction(cold.value) * 9 / 5 + 32 - warm.value) <= 2
    if not first[1]:
        return first[0] == "currency"
    here = [float(each) * first[1] for each in one.readings | one.loose]
    there = [float(each) * second[1] for each in other.readings | other.loose]
    return any(abs(a - b) <= _TOLERANCE * max(a, b) for a in here for b in there)


def _is_changed(small: Quantity, large: Quantity) -> bool:
    """Whether the first is in coins and the second as much in their currency: three billion centimes, 30 million dinars."""
    parts = coins().get(small.unit or "", {}).get(large.unit or "", ())
    return any(one == other * each for each in parts for one in small.readings for other in large.readings)


def same_unit(one: Quantity, other: Quantity) -> bool:
    """Whether both have a unit, and the same."""
    if one.unit is None or other.unit is None:
        return False
    return one.unit == other.unit or {one.unit, other.unit} in (_POUNDS, {"index", "point"})


def exchanged(one: Quantity, other: Quantity) -> bool:
    """Whether the two are the same number of two units of one kind: miles for kilometres, dollars for dirhams."""
    if one.unit is None or other.unit is None or one.unit == other.unit or {one.unit, other.unit} == _POUNDS:
        return False
    first, second = measures().get(one.unit), measures().get(other.unit)
    is_pound = "pound" in (one.unit, other.unit)  # of money, as likely as of weight
    if is_pound and first and second and not {"currency", "coin"}.isdisjoint((first[0], second[0])):
        return True
    if first and second and {first[0], second[0]} == {"coin", "currency"}:
        return True
    if any(one.unit in kin and other.unit in kin for kin in _KIN):
        return True
    if first is None or second is None:
        return False
    return first[0] == second[0] or (
        {first[0], second[0]} <= _THINGS and _HOMOGRAPHS.isdisjoint((one.unit, other.unit))
    )


@cache
def coins() -> dict[str, dict[str, list[int]]]:
    """Coin -> currency -> how many of the coin make one of it, by country the one or the other; see data/subunits.toml."""
    return tomllib.loads((files("auditor.quantities") / "data" / "subunits.toml").read_text("utf-8"))


@cache
def measures() -> dict[str, tuple[str, float]]:
    """What each unit measures, and its size in the first unit of the kind, 0 where sizes say nothing; see data/units.toml."""
    text = (files("auditor.quantities") / "data" / "units.toml").read_text("utf-8")
    return {
        unit: (kind, float(size))
        for kind, units in tomllib.loads(text).items()
        for unit, size in units.items()
    }
