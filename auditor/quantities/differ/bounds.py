"""Over, under and about a number: some 70 are not fewer than 70."""

from __future__ import annotations

from dataclasses import replace

from auditor.bitext import Passage
from auditor.findings import Severity
from auditor.quantities.differ.outline import Outline, Outlines, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Demand, Difference, Kind, Quantity

_NAMES = ("over", "under", "near")
_MESSAGE = {"over": "more than it", "under": "no more than it", "near": "about it"}
_LOOSE = 0.6  # some writers make little of the difference: seven findings on 30,000 sound pairs
_LEAST = 5  # of fewer, words like "about" and "over" are said of something else, but for measures
_LEAST_MEASURE = 2


def other_bounds(bead: Bead, sides: Outlines) -> list[Difference]:
    """Links of a number that is over or under on one side and otherwise on the other, as the words right before it say."""
    links = [(i, j) for i, j in bead.links if _is_bounded(bead.source(i)) and _is_bounded(bead.target(j))]
    if not links or not sides.may_have("bound"):
        return []
    ours = {i: names for i, _ in links if (names := _bounds(sides.source, i))}
    found = []
    for i, j in links:
        theirs = _bounds(sides.target, j) if i in ours else {}
        if theirs and theirs.keys().isdisjoint(ours[i]):
            found.append(_difference(bead, _strictest(ours[i]), _strictest(theirs)))
    return found


def _is_bounded(quantity: Quantity) -> bool:
    if quantity.kind is Kind.FRACTION:
        return True
    return (
        quantity.kind in {Kind.CARDINAL, Kind.ORDINAL, Kind.PERCENTAGE, Kind.YEAR}
        and quantity.expression == quantity.passage
        and quantity.demand > Demand.SATISFIES
        and quantity.value >= (_LEAST if quantity.unit is None else _LEAST_MEASURE)
    )


def _bounds(side: Outline, number: int) -> dict[str, Passage]:
    """What the words right before and behind the number say, with those words and the number; nothing where a negation before them may turn it round."""
    before, mark, behind = side.text.partition(f"#{number}#")
    found: dict[str, Passage] = {}
    for name in _NAMES:
        known = pattern(side.whole.language, f"{name}_behind")
        match = known.match(behind) if known else None
        if match is not None:
            end = side.passage(0, len(before) + len(mark) + match.end()).end
            place = side.quantities[number].passage
            found[name] = Passage(place.document, place.start, end)
    for name in _NAMES:
        known, denied = (pattern(side.whole.language, each) for each in (name, "denied"))
        match = known.search(before) if known else None
        if match is not None and (denied is None or denied.search(before[: match.start()]) is None):
            place = side.quantities[number].passage
            start = side.passage(match.start(), match.end()).start
            found[name] = Passage(place.document, start, place.end) if start < place.start else place
    return found


def _strictest(bounds: dict[str, Passage]) -> tuple[str, Passage]:
    return max(bounds.items(), key=lambda each: (each[0] != "near", each[0]))


def _difference(bead: Bead, here: tuple[str, Passage], there: tuple[str, Passage]) -> Difference:
    (one, source), (other, target) = here, there
    message = (
        f"the original has “{source.text}”, the translation “{target.text}”: "
        f"the original says {_MESSAGE[one]}, the translation {_MESSAGE[other]}"
    )
    if "near" in {one, other}:
        found = plain_difference(bead, "number-changed", "replaced", (source, target), message)
        return replace(found, severity=Severity.MINOR, confidence=_LOOSE)
    return plain_difference(bead, "meaning-changed", "replaced", (source, target), message)
