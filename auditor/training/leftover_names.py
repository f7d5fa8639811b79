"""The weights by which names left over are judged: a part of `python -m auditor.training names FOLDER OUT`.

Fitted on sound pairs against pairs in which a name is planted (`auditor.training.planted_names`), one regression for originals
in Arabic, one for originals in Latin letters. A second regression, over the first's log-odds alone, makes them the
confidence that a finding is right where one pair in PREVALENCE⁻¹ has a name wrong.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from auditor.names.leftovers import FEATURES, leftovers
from auditor.training.planted_names import name_pairs
from auditor.training.weights import logistic

PREVALENCE = 0.05
"""Share of the pairs of a machine translation with a wrong name: about that of the marked press articles."""
FLAT = 1e-3
"""Precision of the prior of scale and offset around 0: next to none."""


def main(folder: Path, out: Path) -> None:
    """Fit on `folder`/dev and `folder`/train and write `out`/leftovers.toml; `out` is the data folder of the names room."""
    rows: dict[str, list[tuple[tuple[float, ...], bool]]] = {"arabic": [], "latin": []}
    most: dict[str, list[tuple[list[tuple[float, ...]], bool]]] = {"arabic": [], "latin": []}
    for sound, wrong in name_pairs(folder, fitted_on=True):
        script = "arabic" if sound.languages[0] == "ar" else "latin"
        before = leftovers(sound.comparison())
        known = {(each.first, each.last) for each in before}
        rows[script] += [(each.features, False) for each in before]
        most[script].append(([each.features for each in before], False))
        for pair in wrong:
            found = [each for each in leftovers(pair.comparison()) if (each.first, each.last) not in known]
            rows[script] += [(each.features, True) for each in found]
            most[script].append(([each.features for each in found], True))
    tables: dict[str, dict[str, float]] = {}
    for script, examples in rows.items():
        weights = logistic(
            np.array([each for each, _ in examples]), np.array([float(label) for _, label in examples])
        )
        scale, offset = calibrate(most[script], weights)
        weights = scale * weights
        weights[FEATURES.index("constant")] += offset
        tables[script] = dict(zip(FEATURES, weights.tolist(), strict=True))
    write(out / "leftovers.toml", tables)


def write(path: Path, tables: dict[str, dict[str, float]]) -> None:
    lines = [
        "# Written by `python -m auditor.training names`; what they weigh is documented in leftovers.py."
    ]
    for script, table in tables.items():
        lines += ["", f"[{script}]", *(f"{name} = {round(weight, 4)}" for name, weight in table.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def calibrate(
    pairs: list[tuple[list[tuple[float, ...]], bool]], weights: NDArray[np.float64]
) -> tuple[float, float]:
    """Scale and offset of the log-odds of each pair's likeliest leftover, the planted pairs weighed down to PREVALENCE."""
    found = [(max(np.array(rows) @ weights), wrong) for rows, wrong in pairs if rows]
    planted = sum(wrong for _, wrong in pairs)
    weight = PREVALENCE * (len(pairs) - planted) / planted
    scores = np.array([[score, 1.0] for score, _ in found])
    truth = np.array([float(wrong) for _, wrong in found])
    scale, offset = logistic(scores, truth, FLAT, np.where(truth == 1, weight, 1.0))
    return float(scale), float(offset)
