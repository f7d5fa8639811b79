"""The log-linear model of beads: weights fitted on aligned documents, scores for the lattice."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from auditor.alignment.features import FEATURES, SHAPES, Side, bead_features
from auditor.alignment.lattice import Scores

WEIGHTS = Path(__file__).parent / "weights.json"


@dataclass(frozen=True)
class BeadModel:
    """A bead's score is the weighted sum of its features plus its shape's weight, in log units.

    The score of an alignment is the sum over its beads, so a lattice of scores is a conditional random field over
    segmentations (Sarawagi and Cohen 2004): exponentials of sums, normalised, are probabilities.
    """

    features: tuple[float, ...]  # in the order of FEATURES
    one_sided: float  # weight of the expected similarity of a sentence left alone
    shapes: tuple[float, ...]  # in the order of SHAPES

    def scores(self, source: Side, target: Side) -> Scores:
        found: Scores = {}
        for shape, matrices in bead_features(source, target):
            weights = self.features if 0 not in shape else (self.one_sided,)
            found[shape] = np.full_like(matrices[0], self.shapes[SHAPES.index(shape)])
            for weight, matrix in zip(weights, matrices, strict=True):
                found[shape] += weight * matrix
        return found


@cache
def fitted_model() -> BeadModel:
    """The weights that ship, fitted by `python -m auditor.training aligner`."""
    table = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return BeadModel(
        tuple(table["features"][name] for name in FEATURES),
        table["one-sided"],
        tuple(table["shapes"][f"{a}-{b}"] for a, b in SHAPES),
    )
