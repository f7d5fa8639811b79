"""The log-odds that the loosest stretch of a side is a gap: by its words, and where that makes it possible, by a forest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from auditor.forest import Forest, stored_forest
from auditor.gaps.features import WORDY, PairReading, vector_features, wordy_features
from auditor.gaps.shape import is_second_measure, shape_features
from auditor.gaps.traits import gap_table
from auditor.stored import stored_arrays
from auditor.word_alignment.vectors import Vectors

HOPELESS = -12.0
"""Log-odds of a side without any stretch that could be a gap."""
LITTLE_SHARED = 0.75
"""A stretch of a greater share of the content words of its side is no gap in it: the two sides have little in common."""
ALIEN = -1.0
"""Log-odds that such a stretch, or a figure said again in brackets, has at most."""


def wordy_of(reading: PairReading, side: int) -> list[float] | None:
    """WORDY, None for a stretch without content words."""
    return wordy_features(reading, side) if reading.stretches[side].content else None


def odds_of(
    readings: Sequence[PairReading | None],
    wordy: Sequence[tuple[list[float] | None, list[float] | None] | None],
    promising: Sequence[bool],
    vectors: Vectors,
) -> list[float]:
    """The log-odds that the loosest stretch of each side is a gap, source and target of each pair in turn."""
    found = [HOPELESS] * (2 * len(readings))
    rows: dict[int, list[float]] = {}
    for number, (reading, both, is_so) in enumerate(zip(readings, wordy, promising, strict=True)):
        if reading is None or both is None:
            continue
        for side, features in enumerate(both):
            if features is not None and is_so:
                rows[2 * number + side] = all_features(reading, side, features, vectors)
            elif features is not None:
                found[2 * number + side] = max(HOPELESS, promise(features))
    if rows:
        logits = gap_forest()["gap"].logits(np.array(list(rows.values()), np.float32)).tolist()
        for place, odds in zip(rows, logits, strict=True):
            reading = readings[place // 2]
            alien = reading is not None and _is_no_gap(reading, place % 2)
            found[place] = min(odds, ALIEN) if alien else odds
    return found


def all_features(reading: PairReading, side: int, wordy: list[float], vectors: Vectors) -> list[float]:
    """What the forest asks: WORDY, WITH_VECTORS, SHAPE."""
    return [*wordy, *vector_features(reading, side, vectors), *shape_features(reading, side)]


def _is_no_gap(reading: PairReading, side: int) -> bool:
    """Whether the two sides have too little in common for a gap in one of them, or a figure is said again in brackets."""
    content = sum(word.is_content for word in reading.sides[side].words)
    return reading.stretches[side].content > LITTLE_SHARED * content or is_second_measure(reading, side)


def promise(wordy: Sequence[float]) -> float:
    """The log-odds by words alone."""
    return sum(map(float.__mul__, weights("promise", WORDY), wordy))


@cache
def weights(name: str, features: tuple[str, ...]) -> tuple[float, ...]:
    """Those of data/gaps.json under a name, in the order of the features."""
    table = gap_table()[name]
    return tuple(float(table[feature]) for feature in features)


@cache
def gap_forest() -> dict[str, Forest]:
    """The forest under "gap", as fitted by `python -m auditor.training gaps`."""
    return {"gap": stored_forest(stored_arrays("auditor.gaps", "gaps.npz"), "gap")}
