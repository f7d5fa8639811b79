"""Fitting forests by gradient boosting of the logistic loss.

Friedman 2001; second-order gains as in Chen and Guestrin 2016; one question a level as in Prokhorenkova et al. 2018.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.forest import Floats, Forest

Doubles = NDArray[np.float64]

BINS = 48
"""Thresholds tried for a feature, at most: quantiles of its values."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much a forest may learn; `ridge` is the precision of a leaf's prior around 0."""

    trees: int = 160
    levels: int = 5
    rate: float = 0.12
    ridge: float = 10.0


def fitted(rows: Floats, truth: Doubles, weights: Doubles, plan: Plan) -> Forest:
    """The forest that tells `truth` (rows,), 0 or 1, from the features of `rows`, each row weighted."""
    edges = [np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1])) for column in rows.T]
    bins = [np.searchsorted(edge, column) for edge, column in zip(edges, rows.T, strict=True)]
    share = float((truth * weights).sum() / weights.sum())
    base = float(np.log(share / (1 - share)))
    logits = np.full(len(rows), base)
    trees = []
    for _ in range(plan.trees):
        likely = 1 / (1 + np.exp(-logits))
        slope, curve = weights * (likely - truth), weights * likely * (1 - likely)
        questions, leaves = grown(bins, [len(edge) for edge in edges], slope, curve, plan)
        size = 1 << plan.levels
        values = (
            -np.bincount(leaves, slope, size) / (np.bincount(leaves, curve, size) + plan.ridge) * plan.rate
        )
        logits += values[leaves]
        trees.append((questions, values))
    features = np.array([[feature for feature, _ in questions] for questions, _ in trees], np.int64)
    thresholds = [[edges[feature][place] for feature, place in questions] for questions, _ in trees]
    added = np.array([each for _, each in trees], np.float32)
    return Forest(features, np.array(thresholds, np.float32), added, base)


def by_halves(
    rows: Floats, truth: Doubles, weights: Doubles, half: NDArray[np.int64], plan: Plan
) -> tuple[Forest, Forest]:
    """For each half of the rows, 0 and 1, a forest that has not seen it."""
    one, other = (
        fitted(rows[half != part], truth[half != part], weights[half != part], plan) for part in (0, 1)
    )
    return one, other


def grown(
    bins: list[NDArray[Any]], sizes: list[int], slope: Doubles, curve: Doubles, plan: Plan
) -> tuple[list[tuple[int, int]], NDArray[np.int64]]:
    """The questions of one tree, as feature and threshold, and the leaf of each row."""
    leaves = np.zeros(len(slope), np.int64)
    questions = []
    for level in range(plan.levels):
        best = (-np.inf, 0, 0)
        for feature, (column, size) in enumerate(zip(bins, sizes, strict=True)):
            if size:
                gains = gain(leaves * (size + 1) + column, (1 << level, size + 1), slope, curve, plan.ridge)
                place = int(gains.argmax())
                best = max(best, (float(gains[place]), feature, place))
        _, feature, place = best
        questions.append((feature, place))
        leaves += (bins[feature] > place).astype(np.int64) << level
    return questions, leaves


def gain(
    cells: NDArray[np.int64], shape: tuple[int, int], slope: Doubles, curve: Doubles, ridge: float
) -> Doubles:
    """What a question at each threshold gains, over all branches; shape (thresholds,)."""
    size = shape[0] * shape[1]
    slopes = np.bincount(cells, slope, size).reshape(shape).cumsum(axis=1)
    curves = np.bincount(cells, curve, size).reshape(shape).cumsum(axis=1)
    below = slopes[:, :-1] ** 2 / (curves[:, :-1] + ridge)
    above = (slopes[:, -1:] - slopes[:, :-1]) ** 2 / (curves[:, -1:] - curves[:, :-1] + ridge)
    found: Doubles = (below + above).sum(axis=0)
    return found
