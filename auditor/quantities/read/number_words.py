"""The grammar of numbers: in words, in digits with scales; Arabic apart, since it counts units first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from auditor.quantities.quantity import Demand, Value
from auditor.quantities.read.numerals import digit_runs, readings, times
from auditor.quantities.read.tokens import Token

_ROUND = frozenset((10**3, 10**6, 10**9, 10**12))
DASHES = frozenset("-−–—‒")


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from tokens [start, end); `numeral_end` is where scale words begin."""

    start: int
    end: int
    numeral_end: int
    readings: frozenset[Value]
    demand: Demand
    digits: bool
    ordinal: bool = False
    fraction: bool = False
    scale: int = 1
    parts: tuple[int, ...] = ()
    tail: int = (
        0  # what an "and" added last, if below ten: of a hundred and three, three, which may count thirds
    )
    tail_scale: int = 1  # what that was added to, if a scale


class Sum:
    """A number under construction: hundreds and below in `current`, what a scale has closed in `total`."""

    def __init__(self) -> None:
        self.total: Value = 0
        self.current: Value | None = None
        self.last_scale: Value = 10**18
        self.words = 0
        self.ordinal = False
        self.weak = False
        self.doubt: Value = 0  # how much less it may be, where a word has two values
        self.tail = 0
        self.tail_scale = 1

    @property
    def value(self) -> Value:
        return self.total + (self.current or 0)

    def scaled(self, factor: Value) -> bool:
        """Multiplies what is open by a scale smaller than the last one; a scale right behind another multiplies it."""
        if self.current is None and self.total:
            return self._multiplied(factor)
        if factor > self.last_scale == 1000 and (self.current or 0) >= 100 and self.total < 10**6:
            self.current = self.value  # ألف وخمسمائة مليون
            self.total = 0
        elif factor >= self.last_scale:
            return False
        self.total += (self.current or 1) * factor
        self.current, self.last_scale = None, factor
        return True

    def _multiplied(self, factor: Value) -> bool:
        """A thousand billion, mille milliards, ألف مليار."""
        if self.last_scale != 1000 or factor <= self.last_scale or self.total >= 10**6:
            return False
        self.total *= factor
        self.last_scale = factor
        return True

    @property
    def open_scale(self) -> int:
        """The scale that the number ends in for now, 1 where it ends in hundreds or less."""
        return int(self.last_scale) if self.current is None and self.last_scale < 10**18 else 1

    def joined(self, value: Value, scale: int) -> None:
        """Notes what an "and" has added, and the scale before it."""
        self.tail, self.tail_scale = (int(value), scale) if 0 < value < 10 else (0, 1)

    def added(self, value: Value, scale: Value) -> bool:
        """Adds a scale or a dual of it that is smaller than the last one: مليون وألفان."""
        if self.current is not None or value >= self.last_scale:
            return False
        self.total += value
        self.last_scale = scale
        return True

    def fits_below(self, value: Value) -> bool:
        """Whether `value` can follow what is open: 20 then 5, 100 then 25; or a scale then anything smaller."""
        if self.current is None:
            return value < self.last_scale
        rest = self.current % 100
        return value < 100 if rest == 0 else rest % 10 == 0 and rest >= 20 and value < 10

    def takes(self, other: Number | None) -> bool:
        """Whether what "and" joins, read by itself, can be added; else both stand for themselves: a million and three million."""
        if self.ordinal or other is None or other.ordinal or other.end - other.start == 1:
            return True
        value = max(other.readings)
        if self.current is None:
            is_counted = self.last_scale == 1000 and value >= 10**8  # ألف ومئتي مليون
            return is_counted or value < self.last_scale
        return self.current % 100 > 0 or not 100 <= value < 1000

    def number(self, start: int, end: int) -> Number:
        plain = self.words == 1 and (self.value <= 2 or self.weak)
        sure = self.value > 12 and self.words > 1 and self.value not in _ROUND
        demand = Demand.SATISFIES if plain else Demand.DEMANDS if sure else Demand.COMPARES
        values = frozenset((self.value, self.value - self.doubt))
        return Number(start, end, end, values, demand, digits=False, ordinal=self.ordinal, scale=self.open_scale,
                      tail=self.tail, tail_scale=self.tail_scale)  # fmt: skip


def digit_number(tokens: Sequence[Token], start: int) -> Number:
    """The numeral at `start` without what follows it."""
    text = tokens[start].text
    return Number(
        start, start + 1, start + 1, readings(text), Demand.DEMANDS, digits=True, parts=digit_runs(text)
    )


def is_named(tokens: Sequence[Token], index: int) -> bool:
    """Whether a hyphen ties the numeral at `index` to the word before it: كوفيد-19."""
    return (
        index > 1
        and tokens[index].kind == "number"
        and tokens[index - 1].text in DASHES
        and tokens[index - 2].kind == "word"
        and tokens[index - 2].end == tokens[index - 1].start
        and tokens[index - 1].end == tokens[index].start
        and not tokens[index - 2].sense.roles
    )


def scaled_number(tokens: Sequence[Token], number: Number) -> Number:
    """With the scale word that follows: 3 millions, 5.2 bn; a single letter only where it touches the numeral or money."""
    if number.end >= len(tokens) or is_named(tokens, number.start):
        return number
    token = tokens[number.end]
    if token.text in "+-" and _is_tied_to_scale(tokens, number.end):
        token, number = tokens[number.end + 1], replace(number, end=number.end + 1)
    if len(token.text) == 1 and not _is_abbreviation(tokens, number):
        touches = token.text == "m" and token.start == tokens[number.end - 1].end
        either = number.readings | times(number.readings, 10**6)  # 12.5m: metres, or millions
        return replace(number, readings=either) if touches else number
    if not token.has("scale"):
        return number
    factor = token.sense.roles["scale"]
    return Number(
        number.start, number.end + 1, number.numeral_end, times(number.readings, factor),
        number.demand, number.digits, scale=factor, parts=number.parts,
    )  # fmt: skip


def _is_tied_to_scale(tokens: Sequence[Token], index: int) -> bool:
    """4+ million, a 100-million-dinar loan."""
    if index + 1 >= len(tokens) or not tokens[index + 1].has("scale"):
        return False
    token, before = tokens[index], tokens[index - 1]
    touches = before.end == token.start and token.end == tokens[index + 1].start
    return token.text == "+" or (touches and len(tokens[index + 1].text) > 3)


def _is_abbreviation(tokens: Sequence[Token], number: Number) -> bool:
    """Whether k or m after a numeral is a scale: beside a currency, m is not a metre."""
    around = (*tokens[max(0, number.start - 1) : number.start], *tokens[number.end + 1 : number.end + 2])
    touches = tokens[number.end].start == tokens[number.end - 1].end
    return (touches and tokens[number.end].text in "kMB") or any(each.has("currency") for each in around)
