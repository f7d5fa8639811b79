"""Years, months, hours without a number: a few weeks for بضعة أشهر, for months for لسنوات, a month for أسبوعا."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
_ARTICLE = re.compile(r"\s+ال")


def other_spans(bead: Bead, sides: Outlines) -> list[Difference]:
    """Where each side has one unit of time, in the plural without a number or one of it, and the other side nothing of that unit."""
    source, target = bead.quantities.pair.source, bead.quantities.pair.target
    if source is None or target is None or target.language == "ar" or not sides.is_arabic:
        return []
    return [each for table in _TABLES for each in _other_span(bead, source, target, table)]


def _other_span(bead: Bead, source: Passage, target: Passage, table: str) -> list[Difference]:
    if not has_any(source.text, _trigger(table)):
        return []
    here = _said(source, bead.quantities.source, table)
    there = _said(target, bead.quantities.target, table) if len(here) == 1 else {}
    if len(there) != 1 or here.keys() == there.keys():
        return []
    ((mine, one),), ((yours, other),) = here.items(), there.items()
    if _speaks_of(source, bead.quantities.source, yours) or _speaks_of(target, bead.quantities.target, mine):
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
        if passage.language == "ar" and _ARTICLE.match(copy.text, match.end()):
            continue  # أشهر المطاعم, the best known; سنوات الحرب
        found.setdefault(units[match[1]], place)
    return found


def _speaks_of(passage: Passage, quantities: Sequence[Quantity], unit: str) -> bool:
    """Whether any word or number of the passage names the unit."""
    words = lexicon(passage.language).words
    named = (words[word].measure for word in _WORD.findall(folded(passage.text)) if word in words)
    return unit in named or any(each.unit == unit for each in quantities)


@cache
def _units(language: str, table: str) -> tuple[re.Pattern[str], dict[str, str]]:
    units = {
        folded(word): unit
        for unit, listed in language_data(language, "quantities")[table].items()
        for word in listed
    }
    lead = "[وفبل]{0,2}" if language == "ar" else ""
    alike = "|".join(map(re.escape, sorted(units, key=lambda each: (-len(each), each))))
    return re.compile(rf"(?<!\w){lead}({alike})(?!\w)"), units


@cache
def _trigger(table: str) -> tuple[str, ...]:
    """The words of the original, as they are mostly spelled."""
    return tuple(word for listed in language_data("ar", "quantities")[table].values() for word in listed)
