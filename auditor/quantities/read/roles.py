"""What stands around a number says what it is: percentage, ordinal, decade, century, part of an identifier."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from auditor.folding import folded
from auditor.languages import language_data
from auditor.quantities.quantity import Demand, Kind
from auditor.quantities.read.hijri import common_centuries, common_years
from auditor.quantities.read.items import Item, Reading
from auditor.quantities.read.number_words import is_named
from auditor.quantities.read.numerals import times
from auditor.quantities.read.tokens import Token

SHARES = frozenset(("percent", "permille", "point", "basis"))
_DEFINITE = re.compile("(?:[وفبك]?ال|[وف]?لل)")
_PARTICLES = frozenset(
    "و ف ب ل ك ال وال بال لل فال كال وب ول وبال ولل س ه م".split()  # noqa: SIM905
)


def assign_role(reading: Reading, item: Item) -> None:
    """Sets kind, unit, sign and extent of a number from its neighbours."""
    around = (
        *reading.tokens[max(0, item.first - 2) : item.first],
        *reading.tokens[item.last : item.last + 4],
    )
    is_dual = reading.has(item.first, "unit") and item.kind is Kind.CARDINAL and _is_of_itself(item)
    if not item.digits and not is_dual and not any(token.sense.bears for token in around):
        return
    _suffix(reading, item)
    _unit(reading, item)
    _year(item)
    _century(reading, item)
    _decade(reading, item)
    _long_periods(reading, item)
    _hijri(reading, item)
    _sign(reading, item)
    if item.digits and item.kind in (Kind.CARDINAL, Kind.YEAR):
        _identifier(reading, item)


def _suffix(reading: Reading, item: Item) -> None:
    """93rd, 1er, 50s, 229E: letters that touch the numeral."""
    if not item.digits or not reading.touching(item.last):
        return
    token = reading.tokens[item.last]
    original = reading.original(token.start, token.end).text
    if token.has("ordinal_suffix") and original.islower():
        item.kind = Kind.ORDINAL
    elif token.text == "s" and reading.language == "en":
        item.kind = Kind.DECADE
    else:
        return
    item.end = token.end
    item.last += 1


def _unit(reading: Reading, item: Item) -> None:
    """A per cent sign on either side, the unit or currency that follows, a currency before, an Arabic dual of a unit."""
    if _unit_behind(reading, item) or _sign_before(reading, item):
        return
    before = reading.token(item.first - 1)
    if before is not None and before.has("currency") and not _is_taken(reading, item.first - 1):
        item.unit, item.measure = before.sense.roles["currency"], (before.start, before.end)
    elif before is not None and _is_counted_before(reading, item, before):
        item.unit = before.sense.roles["unit"]
    elif item.kind is Kind.CARDINAL and not item.digits and _is_of_itself(item):  # سنتين, سنتين ونصف العام
        item.unit = reading.tokens[item.first].sense.roles.get("unit")
        item.kind = Kind.PERCENTAGE if item.unit in SHARES else item.kind


def _is_counted_before(reading: Reading, item: Item, before: Token) -> bool:
    """الأسابيع الثلاثة, السنة الثالثة: both have the article; hours so counted are those of the day."""
    if reading.language != "ar" or item.digits or not before.has("unit"):
        return False
    both = before.text, reading.tokens[item.first].text
    return all(map(_DEFINITE.match, both)) and before.sense.roles["unit"] not in {"hour", *SHARES}


def _is_of_itself(item: Item) -> bool:
    """Whether a unit may be part of the number: one word, and perhaps a half."""
    return item.last - item.first == 1 or item.value == Fraction(5, 2)


def _is_taken(reading: Reading, place: int) -> bool:
    """Whether the currency belongs to the number before it: 5 dirhams 50."""
    return bool(reading.items) and reading.items[-1].last == place and reading.items[-1].unit is not None


def _unit_behind(reading: Reading, item: Item) -> bool:
    place = item.last
    if reading.has(place + 1, "unit") and reading.tokens[place].text == "-" and reading.touching(place):
        place += 1  # a six-month delay
    counted = place
    while place < item.last + 2 and reading.has(place, "of_unit"):
        place += 1 + (reading.token(place + 1) is not None and reading.tokens[place + 1].text == "'")
    if reading.has(place + 1, "currency") and reading.tokens[place].text in _issuers(reading.language):
        place += 1  # 10,000 Saudi riyals
    while item.kind is Kind.CARDINAL and reading.has(place, "between_parts"):
        place += 1  # deux dernières décennies
    counted = (
        max(counted, place) if place == item.last or reading.has(place - 1, "between_parts") else counted
    )
    token = reading.token(place)
    if (
        token is None
        or (item.kind is Kind.ORDINAL and token.has("century"))
        or token.sense.lead.startswith("و")  # بين السادسة والثانية عشرة
        or not (token.has("currency") or (token.has("unit") and (place == counted or item.scale > 1)))
    ):
        return False
    item.unit = token.sense.roles.get("unit") or token.sense.roles["currency"]
    item.measure = token.start, token.end
    if item.unit in SHARES and item.kind is not Kind.ORDINAL:
        item.kind = Kind.PERCENTAGE
        item.end, item.last = token.end, item.last + 1
    return True


@cache
def _issuers(language: str) -> frozenset[str]:
    """The folded words for the countries of currencies."""
    issuers = language_data(language, "quantities")["issuer"]
    return frozenset(folded(word) for listed in issuers.values() for word in listed)


def _sign_before(reading: Reading, item: Item) -> bool:
    """%5, as Arabic may write it."""
    before = reading.token(item.first - 1)
    if before is None or before.text not in ("%", "٪") or not reading.touching(item.first):
        return False
    follows = reading.token(item.first - 2)
    if follows is not None and follows.kind == "number":
        return False
    item.unit, item.kind, item.start = "percent", Kind.PERCENTAGE, before.start
    item.measure = before.start, before.end
    return True


def _year(item: Item) -> None:
    if item.digits and len(item.parts) == 1 and item.whole(1000, 2199) and item.kind is Kind.CARDINAL:
        item.kind = Kind.YEAR


def _century(reading: Reading, item: Item) -> None:
    if _counts_centuries(reading, item):
        item.unit = "century"
        return
    if item.unit == "hijri" and item.kind is Kind.ORDINAL and reading.has(item.first - 1, "century"):
        item.kind, item.demand = Kind.CENTURY, Demand.COMPARES
    if item.whole(1, 30) and (
        reading.has(item.last, "century")
        or reading.has(item.first - 1, "century")
        or (reading.has(item.first - 2, "century") and reading.touching(item.first))
    ):
        item.kind = Kind.CENTURY
        item.loose = frozenset(((int(item.value) - 1) * 100,))
        if not item.digits:
            item.demand = Demand.COMPARES


def _counts_centuries(reading: Reading, item: Item) -> bool:
    """Nineteen centuries, three siècles: so many of them, where no ordinal before it shares the plural (18th and 19th centuries)."""
    if reading.language == "ar" or item.kind is not Kind.CARDINAL or item.unit not in (None, "century"):
        return False
    plural = reading.token(item.last)
    return plural is not None and plural.has("century") and plural.text.endswith("s")


def _hijri(reading: Reading, item: Item) -> None:
    """Counted in the Hijri calendar, which a translation may convert."""
    if item.unit != "hijri":
        return
    counted = common_centuries if reading.has(item.first - 1, "century") else common_years
    item.loose |= counted(item.value)


def _decade(reading: Reading, item: Item) -> None:
    """Les années 90; a decade of two digits is most often of the twentieth century."""
    if reading.has(item.first - 1, "decade_before") and item.value % 10 == 0:
        item.kind = Kind.DECADE
    if item.kind is not Kind.DECADE:
        return
    value = item.value
    if value < 100:
        item.readings = frozenset((value, 1900 + value))
        item.loose = frozenset((1800 + value, 2000 + value))
    else:
        item.loose = frozenset((value % 100,))


def _long_periods(reading: Reading, item: Item) -> None:
    """Six decades are sixty years too, three centuries three hundred."""
    for role, years in (("decade_noun", 10), ("century", 100)):
        if reading.has(item.last, role) and item.kind is Kind.CARDINAL:
            item.loose |= times(item.readings, years)


def _sign(reading: Reading, item: Item) -> None:
    item.negative = (
        reading.has(item.last, "below_zero")
        or reading.has(item.last + 1, "below_zero")
        or has_minus(reading, item.first)
    )


def has_minus(reading: Reading, index: int) -> bool:
    """Whether a minus, sign or word, stands before the number that begins with token `index`."""
    before = reading.token(index - 1)
    if before is None or before.has("minus"):
        return before is not None
    if before.text not in ("-", "−") or not reading.touching(index) or reading.touching(index - 1):
        return False
    earlier = reading.token(index - 2)
    return earlier is None or earlier.kind == "word" or earlier.text in ("(", ":", "،", ",")


def _identifier(reading: Reading, item: Item) -> None:
    """كوفيد-19, 229E: a numeral that touches letters, with or without a hyphen, is part of a name."""
    before, after = reading.token(item.first - 1), reading.token(item.last)
    named = False
    if before is not None and reading.touching(item.first):
        if before.kind == "word":
            named = before.text not in _PARTICLES and not before.sense.roles
        else:
            named = is_named(reading.tokens, item.first)
    if after is not None and reading.touching(item.last) and after.kind == "word":
        named = named or not after.sense.roles
    if named:
        item.kind = Kind.CODE
        item.demand = Demand.COMPARES
