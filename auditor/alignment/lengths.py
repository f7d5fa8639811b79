"""What the lengths of two texts say: how long the translation of a passage is likely to be, in characters."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from auditor.languages import language_data

Array = npt.NDArray[np.float64]

PRIOR = 1000.0
"""Characters of the source from which a document's own ratio of lengths outweighs the usual one."""
FLOOR = 20.0
"""Characters that the lengths of two short passages may differ by without meaning anything."""
WORST = 1.0
"""Squared log ratio beyond which no length is worse."""


def usual_ratio(source: str, target: str) -> float:
    """Characters of the target language for one of the source language."""
    ahead, behind = (float(language_data(each, "marks")["verbosity"]) for each in (target, source))
    return ahead / behind


def own_ratio(source: float, target: float, usual: float) -> float:
    """Characters of the target for one of the source, from those of both texts: of short texts what is usual."""
    return float((target + PRIOR * usual) / (source + PRIOR))


def mismatch(lengths: npt.NDArray[np.number], wanted: npt.NDArray[np.number]) -> Array:
    """The squared log of the ratio of lengths to those wanted, in [0, WORST]."""
    found: Array = (np.log(lengths + FLOOR) - np.log(wanted + FLOOR)) ** 2
    return np.minimum(found, WORST)
