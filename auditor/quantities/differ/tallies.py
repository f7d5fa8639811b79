"""So many of a thing, where Arabic has a dual and others an article: one ship for سفينتان, two schools for أربع مدارس."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.bitext import Passage
from auditor.languages import function_words
from auditor.quantities.differ.outline import Outlines
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference, Kind, Quantity
from auditor.quantities.read.nouns import Scan, arabic_things, named_at, nouns, said_by

_REACH = 2
"""Words that may stand between a number and what it counts: two young Syrian men."""
_MOST = 99
_TWO = 2
_TWOS = frozenset(("اثنين", "اثنان", "اثنتين", "اثنتان"))
"""Behind a sound plural, which is spelled like the dual: صحفيين اثنين."""


class Tally(NamedTuple):
    """So many of a thing; `place`: the quantity that says it, none where a dual or an article does."""

    value: int
    things: frozenset[str]
    passage: Passage
    place: int | None


def other_tallies(bead: Bead, sides: Outlines) -> list[Difference]:
    """Where each side counts a thing once, not alike, and one counts one or two; such numbers are no longer left over."""
    source, target = bead.quantities.pair.source, bead.quantities.pair.target
    if source is None or target is None or target.language == "ar" or not sides.is_arabic:
        return []
    here = Scan(source)
    ours = _in_arabic(here, bead.quantities.source)
    if not ours:
        return []
    there = Scan(target)
    theirs = _in_others(there, bead.quantities.target)
    found = []
    for one in ours:
        rivals = [each for each in theirs if each.things & one.things]
        if len(rivals) != 1 or sum(bool(each.things & one.things) for each in ours) != 1:
            continue
        other = rivals[0]
        if (
            one.value != other.value
            and min(one.value, other.value) <= _TWO
            and (_are_crossed(one, other, ours, theirs) or _differ(bead, (here, there), (one, other), theirs))
        ):
            found.append(_difference(bead, one, other))
    return found


def _difference(bead: Bead, one: Tally, other: Tally) -> Difference:
    if one.place in bead.source_left:
        bead.source_left.remove(one.place)
    if other.place in bead.target_left:
        bead.target_left.remove(other.place)
    message = f"the original has “{one.passage.text}”, the translation “{other.passage.text}”: another number of them"
    return plain_difference(bead, "number-changed", "replaced", (one.passage, other.passage), message)


def _are_crossed(one: Tally, other: Tally, ours: list[Tally], theirs: list[Tally]) -> bool:
    """Three ships and two planes as two ships and three planes."""
    return any(
        (each.value, rival.value) == (other.value, one.value)
        for each in ours
        for rival in theirs
        if each.things & rival.things and not each.things & one.things
    )


def _differ(bead: Bead, sides: tuple[Scan, Scan], tallies: tuple[Tally, Tally], theirs: list[Tally]) -> bool:
    """Whether neither side has the other's number elsewhere, nor the thing in another number."""
    (here, there), (one, other) = sides, tallies
    if other.value in _values(bead.quantities.source) - {1}:
        return False
    if one.value == _TWO:
        twos = sum(word in said_by(there.passage.language, "two") for word in there.words)
        if twos - sum(_is_of_one(here, each) for each in theirs) >= _duals(here):
            return False
    elif one.value in _values(bead.quantities.target):
        return False
    if other.value == _TWO and any(_may_be_two(word) for word in here.words):
        return False
    return _mentions(here, one.things) == _mentions(there, one.things) == 1


def _is_of_one(here: Scan, tally: Tally) -> bool:
    """Whether the translation has two of what the original has one of: two women for امرأة."""
    known = nouns("ar")
    named = [
        [bool(tally.things & arabic_things(table, word)) for word in here.words]
        for table in (known.one, known.two, known.many)
    ]
    return tally.value == _TWO and any(named[0]) and not any(named[1]) and not any(named[2])


def _values(quantities: Sequence[Quantity]) -> set[int]:
    return {int(value) for each in quantities for value in each.readings if value == int(value)}


