"""Quantities while they are read: what the parsers of numbers, dates, clocks and ranges pass on to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from auditor.bitext import Passage
from auditor.quantities.quantity import Demand, Kind, Quantity, Value
from auditor.quantities.read.lexicon import Lexicon
from auditor.quantities.read.tokens import Places, Token


@dataclass(slots=True)
class Item:
    """One quantity in the making: tokens [first, last), characters [start, end) of the folded text."""

    kind: Kind
    readings: frozenset[Value]
    demand: Demand
    first: int
    last: int
    start: int
    end: int
    digits: bool
    loose: frozenset[Value] = frozenset()
    unit: str | None = None
    parts: tuple[int, ...] = ()
    negative: bool = False
    scale: int = 1
    numeral_end: int = 0
    measure: tuple[int, int] = (0, 0)  # the unit or currency
    expression: tuple[int, int] = (0, 0)  # filled by ranges and dates
    of_month: Value | None = None  # of a day

    @property
    def value(self) -> Value:
        return max(self.readings) if len(self.readings) > 1 else next(iter(self.readings))

    def whole(self, low: int, high: int) -> bool:
        """Whether this is a bare whole number in [low, high]."""
        return self.unit is None and self.scale == 1 and self.kind in _BARE and low <= self.value <= high


_BARE = frozenset((Kind.CARDINAL, Kind.ORDINAL, Kind.YEAR))


@dataclass(slots=True)
class Reading:
    """A part of a passage on its way: its tokens, the items found so far in text order."""

    passage: Passage
    places: Places
    language: str
    known: Lexicon
    tokens: Sequence[Token]
    items: list[Item] = field(default_factory=list)

    def token(self, index: int) -> Token | None:
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def between(self, one: Item, other: Item) -> Sequence[Token]:
        return self.tokens[one.last : other.first]

    def has(self, index: int, role: str) -> bool:
        """Whether the token at `index` plays the role."""
        return 0 <= index < len(self.tokens) and role in self.tokens[index].sense.roles

    def touching(self, index: int) -> bool:
        """Whether nothing stands between token `index` and the one before it."""
        return 0 < index < len(self.tokens) and self.tokens[index - 1].end == self.tokens[index].start

    def original(self, start: int, end: int) -> Passage:
        """The passage that the folded characters [start, end) stand for."""
        return self.passage.part(self.places[start], self.places[end - 1] + 1)

    def quantities(self) -> tuple[Quantity, ...]:
        return tuple(self._quantity(item) for item in self.items)

    def _quantity(self, item: Item) -> Quantity:
        passage = self.original(item.start, item.end)
        is_whole = item.numeral_end in (0, item.end)
        return Quantity(
            passage=passage,
            language=self.language,
            kind=item.kind,
            readings=item.readings,
            loose=item.loose,
            demand=item.demand,
            unit=item.unit,
            expression=self.original(*item.expression) if item.expression != (0, 0) else passage,
            digits=item.digits,
            parts=item.parts,
            negative=item.negative,
            scale=item.scale,
            numeral=passage if is_whole else self.original(item.start, item.numeral_end),
            measure=self.original(*item.measure) if item.measure != (0, 0) else None,
            of_month=item.of_month,
        )


def join(*items: Item) -> None:
    """Makes one expression of them."""
    spans = [item.expression if item.expression != (0, 0) else (item.start, item.end) for item in items]
    whole = (min(start for start, _ in spans), max(end for _, end in spans))
    for item in items:
        item.expression = whole
