"""The most likely beads of two texts, with their probabilities, in a region as narrow as the texts allow."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from auditor.alignment.anchors import MARGIN, region_of, too_narrow
from auditor.alignment.features import bead_features
from auditor.alignment.lattice import Lattice
from auditor.alignment.model import fitted_model, line_breaks
from auditor.alignment.region import Region
from auditor.alignment.sides import Sides

EDGE = 1e-4
"""Probability with which an alignment may touch the edge of its region without the region being widened."""
TIMES = 4
"""How often it is widened at most."""


Bead = tuple[int, int, int, int]
"""First source sentence, first target sentence, how many source sentences, how many target sentences."""


def best_beads(sides: Sides) -> list[tuple[Bead, float]]:
    """Of all alignments the one with the most sentences expected to be in a right bead, in order, with posteriors."""
    region = region_of(sides.source.vectors, sides.target.vectors)
    for _ in range(TIMES):
        found, narrow = _decoded(sides, region)
        if not narrow.any():
            break
        region = region.widened(narrow, 4 * MARGIN)
    return found


def _decoded(sides: Sides, region: Region) -> tuple[list[tuple[Bead, float]], npt.NDArray[np.bool_]]:
    """The beads, and the rows whose edge the alignment comes near."""
    model = fitted_model()
    shapes, ends, scores = [], [], []
    for beads in bead_features(sides, region):
        rows, columns = region.rows[beads.starts], region.columns[beads.starts]
        shapes.append(beads.shape)
        ends.append((beads.starts, beads.ends))
        scores.append(model.scores(beads) - line_breaks(sides, beads.shape, rows, columns))
    lattice = Lattice(region, tuple(shapes), ends)
    shares, passed, _ = lattice.posteriors(scores)
    gains = [share * (a + b) for (a, b), share in zip(shapes, shares, strict=True)]
    number = {shape: place for place, shape in enumerate(shapes)}
    found = []
    for i, j, a, b in lattice.best_path(gains):
        starts, share = ends[number[a, b]][0], shares[number[a, b]]
        place = int(region.starts[i] + j - region.first[i])
        found.append(((i, j, a, b), float(share[np.searchsorted(starts, place)])))
    return found, too_narrow(region, passed, EDGE)
