"""What a message and a suggestion say: the source's quantity as the target language writes it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from auditor.languages import language_data
from auditor.quantities.quantity import Kind, Quantity, Value
from auditor.quantities.read.numerals import decimal_digits, roman_numeral

_MILLION = 10**6


def rendered(quantity: Quantity, instead_of: Quantity) -> str:
    """The quantity as the text of `instead_of` should have it: same language, same unit word where it fits."""
    language = instead_of.language
    style = language_data(language, "quantities")["wording"]
    if quantity.kind in (Kind.MONTH, Kind.WEEKDAY):
        return _named(quantity.kind.value, int(quantity.value), language)
    if quantity.kind is Kind.TIME:
        hour, minute = divmod(int(min(quantity.readings)), 60)
        return str(style["time"]).format(hour, minute)
    if quantity.kind in (Kind.ORDINAL, Kind.CENTURY) or (quantity.kind is Kind.DAY and quantity.value == 1):
        roman = quantity.kind is Kind.CENTURY and instead_of.passage.text[:1] in "IVX"
        return roman_numeral(int(quantity.value)) + "e" if roman else _ordinal(int(quantity.value), style)
    if Kind.PERCENTAGE in (quantity.kind, instead_of.kind):
        return _percentage(quantity, instead_of, style)
    if quantity.kind in (Kind.DAY, Kind.YEAR, Kind.DECADE, Kind.CODE, Kind.OPAQUE):
        return decimal_digits(quantity.value)
    return _cardinal(quantity.value, max(quantity.scale, 1), style)


def rendered_expression(quantities: list[Quantity], language: str) -> str:
    """A range with its month and year: 18 au 20 septembre 2025."""
    style = language_data(language, "quantities")["wording"]
    ends = [each for each in quantities if each.kind is not Kind.MONTH and not _closes_date(each, quantities)]
    months = [each for each in quantities if each.kind is Kind.MONTH]
    years = [each for each in quantities if _closes_date(each, quantities)]
    texts = [decimal_digits(each.value) for each in ends]
    joined = (
        str(style["days" if months else "numbers"]).format(*texts) if len(texts) == 2 else " ".join(texts)
    )
    names = [month_name(int(each.value), language) for each in months]
    return " ".join([joined, *names, *(decimal_digits(each.value) for each in years)])


def _closes_date(quantity: Quantity, quantities: list[Quantity]) -> bool:
    return quantity.kind is Kind.YEAR and any(each.kind is Kind.MONTH for each in quantities)


def month_name(number: int, language: str) -> str:
    """The usual name of a month, January = 1, hijri months from 101; capital in English."""
    return _named("month", number, language)


def _named(table: str, number: int, language: str) -> str:
    name = str(language_data(language, "quantities")[table][str(number)][0])
    return name.capitalize() if language == "en" else name


def _ordinal(value: int, style: dict[str, Any]) -> str:
    if value == 1:
        return str(style["first"]).format(value)
    ending = style["endings"].get(str(value % 10)) if value % 100 not in (11, 12, 13) else None
    return f"{value}{ending}" if ending else str(style["ordinal"]).format(value)


def _percentage(quantity: Quantity, instead_of: Quantity, style: dict[str, Any]) -> str:
    number = _grouped(quantity.value, style)
    tail = _tail(instead_of)
    return number + tail if tail.strip() else str(style["percent"]).format(number)


def _tail(quantity: Quantity) -> str:
    """What follows the numeral inside the quantity: its scale or unit."""
    numeral = quantity.numeral or quantity.passage
    return quantity.passage.document.text[numeral.end : quantity.passage.end]


def _cardinal(value: Value, scale: int, style: dict[str, Any]) -> str:
    """In digits below a million; from there on with the largest scale, where the original has a scale word."""
    if scale > 1:
        scale = max((int(each) for each in style["scales"] if int(each) <= value), default=1)
    if value < _MILLION and Fraction(value).denominator == 1:
        scale = 1
    name = style["scales"].get(str(scale))
    mantissa = Fraction(value) / scale
    if name is None or scale == 1 or mantissa.denominator > 1000:
        return _grouped(value, style)
    return f"{_grouped(mantissa, style)} {name[mantissa >= 2]}"


def _grouped(value: Value, style: dict[str, Any]) -> str:
    """Digits in groups of three from 10 000 on, with the language's decimal mark."""
    whole, _, decimals = decimal_digits(value).partition(".")
    if len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", style["group"])
    return whole + (style["decimal"] + decimals if decimals else "")
