"""A measure that loses its number: years ago for منذ سنتين, for days for يومين, several tonnes for طنين."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bitext import Passage
from auditor.quantities.differ.outline import Outline, Outlines, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.match.units import measures
from auditor.quantities.quantity import Difference, Kind, Quantity
from auditor.quantities.read.lexicon import lexicon

_KINDS = frozenset(("time", "length", "area", "volume", "mass", "currency"))


def vague_lengths(bead: Bead, sides: Outlines) -> list[Difference]:
    """Where the original has one number of a unit in words, and the translation the bare plural of it and no such number."""
    source, target = bead.quantities.pair.source, bead.quantities.pair.target
    if source is None or target is None or target.language == "ar" or not sides.is_arabic:
        return []
    counted = [each for each in bead.quantities.source if _is_length(each)]
    if not counted:
        return []
    found = []
    vague = dict(_vague(sides.target))
    for each in counted:
        other = vague.get(each.unit)
        if other is None or _is_counted(bead, each) or each.unit in sides.source.units():
            continue
        message = (
            f"the original has “{each.passage.text}”, the translation “{other.text}”: without its number"
        )
        found.append(plain_difference(bead, "number-changed", "replaced", (each.passage, other), message))
    return found


def _is_length(quantity: Quantity) -> bool:
    return (
        quantity.kind is Kind.CARDINAL
        and not quantity.digits
        and quantity.value > 1
        and measures().get(quantity.unit or "", ("", 0))[0] in _KINDS
    )


def _is_counted(bead: Bead, length: Quantity) -> bool:
    """Whether the original has another length of the unit, or the translation a number of it, or the number itself."""
    ours = sum(each.unit == length.unit for each in bead.quantities.source)
    theirs = bead.quantities.target
    return ours > 1 or any(
        each.unit == length.unit or bool(each.readings & length.readings) for each in theirs
    )


def _vague(side: Outline) -> Iterator[tuple[str | None, Passage]]:
    known = pattern(side.whole.language, "vague_length")
    for match in known.finditer(side.text) if known else ():
        word = match["unit"] or match["unit2"] or match["unit3"]
        yield lexicon(side.whole.language).measure(word), side.passage(*match.span())
