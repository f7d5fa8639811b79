"""The weights of the judge of wrong words: `python -m auditor.training weights FOLDER OUT`.

Fitted on half of the development sets (`judged_words.Judged.is_fitted_on`); the other half is for measuring.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.bitext import Passage
from auditor.embedding import load_encoder
from auditor.training.judged_words import Judged, judged
from auditor.training.recurring_errors import recurring_errors
from auditor.word_alignment import aligner, judge, recurring
from auditor.word_alignment.vectors import WordEncoder

Doubles = NDArray[np.float64]

SOUND_SHARE = 0.002
"""Of the sound pairs, how many may have a suspect at `reported` or above: sets differ, and none should exceed 1 %."""

SOUND_DOCUMENTS = 0.01
"""Likewise of the sound documents of 30 pairs with a suspect that comes back; on the other half 1 of 150 has one."""
RECURRING_RIDGE = 3.0
"""Prior of the weights that judge recurring suspects, of which there are few to fit on."""


def main(folder: Path, out: Path) -> None:
    """Fit all weights on `folder`/dev with the lexicon and the embedding model in place, and write `out`/weights.toml.

    `out` is the folder that the lexicon is read from (auditor/word_alignment/data).
    """
    fit(folder, out, load_encoder(None))


def fit(folder: Path, out: Path, encoder: WordEncoder | None) -> None:
    tables: dict[str, dict[str, float]] = {}
    weights, reported = fit_suspects(folder / "dev", encoder)
    tables["suspects"] = {"reported": reported}
    tables["suspects.weights"] = dict(zip(judge.FEATURES, weights.tolist(), strict=True))
    weights, reported = fit_recurring(folder / "dev", encoder)
    tables["recurring"] = {"reported": reported}
    tables["recurring.weights"] = dict(zip(recurring.GROUP, weights.tolist(), strict=True))
    write(out / "weights.toml", tables)


def fit_suspects(dev: Path, encoder: WordEncoder | None) -> tuple[Doubles, float]:
    """Weights of FEATURES, and the confidence that SOUND_SHARE of the sound pairs reach."""
    pairs = [pair for pair in judged(dev) if pair.is_fitted_on]
    alignments = aligner.WordAligner(encoder).align([(pair.source, pair.target) for pair in pairs])
    found = judge.Judge(alignments, encoder, connected=False)
    evidence = found.evidence(found.found)
    labels = np.array([is_wrong(pairs[each.number], each.passages[1]) for each in found.found], np.float64)
    weights = logistic(evidence, labels)
    confidence = 1 / (1 + np.exp(-evidence @ weights))
    most: dict[int, float] = {}
    for each, value in zip(found.found, confidence.tolist(), strict=True):
        if not pairs[each.number].wrong and pairs[each.number].kind.endswith("sound"):
            most[each.number] = max(most.get(each.number, 0.0), value)
    sound = sum(pair.kind.endswith("sound") for pair in pairs)
    ranked = sorted([*most.values(), *[0.0] * (sound - len(most))], reverse=True)
    return weights, ranked[int(SOUND_SHARE * sound)]


def fit_recurring(dev: Path, encoder: WordEncoder | None) -> tuple[Doubles, float]:
    """Weights of GROUP, and the confidence that SOUND_DOCUMENTS of the sound documents reach."""
    rows, labels, document = [], [], []
    number = -1
    for number, each in enumerate(recurring_errors(dev, encoder, fitted_on=True)):
        for alignments, wrong in ((each.sound, None), (each.planted, each.wrong)):
            groups = recurring.Repetitions(judge.Judge(alignments, encoder, connected=True))
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
    return weights, float(np.sort(most)[::-1][int(SOUND_DOCUMENTS * len(most))])


def is_wrong(pair: Judged, target: Passage) -> bool:
    """Whether a passage of the target overlaps a slice that is known to be wrong."""
    return any(target.start < end and start < target.end for start, end in pair.wrong)


def logistic(evidence: NDArray[Any], truth: Doubles, ridge: float = 1.0) -> Doubles:
    """Weights of a logistic regression, by Newton's method; `ridge` is the precision of the weights' prior around 0."""
    rows = evidence.astype(np.float64)
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (likely - truth) + ridge * weights
        curvature = (rows * (likely * (1 - likely))[:, None]).T @ rows + ridge * np.eye(len(weights))
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def write(path: Path, tables: Mapping[str, Mapping[str, float]]) -> None:
    lines = [
        "# Written by `python -m auditor.training weights`; what they weigh is documented in judge.py and recurring.py."
    ]
    for name, table in tables.items():
        lines += ["", f"[{name}]", *(f"{key} = {round(value, 4)}" for key, value in table.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
