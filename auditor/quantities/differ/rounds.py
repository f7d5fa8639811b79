"""Numbers that name a round of a cup: the last four for المربع الذهبي."""

from __future__ import annotations

from auditor.bitext import Passage
from auditor.folding import folded
from auditor.quantities.differ.named_notions import said
from auditor.quantities.differ.outline import pattern
from auditor.quantities.quantity import Quantity

_REACH = 20  # characters before a number that hold the words before it
_TEAMS = frozenset((2, 4, 8, 16, 32, 64))


def names_round(number: Quantity, other: Passage | None) -> bool:
    """Whether the number says how many are left in a cup, and the other side names a round in another way."""
    known = pattern(number.language, "of_round")
    if known is None or other is None or number.value not in _TEAMS or number.unit is not None:
        return False
    text, start = number.passage.document.text, number.passage.start
    before = folded(text[max(0, start - _REACH) : start])
    return known.search(before) is not None and bool(said(other, "round"))
