"""Fits how likely it is that a pair has no serious error, on planted errors and the sound translations they were planted in.

`python -m auditor.training quality FOLDER OUT`; FOLDER holds `dev/`, OUT is the file to write. Run it last: it weighs
what the checks say. First the traces, by which of two translations the faulty one comes second; then the
probability. Both of the half of the source texts that is fitted on.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import expit

from auditor.pipeline import Auditor
from auditor.quality import DOUBTS, FEATURES, TRACES, belongs, features, rank, signals
from auditor.readers.records import PairRecord
from auditor.training.planted_errors import PlantedError, planted_errors

BATCH = 256
ROWS = 240
"""Of each kind of error; every kind counts the same."""
EMPHASIS = {"contratico": 5.0}
"""How much more a set counts: this one has errors of meaning in running text, made with care."""
LOST = {"omission": 1.7}
"""How much more a kind counts: what is lost and what is added pull the traces in opposite directions."""
RIDGE = 3e-4
BEGIN = (
    ("omission", "removed"),
    ("expansion", "addition"),
    ("alteration", "wrong term", "antonym", "hypernym", "replaced"),
)
"""Kinds of errors, by part of their names, from which each of TRACES starts."""
Array = npt.NDArray[np.float64]


def main(folder: Path, out: Path) -> None:
    """Writes the fitted weights to `out`."""
    rows = sampled([row for row in planted_errors(folder / "dev") if row.is_fitted_on and not row.harmless])
    auditor = Auditor()
    good, bad = (read(auditor, rows, side) for side in ("good", "bad"))
    traces = fitted_traces(good[0], bad[0], rows)
    last = fitted_probability(traces, good, bad)
    table = {name: _table(FEATURES, weights) for name, weights in zip(TRACES, traces, strict=True)}
    table["probability"] = _table(("constant", "rank", "belongs", *DOUBTS), last)
    out.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def _table(names: Sequence[str], weights: Array) -> dict[str, float]:
    return {name: round(float(value), 5) for name, value in zip(names, weights, strict=True)}


def sampled(rows: list[PlantedError]) -> list[PlantedError]:
    """Every n-th row of each kind."""
    kinds: dict[tuple[str, str], list[PlantedError]] = {}
    for row in rows:
        kinds.setdefault((row.set, row.kind), []).append(row)
    return [row for some in kinds.values() for row in some[:: max(1, len(some) // ROWS)]]


def weights_of(rows: Sequence[PlantedError], sets: dict[str, float], kinds: dict[str, float]) -> Array:
    """Every kind of error counts the same, whatever its rows, but for emphasis on `sets` and `kinds`; they sum to 1."""
    counts = Counter((row.set, row.kind) for row in rows)
    found = np.array(
        [sets.get(row.set, 1.0) * kinds.get(row.kind, 1.0) / counts[row.set, row.kind] for row in rows]
    )
    return np.asarray(found / found.sum(), np.float64)


def fitted_traces(good: Array, bad: Array, rows: Sequence[PlantedError]) -> Array:
    """Weights (TRACES, FEATURES) by which sound texts rank before their faulty ones."""
    both = np.vstack([good, bad])
    scale, middle = both.std(axis=0), both.mean(axis=0)
    scale[scale == 0] = 1
    middle[0] = 0
    sound, faulty = (good - middle) / scale, (bad - middle) / scale
    weights = weights_of(rows, EMPHASIS, LOST)
    start = np.concatenate([_start(sound - faulty, rows, kinds) for kinds in BEGIN])

    def loss(values: Array) -> tuple[float, Array]:
        traces = values.reshape(len(TRACES), -1)
        behind = expit(rank(faulty, traces) - rank(sound, traces)) * weights
        slope = (expit(sound @ traces.T) * behind[:, None]).T @ sound
        slope -= (expit(faulty @ traces.T) * behind[:, None]).T @ faulty
        value = weights @ np.logaddexp(0, rank(faulty, traces) - rank(sound, traces))
        return float(value + RIDGE * values @ values), slope.ravel() + 2 * RIDGE * values

    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 600}).x
    traces = found.reshape(len(TRACES), -1) / scale
    traces[:, 0] -= traces @ middle
    return np.asarray(traces, np.float64)


def _start(differences: Array, rows: Sequence[PlantedError], kinds: Sequence[str]) -> Array:
    """What tells the faulty text of these kinds by itself: half of the weights of a logistic regression of the differences."""
    own = differences[[any(kind in row.kind for kind in kinds) for row in rows]]

    def loss(values: Array) -> float:
        return float(np.logaddexp(0, own @ values).mean() + 0.01 * values @ values)

    found: Array = minimize(loss, np.zeros(own.shape[1]), method="L-BFGS-B").x / 2
    found[0] = -2.0
    return found


def fitted_probability(traces: Array, good: tuple[Array, Array], bad: tuple[Array, Array]) -> Array:
    """Weights of the signals where half of the texts are sound; none of them turns the rank or the doubts around."""
    sound, faulty = (signals(found, traces, belonging) for found, belonging in (good, bad))

    def loss(values: Array) -> float:
        told = np.logaddexp(0, -sound @ values) + np.logaddexp(0, faulty @ values)
        return float(told.mean())

    bounds = [(None, None), (0.01, None), (0, None), *[(None, 0)] * len(DOUBTS)]
    found: Array = minimize(loss, np.zeros(sound.shape[1]), method="L-BFGS-B", bounds=bounds).x
    return found


def read(auditor: Auditor, rows: Sequence[PlantedError], side: str) -> tuple[Array, Array]:
    """Of the sound (`good`) or faulty (`bad`) texts the features, shape (rows, FEATURES), and how surely the sides belong together."""
    found = list(_read(auditor, rows, side))
    return np.array([each[0] for each in found]), np.array([each[1] for each in found])


def _read(auditor: Auditor, rows: Sequence[PlantedError], side: str) -> Iterator[tuple[list[float], float]]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        records = [
            PairRecord(number, number, row.source, getattr(row, side), *row.languages)
            for number, row in enumerate(batch, start=1)
        ]
        for evidence, findings in auditor.find_all(auditor.bitexts(records)):
            found = features(evidence, 0, findings)
            yield [0.0] * len(FEATURES) if found is None else found, belongs(evidence, 0)
