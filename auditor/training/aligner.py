"""Fits the weights of the bead model on aligned documents, by the likelihood of their gold beads.

Documents: `dev/alignar/*/001` and every other one of `dev/document_alignment`; the others are for reporting.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np

from auditor.alignment.features import (
    FEATURES,
    ONE_SIDED_FEATURES,
    Array,
    Candidates,
    Shape,
    bead_features,
)
from auditor.alignment.lattice import Lattice
from auditor.alignment.model import KINDS, BeadModel, kind_of
from auditor.alignment.region import Integers, Region, monotone, whole
from auditor.embedding import Encoder, load_encoder
from auditor.training.aligned_documents import AlignedDocument, gold_path, interrupted, read_documents

STEPS, RIDGE, SEED = 80, 0.02, 1
RARER, RARE_RIDGE = 1.0, 0.2
"""Beads of several sentences on both sides are so rare that most of their weights cannot be learned: each sentence more makes them
rarer by a factor e, and the documents must say so clearly where it is otherwise."""
WORTH = {"law": 1.0, "literature": 3.0}
MADE = 0.7
"""How much the likelihood of a document of each kind counts, and of one that was made by merging, splitting and dropping: those
are many and easy, and say nothing of free translation."""
INTERRUPTED = 0.3
"""Of it, for a document's copy with runs of foreign sentences: without them the model would not know that they come in runs."""
NEAR = 12
"""Columns on either side of the gold path among which it must be the best: others are never in doubt, and cost time."""
SOUND = (
    0.25  # mean cosine of the gold beads; in a few made documents the texts are shifted against each other
)


def main(folder: Path, out: Path) -> None:
    """Writes the fitted weights to `out`."""
    encoder = load_encoder(None)
    documents = read_documents(folder / "dev")[0]
    stretches = [stretch for document in documents for stretch in document.well_numbered()]
    draw = random.Random(SEED)  # noqa: S311, a sample, not a secret
    stretches += [interrupted(stretch, documents, draw) for stretch in stretches]
    examples = [Example(stretch, encoder) for stretch in stretches]
    weights = _fit([each for each in examples if each.similarity >= SOUND])
    table = {
        name: {key: round(float(value), 4) for key, value in zip(keys, each, strict=True)}
        for (name, keys), each in zip(
            (
                ("features", FEATURES),
                ("one-sided", ONE_SIDED_FEATURES),
                ("shapes", [f"{a}-{b}" for a, b in KINDS]),
            ),
            _parts(weights),
            strict=True,
        )
    }
    out.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


class Example:
    """A document's beads and the sum of their features over its gold path.

    Weights are one vector: a weight for each feature, each feature of one-sided beads, each kind of shape.
    """

    def __init__(self, document: AlignedDocument, encoder: Encoder) -> None:
        sides = document.sides(encoder)
        every = whole(len(sides.source) + 1, len(sides.target) + 1)
        path = gold_path(document)
        nodes = _near(path, every)
        places = nodes.places(every.rows, every.columns)
        self.beads = [_kept(each, places) for each in bead_features(sides, every)]
        ends = [(each.starts, each.ends) for each in self.beads]
        self.lattice = Lattice(nodes, tuple(each.shape for each in self.beads), ends)
        self.gold = np.zeros(_SIZE)
        cosines = []
        for bead in path:
            shape, values = self._bead(*bead)
            self.gold += _weighted(shape, values)
            if 0 not in shape:
                cosines.append(values[FEATURES.index("similarity")] / values[FEATURES.index("mass")])
        self.similarity = float(np.mean(cosines))
        self.worth = WORTH.get(document.name.partition("/")[0], MADE) * (
            INTERRUPTED if document.interrupted else 1
        )

    def _bead(self, i: int, j: int, a: int, b: int) -> tuple[Shape, Array]:
        beads = self.beads[self.lattice.shapes.index((a, b))]
        place = self.lattice.nodes.starts[i] + j - self.lattice.nodes.first[i]
        return (a, b), beads.features[:, np.searchsorted(beads.starts, place)].astype(np.float64)

    def gradient(self, weights: Array) -> tuple[Array, float]:
        """Of the log likelihood of the gold path, times the document's worth, with its value."""
        model = bead_model(weights)
        shares, _, total = self.lattice.posteriors([model.scores(each) for each in self.beads])
        expected = np.zeros(_SIZE)
        for each, share in zip(self.beads, shares, strict=True):
            expected += _weighted(each.shape, each.features @ share, float(share.sum()))
        return self.worth * (self.gold - expected), self.worth * (float(weights @ self.gold) - total)


def _near(path: list[tuple[int, int, int, int]], every: Region) -> Region:
    """The nodes within NEAR columns of the gold path."""
    first, end = every.end.copy(), every.first.copy()
    for i, j, a, b in path:
        first[i : i + a + 1] = np.minimum(first[i : i + a + 1], j - NEAR)
        end[i : i + a + 1] = np.maximum(end[i : i + a + 1], j + b + NEAR + 1)
    return monotone(first, end, every.width)


def _kept(beads: Candidates, places: Integers) -> Candidates:
    """The beads that lie in a narrower region, given its place for each place of the wider one, or -1."""
    starts, ends = places[beads.starts], places[beads.ends]
    inside = (starts >= 0) & (ends >= 0)
    return Candidates(beads.shape, starts[inside], ends[inside], beads.features[:, inside])


def _weighted(shape: Shape, values: Array, times: float = 1.0) -> Array:
    vector = np.zeros(_SIZE)
    features, one_sided, kinds = _parts(vector)
    kinds[kind_of(shape)] = times
    (one_sided if 0 in shape else features)[:] = values
    return vector


def bead_model(weights: Array) -> BeadModel:
    """The model with these weights."""
    features, one_sided, kinds = (tuple(each.tolist()) for each in _parts(weights))
    return BeadModel(features, one_sided, kinds)


_SIZE = len(FEATURES) + len(ONE_SIDED_FEATURES) + len(KINDS)


def _parts(weights: Array) -> tuple[Array, Array, Array]:
    """Views of the weights of features, of one-sided features and of kinds."""
    cut = len(FEATURES), len(FEATURES) + len(ONE_SIDED_FEATURES)
    return weights[: cut[0]], weights[cut[0] : cut[1]], weights[cut[1] :]


def _fit(examples: list[Example]) -> Array:
    """The weights of the largest ridge-penalised log likelihood, by L-BFGS."""
    from scipy.optimize import minimize

    def loss(weights: Array) -> tuple[float, Array]:
        slopes, values = zip(*(each.gradient(weights) for each in examples), strict=True)
        off = weights - usual
        return float(ridge @ off**2) - sum(values), 2 * ridge * off - sum(slopes)

    usual, ridge = np.zeros(_SIZE), np.full(_SIZE, RIDGE)
    for place, (fewer, more) in enumerate(KINDS, start=_SIZE - len(KINDS)):
        if fewer > 1:
            usual[place], ridge[place] = -RARER * (fewer + more - 2), RARE_RIDGE
    found: Array = minimize(loss, usual, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return found
