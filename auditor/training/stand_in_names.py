"""The forest that judges what stands in a name's place: a part of `python -m auditor.training names FOLDER OUT`.

Fitted on sound pairs against pairs in which a name is exchanged, garbled or translated (`auditor.training.spoiled_names`).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from auditor.names.comparison import Comparison
from auditor.names.stand_ins import FEATURES, StandIn, stand_ins
from auditor.training.forest import Plan, fitted
from auditor.training.spoiled_names import Spoiled, spoiled_names

PLAN = Plan(trees=120, levels=4, rate=0.12, ridge=8.0)


def examples(each: Spoiled) -> tuple[list[StandIn], list[int]]:
    """Every stand-in of a pair, and what it is: 1 the planted error, 0 sound, -1 of the planted words but another name."""
    found = stand_ins(each.pair.comparison())
    if each.wrong is None:
        return found, [0] * len(found)
    (first, last), (start, end) = each.names, each.wrong
    labels = []
    for one in found:
        part = each.part(one)
        touches = part[0] < end and start < part[1]
        own = one.first <= last and first <= one.last
        labels.append(1 if touches and own else -1 if touches or own else 0)
    return found, labels
