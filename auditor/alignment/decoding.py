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
    doubt = np.zeros(len(region.first), dtype=bool)
    low, high = region.end.copy(), region.first.copy()
    for (i, j, a, b), confidence in found:
        if confidence < DOUBT or a + b == PLAIN_SIZE:
            doubt[max(0, i - REACH) : i + a + REACH + 1] = True
        low[[i, i + a]] = np.minimum(low[[i, i + a]], [j, j + b])
        high[[i, i + a]] = np.maximum(high[[i, i + a]], [j + 1, j + b + 1])
    first, end = np.where(doubt, region.first, low), np.where(doubt, region.end, high)
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
    number = {shape: place for place, shape in enumerate(shapes)}
    found = []
    for i, j, a, b in lattice.best_path(gains):
        starts, share = ends[number[a, b]][0], shares[number[a, b]]
        place = int(region.starts[i] + j - region.first[i])
        found.append(((i, j, a, b), float(share[np.searchsorted(starts, place)])))
    return found, too_narrow(region, passed, EDGE)
