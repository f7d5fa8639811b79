"""The score of a match set by set: 6-3 for 3-6 between sets that stand in the order of the original."""

from __future__ import annotations

import re
from typing import NamedTuple

from auditor.bitext import Passage
from auditor.quantities.differ.outline import Outlines
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference

_SET = re.compile(r"(?<![\da-zA-Z./-])(?P<one>\d{1,2}) ?[-–] ?(?P<other>\d{1,2})(?![\d/]|[-–]\d)")
_JOINT = re.compile(r"(?: ?\([\d–/-]+\))?(?: ?[,،;؛] ?| )(?:و|ثم |and |et |then |puis )?")


class Set(NamedTuple):
    """The points of either side of a match in one set."""

    one: int
    other: int
    passage: Passage


def other_sets(bead: Bead, _: Outlines) -> list[Difference]:
    """Sets with their points the other way round, where others of the list are not: Arabic text may turn all of them."""
    source, target = bead.quantities.pair.source, bead.quantities.pair.target
    if source is None or target is None or source.text.count("-") + source.text.count("–") < 2:
        return []
    ours, theirs = _list(source), _list(target)
    links = list(zip(ours, theirs, strict=False))
    if len(ours) != len(theirs) or any(sorted(a[:2]) != sorted(b[:2]) for a, b in links):
        return []
    uneven = [(a, b) for a, b in links if a.one != a.other]
    turned = [(a, b) for a, b in uneven if a.one != b.one]
    if not turned or 2 * len(turned) > len(uneven):
        return []
    return [_difference(bead, a.passage, b.passage) for a, b in turned]


def _list(passage: Passage) -> list[Set]:
    """The first scores of the passage that stand in a row, two of them at least."""
    found: list[Set] = []
    end = 0
    for match in _SET.finditer(passage.text):
        if found and _JOINT.fullmatch(passage.text[end : match.start()]) is None:
            if len(found) > 1:
                break
            found = []
        found.append(Set(int(match["one"]), int(match["other"]), passage.part(*match.span())))
        end = match.end()
    return found if len(found) > 1 else []


def _difference(bead: Bead, one: Passage, other: Passage) -> Difference:
    message = (
        f"the original has “{one.text}”, the translation “{other.text}”: a set with its points turned round"
    )
    return plain_difference(bead, "number-changed", "exchanged", (one, other), message)
