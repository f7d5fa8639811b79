"""Two and a half for one and a half, one for two: what an Arabic dual and a half beside a unit of time come to."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from auditor.bitext import Passage
from auditor.quantities.lexicon import lexicon
from auditor.quantities.matching import Bead
from auditor.quantities.outline import Outline, Outlines, pattern
from auditor.quantities.plain import plain_difference
from auditor.quantities.quantity import Difference, Kind, Quantity
from auditor.quantities.units import measures

_REACH = 10  # characters before a length that hold the word before it


class Length(NamedTuple):
    """So many of a unit of time; `is_mixed` where a part of one is said."""

    value: Fraction
    unit: str
    is_mixed: bool
    passage: Passage


def other_lengths(bead: Bead, sides: Outlines) -> list[Difference]:
    """Where each side has one length in a unit of time, one of them with a half or as a dual, and not the same."""
    if not sides.is_arabic:
        return []
    if not any(
        each.kind is Kind.FRACTION or _is_dual(each) or _is_half(each) for each in bead.quantities.source
    ):
        return []
    ours, theirs = _lengths(sides.source), _lengths(sides.target)
    found = []
    for unit in dict.fromkeys(each.unit for each in ours):
        one, other = (_only(side, unit) for side in (ours, theirs))
        if one is None or other is None or one.value == other.value:
            continue
        if one.is_mixed != other.is_mixed and any(
            each.unit != unit for each in (theirs if one.is_mixed else ours)
        ):
            continue  # two hours and thirty minutes
        dual = one.value == 2 and not one.is_mixed and other.value == 1 and not _is_or(one.passage)
        if one.is_mixed or (other.is_mixed and one.value == 2) or dual:
            message = f"the original has “{one.passage.text}”, the translation “{other.passage.text}”: another length"
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


def _is_half(quantity: Quantity) -> bool:
    return quantity.value.denominator == 2 and _is_time(quantity.unit)


def _is_time(unit: str | None) -> bool:
    return measures().get(unit or "", ("", 0))[0] == "time"


def _only(lengths: list[Length], unit: str) -> Length | None:
    found = [each for each in lengths if each.unit == unit]
    return found[0] if len(found) == 1 else None


def _lengths(side: Outline) -> list[Length]:
    """The lengths of a side, those with a part first read as one."""
    known = pattern(side.whole.language, "mixed")
    found: list[Length] = []
    taken: set[int] = set()
    for match in known.finditer(side.text) if known else ():
        places = [int(each) for name, each in match.groupdict().items() if each and name.startswith("n")]
        part = next(
            (
                side.quantities[int(each)]
                for name, each in match.groupdict().items()
                if each and name.startswith("h")
            ),
            None,
        )
        length = _mixed(match.groupdict(), side, places, part)
        if length is not None:
            taken.update(places)
            found.append(Length(*length, is_mixed=True, passage=side.passage(*match.span())))
    rest = [(number, each) for number, each in enumerate(side.quantities) if number not in taken]
    found += [
        Length(Fraction(each.value), each.unit, each.value.denominator > 1, each.passage)
        for _, each in rest
        if each.unit is not None and _is_time(each.unit) and each.kind is Kind.CARDINAL
    ]
    return found + _alone(side)


def _alone(side: Outline) -> list[Length]:
    """A week, an hour: one of a unit behind an article."""
    known = pattern(side.whole.language, "one_of")
    return [
        Length(Fraction(1), unit, is_mixed=False, passage=side.passage(*match.span()))
        for match in (known.finditer(side.text) if known else ())
        if (unit := _unit(match["unit"], side)) is not None
    ]


def _mixed(
    groups: dict[str, str | None], side: Outline, places: list[int], part: Quantity | None
) -> tuple[Fraction, str] | None:
    """The value and the unit of a whole number with a part of one, or of the part alone."""
    if part is None or part.kind is not Kind.FRACTION or len(places) > 1:
        return None
    named = next((word for name, word in groups.items() if word and name.startswith("u")), None)
    whole = side.quantities[places[0]] if places else None
    unit = whole.unit if whole else _unit(named or "", side)
    if unit is None or not _is_time(unit):
        return None
    one = Fraction(whole.value) if whole else Fraction(0 if groups.get("alone") is not None else 1)
    return one + Fraction(part.value), unit


def _unit(word: str, side: Outline) -> str | None:
    sense = lexicon(side.whole.language).words.get(word)
    unit = str(sense.roles["unit"]) if sense and "unit" in sense.roles else None
    return unit if _is_time(unit) else None
