"""What a price or a yield is of: the quintal for the ardeb, the hectare for the dunum, behind no number."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from auditor.bitext import Passage
from auditor.quantities.differ.outline import Outline, Outlines, has_any, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.match.units import measures
from auditor.quantities.quantity import Demand, Difference
from auditor.quantities.read.lexicon import lexicon

_KINDS = frozenset(("mass", "area", "volume"))
_HOMOGRAPHS = frozenset(("pound", "ounce", "carat"))


class Single(NamedTuple):
    """A unit behind an article or a word for each."""

    unit: str
    passage: Passage


def other_single_units(bead: Bead, sides: Outlines) -> list[Difference]:
    """Where each side names one such unit, and the other side does not name it at all, while the numbers are the same."""
    source, target = bead.quantities.pair.source, bead.quantities.pair.target
    if source is None or target is None or target.language == "ar" or not sides.is_arabic:
        return []
    if not has_any(source.text, _triggers()):
        return []
    here, there = _singles(sides.source), _singles(sides.target)
    if len(here) != 1 or len(there) != 1 or not _has_same_numbers(bead):
        return []
    ((ours, one),), ((theirs, other),) = here.items(), there.items()
    if ours == theirs or theirs in sides.source.every_unit() or ours in sides.target.every_unit():
        return []
    message = f"the original has “{one.text}”, the translation “{other.text}”: so much of another unit"
    return [plain_difference(bead, "unit-changed", "unit", (one, other), message)]


def _has_same_numbers(bead: Bead) -> bool:
    """Whether nothing may have been converted: every number in digits of the original is there, or it has none."""
    linked = {i for i, _ in bead.links}
    return all(i in linked or each.demand < Demand.DEMANDS for i, each in enumerate(bead.quantities.source))


def _singles(side: Outline) -> dict[str, Passage]:
    known = pattern(side.whole.language, "one_unit")
    found: dict[str, Passage] = {}
    for match in known.finditer(side.text) if known else ():
        unit = _unit(match["unit"], side.whole.language)
        if unit is not None:
            found.setdefault(unit, side.passage(*match.span("unit")))
    return found


def _unit(word: str, language: str) -> str | None:
    unit = lexicon(language).measure(word)
    return unit if measures().get(unit or "", ("", 0))[0] in _KINDS and unit not in _HOMOGRAPHS else None


@cache
def _triggers() -> tuple[str, ...]:
    """The units of the original behind an article, as they are mostly spelled: الطن, للطن."""
    sizes = measures()
    words = (
        word
        for word, sense in lexicon("ar").words.items()
        if sense.measure and sizes.get(sense.measure, ("", 0))[0] in _KINDS and sense.lead in ("ال", "لل")
    )
    return tuple(words)
