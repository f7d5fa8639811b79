"""Reads the quantities of a passage: words, dates, clocks and identifiers first, plain numbers last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from auditor.bitext import Document, Passage
from auditor.quantities.quantity import Demand, Kind, Quantity, Value
from auditor.quantities.read.arabic import arabic_number
from auditor.quantities.read.calendar import link_dates, numeric_date
from auditor.quantities.read.clock import clock_item, link_clocks
from auditor.quantities.read.items import Item, Reading
from auditor.quantities.read.lexicon import lexicon
from auditor.quantities.read.mixed import add_to_scale, measure_part
from auditor.quantities.read.number_words import Number, digit_number, scaled_number
from auditor.quantities.read.numerals import digit_runs, readings, roman_word, times
from auditor.quantities.read.odd_numbers import odd_values
from auditor.quantities.read.parts import completed, part_of_scale
from auditor.quantities.read.periods import link_periods, weekday_item
from auditor.quantities.read.ranges import link_ranges, ratio_items
from auditor.quantities.read.roles import assign_role
from auditor.quantities.read.small_parts import two_fifths
from auditor.quantities.read.tokens import Token, windows
from auditor.quantities.read.western import western_number

_MONEY = re.compile(r"([a-z]+)-?(\d+(?:[.,]\d+)?)")
_SINGLE = ("month", "fixed", "clock", "fraction", "approximate", "decade", "scale")
_PLAIN = frozenset(("word", "mark"))


def read_quantities(passage: Passage, language: str) -> tuple[Quantity, ...]:
    """Every quantity of the passage in text order, read as text in `language` (ar, fr, en)."""
    known = lexicon(language)
    found: list[Quantity] = []
    for window in windows(passage.text, language):
        reading = Reading(passage, window.places, language, known, window.tokens)
        if window.alone is None:
            _read(reading, window.starts)
        else:
            reading.items = _alone(window.alone, language)
        found += reading.quantities()
    return tuple(found)


@lru_cache(maxsize=4096)
def _alone(written: str, language: str) -> list[Item]:
    """What is in a stretch of text that nothing around it bears upon."""
    tokens, starts, places, _ = next(windows(written, language))
    reading = Reading(Document("", language, written).passage(), places, language, lexicon(language), tokens)
    _read(reading, starts)
    return reading.items


def _read(reading: Reading, starts: Sequence[int]) -> None:
    tokens = reading.tokens
    resume = 0
    for index in starts:
        if index < resume:
            continue
        token = tokens[index]
        if token.sense.counts or token.kind not in _PLAIN:
            resume = _step(reading, index)
        else:
            _roman(reading, index)
    if reading.items:
        link_ranges(reading)
        link_dates(reading)
        link_clocks(reading)
        link_periods(reading)


def _step(reading: Reading, index: int) -> int:
    """Reads what begins at token `index`; returns the index of the token to go on with."""
    token = reading.tokens[index]
    if token.sense.counts:
        return _worded(reading, index)
    if token.kind == "number":
        return _numeral(reading, index)
    if token.kind == "date":
        reading.items.extend(numeric_date(reading, index))
    elif token.kind == "ratio":
        reading.items.extend(ratio_items(reading, index))
    elif token.kind == "time":
        reading.items.append(clock_item(reading, index))
    elif not token.has("unit"):  # km2
        reading.items.append(_coded(reading, index, token))
    return index + 1


def _numeral(reading: Reading, index: int) -> int:
    tokens = reading.tokens
    if reading.language == "ar":
        number = arabic_number(tokens, index)
    else:
        number = scaled_number(tokens, digit_number(tokens, index))
    return index + 1 if number is None else _take(reading, _completed(reading, number))


def _worded(reading: Reading, index: int) -> int:
    """A number, month, fraction, approximation in words."""
    tokens = reading.tokens
    token = tokens[index]
    if reading.items and reading.items[-1].measure == (token.start, token.end):
        return index + 1  # ثانية behind a number of them is no second
    if token.has("weekday") and (weekday := weekday_item(reading, index)) is not None:
        reading.items.append(weekday)
        return index + 1
    if token.has("fraction"):
        part = part_of_scale(tokens, index)
        if part is not None:
            return part.end if add_to_scale(reading, part) else _take(reading, part)
    number = arabic_number(tokens, index) if reading.language == "ar" else western_number(tokens, index)
    number = number or two_fifths(tokens, index) or _bare_scale(reading, index)
    if number is not None:
        return _take(reading, _completed(reading, number))
    for role in _SINGLE:
        if role in token.sense.roles and (role != "scale" or len(token.text) > 3):
            single = _single(token, index, role)
            if single.kind is Kind.FRACTION:
                measure_part(reading, single)
            reading.items.append(single)
            break
    return index + 1


def _bare_scale(reading: Reading, index: int) -> Number | None:
    """A million and a half, where nothing but an article counts the scale."""
    scale = reading.tokens[index].sense.roles.get("scale")
    if scale is None or not reading.has(index - 1, "article"):
        return None
    values: frozenset[Value] = frozenset((scale,))
    number = Number(index, index + 1, index + 1, values, Demand.SATISFIES, digits=False, scale=scale)
    whole = _completed(reading, number)
    return whole if whole.end > number.end else None


def _completed(reading: Reading, number: Number) -> Number:
    return completed(reading.tokens, number, arabic_number if reading.language == "ar" else western_number)


def _take(reading: Reading, number: Number) -> int:
    tokens = reading.tokens
    first, last = tokens[number.start], tokens[number.end - 1]
    item = Item(
        kind=Kind.FRACTION if number.fraction else Kind.ORDINAL if number.ordinal else Kind.CARDINAL,
        readings=number.readings,
        demand=number.demand,
        first=number.start,
        last=number.end,
        start=first.start + _particles(first),
        end=last.end,
        digits=number.digits,
        parts=number.parts,
        scale=number.scale,
        numeral_end=tokens[number.numeral_end - 1].end,
    )
    if last.has("coin"):  # quatre cents: 400, or four of them
        item.loose = times(item.readings, Fraction(1, 100))
    assign_role(reading, item)
    item.loose |= odd_values(reading, item)
    if item.kind is Kind.FRACTION and len(item.readings) == 1:
        measure_part(reading, item)
    reading.items.append(item)
    return item.last


def _particles(token: Token) -> int:
    """Letters written onto an Arabic word that are not its own, the article apart."""
    lead = token.sense.lead
    return len(lead) - 2 if lead.endswith(("ال", "لل")) else len(lead)


def _single(token: Token, index: int, role: str) -> Item:
    """A word that is a quantity by itself: a month compares, the others only satisfy."""
    value = token.sense.roles[role]
    kind = {"month": Kind.MONTH, "fraction": Kind.FRACTION, "decade": Kind.DECADE, "clock": Kind.TIME}.get(
        role, Kind.CARDINAL
    )
    several_parts = role == "fraction" and Fraction(value).numerator > 1
    month = role == "month" and not token.sense.weak
    found = Item(
        kind=kind,
        readings=frozenset((value,)) if role != "decade" else frozenset((value, 1900 + value)),
        demand=Demand.COMPARES if month or role == "decade" or several_parts else Demand.SATISFIES,
        first=index,
        last=index + 1,
        start=token.start + _particles(token),
        end=token.end,
        digits=False,
    )
    if value == Fraction(1, 2):  # درجة ونصف, a year and a half
        found.loose = frozenset((Fraction(3, 2),))
    if role == "clock":
        found.unit = "clock"
        hour, minute = divmod(int(value), 60)
        found.loose = frozenset((hour, 24 if value == 0 else hour * 100 + minute))
    if role == "decade":
        found.loose = frozenset((1800 + value, 2000 + value))
    return found


def _roman(reading: Reading, index: int) -> None:
    """XXIe, VI: Roman numerals in capitals; two letters of i, v, x at least where no ordinal ending follows."""
    token = reading.tokens[index]
    found = roman_word(token.text)
    if found is None:
        return
    numeral, ending, value = found
    letters = reading.original(token.start, token.start + len(numeral)).text
    century = reading.has(index + 1, "century")
    before = reading.token(index - 1)
    name = (
        before is not None
        and before.kind == "word"
        and reading.original(before.start, before.end).text.istitle()
    )
    bare = ((name or ending) and numeral in "ivx") or (len(letters) >= 2 and not set(numeral) - set("ivx"))
    if not letters.isupper() or not (bare or century):
        return
    reading.items.append(
        Item(Kind.CENTURY if century else Kind.ORDINAL, frozenset((value,)),
             Demand.COMPARES if century or name else Demand.SATISFIES,
             index, index + 1, token.start, token.end, digits=False)
    )  # fmt: skip


def _coded(reading: Reading, index: int, token: Token) -> Item:
    """USD200 is money, n12 a number; COVID-19 and telephone numbers are identifiers."""
    match = _MONEY.fullmatch(token.text)
    roles = reading.known.words.get(match[1]) if match else None
    if match and roles and ("currency" in roles.roles or "number_sign" in roles.roles):
        return Item(Kind.CARDINAL, readings(match[2]), Demand.DEMANDS, index, index + 1,
                    token.start + match.start(2), token.end, digits=True, parts=digit_runs(match[2]))  # fmt: skip
    runs = digit_runs(token.text)
    joined = int("".join(filter(str.isdecimal, token.text)) or 0)
    values = frozenset((joined,)) if token.kind == "opaque" else frozenset(runs)
    return Item(Kind.OPAQUE if token.kind == "opaque" else Kind.CODE, values, Demand.COMPARES if runs else Demand.SATISFIES, index, index + 1,
                token.start, token.end, digits=True, parts=runs)  # fmt: skip
