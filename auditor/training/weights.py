"""The weights of the judge of wrong renderings that come back: `python -m auditor.training weights FOLDER OUT`.

Fitted on every second document made of development sets (`recurring_errors`); the others are for measuring.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.bitext import Passage
from auditor.embedding import load_encoder
from auditor.training.judged_words import Judged
from auditor.training.recurring_errors import recurring_errors
from auditor.word_alignment.vectors import WordEncoder
from auditor.wrong_words import judge, recurring

Doubles = NDArray[np.float64]

SOUND_DOCUMENTS = 0.005
"""Of the sound documents of 30 pairs on the fitted half, how many may have a suspect that comes back."""
MARGIN = 0.02
"""What is asked beyond that: on the other half 3 of 150 sound documents have one then, 5 without."""
RECURRING_RIDGE = 3.0
"""Prior of the weights that judge recurring suspects, of which there are few to fit on."""


def main(folder: Path, out: Path) -> None:
    """Fit all weights on `folder`/dev with the lexicon and the embedding model in place, and write `out`/weights.toml.

    `out` is auditor/wrong_words/data.
    """
    fit(folder, out, load_encoder(None))


def fit(folder: Path, out: Path, encoder: WordEncoder | None) -> None:
    tables: dict[str, dict[str, float]] = {}
    weights, reported = fit_recurring(folder / "dev", encoder)
    tables["recurring"] = {"reported": reported}
    tables["recurring.weights"] = dict(zip(recurring.GROUP, weights.tolist(), strict=True))
    write(out / "weights.toml", tables)


def fit_recurring(dev: Path, encoder: WordEncoder | None) -> tuple[Doubles, float]:
    """Weights of GROUP, and the confidence that SOUND_DOCUMENTS of the sound documents reach."""
    rows, labels, document = [], [], []
    number = -1
    for number, each in enumerate(recurring_errors(dev, encoder, fitted_on=True)):
        for alignments, wrong in ((each.sound, None), (each.planted, each.wrong)):
            groups = recurring.Repetitions(judge.Judge(alignments, encoder))
            for stems, row in zip(groups.groups, groups.evidence(), strict=True):
                if wrong is None or stems in wrong:
                    rows.append(row)
                    labels.append(float(wrong is not None))
                    document.append(number)
    truth = np.array(labels)
    evidence = np.array(rows)
    weights = logistic(evidence, truth, RECURRING_RIDGE)
    confidence = 1 / (1 + np.exp(-evidence @ weights))
    most = np.zeros(number + 1)
    sound = truth == 0
    np.maximum.at(most, np.array(document)[sound], confidence[sound])
    return weights, float(np.sort(most)[::-1][int(SOUND_DOCUMENTS * len(most))]) + MARGIN


def is_wrong(pair: Judged, target: Passage) -> bool:
    """Whether a passage of the target overlaps a slice that is known to be wrong."""
    return any(target.start < end and start < target.end for start, end in pair.wrong)


def logistic(
    evidence: NDArray[Any], truth: Doubles, ridge: float = 1.0, times: Doubles | None = None
) -> Doubles:
    """Weights of a logistic regression, by Newton's method; `ridge` is the precision of the weights' prior around 0.

    `times`: how often each row counts, once if not given.
    """
    rows = evidence.astype(np.float64)
    counts = np.ones(len(rows)) if times is None else times
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (counts * (likely - truth)) + ridge * weights
        curvature = (rows * (counts * likely * (1 - likely))[:, None]).T @ rows + ridge * np.eye(len(weights))
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def write(path: Path, tables: Mapping[str, Mapping[str, float]]) -> None:
    lines = [
        "# Written by `python -m auditor.training weights`; what they weigh is documented in recurring.py."
    ]
    for name, table in tables.items():
        lines += ["", f"[{name}]", *(f"{key} = {round(value, 4)}" for key, value in table.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
