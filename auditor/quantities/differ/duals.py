"""One for two: a week for أسبوعين, next week for الأسبوعين المقبلين."""

from __future__ import annotations

from typing import NamedTuple

from auditor.bitext import Passage
from auditor.quantities.differ.outline import Outline, Outlines, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.match.units import measures
from auditor.quantities.quantity import Difference, Kind, Quantity, Value
from auditor.quantities.read.lexicon import lexicon

_REACH = 10  # characters before a length that hold the word before it


class Length(NamedTuple):
    """So many of a unit of time."""

    value: Value
    unit: str
    passage: Passage


def lost_duals(bead: Bead, sides: Outlines) -> list[Difference]:
    """Where the original has two of a unit of time in one word, and the translation one; each side but one of the unit."""
    if not sides.is_arabic or not any(map(_is_dual, bead.quantities.source)):
        return []
    ours, theirs = _lengths(sides.source), [*_lengths(sides.target), *_alone(sides.target)]
    found = []
    for unit in dict.fromkeys(each.unit for each in ours):
        one, other = (_only(side, unit) for side in (ours, theirs))
        if one is None or other is None or (one.value, other.value) != (2, 1) or _is_or(one.passage):
            continue
        message = (
            f"the original has “{one.passage.text}”, the translation “{other.passage.text}”: another length"
        )
        passages = one.passage, other.passage
        found.append(plain_difference(bead, "number-changed", "replaced", passages, message))
    return found


def _is_or(passage: Passage) -> bool:
    """سنة أو سنتين: the one or the other."""
    before = passage.document.text[max(0, passage.start - _REACH) : passage.start].split()
    return before[-1:] == ["أو"]


def _is_dual(quantity: Quantity) -> bool:
    """سنتين: two of a unit in one word."""
    return quantity.value == 2 and quantity.measure is None and _is_time(quantity.unit)


def _is_time(unit: str | None) -> bool:
    return measures().get(unit or "", ("", 0))[0] == "time"


def _only(lengths: list[Length], unit: str) -> Length | None:
    found = [each for each in lengths if each.unit == unit]
    return found[0] if len(found) == 1 else None


def _lengths(side: Outline) -> list[Length]:
    return [
        Length(each.value, each.unit, each.passage)
        for each in side.quantities
        if each.unit is not None and _is_time(each.unit) and each.kind is Kind.CARDINAL
    ]


def _alone(side: Outline) -> list[Length]:
    """A week, an hour: one of a unit behind an article; next week, la semaine dernière."""
    known = pattern(side.whole.language, "one_of")
    return [
        Length(1, unit, side.passage(*match.span()))
        for match in (known.finditer(side.text) if known else ())
        if (unit := _unit(match["unit"] or match["unit2"], side)) is not None
    ]


def _unit(word: str, side: Outline) -> str | None:
    unit = lexicon(side.whole.language).measure(word)
    return unit if _is_time(unit) else None
