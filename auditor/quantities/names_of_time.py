"""Days by their distance and hours by their zone: the day after tomorrow as tomorrow, local time as GMT."""

from __future__ import annotations

import re
from functools import cache

from auditor.bitext import Passage
from auditor.folding import fold, folded
from auditor.languages import language_data
from auditor.quantities.matching import Bead
from auditor.quantities.outline import Outlines
from auditor.quantities.plain import plain_difference
from auditor.quantities.quantity import Difference

_TABLES = {"near_day": "another day", "zone": "the hour of another zone"}


def other_names_of_time(bead: Bead, sides: Outlines) -> list[Difference]:
    """Where each side says one of a table, and not the same."""
    source, target = bead.quantities.pair.source, bead.quantities.pair.target
    if source is None or target is None or not sides.may_have("named"):
        return []
    found = []
    for table, what in _TABLES.items():
        here = _said(source, table)
        there = _said(target, table) if len(here) == 1 else {}
        if len(there) == 1 and here.keys() != there.keys():
            (one,), (other,) = here.values(), there.values()
            message = f"the original has “{one.text}”, the translation “{other.text}”: {what}"
            found.append(plain_difference(bead, "date-changed", "replaced", (one, other), message))
    return found


def _said(passage: Passage, table: str) -> dict[str, Passage]:
    """What is said of a table, with the first words that say each."""
    known, names = _names(passage.language, table)
    copy = fold(passage.text)
    found: dict[str, Passage] = {}
    for match in known.finditer(copy.text):
        found.setdefault(names[match[1]], passage.part(*copy.original(*match.span(1))))
    return found


@cache
def _names(language: str, table: str) -> tuple[re.Pattern[str], dict[str, str]]:
    names = {
        folded(word): name
        for name, listed in language_data(language, "quantities")[table].items()
        for word in listed
    }
    longest = sorted(names, key=lambda each: (-len(each), each))
    lead = "[وفبل]?(?:ال)?" if language == "ar" else ""
    return re.compile(rf"(?<!\w){lead}({'|'.join(map(re.escape, longest))})(?!\w)"), names
