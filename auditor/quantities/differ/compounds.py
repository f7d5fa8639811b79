"""One measure in two units, 37 dinars and 500 millimes, that the other side says in one: 37.5 dinars."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from auditor.folding import folded
from auditor.languages import language_data
from auditor.quantities.match.matching import Bead
from auditor.quantities.match.units import coins, measures
from auditor.quantities.quantity import Kind, Quantity, Value
from auditor.quantities.read.lexicon import lexicon

_COMPOUND = frozenset(("length", "mass", "time", "volume"))
_DAYS = 30, 31  # of a month
_REACH = 24  # characters before a number that hold a unit alone and the "and" behind it
_WORD = re.compile(r"[^\W\d_]+")


class Compound(NamedTuple):
    """The places of the numbers on their side, the last one of the smaller unit, and the values of the whole."""

    places: tuple[int, ...]
    in_large: frozenset[Value]
    in_small: frozenset[Value]
    small: str | None  # the smaller unit
    parts: tuple[int, ...]


def drop_compounds(bead: Bead) -> None:
    """Takes measures in two units, and what says them in one, from what is left over."""
    for left, of, quantities, other_left, other_of in (
        (bead.source_left, bead.source, bead.quantities.source, bead.target_left, bead.target),
        (bead.target_left, bead.target, bead.quantities.target, bead.source_left, bead.source),
    ):
        if not any(of(place).unit for place in left):
            continue
        for compound in _compounds(quantities):
            if set(compound.places).isdisjoint(left):
                continue
            whole = _whole(compound, bead, other_left, other_of, is_source=left is bead.source_left)
            if whole is not None:
                left[:] = [each for each in left if each not in compound.places]
                other_left[:] = [each for each in other_left if each != whole]


def _whole(
    compound: Compound, bead: Bead, left: list[int], of: Callable[[int], Quantity], *, is_source: bool
) -> int | None:
    """The place of the quantity on the other side that says the whole: left over, or linked with a part of it."""
    linked = [(i, j) if is_source else (j, i) for i, j in bead.links]
    for place in (*left, *(other for part, other in linked if part in compound.places)):
        quantity = of(place)
        if quantity.unit == "clock":  # two hours and 40 minutes are not 2.40 pm
            continue
        if quantity.kind is Kind.TIME and quantity.parts[: len(compound.parts)] == compound.parts:
            return place
        if quantity.kind in (Kind.CARDINAL, Kind.TIME) and _says_whole(compound, quantity):
            return place
    return None


def _says_whole(compound: Compound, quantity: Quantity) -> bool:
    """Whether the quantity has the value in the larger unit, or in the smaller where it names that."""
    values = quantity.readings | quantity.loose
    small = compound.in_small & values
    return bool(compound.in_large & values) or bool(small and quantity.unit == compound.small)


def _compounds(quantities: tuple[Quantity, ...]) -> Iterator[Compound]:
    for place, small in enumerate(quantities):
        if small.unit is None or small.kind is not Kind.CARDINAL:
            continue
        if place and _is_joined(quantities[place - 1], small):
            large = quantities[place - 1]
            yield from _compound((place - 1, place), large.value, large.unit, small)
        else:
            yield from _compound((place,), 1, _unit_before(small), small)


def _compound(
    places: tuple[int, ...], value: Value, large: str | None, small: Quantity
) -> Iterator[Compound]:
    sizes = _sizes(large, small.unit)
    values = frozenset(_exact(value + Fraction(small.value) / size) for size in sizes if small.value < size)
    if values:
        in_small = frozenset(value * size + small.value for size in sizes)
        yield Compound(places, values, in_small, small.unit, (int(value), int(small.value)))


def _exact(value: Fraction) -> Value:
    return int(value) if value.denominator == 1 else value


def _is_joined(large: Quantity, small: Quantity) -> bool:
    """Whether nothing but the larger unit and an "and" stands between."""
    if large.kind is not Kind.CARDINAL or large.unit is None:
        return False
    text = small.passage.document.text[large.passage.end : small.passage.start]
    joints = _joints(small.language)
    measure = folded(large.measure.text).split() if large.measure else []
    words = [word for word in _WORD.findall(folded(text)) if word not in joints]
    return len(text) <= _REACH and words in (measure, [])


@cache
def _joints(language: str) -> frozenset[str]:
    return frozenset(map(folded, language_data(language, "quantities")["grammar"]["and"]))


def _unit_before(small: Quantity) -> str | None:
    """The unit that stands alone before an "and": دولار و99 سنتا, an hour and 20 minutes."""
    start = small.passage.start
    words = _WORD.findall(folded(small.passage.document.text[max(0, start - _REACH) : start]))
    if len(words) < 2 or words[-1] not in _joints(small.language):
        return None
    sense = lexicon(small.language).words.get(words[-2])
    return (sense.roles.get("unit") or sense.roles.get("currency")) if sense else None


@cache
def _sizes(large: str | None, small: str | None) -> tuple[Value, ...]:
    """How many of the smaller unit the larger may hold; none where the one is no part of the other."""
    if not large or not small:
        return ()
    if (large, small) == ("month_long", "day"):
        return _DAYS
    first, second = measures().get(large, ("", 0.0)), measures().get(small, ("", 0.0))
    if first[0] == second[0] and first[0] in _COMPOUND:
        ratio = first[1] / second[1]
        return (round(ratio),) if ratio > 1 and abs(ratio - round(ratio)) < 1e-6 else ()
    return tuple(coins().get(small, {}).get(large, ()))
