"""The log-linear model of beads: weights fitted on aligned documents, scores for the lattice."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from auditor.alignment.features import FEATURES, ONE_SIDED_FEATURES, SHAPES, Candidates, Floats
from auditor.alignment.region import Integers
from auditor.alignment.sides import Sides

# A translator who merges and one who splits weigh the same: 1-2 and 2-1 share a weight.
KINDS: tuple[tuple[int, int], ...] = tuple(sorted({(min(a, b), max(a, b)) for a, b in SHAPES}))
WEIGHTS = Path(__file__).parent / "weights.json"

# Taken from a bead for each line break inside it: whoever merges or splits sentences mostly stays within a paragraph.
# An assumption, not a fit: the aligned documents at hand have one sentence a line.
LINE_BREAK = 1.0


def kind_of(shape: tuple[int, int]) -> int:
    """The place of a shape's weight among KINDS."""
    return KINDS.index((min(shape), max(shape)))


@dataclass(frozen=True)
class BeadModel:
    """A bead's score is the weighted sum of its features plus its shape's weight, in log units.

    The score of an alignment is the sum over its beads, so a lattice of scores is a conditional random field over
    segmentations (Sarawagi and Cohen 2004): exponentials of sums, normalised, are probabilities.
    """

    features: tuple[float, ...]  # in the order of FEATURES
    one_sided: tuple[float, ...]  # in the order of ONE_SIDED_FEATURES
    kinds: tuple[float, ...]  # in the order of KINDS

    def scores(self, beads: Candidates) -> Floats:
        """Of each bead, without regard to line breaks."""
        weights = self.one_sided if 0 in beads.shape else self.features
        found: Floats = np.array(weights, np.float32) @ beads.features
        return found + np.float32(self.kinds[kind_of(beads.shape)])


def line_breaks(
    sides: Sides, shape: tuple[int, int], rows: Integers, columns: Integers
) -> npt.NDArray[np.float64]:
    """What beads of a shape that begin at these sentences lose by going over line breaks."""
    a, b = shape
    if not (a and b):
        return np.zeros(len(rows))
    within = sides.source.breaks_within(a)[rows] + sides.target.breaks_within(b)[columns]
    return LINE_BREAK * within


@cache
def fitted_model() -> BeadModel:
    """The weights that ship, fitted by `python -m auditor.training aligner`."""
    table = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return BeadModel(
        tuple(table["features"][name] for name in FEATURES),
        tuple(table["one-sided"][name] for name in ONE_SIDED_FEATURES),
        tuple(table["shapes"][f"{a}-{b}"] for a, b in KINDS),
    )
