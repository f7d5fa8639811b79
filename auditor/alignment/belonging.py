"""Whether the two passages of one pair belong together, where no other passages tell what is likely by chance."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from math import log, log1p
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from auditor.alignment.lengths import mismatch, usual_ratio
from auditor.alignment.paired_wording import explained_pairs
from auditor.bitext import Passage
from auditor.odds import probability

if TYPE_CHECKING:
    from auditor.embedding import Encoder

Array = npt.NDArray[np.float64]
FEATURES = (
    "constant", "cosine", "cosine by log words", "nats", "nats by word", "length", "log words",
)  # fmt: skip
NATS = 10.0
"""For one unit of the feature."""
FEW = 3
"""Words that each passage is taken to have more, so that a few do not tell much."""
USUAL = 0.97
"""Share of the pairs in a file that belong together: those who write such files have aligned them."""
WEIGHTS = Path(__file__).parent / "belonging.json"

Pairs = Sequence[tuple[Passage, Passage]]


def belonging(pairs: Pairs, encoder: Encoder) -> list[tuple[float, float]]:
    """For each pair the probability that the passages belong together, in [0, 1], and the cosine of their embeddings."""
    features = pair_features(pairs, encoder)
    odds = features @ np.array(fitted_weights()) + log(USUAL / (1 - USUAL))
    likely = map(probability, odds.tolist())
    return list(zip(likely, features[:, FEATURES.index("cosine")].tolist(), strict=True))


def pair_features(pairs: Pairs, encoder: Encoder) -> Array:
    """Shape (pairs, FEATURES). Numbers are left out: a changed number does not make another passage; so are names: passages of
    one article share them.
    """
    found = np.zeros((len(pairs), len(FEATURES)))
    alike = defaultdict(list)
    for place, (source, target) in enumerate(pairs):
        alike[source.language, target.language].append(place)
    cosine = _cosines(pairs, encoder)
    for languages, places in alike.items():
        some = [pairs[place] for place in places]
        found[places] = _features(some, cosine[places], usual_ratio(*languages))
    return found


def _cosines(pairs: Pairs, encoder: Encoder) -> Array:
    source, target = (encoder.sums([each[side].text for each in pairs]) for side in (0, 1))
    lengths = np.linalg.norm(source, axis=1) * np.linalg.norm(target, axis=1)
    dots = np.einsum("ij,ij->i", source, target)
    found: Array = np.divide(dots, lengths, out=np.zeros(len(pairs)), where=lengths > 0, dtype=np.float64)
    return found


def _features(pairs: Pairs, cosine: Array, ratio: float) -> Array:
    """Of pairs of the same two languages."""
    nats, counts = explained_pairs(pairs)
    lengths = np.array([[each.end - each.start for each in pair] for pair in pairs], np.float64)
    words = np.array([log1p(each) for each in counts.tolist()])
    return np.stack(
        [
            np.ones(len(pairs)),
            cosine,
            cosine * words,
            nats / NATS,
            nats / (counts + FEW),
            mismatch(lengths[:, 1], lengths[:, 0] * ratio),
            words,
        ],
        axis=1,
    )


@cache
def fitted_weights() -> tuple[float, ...]:
    """In the order of FEATURES, for pairs of which half belong together; `python -m auditor.training belonging`."""
    table = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return tuple(table[name] for name in FEATURES)
