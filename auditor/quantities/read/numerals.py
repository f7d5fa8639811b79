"""What a numeral in digits may mean: separators differ by country, so a numeral has a set of readings."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from auditor.quantities.quantity import Value

_GROUPED = re.compile(r"\d{1,3}([ .,٬،'])\d{3}(?:\1\d{3})*")
_RUN = re.compile(r"\d+")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_PARTS = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN_WORD = re.compile(r"([ivxlc]+)(e|er|re|eme|ieme|nd|nde)?")
_ROMAN_FORM = re.compile(r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


@lru_cache(maxsize=8192)
def readings(text: str) -> frozenset[Value]:
    """Every value of a numeral in ASCII digits: 1.500 is 1500 or 3/2, 1,234.5 is one number only."""
    found: set[Value] = set()
    if text.isdecimal():
        return frozenset((int(text),))
    if "⁄" in text:  # 29½: the sign unfolds into one digit, the stroke and the parts
        whole, parts = text.split("⁄")
        return frozenset((_exact(int(whole[:-1] or 0) + Fraction(int(whole[-1]), int(parts) or 1)),))
    if not text[0].isdecimal():  # .3 is three tenths, or a footnote
        return frozenset((Fraction("0" + text), int(text[1:])))
    if _GROUPED.fullmatch(text):
        separators = {each for each in text if not each.isdecimal()}
        if text[0] != "0":
            found.add(int(re.sub(r"\D", "", text)))
        single = sum(not each.isdecimal() for each in text) == 1
        if not (single and separators <= {".", ",", "،"}):
            return frozenset(found or {int(re.sub(r"\D", "", text))})
    whole, decimals = re.split(r"[.,٫،](?=\d+$)", text, maxsplit=1)
    found.add(_exact(Fraction(int(re.sub(r"\D", "", whole) + decimals), 10 ** len(decimals))))
    return frozenset(found)


def _exact(value: Fraction) -> Value:
    return int(value) if value.denominator == 1 else value


def times(values: frozenset[Value], factor: Value) -> frozenset[Value]:
    return frozenset(_exact(Fraction(each) * factor) for each in values)


@lru_cache(maxsize=8192)
def digit_runs(text: str) -> tuple[int, ...]:
    return tuple(map(int, _RUN.findall(text)))


def roman(text: str) -> int | None:
    """The value of a Roman numeral in lower case up to 399, None for other words."""
    if not _ROMAN_FORM.fullmatch(text):
        return None
    values = [_ROMAN[each] for each in text]
    return sum(
        -one if one < next_one else one for one, next_one in zip(values, [*values[1:], 0], strict=True)
    )


@lru_cache(maxsize=8192)
def roman_word(word: str) -> tuple[str, str | None, int] | None:
    """The numeral in a word in lower case, its ordinal ending if there is one, and its value; None for other words."""
    match = _ROMAN_WORD.fullmatch(word)
    value = roman(match[1]) if match else None
    return (match[1], match[2], value) if match and value else None


def roman_numeral(value: int) -> str:
    """The Roman numeral of a whole number from 1 to 399."""
    written = ""
    for number, letters in _ROMAN_PARTS:
        while value >= number:
            written, value = written + letters, value - number
    return written


def decimal_digits(value: Value) -> str:
    """The value in decimal digits with a point, up to six places."""
    if isinstance(value, int) or value.denominator == 1:
        return str(int(value))
    return f"{float(value):.6f}".rstrip("0")
