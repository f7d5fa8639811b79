"""A length in two units that loses the larger one: ten days for شهر وعشرة أيام."""

from __future__ import annotations

from auditor.quantities.differ.outline import Outlines, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.match.units import measures
from auditor.quantities.quantity import Difference
from auditor.quantities.read.lexicon import lexicon


def lost_heads(bead: Bead, sides: Outlines) -> list[Difference]:
    """Links of the smaller part of such a length, where nothing in the translation names the larger unit."""
    links = dict(bead.links)
    if not links or not sides.may_have("head"):
        return []
    known = pattern("ar", "head")
    found = []
    for match in known.finditer(sides.source.text) if known else ():
        i = int(match.group(2))
        large, small = lexicon("ar").measure(match["unit"]), bead.source(i).unit
        if i not in links or large is None or small is None or not _holds(large, small):
            continue
        other = bead.target(links[i])
        if other.unit != small or large in sides.target.every_unit():
            continue
        ours = sides.source.passage(match.start("unit"), match.end())
        message = f"the original has “{ours.text}”, the translation “{other.passage.text}” of the smaller unit alone"
        found.append(plain_difference(bead, "number-changed", "replaced", (ours, other.passage), message))
    return found


def _holds(large: str, small: str) -> bool:
    """Whether the one is a multiple of the other, of time."""
    first, second = measures().get(large, ("", 0.0)), measures().get(small, ("", 0.0))
    return first[0] == second[0] == "time" and first[1] > second[1]
