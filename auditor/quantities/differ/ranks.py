"""One in order for so many and so many for one in order: the fourth season is not four seasons."""

from __future__ import annotations

import re
from functools import cache

from auditor.folding import folded
from auditor.languages import language_data
from auditor.quantities.differ.divisions import divisions
from auditor.quantities.differ.lone_duals import duals
from auditor.quantities.differ.outline import Outline, Outlines, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Demand, Difference, Kind, Quantity
from auditor.quantities.read.nouns import Scan

_MOST = 40
"""The highest that texts count in order and in words."""
_TWO = 2
_MOST_PARTIES = 10
"""The highest number after which things are named: عشرية."""
_REACH = 12  # characters before an ordinal that hold its article
_WORD = re.compile(r"[^\W\d_]+")
_COUNTED = 10
"""The highest number in Arabic words that is none in order."""


def other_ranks(bead: Bead, sides: Outlines) -> list[Difference]:
    """Links of a number in order with one of a count, as the words beside both show."""
    links = [
        (i, j)
        for i, j in bead.links
        if {bead.source(i).kind, bead.target(j).kind} == {Kind.ORDINAL, Kind.CARDINAL}
        and 1 < bead.source(i).value <= _MOST
    ]
    found = [_difference(bead, *link, "so many centuries for one in order") for link in _centuries(bead)]
    found += [_difference(bead, *link, "one in order for so many") for link in _numbered(bead)]
    if not links or not sides.is_arabic:
        return found
    here, there = sides.source, sides.target
    for i, j in links:
        if _is_definite_count(bead.source(i)) or (
            _is_numeral_name(bead.source(i)) and bead.source(i).value <= _MOST_PARTIES
        ):
            if not bead.target(j).digits and not _is_part(
                bead.target(j), of_name=_is_numeral_name(bead.source(i))
            ):
                found.append(_difference(bead, i, j, "one in order for so many"))
        elif _are_crossed(bead, links, (i, j)):
            found.append(_difference(bead, i, j, "a number in order and a count have changed places"))
        elif bead.source(i).unit is not None or bead.target(j).unit is not None:
            continue
        elif bead.source(i).kind is Kind.ORDINAL:
            if _is_in_order(here, i) and _counts(there, j) and not _says_dual(bead, j):
                found.append(_difference(bead, i, j, "so many for one in order"))
        elif _counts(here, i) and _is_in_order(there, j):
            found.append(_difference(bead, i, j, "one in order for so many"))
    return found


def _are_crossed(bead: Bead, links: list[tuple[int, int]], link: tuple[int, int]) -> bool:
    """The fourth time in three years for the third in four: either number has the role of the other."""
    here, there = bead.source(link[0]), bead.target(link[1])
    return any(
        (bead.source(i).kind, bead.source(i).unit) == (there.kind, there.unit)
        and (bead.target(j).kind, bead.target(j).unit) == (here.kind, here.unit)
        and not here.readings & bead.source(i).readings
        for i, j in links
        if (i, j) != link
    )


def _centuries(bead: Bead) -> list[tuple[int, int]]:
    """Links of a century with so many of them: nineteen centuries for the nineteenth."""
    return [
        (i, j)
        for i, j in bead.links
        if {bead.source(i).kind, bead.target(j).kind} == {Kind.CENTURY, Kind.CARDINAL}
        and any(_are_centuries(each) for each in (bead.source(i), bead.target(j)))
    ]


def _numbered(bead: Bead) -> list[tuple[int, int]]:
    """Article 42 for the forty-two articles: a definite count that no name of a division stands before."""
    return [
        (i, j)
        for i, j in bead.links
        if bead.target(j).digits
        and bead.target(j).kind is Kind.CARDINAL
        and _is_definite_count(bead.source(i))
        and (named := divisions(bead.target(j)))
        and named.isdisjoint(divisions(bead.source(i)))
    ]


def _are_centuries(quantity: Quantity) -> bool:
    """So many of them, none of several in order: القرنين التاسع عشر والعشرين."""
    if quantity.unit != "century" or quantity.kind is not Kind.CARDINAL or quantity.measure is None:
        return False
    return quantity.language != "ar" or folded(quantity.measure.text) == "قرون"


def _is_part(ordinal: Quantity, *, of_name: bool) -> bool:
    """A fifth of them: behind an article that counts one; for a name like ثلاثي with no noun behind it (a third meeting)."""
    text, start, end = ordinal.passage.document.text, ordinal.passage.start, ordinal.passage.end
    behind = _WORD.match(folded(text[end : end + _REACH]).lstrip()) if text[end : end + 1] == " " else None
    grammar = language_data(ordinal.language, "quantities")["grammar"]
    if of_name and behind is not None and behind[0] not in {*grammar["of"], *grammar["share_behind"]}:
        return False
    before = folded(text[max(0, start - _REACH) : start]).replace("'", " ").replace("’", " ").split()[-1:]
    return before in [[each] for each in ("a", "an", "one", "un", "une")]


def _is_definite_count(quantity: Quantity) -> bool:
    """الثلاثة, الدول الأربع, الخمسة عشر: so many that are known; in order they would be الثالث, الرابعة, الخامس عشر."""
    text = quantity.passage.text
    units = quantity.value % 10 if quantity.value > 10 else quantity.value
    return (
        quantity.language == "ar"
        and quantity.kind is Kind.CARDINAL
        and not quantity.digits
        and 1 < units <= 10
        and quantity.demand is not Demand.SATISFIES
        and text.startswith("ال")
        and not _is_numeral_name(quantity)
    )


def _is_numeral_name(quantity: Quantity) -> bool:
    """خماسية, رباعي: named after a number, of so many parts or years."""
    return folded(quantity.passage.text).removeprefix("ال").startswith(_numeral_names(quantity.language))


@cache
def _numeral_names(language: str) -> tuple[str, ...]:
    return tuple(map(folded, language_data(language, "quantities")["numeral_name"]["beginnings"]))


def _says_dual(bead: Bead, j: int) -> bool:
    """Whether the number of the translation may be said by a dual of the original: two instalments, دفعتين."""
    source = bead.quantities.pair.source
    return source is not None and bead.target(j).value == _TWO and any(duals(Scan(source)))


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