def _duals(said: Scan) -> int:
    return sum(bool(arabic_things(nouns("ar").two, word)) for word in said.words) or 1


def _may_be_two(word: str) -> bool:
    known = nouns("ar")
    if arabic_things(known.many, word) or arabic_things(known.one, word):
        return False
    return word.endswith(("ان", "تين", "تا", "تي")) or bool(
        arabic_things(known.two, word) or word in said_by("ar", "two")
    )


def _mentions(said: Scan, things: frozenset[str]) -> int:
    """How often words for any of the things stand there."""
    tables = nouns(said.passage.language)
    if said.passage.language == "ar":
        return sum(any(things & arabic_things(table, word) for table in tables) for word in said.words)
    ends = {
        last
        for place in range(len(said.words))
        for table in tables
        for named, last in [named_at(said, place, table)]
        if things & named
    }
    return len(ends)


def _in_arabic(said: Scan, quantities: Sequence[Quantity]) -> list[Tally]:
    known, ones, found = nouns("ar"), said_by("ar", "one"), []
    for place, word in enumerate(said.words):
        if word.endswith(("ان", "ين")) and (things := arabic_things(known.two, word)):
            found.append(Tally(_TWO, things, said.part(place, place), None))
        elif place and word in ones and (things := arabic_things(known.one, said.words[place - 1])):
            found.append(Tally(1, things, said.part(place - 1, place), None))
        elif place and word in _TWOS and (things := arabic_things(known.many, said.words[place - 1])):
            found.append(Tally(_TWO, things, said.part(place - 1, place), None))
    for number, last in _counts(said, quantities):
        if last + 1 < len(said.words):
            word, each = said.words[last + 1], quantities[number]
            things = arabic_things(known.many, word) or arabic_things(known.one, word)
            if things and each.value >= _TWO and not word.endswith(("ان", "تين")):
                whole = Passage(each.passage.document, each.passage.start, said.spans[last + 1][1])
                found.append(Tally(int(each.value), things, whole, number))
    return found


def _in_others(said: Scan, quantities: Sequence[Quantity]) -> list[Tally]:
    known, found = nouns(said.passage.language), []
    ones, grammar = said_by(said.passage.language, "one"), function_words(said.passage.language)
    for place, word in enumerate(said.words):
        if word in ones and (behind := _behind(said, place, known.one, grammar)):
            found.append(Tally(1, behind[0], said.part(place, behind[1]), None))
    for number, last in _counts(said, quantities):
        each = quantities[number]
        if each.value >= _TWO and (behind := _behind(said, last, known.many, grammar)):
            whole = Passage(each.passage.document, each.passage.start, said.spans[behind[1]][1])
            found.append(Tally(int(each.value), behind[0], whole, number))
    return found


def _counts(said: Scan, quantities: Sequence[Quantity]) -> Iterator[tuple[int, int]]:
    """The numbers that may count things, with their last word."""
    counts = [(number, each) for number, each in enumerate(quantities) if _is_count(each)]
    ends = {end: place for place, (_, end) in enumerate(said.spans)} if counts else {}
    for number, each in counts:
        last = ends.get(each.passage.end)
        if last is not None:
            yield number, last


def _is_count(quantity: Quantity) -> bool:
    return (
        quantity.kind is Kind.CARDINAL
        and quantity.unit is None
        and len(quantity.readings) == 1
        and quantity.scale == 1
        and 1 <= quantity.value <= _MOST
        and quantity.value == int(quantity.value)
        and quantity.expression == quantity.passage
    )


def _behind(
    said: Scan, place: int, table: dict[str, frozenset[str]], grammar: frozenset[str]
) -> tuple[frozenset[str], int] | None:
    """What stands behind the number at `place`, with hardly a word between, and the last word of it."""
    for step in range(place + 1, min(place + 2 + _REACH, len(said.words))):
        things, last = named_at(said, step, table)
        if things:
            return things, last
        if said.words[step] in grammar or said.words[step].isdecimal():
            return None
    return None
