"""What the words beside a number make of it: four of them for four others, less by a third for less than a third."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from auditor.quantities.differ.outline import Outline, Outlines, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference, Kind


class Turn(NamedTuple):
    """Names of patterns: around the number of the original, around that of the translation, and what saves it anywhere there."""

    here: str
    there: str
    saved: str
    what: str


_TURNS = (
    Turn("among", "besides", "among", "so many of them as so many beside them"),
    Turn("others", "of_them", "others", "so many others as so many of them"),
    Turn("less_by", "less_than", "less_by", "by how much it is less or more as how much it is"),
    Turn("per_head", "any", "per_head", "so much for each person as so much for all"),
)


def turned_words(bead: Bead, sides: Outlines) -> list[Difference]:
    """Links of a number beside which the original says one such thing and the translation another."""
    if not bead.links or not sides.may_have("turn"):
        return []
    found = []
    links = dict(bead.links)
    for turn in _TURNS:
        ours = {i for i in _numbers(sides.source, turn.here) if i in links}
        ours = {i for i in ours if turn.here != "among" or _has_whole(bead, i)}
        if not ours or _is_saved(sides.target, turn.saved):
            continue
        theirs = set(_numbers(sides.target, turn.there))
        for i in sorted(ours):
            if links[i] in theirs:
                found.append(_difference(bead, (i, links[i]), turn.what))
                break
    return found


def _numbers(side: Outline, name: str) -> Iterator[int]:
    """The numbers around which the pattern fits."""
    known = pattern(side.whole.language, f"turn_{name}")
    for match in known.finditer(side.text) if known else ():
        yield next(int(each) for each in match.groups() if each)


def _is_saved(side: Outline, name: str) -> bool:
    known = pattern(side.whole.language, f"saved_{name}")
    return known is None or known.search(side.text) is not None


def _has_whole(bead: Bead, part: int) -> bool:
    """Whether a larger number stands before the part on both sides: 14 dead, four of them children."""
    return any(
        i < part and bead.source(i).kind is Kind.CARDINAL and bead.source(i).value > bead.source(part).value
        for i, _ in bead.links
    )


def _difference(bead: Bead, link: tuple[int, int], what: str) -> Difference:
    source, target = bead.source(link[0]).passage, bead.target(link[1]).passage
    message = f"the original has “{source.text}”, the translation “{target.text}”: {what}"
    return plain_difference(bead, "number-changed", "replaced", (source, target), message)
