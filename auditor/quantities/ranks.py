"""One in order for so many and so many for one in order: the fourth season is not four seasons."""

from __future__ import annotations

from auditor.quantities.matching import Bead
from auditor.quantities.outline import Outline, Outlines, pattern
from auditor.quantities.plain import plain_difference
from auditor.quantities.quantity import Demand, Difference, Kind

_MOST = 40
"""The highest that texts count in order and in words."""
_COUNTED = 10
"""The highest number in Arabic words that is none in order."""


def other_ranks(bead: Bead, sides: Outlines) -> list[Difference]:
    """Links of a number in order with one of a count, as the words beside both show."""
    links = [
        (i, j)
        for i, j in bead.links
        if {bead.source(i).kind, bead.target(j).kind} == {Kind.ORDINAL, Kind.CARDINAL}
        and 1 < bead.source(i).value <= _MOST
        and bead.source(i).unit is bead.target(j).unit is None
    ]
    if not links or not sides.is_arabic:
        return []
    here, there = sides.source, sides.target
    found = []
    for i, j in links:
        if bead.source(i).kind is Kind.ORDINAL:
            if _is_in_order(here, i) and _counts(there, j):
                found.append(_difference(bead, i, j, "so many for one in order"))
        elif _counts(here, i) and _is_in_order(there, j):
            found.append(_difference(bead, i, j, "one in order for so many"))
    return found


def _is_in_order(side: Outline, number: int) -> bool:
    return _stands(side, number, "ranked")


def _counts(side: Outline, number: int) -> bool:
    """Whether this is a number in words before what it counts, in Arabic one that is no ordinal of tens."""
    quantity = side.quantities[number]
    text, start = quantity.passage.text, quantity.passage.start
    is_name = (
        text[:1].isupper() and start > side.whole.start and quantity.passage.document.text[start - 1] == " "
    )
    if quantity.digits or " " in text or (is_name and not _opens(side, start)):
        return False
    if side.whole.language == "ar" and (quantity.demand is Demand.SATISFIES or quantity.value > _COUNTED):
        return False
    return _stands(side, number, "counted")


def _opens(side: Outline, start: int) -> bool:
    """Whether a sentence begins at this place of the document."""
    return side.whole.document.text[max(0, start - 2) : start].strip() in {
        ".",
        "!",
        "?",
        ":",
        "«",
        "“",
        '"',
        "–",
    }


def _stands(side: Outline, number: int, name: str) -> bool:
    """Whether the pattern of that name fits around the number, and none of what makes the two alike is in the text."""
    known, alike = (pattern(side.whole.language, each) for each in (name, "alike"))
    if known is None or (alike is not None and alike.search(side.text)):
        return False
    return any(match.group(1) == str(number) for match in known.finditer(side.text))


def _difference(bead: Bead, i: int, j: int, what: str) -> Difference:
    source, target = bead.source(i).passage, bead.target(j).passage
    message = f"the original has “{source.text}”, the translation “{target.text}”: {what}"
    return plain_difference(bead, "number-changed", "replaced", (source, target), message)
