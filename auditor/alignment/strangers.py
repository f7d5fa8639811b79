"""Whether two documents are translations of each other at all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from math import exp, log2
from pathlib import Path

import numpy as np

from auditor.alignment.counterparts import Array, Side
from auditor.alignment.moved import Placed

FEATURES = ("size", "similarity", "coverage")
FEWEST = 3  # sentences of either side; of fewer nothing is said
ENOUGH = 31  # sentences of the shorter side beyond which more of them tell nothing more
TINY = 1e-6
WEIGHTS = Path(__file__).parent / "strangers.json"


def strangeness(sides: tuple[Side, Side], beads: Sequence[Placed]) -> float:
    """The probability in [0, 1] that two aligned documents are no translations of each other; 0 for a few sentences."""
    if min(len(side.sentences) for side in sides) < FEWEST:
        return 0.0
    odds = float(document_features(sides, beads) @ np.array(fitted_weights()))
    return round(1 / (1 + exp(-max(-50.0, min(50.0, odds)))), 4)


@cache
def fitted_weights() -> tuple[float, ...]:
    """In the order of FEATURES; fitted by `python -m auditor.training strangers`."""
    table = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return tuple(table[name] for name in FEATURES)


def document_features(sides: tuple[Side, Side], beads: Sequence[Placed]) -> Array:
    """In the order of FEATURES, each times the size: the more sentences, the surer.

    `size`: the log of the sentences of the shorter side. `similarity`: of the two-sided beads, mean by characters and
    confidence, above the mean of all pairs of sentences, as a share of what is left to 1. `coverage`: the share of the
    characters in two-sided beads, by confidence, on the side that has more of them there: what one side has alone
    makes nobody a stranger.
    """
    size = log2(1 + min(ENOUGH, *(len(side.sentences) for side in sides)))
    both = [each for each in beads if each.bead[2] and each.bead[3]]
    if not both:
        return np.array([size, 0.0, 0.0])
    chance = float(sides[0].units.mean(axis=0) @ sides[1].units.mean(axis=0))
    confidence = np.array([each.confidence for each in both])
    characters = _characters(sides, both)
    coverage = [
        float(own @ confidence) / max(1, int(side.lengths[-1]))
        for side, own in zip(sides, characters.T, strict=True)
    ]
    similar = [
        float(sides[0].unit(i, a) @ sides[1].unit(j, b)) for i, j, a, b in (each.bead for each in both)
    ]
    mean = float(np.average(similar, weights=characters.sum(axis=1) * confidence + TINY))
    return np.array([1.0, (mean - chance) / max(TINY, 1 - chance), max(coverage)]) * size


def _characters(sides: tuple[Side, Side], beads: Sequence[Placed]) -> Array:
    """Of each bead, on either side; shape (beads, 2)."""
    i, j, a, b = np.array([each.bead for each in beads], dtype=np.int64).T
    found: Array = np.column_stack([sides[0].characters(i, a), sides[1].characters(j, b)]).astype(np.float64)
    return found
