"""Years, months, hours without a number: a few weeks for بضعة أشهر, for months for لسنوات, a month for أسبوعا."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from auditor.bitext import Passage
from auditor.folding import fold, folded
from auditor.languages import language_data
from auditor.quantities.differ.outline import Outlines, has_any
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference, Quantity
from auditor.quantities.read.lexicon import lexicon

_ONE = "span_one"
_TABLES = "span", _ONE
_WORD = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r"\s+(?P<word>\w+)")
_REPEATED = re.compile(r"(?P<unit>\w+?)ا? (?:بعد|تلو) (?P=unit)")
_REACH = 8
"""Characters before a length that hold the word that it repeats."""


def other_spans(bead: Bead, sides: Outlines) -> list[Difference]:
    """Where each side has one unit of time, in the plural without a number or one of it, and the other side nothing of that unit."""
    source, target = bead.quantities.pair.source, bead.quantities.pair.target
    if source is None or target is None or target.language == "ar" or not sides.is_arabic:
        return []
    return [each for table in _TABLES for each in _other_span(bead, sides, table)]


def _other_span(bead: Bead, sides: Outlines, table: str) -> list[Difference]:
    source, target = sides.source, sides.target
    if not has_any(source.whole.text, _trigger(table)):
        return []
    here = _said(source.whole, bead.quantities.source, table)
    there = _said(target.whole, bead.quantities.target, table) if len(here) == 1 else {}
    if len(there) != 1 or here.keys() == there.keys():
        return []
    ((mine, one),), ((yours, other),) = here.items(), there.items()
    if yours in source.every_unit() or mine in target.every_unit():
        return []
    message = f"the original has “{one.text}”, the translation “{other.text}”: another length"
    return [plain_difference(bead, "number-changed", "replaced", (one, other), message)]


def _said(passage: Passage, quantities: Sequence[Quantity], table: str) -> dict[str, Passage]:
    """Unit -> where it stands as the table has it, without a number."""
    copy, (known, units) = fold(passage.text), _units(passage.language, table)
    if table == _ONE:
        quantities = [each for each in quantities if each.value != 1]
    counted = [part for each in quantities for part in (each.passage, each.measure) if part is not None]
    found: dict[str, Passage] = {}
    for match in known.finditer(copy.text):
        place = passage.part(*copy.original(*match.span(1)))
        if any(place.overlaps(each) for each in counted):
            continue
        if passage.language == "ar" and _is_named(copy.text, match.start(), match.end()):
            continue
        found.setdefault(units[match[1]], place)
    return found


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether more than a length is meant: أشهر المطاعم, the best known; قبل عام 2020, بعد شهر رمضان; عاما بعد عام."""
    following, known = _NEXT.match(text, end), lexicon("ar").words
    if following is not None:
        word = following["word"]
        is_month = word in known and "month" in known[word].roles
        if is_month or word.startswith("ال") or not word.isalpha() or word in _not_before():
            return True
    return _REPEATED.search(text, max(0, start - _REACH), end) is not None


@cache
def _not_before() -> frozenset[str]:
    return frozenset(map(folded, language_data("ar", "quantities")["span_after"]["not_before"]))


@cache
def _units(language: str, table: str) -> tuple[re.Pattern[str], dict[str, str]]:
    units = {folded(word): unit for word, unit in _words(language, table)}
    lead = "[وفبل]{0,2}" if language == "ar" else ""
    alike = "|".join(map(re.escape, sorted(units, key=lambda each: (-len(each), each))))
    return re.compile(rf"(?<!\w){lead}({alike})(?!\w)"), units


def _words(language: str, table: str) -> Iterator[tuple[str, str]]:
    """What names a length of time, with its unit; in Arabic the bare noun too, behind what asks for a length."""
    tables = language_data(language, "quantities")
    yield from ((word, unit) for unit, listed in tables[table].items() for word in listed)
    if language == "ar" and table == _ONE:
        bare = [(word, unit) for unit, listed in tables["span_bare"].items() for word in listed]
        yield from (
            (f"{before} {word}", unit) for before in tables["span_after"]["words"] for word, unit in bare
        )


@cache
def _trigger(table: str) -> tuple[str, ...]:
    """The words of the original, as they are mostly spelled."""
    tables = language_data("ar", "quantities")
    rooms = (table, "span_bare") if table == _ONE else (table,)
    return tuple(word for room in rooms for listed in tables[room].values() for word in listed)
