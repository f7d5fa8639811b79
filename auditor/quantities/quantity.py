"""What is read and compared: a quantity, the quantities of a pair, a difference between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from fractions import Fraction

from auditor.bitext import Pair, Passage
from auditor.findings import Finding, Severity

Value = int | Fraction


class Kind(StrEnum):
    """The role a quantity plays; dates are read part by part."""

    CARDINAL = "number"
    ORDINAL = "ordinal"
    PERCENTAGE = "percentage"
    FRACTION = "fraction"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    WEEKDAY = "weekday"  # from Monday
    TIME = "time"  # minutes after midnight
    CODE = "identifier"  # COVID-19, G20: opaque but for its digits
    OPAQUE = "string"  # telephone numbers, addresses on the web: all digits in a row


CALENDAR = frozenset((Kind.DAY, Kind.MONTH, Kind.YEAR, Kind.WEEKDAY))
NUMBERS = frozenset((Kind.CARDINAL, Kind.ORDINAL, Kind.YEAR, Kind.DAY, Kind.DECADE, Kind.CENTURY))


class Demand(IntEnum):
    """How much a quantity asks of the other side."""

    SATISFIES = 0  # one, two, duals, "hundreds of": may stand for a number, asks for none
    COMPARES = 1  # a number word, a month: its absence proves nothing, another value does
    DEMANDS = 2  # a number in digits: its absence is a defect


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its role.

    `readings`: every value that the writing may mean (1.500 is 1500 or 3/2); `loose`: values that agree
    in other ways only (year 20 of 2019-20 for 2020, the hour of a time). `parts`: the digit runs of an
    identifier or of a grouped number, in order. `language` is the one it was read in. `expression`: the whole date or range it belongs to.
    """

    passage: Passage
    language: str
    kind: Kind
    readings: frozenset[Value]
    loose: frozenset[Value]
    demand: Demand
    unit: str | None
    expression: Passage
    digits: bool  # written in digits
    parts: tuple[int, ...] = ()
    negative: bool = False
    scale: int = 1  # the factor written as a word: 10**6 for million
    numeral: Passage | None = None  # without scale, unit, suffix
    measure: Passage | None = None  # the unit or currency beside it
    of_month: Value | None = None  # of a day

    @property
    def value(self) -> Value:
        """The likeliest reading: the whole number where there is one."""
        return max(self.readings)

    @property
    def written(self) -> str:
        """As it stands, without scale, unit and suffix where they are told apart."""
        return (self.numeral or self.passage).text


@dataclass(frozen=True, slots=True)
class PairQuantities:
    """The quantities on both sides of an aligned pair, each in text order; none where a side is missing."""

    pair: Pair
    source: tuple[Quantity, ...]
    target: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A quantity of one side that the other has otherwise, or has not.

    `how` names the corruption: glued, transposed, lost digit, magnitude, ordinal cut, order, missing, added ...
    """

    code: str
    how: str
    severity: Severity
    confidence: float
    message: str
    source: Passage | None
    target: Passage | None
    suggestion: str | None

    def finding(self) -> Finding:
        """The difference as a check reports it."""
        return Finding(
            self.code, self.severity, self.message, self.source, self.target, self.confidence, self.suggestion
        )
