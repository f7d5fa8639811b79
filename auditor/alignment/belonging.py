"""Whether the two passages of one pair belong together, where no other passages tell what is likely by chance."""

from __future__ import annotations

import json
from functools import cache
from math import exp, log, log1p
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.alignment.lengths import mismatch, usual_ratio
from auditor.alignment.region import whole
from auditor.alignment.resemblance import Resemblance
from auditor.alignment.sides import read_sides
from auditor.bitext import Passage

if TYPE_CHECKING:
    from auditor.embedding import Encoder

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


def belonging(source: Passage, target: Passage, encoder: Encoder) -> tuple[float, float]:
    """The probability that the passages belong together, in [0, 1], and the cosine of their embeddings."""
    found = pair_features(source, target, encoder)
    odds = sum(weight * value for weight, value in zip(fitted_weights(), found, strict=True))
    odds += log(USUAL / (1 - USUAL))
    return 1 / (1 + exp(-max(-50.0, min(50.0, odds)))), found[FEATURES.index("cosine")]


def pair_features(source: Passage, target: Passage, encoder: Encoder) -> tuple[float, ...]:
    """In the order of FEATURES. Numbers are left out: a changed number does not make another passage; so are names: passages of
    one article share them.
    """
    vectors = encoder.sums([source.text]), encoder.sums([target.text])
    sides = read_sides(([source], [target]), vectors)
    _, sums = next(Resemblance(sides, whole(1, 1), ((1, 1),)).sums())
    cosine = float(sums.cosine[0])
    nats = float(sums.target_explained[0] + sums.source_explained[0])
    words = len(sides.source.words.things) + len(sides.target.words.things)
    lengths = [side.lengths[-1:] for side in (sides.source, sides.target)]
    wanted = lengths[0] * usual_ratio(source.language, target.language)
    return (
        1.0,
        cosine,
        cosine * log1p(words),
        nats / NATS,
        nats / (words + FEW),
        float(mismatch(lengths[1], wanted)[0]),
        log1p(words),
    )


@cache
def fitted_weights() -> tuple[float, ...]:
    """In the order of FEATURES, for pairs of which half belong together; `python -m auditor.training belonging`."""
    table = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return tuple(table[name] for name in FEATURES)
