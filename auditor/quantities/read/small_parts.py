"""What Arabic adds to a number in a phrase of its own: hundredths as parts of a hundred, one more as the noun again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from auditor.quantities.quantity import Demand, Value
from auditor.quantities.read.number_words import Number
from auditor.quantities.read.numerals import times
from auditor.quantities.read.tokens import Token

_WHOLES = frozenset((10, 100, 1000, 10**6))
_ROUND = frozenset((100, 1000))


def small_parts(tokens: Sequence[Token], number: Number) -> Number | None:
    """ثلاثة أجزاء من المائة: three hundredths."""
    place = number.end
    if (
        place + 2 >= len(tokens)
        or not tokens[place].has("small_part")
        or not tokens[place + 1].has("of_month")
    ):
        return None
    roles = tokens[place + 2].sense.roles
    whole = roles.get("scale") or roles.get("cardinal") or 0
    if whole not in _WHOLES or max(number.readings) >= whole:
        return None
    values = times(number.readings, Fraction(1, whole))
    if number.digits:  # 20 ثانية و520 جزءا من الألف: 1:20.520
        values |= number.readings
    return Number(
        number.start, place + 3, place + 3, values, Demand.COMPARES, digits=number.digits, fraction=True
    )


def two_fifths(tokens: Sequence[Token], index: int) -> Number | None:
    """خمسي الإنتاج, before what it is a part of; of five parts or years otherwise (مخطط خمسي)."""
    if not tokens[index].has("two_fifths") or index + 1 >= len(tokens):
        return None
    following = tokens[index + 1]
    if (
        tokens[index].sense.lead.endswith("ال")
        or not following.text.startswith("ال")
        or following.sense.counts
    ):
        return None
    values: frozenset[Value] = frozenset((Fraction(2, 5),))
    return Number(index, index + 1, index + 1, values, Demand.COMPARES, digits=False, fraction=True)


def with_one_more(tokens: Sequence[Token], number: Number) -> Number:
    """ألف ليلة وليلة, مئة يوم ويوم: the noun that is counted once more behind و."""
    if number.end + 1 >= len(tokens) or number.readings.isdisjoint(_ROUND) or len(number.readings) > 1:
        return number
    noun, again = tokens[number.end].text, tokens[number.end + 1].text
    if again != f"و{noun}" or noun.startswith("ال"):
        return number
    return replace(number, readings=frozenset(each + 1 for each in number.readings), demand=Demand.COMPARES)
