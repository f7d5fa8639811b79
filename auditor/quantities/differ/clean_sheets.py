"""Scores of which one side is nothing: بخماسية نظيفة is no 5-1, a lone goal no 2-0."""

from __future__ import annotations

from itertools import pairwise

from auditor.folding import fold
from auditor.quantities.differ.outline import Outlines, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference, Quantity


def other_clean_sheets(bead: Bead, sides: Outlines) -> list[Difference]:
    """Where the original says once that the loser has not scored, and the translation has one score, with a goal of the loser's."""
    if not sides.may_have("clean_sheet"):
        return []
    known, source = pattern("ar", "clean_sheet"), sides.source.whole
    copy = fold(source.text)
    said = list(known.finditer(copy.text)) if known else []
    scores = _scores(bead.quantities.target)
    if len(said) != 1 or len(scores) != 1 or len(_scores(bead.quantities.source)) > 0:
        return []
    one, other = scores[0]
    lost = min(one.value, other.value)
    lone = said[0].groupdict().get("lone") is not None
    if lost == 0 and not (lone and max(one.value, other.value) > 1):
        return []
    passages = source.part(*copy.original(*said[0].span())), one.expression
    message = f"the original has “{passages[0].text}”, the translation “{passages[1].text}”: another score"
    return [plain_difference(bead, "number-changed", "replaced", passages, message)]


def _scores(quantities: tuple[Quantity, ...]) -> list[tuple[Quantity, Quantity]]:
    """Two numbers of one expression that count nothing else: 5-1, deux buts à un."""
    return [
        (one, other)
        for one, other in pairwise(quantities)
        if one.expression == other.expression != one.passage and one.unit is other.unit is None
    ]
