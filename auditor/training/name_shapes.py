"""Which letter groups Arabic names are made of: the weights behind `auditor.names.words.nameness`."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from auditor.names.words.nameness import groups

LEAST = 8
"""Words that a letter group is seen in before it has a weight."""
LIGHTEST = 0.08
"""Weights nearer to 0 are left out."""
ROUNDS, BATCH, RATE, RIDGE = 6, 512, 0.15, 2e-6
LISTED = 0.5
"""How much a name of the lists counts, beside a word of running text."""


def write_shapes(path: Path, weights: Mapping[str, float]) -> None:
    """Weights in hundredths, the constant under no letters."""
    lines = (f"{group}\t{round(100 * weight)}" for group, weight in sorted(weights.items()))
    path.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))


def shape_weights(shares: Mapping[str, float], names: Sequence[str]) -> dict[str, float]:
    """The weights of letter groups by logistic regression (Adagrad, a fixed order).

    `shares`: for words of running text the share of their translations that spell them, in [0, 1]; `names`: folded names of
    the lists, which count LISTED each.
    """
    words = [*sorted(shares), *names]
    truth = np.array([*(shares[word] for word in sorted(shares)), *[1.0] * len(names)])
    counts = np.array([*[1.0] * len(shares), *[LISTED] * len(names)])
    seen = Counter(group for word in words for group in set(groups(word)))
    known = sorted(group for group, times in seen.items() if times >= LEAST)
    ids = {group: place for place, group in enumerate(known, start=1)}
    table = _index(words, ids)
    weights = _fit(table, truth, counts, len(known) + 1)
    found = {group: float(weights[place]) for group, place in ids.items() if abs(weights[place]) >= LIGHTEST}
    return {"": float(weights[0]), **found}


def _index(words: Sequence[str], ids: Mapping[str, int]) -> NDArray[np.int64]:
    """The groups of each word in a row, the constant (0) first, filled up with -1."""
    rows = [[0, *(ids[group] for group in groups(word) if group in ids)] for word in words]
    table = np.full((len(rows), max(map(len, rows))), -1)
    for place, row in enumerate(rows):
        table[place, : len(row)] = row
    return table


def _fit(
    table: NDArray[np.int64], truth: NDArray[np.float64], counts: NDArray[np.float64], size: int
) -> NDArray[np.float64]:
    draw = np.random.default_rng(13)
    weights = np.zeros(size + 1)  # the last stands for what fills a row up, and stays 0
    squares = np.full(size + 1, 1e-3)
    for _ in range(ROUNDS):
        order = draw.permutation(len(table))
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            rows = table[chosen]
            likely = 1 / (1 + np.exp(-weights[rows].sum(axis=1)))
            slope = (likely - truth[chosen]) * counts[chosen] / BATCH
            gradient = np.zeros(size + 1)
            np.add.at(gradient, rows, slope[:, None])
            gradient += RIDGE * weights
            gradient[-1] = 0
            squares += gradient**2
            weights -= RATE * gradient / np.sqrt(squares)
    return weights[:-1]
