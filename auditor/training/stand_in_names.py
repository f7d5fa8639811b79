"""The forest that judges what stands in a name's place: a part of `python -m auditor.training names FOLDER OUT`.

Fitted on sound pairs against pairs in which a name is exchanged, garbled or translated (`auditor.training.spoiled_names`).
A regression over the log-odds of pairs that their forest has not seen makes them the confidence that a finding is right
where one pair in PREVALENCE⁻¹ has a name wrong.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.names.slots.stand_ins import FEATURES, stand_ins
from auditor.training.forest import Plan, by_halves, fitted
from auditor.training.leftover_names import FLAT, PREVALENCE
from auditor.training.spoiled_names import Spoiled, spoiled_names
from auditor.training.weights import logistic

PLAN = Plan(trees=120, levels=4, rate=0.12, ridge=10.0)
MADE_UP, UNTOUCHED = 0.6, 0.3
"""Weights of pairs with names of lists, and of what is sound in a pair with a wrong name: the sound pair has it as well."""

Floats = NDArray[Any]


def main(folder: Path, out: Path) -> None:
    """Fit on `folder`/dev, train and lexicon and write `out`/stand_ins.npz."""
    pairs = list(spoiled_names(folder))
    found = [examples(number, each) for number, each in enumerate(pairs)]
    rows = np.array([row for some in found for row, _, _ in some], np.float32).reshape(-1, len(FEATURES))
    truth = np.array([label for some in found for _, label, _ in some], np.float64)
    owners = np.array([owner for some in found for _, _, owner in some], np.int64)
    weights = np.array([weight(pairs[owner], label) for owner, label in zip(owners, truth, strict=True)])
    scale, offset = calibrated(pairs, rows, truth, owners, weights)
    forest = fitted(rows, truth, weights, PLAN)
    arrays: dict[str, Any] = {"calibration": np.array([scale, offset], np.float32), **forest.arrays("forest")}
    np.savez_compressed(out / "stand_ins.npz", **arrays)


def examples(number: int, each: Spoiled) -> list[tuple[tuple[float, ...], float, int]]:
    """The stand-ins of a pair: features, 1 for the planted error, else 0, and the number of the pair.

    What touches the planted words or the name, but not both, is neither sound nor the error, and is left out.
    """
    compared = each.pair.comparison()
    found = []
    for one in stand_ins(compared):
        label = 0.0
        if each.wrong is not None:
            part = compared.target.part(one.begin, one.end)
            touches = part.start < each.wrong[1] and each.wrong[0] < part.end
            own = one.first <= each.names[1] and each.names[0] <= one.last
            if touches != own:
                continue
            label = float(touches)
        found.append((one.features, label, number))
    return found


def weight(each: Spoiled, label: float) -> float:
    made_up = MADE_UP if each.is_made_up else 1.0
    return made_up * (UNTOUCHED if each.wrong is not None and not label else 1.0)


def calibrated(
    pairs: list[Spoiled], rows: Floats, truth: Floats, owners: Floats, weights: Floats
) -> tuple[float, float]:
    """Scale and offset of each pair's greatest log-odds, judged by a forest fitted on the other half of the pairs."""
    sound = np.cumsum([each.wrong is None for each in pairs])  # a pair and what was made of it stay together
    half = sound[owners] * 7919 % 101 % 2
    one, other = by_halves(rows, truth, weights, half, PLAN)
    logits = np.where(half == 0, one.logits(rows), other.logits(rows))
    wrong = np.array([each.wrong is not None for each in pairs])
    real = np.array([not each.is_made_up for each in pairs])
    counted = (truth == 1) | ~wrong[owners]
    best = np.full(len(pairs), -np.inf)
    np.maximum.at(best, owners[counted], logits[counted])
    chosen = real & np.isfinite(best)
    planted = PREVALENCE * (real & ~wrong).sum() / (real & wrong).sum()
    scores = np.stack([best[chosen], np.ones(chosen.sum())], axis=1)
    share = np.where(wrong[chosen], planted, 1.0)
    scale, offset = logistic(scores, wrong[chosen].astype(np.float64), FLAT, share)
    return float(scale), float(offset)
