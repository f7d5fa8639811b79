"""How often, and how many of how many: every three days against three times a day, one in five against five in ten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from auditor.bitext import Passage
from auditor.folding import folded
from auditor.languages import language_data
from auditor.quantities.differ.outline import Outline, Outlines, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.match.units import measures
from auditor.quantities.quantity import Demand, Difference, Kind, Quantity
from auditor.quantities.read.lexicon import lexicon

_TOLERANCE = Fraction(6, 5)  # fifteen days are two weeks, every other day is three times a week
_DUAL = ("ان", "ين")  # two of what is counted: شابان من كل ثلاثة
_TWICE = 2
_PARTS = frozenset((Kind.FRACTION, Kind.PERCENTAGE))
_EACH = "كل"
_LARGEST = 1000
"""Of which so many: above it the numbers are rates of another kind."""


class Rate(NamedTuple):
    """`value`: times a minute, or the share; `is_telling`: whether it is said with a number of times or of days."""

    value: Fraction
    is_telling: bool
    passage: Passage


def other_rates(bead: Bead, sides: Outlines) -> list[Difference]:
    """Where each side says one frequency, or one share of so many, and not the same."""
    if not (bead.quantities.source or bead.quantities.target) or not sides.may_have("rate"):
        return []
    found = []
    for read, what in ((_frequencies, "another frequency"), (_shares, "another share")):
        one, other = _left(list(read(sides.source)), list(read(sides.target)))
        if one is not None and other is not None and (one.is_telling or other.is_telling):
            message = f"the original has “{one.passage.text}”, the translation “{other.passage.text}”: {what}"
            passages = one.passage, other.passage
            found.append(plain_difference(bead, "number-changed", "replaced", passages, message))
    return found or _lost_shares(bead, sides)


def _lost_shares(bead: Bead, sides: Outlines) -> list[Difference]:
    """A child of eight for one child in eight, 27 of the 21 for 21 of the 27: the numbers are there, but no such share."""
    ours = list(_shares(sides.source))
    if len(ours) != 1 or len(list(_shares(sides.target))) > 0:
        return []
    (share,) = ours
    whole = next(
        (j for i, j in bead.links if _is_within(bead.source(i), share) and _is_whole(bead.source(i), share)),
        None,
    )
    if whole is None or any(each.kind in _PARTS for each in bead.quantities.target):
        return []
    place = sides.target.text.find(f"#{whole}#")
    before = sides.target.text[: max(0, place)]
    known = pattern(sides.target.whole.language, "one_of_each")
    turned = _turned(bead, sides.target, share, whole)
    is_one = share.value.numerator == 1 and _EACH in share.passage.text
    if turned is None and (not is_one or known is None or known.search(before) or place < 0):
        return []
    passage = turned or bead.target(whole).passage
    message = f"the original has “{share.passage.text}”, which the translation does not say: “{passage.text}”: another share"
    return [plain_difference(bead, "number-changed", "replaced", (share.passage, passage), message)]


def _turned(bead: Bead, side: Outline, share: Rate, whole: int) -> Passage | None:
    """The whole before its part, with hardly a word between them."""
    part = next((j for i, j in bead.links if _is_within(bead.source(i), share) and j != whole), None)
    turned = pattern(side.whole.language, "whole_first")
    if turned is None or part is None or part != whole + 1:
        return None
    match = turned.search(side.text[side.text.find(f"#{whole}#") :])
    return (
        Passage(side.whole.document, bead.target(whole).passage.start, bead.target(part).passage.end)
        if match is not None and match.start() == 0
        else None
    )


def _is_within(quantity: Quantity, share: Rate) -> bool:
    return share.passage.start <= quantity.passage.start and quantity.passage.end <= share.passage.end


def _is_whole(quantity: Quantity, share: Rate) -> bool:
    return quantity.passage.end == share.passage.end


def _left(ours: list[Rate], theirs: list[Rate]) -> tuple[Rate | None, Rate | None]:
    """What is left over on both sides of what is said on both as often, if that is one thing."""
    for one in tuple(ours):
        other = next((each for each in theirs if _are_alike(one, each)), None)
        if other is not None:
            ours.remove(one)
            theirs.remove(other)
    if len(ours) != 1 or len(theirs) != 1:
        return None, None
    return ours[0], theirs[0]


def _are_alike(one: Rate, other: Rate) -> bool:
    low, high = sorted((one.value, other.value))
    return high <= low * _TOLERANCE


def _frequencies(side: Outline) -> Iterator[Rate]:
    """What is said to happen so many times in so long."""
    every = pattern(side.whole.language, "every")
    for match in every.finditer(side.text) if every else ():
        length = _length(match, side)
        before = pattern(side.whole.language, "times")
        counted = before.search(side.text[: match.start()]) if before else None
        count: Fraction | None = Fraction(1)
        if counted is not None and counted.group(1):
            count = _count(side.quantities[int(counted.group(1))])
        if length is None or count is None:
            continue
        single = _named(match) is not None and not _is_other(match) and match.group(1) is None
        if single and counted is None:
            continue
        start = counted.start() if counted else match.start()
        yield Rate(count / length, not single or counted is not None, side.passage(start, match.end()))


def _count(quantity: Quantity) -> Fraction | None:
    """The number of times, unless it is of a unit: fifty kilometres an hour."""
    if quantity.demand is Demand.SATISFIES and quantity.value > _TWICE:
        return Fraction(1)  # لجنة ثلاثية تجتمع مرة
    bare = quantity.unit is None and quantity.kind is Kind.CARDINAL and quantity.scale == 1
    return Fraction(quantity.value) if bare else None


def _length(match: re.Match[str], side: Outline) -> Fraction | None:
    """Minutes after which it happens again."""
    sizes = measures()
    place = next((int(each) for each in match.groups() if each and each.isdigit()), None)
    number = (
        Fraction(2 if _is_other(match) else 1) if place is None else Fraction(side.quantities[place].value)
    )
    named = _named(match)
    unit = (
        side.quantities[place].unit
        if named is None and place is not None
        else _unit(named or "", side.whole.language)
    )
    if unit is None or sizes.get(unit, ("", 0))[0] != "time" or number <= 0:
        return None
    return number * Fraction(sizes[unit][1])


def _named(match: re.Match[str]) -> str | None:
    """The unit that is said without a number."""
    return next((word for name, word in match.groupdict().items() if name.startswith("unit") and word), None)


def _is_other(match: re.Match[str]) -> bool:
    """Every other day, un jour sur deux."""
    return match.groupdict().get("other") is not None


@cache
def _unit(word: str, language: str) -> str | None:
    adverbs = language_data(language, "quantities")["rate"]
    sense = lexicon(language).words.get(word)
    unit = str(sense.roles["unit"]) if sense and "unit" in sense.roles else None
    named = next((name for name, listed in adverbs.items() if word in map(folded, listed)), None)
    return unit or {"month": "month_long"}.get(named or "", named)


def _shares(side: Outline) -> Iterator[Rate]:
    """One in five, three out of ten."""
    share = pattern(side.whole.language, "share")
    for match in share.finditer(side.text) if share else ():
        part, whole = (None if each is None else side.quantities[int(each)] for each in match.groups()[:2])
        if whole is None or (part is not None and part.unit is not None):
            continue
        if part is None and side.text[: match.start()].rstrip().endswith(_DUAL):
            continue
        over, under = Fraction(part.value) if part else Fraction(1), Fraction(whole.value)
        if 0 < over < under <= _LARGEST and whole.kind is Kind.CARDINAL and whole.unit is None:
            yield Rate(over / under, is_telling=True, passage=side.passage(*match.span()))
