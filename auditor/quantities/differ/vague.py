"""Tens, hundreds, thousands of people that the other side counts as ten, a hundred, a thousand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from auditor.bitext import Passage
from auditor.folding import folded
from auditor.languages import language_data
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference, Kind, Quantity

_REACH = 15  # characters before a number that hold the word before it
_DOZEN = 12
_JOINED = 5  # characters between tens and thousands: dizaines de milliers
_ROUND = frozenset((10, 100, 1000, 10**6, 10**9))


def vague_numbers(bead: Bead) -> list[Difference]:
    """Links of which one side counts several and the other has one."""
    found = []
    for i, j in bead.links:
        source, target = bead.source(i), bead.target(j)
        if _is_one_of_several(source, target):
            found.append(_difference(bead, source, target, "one of what the original has several of"))
    return found


def other_orders(bead: Bead) -> list[Difference]:
    """Hundreds on one side, thousands on the other, where each says one such thing and no number."""
    pair = bead.quantities.pair
    if pair.source is None or pair.target is None or pair.source.language != "ar":
        return []
    here = _orders(bead.quantities.source)
    there = _orders(bead.quantities.target) if here else []
    if len(here) != 1 or len(there) != 1 or here[0][0] == there[0][0]:
        return []
    passages = here[0][1], there[0][1]
    message = f"the original has “{passages[0].text}”, the translation “{passages[1].text}”: another order of magnitude"
    return [plain_difference(bead, "number-changed", "magnitude", passages, message)]


def _orders(quantities: Sequence[Quantity]) -> list[tuple[int, Passage]]:
    """Tens, hundreds, thousands without a number, two in a row as one: tens of thousands."""
    found: list[tuple[int, Passage]] = []
    for each in quantities:
        if each.kind is not Kind.CARDINAL or each.digits or not _says(each, "several"):
            continue
        value, passage = int(each.value), each.passage
        if value == _DOZEN:
            value = 10
        if found and passage.start - found[-1][1].end <= _JOINED:
            value, passage = found[-1][0] * value, Passage(passage.document, found[-1][1].start, passage.end)
            found.pop()
        found.append((value, passage))
    return found


def _is_one_of_several(source: Quantity, target: Quantity) -> bool:
    return (
        _are_round(source, target)
        and _says(source, "several")
        and _says(target, "exact")
        and not _is_several(target)
    )


def _are_round(source: Quantity, target: Quantity) -> bool:
    return (
        source.kind is target.kind is Kind.CARDINAL
        and source.readings == target.readings <= _ROUND
        and source.unit is None
    )


def _says(quantity: Quantity, table: str) -> bool:
    """Whether its words are of the table."""
    return folded(quantity.passage.text) in _words(quantity.language, table)


def _is_several(quantity: Quantity) -> bool:
    """A few hundred, quelques mille."""
    start = quantity.passage.start
    before = quantity.passage.document.text[max(0, start - _REACH) : start].split()
    return bool(before) and folded(before[-1]) in _words(quantity.language, "before")


@cache
def _words(language: str, table: str) -> frozenset[str]:
    return frozenset(map(folded, language_data(language, "quantities")["vague"][table]))


def _difference(bead: Bead, source: Quantity, target: Quantity, what: str) -> Difference:
    message = f"the original has “{source.passage.text}”, the translation “{target.passage.text}”: {what}"
    return plain_difference(bead, "number-changed", "replaced", (source.passage, target.passage), message)
