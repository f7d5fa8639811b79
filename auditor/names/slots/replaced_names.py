"""Which of the words that stand where a name should are wrong: a forest over what `stand_ins` tells of them.

data/stand_ins.npz is fitted by `python -m auditor.training names` on names exchanged, garbled and translated.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from auditor.names.slots.slots import Slots
from auditor.names.slots.stand_ins import StandIn, stand_ins_of
from auditor.odds import probability

if TYPE_CHECKING:
    from auditor.forest import Forest


def replaced_names(slots: Slots, least: float) -> list[tuple[float, StandIn]]:
    """What stands for names and is wrong with a probability of `least` or more, the surest of each name and word first."""
    found = stand_ins_of(slots)
    if not found:
        return []
    judged = zip(log_odds(found), found, strict=True)
    sure = sorted(
        (-probability(each), one.first, one.begin, one) for each, one in judged if probability(each) >= least
    )
    kept: list[tuple[float, StandIn]] = []
    for doubt, first, begin, one in sure:
        if not any(first == other.first or begin == other.begin for _, other in kept):
            kept.append((-doubt, one))
    return kept


def log_odds(found: list[StandIn]) -> list[float]:
    import numpy as np

    forest, scale, offset = _forest()
    logits = forest.logits(np.array([each.features for each in found], np.float32))
    return [float(scale * each + offset) for each in logits]


@cache
def _forest() -> tuple[Forest, float, float]:
    from auditor.forest import calibrated_forest
    from auditor.stored import stored_arrays

    return calibrated_forest(stored_arrays("auditor.names", "stand_ins.npz"))
