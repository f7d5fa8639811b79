"""Numbers in Arabic: units before tens joined by و, teens in two words, duals, ordinals, digits with scales."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from auditor.quantities.quantity import Demand, Value
from auditor.quantities.read.dual_scales import add_dual, counts, is_dual
from auditor.quantities.read.number_words import Number, Sum, digit_number, is_named, scaled_number
from auditor.quantities.read.numerals import times
from auditor.quantities.read.shares import is_share
from auditor.quantities.read.tokens import Token

_HUNDREDS = frozenset(range(100, 1000, 100))
_TENS = frozenset(range(20, 100, 10))
_SIX, _TWO = 6, 2
_TWOS = ("اثن", "إثن")
_ALONE = ("واحد", "واحده", "واحدا")
"""One that stands behind what it counts: in الكيلو الواحد عشرة it is no part of eleven, which is أحد عشر."""
_ARTICLES = ("ال", "بال", "لل", "وال")


def arabic_number(tokens: Sequence[Token], start: int) -> Number | None:
    """The longest number that begins at token `start`, in words or in digits with a scale."""
    first = tokens[start]
    if is_named(tokens, start):
        return digit_number(tokens, start)
    return _digits_with_scale(tokens, start) if first.kind == "number" else _words(tokens, start)


def _digits_with_scale(tokens: Sequence[Token], start: int) -> Number:
    """3 ملايين, and what is added to it by و: 3 ملايين و500 ألف."""
    number = scaled_number(tokens, digit_number(tokens, start))
    if (
        number.scale == 1
        and number.end < len(tokens)
        and tokens[number.end].sense.roles.get("cardinal") == 100
    ):
        return number
    return _with_additions(tokens, number)


def _with_additions(tokens: Sequence[Token], number: Number) -> Number:
    """With the numerals that و adds below the last scale, in words or after digits: مليون و800 ألف و500."""
    alone = number.end - number.start == 1 and tokens[number.start].has("several")
    while number.scale > 1 and len(number.readings) == 1 and not alone:
        follower = _addition(tokens, number.end)
        if follower is None or max(follower.readings) >= number.scale:
            break
        values = frozenset(_exact(a + b) for a in number.readings for b in follower.readings)
        numeral_end = number.numeral_end if number.digits else follower.end
        number = Number(number.start, follower.end, numeral_end, values, Demand.DEMANDS, digits=True,
                        scale=follower.scale)  # fmt: skip
    return number


def _exact(value: Value) -> Value:
    return int(value) if Fraction(value).denominator == 1 else value


def _addition(tokens: Sequence[Token], index: int) -> Number | None:
    """The numeral, with its scale, that a و joins at `index`; no year, day or percentage that is listed after it."""
    if index + 1 >= len(tokens) or not tokens[index].has("and") or tokens[index + 1].kind != "number":
        return None
    number = scaled_number(tokens, digit_number(tokens, index + 1))
    if _is_dated(tokens, number) or _is_share(tokens, number.end):
        return None
    whole = frozenset(each for each in number.readings if number.scale > 1 or Fraction(each).denominator == 1)
    return replace(number, readings=whole) if whole else None


def _is_dated(tokens: Sequence[Token], number: Number) -> bool:
    """Whether the numeral looks like a year that counts nothing, or like the day of the month that follows."""
    text = tokens[number.start].text
    if number.scale == 1 and text.isdecimal() and 1000 <= int(text) < 2200:
        return not _has_counted(tokens, number.end, int(text))
    place = number.end + (number.end < len(tokens) and tokens[number.end].has("of_month"))
    return place < len(tokens) and tokens[place].has("month")


def _has_counted(tokens: Sequence[Token], index: int, value: int) -> bool:
    """Whether a unit or a noun in the case that the numeral asks for follows: 1250 شخصا, 1500 شخص."""
    if index >= len(tokens) or tokens[index].has("not_counted") or tokens[index].sense.counts:
        return False
    token = tokens[index]
    noun = token.text.endswith("ا") if value % 100 else counts(tokens, index)
    return noun or token.has("currency") or token.has("unit")


def _is_share(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].sense.roles.get("unit") in (
        "percent",
        "permille",
        "point",
        "basis",
    )


def _words(tokens: Sequence[Token], start: int, *, ahead: bool = True) -> Number | None:
    """The number in words at `start`; `ahead`: whether what و joins is first read by itself."""
    reading = Sum()
    if not _begin(reading, tokens, start):
        return None
    end = start + 1
    while end < len(tokens):
        joined = tokens[end].has("and")
        index = end + joined
        if index >= len(tokens):
            break
        token = tokens[index]
        conjunction = joined or token.sense.lead.startswith("و")
        if ahead and conjunction and not reading.takes(_words(tokens, index, ahead=False)):
            break
        before = tokens[index - 1]
        if not (_join(reading, tokens, index) if conjunction else _multiply(reading, token, before)):
            break
        reading.words += 1
        end = index + 1
    if reading.ordinal and _is_beyond_hundred(tokens, end):
        reading.current = (reading.current or 0) + tokens[end + 1].sense.roles["cardinal"]
        end += 2
    number = reading.number(start, end)
    if end - start == 1 and number.ordinal is False and is_share(tokens, start):
        return replace(number, readings=number.readings | times(frozenset((Fraction(1) / reading.value,)), 1))
    return _with_additions(tokens, number)


def _is_beyond_hundred(tokens: Sequence[Token], index: int) -> bool:
    """الحادية والثلاثون بعد المائة: the hundred and thirty-first."""
    if index + 1 >= len(tokens) or not tokens[index].has("beyond"):
        return False
    sense = tokens[index + 1].sense
    return sense.lead == "ال" and sense.roles.get("cardinal") in _HUNDREDS


def _begin(reading: Sum, tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    roles = token.sense.roles
    reading.weak, reading.words = token.sense.weak, 1
    for role in ("cardinal", "ordinal"):
        if role in roles:
            if roles[role] == _SIX and token.text.endswith("ست") and counts(tokens, index + 1):
                reading.weak = False  # ست سنوات, no lady
            reading.current, reading.ordinal = roles[role], role == "ordinal"
            return True
    if is_dual(tokens, index):
        counted = "construct" in roles and not token.sense.lead.endswith(("ال", "لل"))
        reading.weak = reading.weak and not (counted and counts(tokens, index + 1))
        return add_dual(reading, tokens, index)
    if "scale" in roles:
        reading.weak = True
        return reading.scaled(roles["scale"])
    return False


def _join(reading: Sum, tokens: Sequence[Token], index: int) -> bool:
    """Adds a number word that و joins: tens to units, anything smaller to hundreds and scales."""
    token = tokens[index]
    roles = token.sense.roles
    if is_dual(tokens, index):
        return add_dual(reading, tokens, index)
    if "scale" in roles and reading.current is None:
        return reading.added(roles["scale"], roles["scale"])
    value = roles.get("cardinal")
    current = reading.current
    if "ordinal" in roles and not reading.ordinal and current in _HUNDREDS:  # المائة والخامسة والعشرون
        reading.current, reading.ordinal = int(current or 0) + roles["ordinal"], True
        return True
    if value is None or token.kind == "number" or (reading.ordinal and _is_another(tokens, index)):
        return False
    if current is None:
        fits = value < reading.last_scale
    else:
        tens = 1 <= current % 100 < 10 and value in _TENS and not _is_dual_noun(tokens, index)
        fits = tens or (not reading.ordinal and current > 0 and current % 100 == 0 and value < 100)
    if fits:
        reading.joined(value, reading.open_scale)
        reading.current = (current or 0) + value
    return bool(fits)


def _is_dual_noun(tokens: Sequence[Token], index: int) -> bool:
    """Whether the tens follow two of a thing in one word: دقيقتين وأربعين ثانية are no forty-two."""
    before = tokens[index - 1 - tokens[index - 1].has("and")]
    return before.sense.roles.get("cardinal") == _TWO and not before.text[
        len(before.sense.lead) :
    ].startswith(_TWOS)


def _is_another(tokens: Sequence[Token], index: int) -> bool:
    """Whether the tens behind an ordinal stand for themselves: الدقيقتين التاسعة والسبعين, الثانية وعشرين دقيقة."""
    noun = tokens[index - 2] if index > 1 else None
    if noun is not None and (
        noun.has("pair_before") or (noun.text.startswith(_ARTICLES) and noun.text.endswith(("تين", "تان")))
    ):
        third = tokens[index + 1] if index + 1 < len(tokens) else None
        return third is None or third.sense.lead != "وال" or not third.sense.counts
    minutes = index + 1 < len(tokens) and tokens[index + 1].sense.roles.get("unit") == "minute"
    return minutes and tokens[index].sense.lead == "و"


def _multiply(reading: Sum, token: Token, before: Token) -> bool:
    """Teens (خمسة عشر), hundreds (ثلاث مائة) and scales (ثلاثة آلاف), written without و."""
    roles = token.sense.roles
    current = reading.current
    if current is None:  # ألف مليار
        return "scale" in roles and not token.sense.lead and reading.scaled(roles["scale"])
    if roles.get("cardinal") == 10 and token.sense.lead in ("", "ال"):
        alone = token.text.endswith("ه") and before.text.endswith(_ALONE)
        unit = (before.has("cardinal") and not alone) or (
            before.has("ordinal") and (current > 1 or before.has("teen_unit"))
        )
        if not unit or not 1 <= current % 100 < 10:
            return False
        reading.current = current + 10
    elif reading.ordinal or token.sense.lead:
        return False
    elif roles.get("cardinal") == 100 and 3 <= current < 10:
        reading.current = current * 100
    else:
        return "scale" in roles and reading.scaled(roles["scale"])
    return True
