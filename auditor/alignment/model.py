"""The log-linear model of beads: weights fitted on aligned documents, scores for the lattice."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from auditor.alignment.features import FEATURES, ONE_SIDED_FEATURES, SHAPES, Side, bead_features
from auditor.alignment.lattice import Scores

# A translator who merges and one who splits weigh the same: 1-2 and 2-1 share a weight.
KINDS: tuple[tuple[int, int], ...] = tuple(sorted({(min(a, b), max(a, b)) for a, b in SHAPES}))
WEIGHTS = Path(__file__).parent / "weights.json"


def kind_of(shape: tuple[int, int]) -> int:
    """The place of a shape's weight among KINDS."""
    return KINDS.index((min(shape), max(shape)))


# Taken from a bead for each line break inside it: whoever merges or splits sentences mostly stays within a paragraph.
# An assumption, not a fit: the aligned documents at hand have one sentence a line.
LINE_BREAK = 1.0


@dataclass(frozen=True)
class BeadModel:
    """A bead's score is the weighted sum of its features plus its shape's weight, in log units.

    The score of an alignment is the sum over its beads, so a lattice of scores is a conditional random field over
    segmentations (Sarawagi and Cohen 2004): exponentials of sums, normalised, are probabilities.
    """

    features: tuple[float, ...]  # in the order of FEATURES
    one_sided: tuple[float, ...]  # in the order of ONE_SIDED_FEATURES
    kinds: tuple[float, ...]  # in the order of KINDS

    def scores(self, source: Side, target: Side) -> Scores:
        found: Scores = {}
        for shape, matrices in bead_features(source, target):
            weights = self.features if 0 not in shape else self.one_sided
            found[shape] = np.full_like(matrices[0], self.kinds[kind_of(shape)])
            for weight, matrix in zip(weights, matrices, strict=True):
                found[shape] += weight * matrix
            if 0 not in shape:
                breaks = source.breaks_within(shape[0])[:, None] + target.breaks_within(shape[1])[None, :]
                found[shape] -= LINE_BREAK * breaks
        return found


@cache
def fitted_model() -> BeadModel:
    """The weights that ship, fitted by `python -m auditor.training aligner`."""
    table = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return BeadModel(
        tuple(table["features"][name] for name in FEATURES),
        tuple(table["one-sided"][name] for name in ONE_SIDED_FEATURES),
        tuple(table["shapes"][f"{a}-{b}"] for a, b in KINDS),
    )
