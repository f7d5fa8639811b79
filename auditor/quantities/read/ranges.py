"""Ranges: 18-20, de 18 à 20, between 3 and 5, من 18 إلى 20, 2019/20; scale and per cent reach back to the first end."""

from __future__ import annotations

from fractions import Fraction

from auditor.quantities.quantity import Demand, Kind
from auditor.quantities.read.items import Item, Reading, join
from auditor.quantities.read.numerals import times
from auditor.quantities.read.roles import has_minus

_DASHES = frozenset(("-", "−", "–", "—", "‒", "/", "\\"))
_COUNTED = 4  # tokens between a part and the whole, what is counted among them
_ENDS = frozenset((Kind.CARDINAL, Kind.YEAR, Kind.PERCENTAGE, Kind.ORDINAL, Kind.CODE, Kind.DAY, Kind.TIME))


def link_ranges(reading: Reading) -> None:
    """Joins the ends of ranges, and a half to the number it adds to: three years and a half."""
    for one, other in zip(reading.items, reading.items[1:], strict=False):
        if one.kind in _ENDS and other.kind in _ENDS and _connected(reading, one, other):
            _share(one, other, is_arabic=reading.language == "ar")
            join(one, other)
        elif one.kind is other.kind is Kind.CARDINAL and _are_choices(reading, one, other):
            one.unit, other.unit = one.unit or other.unit, other.unit or one.unit
        elif other.kind is Kind.FRACTION and other.value < 1 and _adds(reading, one, other):
            one.loose |= frozenset(each + other.value * one.scale for each in one.readings)
        elif one.kind is other.kind is Kind.CARDINAL and _is_share(reading, one, other):
            one.loose |= frozenset((Fraction(one.value) / Fraction(other.value),))


def _connected(reading: Reading, one: Item, other: Item) -> bool:
    tokens = reading.between(one, other)
    if len(tokens) == 1 and tokens[0].text in _DASHES:
        return True
    if reading.language == "ar" and _are_goals(reading, one, other):
        return True
    between = any(reading.has(index, "between") for index in range(one.first - 3, one.first))
    if not tokens:
        return between and reading.tokens[other.first].sense.lead == "و"
    if len(tokens) > 2:
        return False
    if tokens[0].has("to") or (len(tokens) == 2 and tokens[0].has("goal") and tokens[1].has("to")):
        return True
    return between and tokens[0].has("and")


def _are_choices(reading: Reading, one: Item, other: Item) -> bool:
    """Two or three weeks, شهرين أو ثلاثة: one unit, said once; in Arabic behind the first where it is its dual."""
    tokens = reading.between(one, other)
    if len(tokens) != 1 or not tokens[0].has("or"):
        return False
    is_dual = reading.language == "ar" and one.measure == (0, 0) and one.unit is not None
    return (one.unit is None) != (other.unit is None) and (one.unit is None or is_dual)


def _are_goals(reading: Reading, one: Item, other: Item) -> bool:
    """هدفين لواحد, ثلاثة أهداف مقابل هدفين: what the two sides of a match have scored."""
    last = reading.tokens[other.first - 1]
    scored = any(each.has("goal") for each in reading.tokens[one.first : min(one.last + 1, other.first)])
    against = last.has("against") or reading.tokens[other.first].sense.lead == "ل"
    return scored and against and other.first - one.last <= 2


def _is_share(reading: Reading, one: Item, other: Item) -> bool:
    """Four in ten, deux habitants sur trois, 2 من أصل 5: two numbers of which the first is a part of the second."""
    tokens = reading.between(one, other)
    if not 1 <= len(tokens) <= _COUNTED or not 0 < one.value < other.value <= 100:
        return False
    return tokens[-1].has("out_of") or (len(tokens) == 2 and tokens[0].has("out_of"))


def _adds(reading: Reading, one: Item, other: Item) -> bool:
    """Whether the part comes within three words after an "and", or right after the unit: 29 pouces trois quarts."""
    tokens = reading.between(one, other)
    joined = reading.tokens[other.first].sense.lead == "و" or any(token.has("and") for token in tokens)
    return len(tokens) <= 3 and (joined or (len(tokens) == 1 and tokens[0].has("unit")))


def _share(one: Item, other: Item, *, is_arabic: bool) -> None:
    if other.scale > 1 and one.scale == 1:
        scaled = times(one.readings, other.scale)
        is_bare = one.kind is Kind.CARDINAL and one.unit in (None, other.unit)
        if is_arabic and is_bare and max(scaled) < max(other.readings):
            one.readings = scaled  # بين سبعة وثمانية آلاف
        else:
            one.loose |= scaled
    if other.kind is Kind.PERCENTAGE and one.kind in (Kind.CARDINAL, Kind.YEAR):
        one.kind, one.unit = Kind.PERCENTAGE, other.unit
    elif one.unit is None and one.kind is Kind.CARDINAL:
        one.unit = other.unit
    if one.kind is Kind.YEAR and other.digits and other.value < 100:
        other.loose |= frozenset((int(one.value) // 100 * 100 + int(other.value),))
    if other.kind is Kind.YEAR and one.digits and one.value < 100:
        one.loose |= frozenset((int(other.value) // 100 * 100 + int(one.value),))


def ratio_items(reading: Reading, index: int) -> list[Item]:
    """3/4 as a fraction; otherwise, as in 9/11 or 24/7, two numbers of one expression."""
    token = reading.tokens[index]
    over, under = token.text.split("/")
    parts = int(over), int(under)
    if 0 < parts[0] < parts[1] <= 10:
        return [Item(Kind.FRACTION, frozenset((Fraction(*parts),)), Demand.DEMANDS, index, index + 1,
                     token.start, token.end, digits=True, parts=parts, negative=has_minus(reading, index))]  # fmt: skip
    middle = token.start + len(over)
    spans = ((token.start, middle), (middle + 1, token.end))
    items = [
        Item(
            Kind.CARDINAL,
            frozenset((part,)),
            Demand.DEMANDS,
            index,
            index + 1,
            *span,
            digits=True,
            parts=(part,),
        )
        for part, span in zip(parts, spans, strict=True)
    ]
    join(*items)
    return items
