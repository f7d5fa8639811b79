"""Scores of which one side is nothing: بخماسية نظيفة is no 5-1, a lone goal no 2-0, هدفين دون رد no 1-0."""

from __future__ import annotations

from itertools import pairwise

from auditor.bitext import Passage
from auditor.folding import fold
from auditor.quantities.differ.outline import Outlines, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference, Quantity, Value


def other_clean_sheets(bead: Bead, sides: Outlines) -> list[Difference]:
    """Where the original says once that the loser has not scored, and the translation has one score, with a goal of the loser's or
    with another number of the winner's.
    """
    if not sides.may_have("clean_sheet"):
        return []
    known, source = pattern("ar", "clean_sheet"), sides.source.whole
    copy = fold(source.text)
    said = list(known.finditer(copy.text)) if known else []
    scores = _scores(bead.quantities.target)
    if len(said) != 1 or len(scores) != 1 or len(_scores(bead.quantities.source)) > 0:
        return []
    one, other = scores[0]
    passages = source.part(*copy.original(*said[0].span())), one.expression
    won, lost = max(one.value, other.value), min(one.value, other.value)
    goals = 1 if said[0].groupdict().get("lone") is not None else _goals(bead, passages[0])
    if lost == 0 and goals in (None, won):
        return []
    message = f"the original has “{passages[0].text}”, the translation “{passages[1].text}”: another score"
    return [plain_difference(bead, "number-changed", "replaced", passages, message)]


def _goals(bead: Bead, said: Passage) -> Value | None:
    """What the original counts there: two of هدفين دون رد."""
    counted = [each.value for each in bead.quantities.source if each.value and each.passage.overlaps(said)]
    return counted[0] if len(counted) == 1 else None


def _scores(quantities: tuple[Quantity, ...]) -> list[tuple[Quantity, Quantity]]:
    """Two numbers of one expression that count nothing else: 5-1, deux buts à un."""
    return [
        (one, other)
        for one, other in pairwise(quantities)
        if one.expression == other.expression != one.passage and one.unit is other.unit is None
    ]
