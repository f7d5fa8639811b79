"""The weights by which names left over are judged: a part of `python -m auditor.training names FOLDER OUT`.

Fitted on sound pairs against pairs in which a name is planted (`auditor.training.planted_names`), a forest for originals
in Arabic, a regression for originals in Latin letters. A second regression, over the first's log-odds alone, makes them the
confidence that a finding is right where one pair in PREVALENCE⁻¹ has a name wrong.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.names.slots.leftovers import FEATURES, leftovers
from auditor.training.forest import Plan, by_halves, fitted
from auditor.training.planted_names import name_pairs
from auditor.training.weights import logistic

PREVALENCE = 0.05
"""Share of the pairs of a machine translation with a wrong name: about that of the marked press articles."""
FLAT = 1e-3
"""Precision of the prior of scale and offset around 0: next to none."""


PLAN = Plan(trees=200, levels=5, rate=0.08, ridge=10.0)

Examples = list[tuple[list[tuple[float, ...]], bool]]
"""For each pair the features of its names left over, and whether one was planted."""


def main(folder: Path, out: Path) -> None:
    """Fit on `folder`/dev and `folder`/train and write leftovers.npz and leftovers.toml; `out` is the names room's data folder."""
    pairs: dict[str, Examples] = {"arabic": [], "latin": []}
    for sound, wrong in name_pairs(folder, fitted_on=True):
        listed = pairs["arabic" if sound.languages[0] == "ar" else "latin"]
        before = leftovers(sound.comparison())
        known = {(each.first, each.last) for each in before}
        listed.append(([each.features for each in before], False))
        for pair in wrong:
            found = [each for each in leftovers(pair.comparison()) if (each.first, each.last) not in known]
            listed.append(([each.features for each in found], True))
    rows, truth, _ = table(pairs["latin"])
    weights = logistic(rows, truth)
    scale, offset = calibrate([max(listed @ weights) for listed in arrays(pairs["latin"])], pairs["latin"])
    weights = scale * weights
    weights[FEATURES.index("constant")] += offset
    write(out / "leftovers.toml", {"latin": dict(zip(FEATURES, weights.tolist(), strict=True))})
    fit_forest(pairs["arabic"], out / "leftovers.npz")


def fit_forest(pairs: Examples, out: Path) -> None:
    """Fit and store the forest; pairs that it has not seen tell how sure it is."""
    rows, truth, owners = table(pairs)
    features, even = rows.astype(np.float32), np.ones(len(rows))
    sound = np.cumsum([not wrong for _, wrong in pairs])  # a pair and what was planted in it stay together
    half = sound[owners] * 7919 % 101 % 2
    one, other = by_halves(features, truth, even, half, PLAN)
    logits = np.where(half == 0, one.logits(features), other.logits(features))
    best = [float(logits[owners == owner].max()) for owner in np.unique(owners)]
    calibration = np.array(calibrate(best, pairs), np.float32)
    stored: dict[str, Any] = fitted(features, truth, even, PLAN).arrays("forest")
    np.savez_compressed(out, calibration=calibration, **stored)


def arrays(pairs: Examples) -> list[NDArray[np.float64]]:
    return [np.array(listed) for listed, _ in pairs if listed]


def table(pairs: Examples) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    """The features of every name, whether it was planted, and the pair it is of."""
    truth = [float(wrong) for listed, wrong in pairs for _ in listed]
    owners = [owner for owner, (listed, _) in enumerate(pairs) for _ in listed]
    return np.concatenate(arrays(pairs)), np.array(truth), np.array(owners)


def write(path: Path, tables: dict[str, dict[str, float]]) -> None:
    lines = [
        "# Written by `python -m auditor.training names`; what they weigh is documented in leftovers.py."
    ]
    for script, table in tables.items():
        lines += ["", f"[{script}]", *(f"{name} = {round(weight, 4)}" for name, weight in table.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def calibrate(best: list[float], pairs: Examples) -> tuple[float, float]:
    """Scale and offset of the log-odds of each pair's likeliest leftover, the planted pairs weighed down to PREVALENCE."""
    planted = sum(wrong for _, wrong in pairs)
    weight = PREVALENCE * (len(pairs) - planted) / planted
    scores = np.array([[score, 1.0] for score in best])
    truth = np.array([float(wrong) for listed, wrong in pairs if listed])
    scale, offset = logistic(scores, truth, FLAT, np.where(truth == 1, weight, 1.0))
    return float(scale), float(offset)
