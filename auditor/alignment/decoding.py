"""The most likely beads of two texts, with their probabilities, in a region as narrow as the texts allow."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from auditor.alignment.anchors import WIDENING, region_of, too_narrow
from auditor.alignment.features import TWO_SIDED, bead_features
from auditor.alignment.lattice import Lattice
from auditor.alignment.model import fitted_model, line_breaks
from auditor.alignment.region import Region, monotone
from auditor.alignment.sides import Sides

EDGE = 1e-4
"""Probability with which an alignment may touch the edge of its region without the region being widened."""
TIMES = 4
"""How often it is widened at most."""
PLAIN_SIZE = 5
"""Sentences of the largest beads with which long texts are first aligned: larger ones are looked for only where these leave a
doubt."""
PLAIN = tuple(shape for shape in TWO_SIDED if sum(shape) <= PLAIN_SIZE)
DOUBT = 0.95
"""Posterior below which a bead is doubtful; so is one of PLAIN_SIZE."""
REACH = 4
"""Source sentences before and behind a doubtful bead that are aligned again."""

Bead = tuple[int, int, int, int]
"""First source sentence, first target sentence, how many source sentences, how many target sentences."""


def best_beads(sides: Sides) -> list[tuple[Bead, float]]:
    """Of all alignments the one with the most sentences expected to be in a right bead, in order, with posteriors."""
    region = region_of(sides.source.vectors, sides.target.vectors)
    rows, columns = len(sides.source) + 1, len(sides.target) + 1
    if region.size == rows * columns:
        return _decoded(sides, region, TWO_SIDED)[0]
    for _ in range(TIMES):
        found, narrow = _decoded(sides, region, PLAIN)
        if not narrow.any():
            break
        region = region.widened(narrow, WIDENING)
    return _decoded(sides, _doubtful(region, found), TWO_SIDED)[0]


def _doubtful(region: Region, found: list[tuple[Bead, float]]) -> Region:
    """What remains of the region where every bead that is sure is left as it is."""
    doubt = np.zeros(len(region.first) + 1, dtype=np.int64)
    low, high = region.end.copy(), region.first.copy()
    beads = np.array([bead for bead, _ in found])
    i, j, a, b = beads.T
    doubtful = (np.array([confidence for _, confidence in found]) < DOUBT) | (a + b == PLAIN_SIZE)
    np.add.at(doubt, np.maximum(0, i - REACH)[doubtful], 1)
    np.add.at(doubt, np.minimum(len(region.first), i + a + REACH + 1)[doubtful], -1)
    for rows, columns in ((i, j), (i + a, j + b)):
        np.minimum.at(low, rows, columns)
        np.maximum.at(high, rows, columns + 1)
    open_rows = np.cumsum(doubt[:-1]) > 0
    first, end = np.where(open_rows, region.first, low), np.where(open_rows, region.end, high)
    return monotone(first, end, region.width)


def _decoded(
    sides: Sides, region: Region, allowed: Sequence[tuple[int, int]]
) -> tuple[list[tuple[Bead, float]], npt.NDArray[np.bool_]]:
    """The beads, two-sided ones of the allowed shapes only, and the rows whose edge the alignment comes near."""
    model = fitted_model()
    shapes, ends, scores = [], [], []
    for beads in bead_features(sides, region, allowed):
        rows, columns = region.rows[beads.starts], region.columns[beads.starts]
        shapes.append(beads.shape)
        ends.append((beads.starts, beads.ends))
        scores.append(model.scores(beads) - line_breaks(sides, beads.shape, rows, columns))
    lattice = Lattice(region, tuple(shapes), ends)
    shares, passed, _ = lattice.posteriors(scores)
    gains = [share * (a + b) for (a, b), share in zip(shapes, shares, strict=True)]
    path = lattice.best_path(gains)
    i, j, a, b = np.array(path).T
    places = region.starts[i] + j - region.first[i]
    confidence = np.zeros(len(path))
    for shape, (starts, _), share in zip(shapes, ends, shares, strict=True):
        own = (a == shape[0]) & (b == shape[1])
        confidence[own] = share[np.searchsorted(starts, places[own])]
    found = list(zip(path, confidence.tolist(), strict=True))
    return found, too_narrow(region, passed, EDGE)
