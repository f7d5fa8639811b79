"""How sure it is that a name left over was lost: by the forest or the weights that `python -m auditor.training names` fits."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from operator import mul
from typing import TYPE_CHECKING

from auditor.names.slots.leftovers import FEATURES, Leftover
from auditor.odds import probability

if TYPE_CHECKING:
    from auditor.forest import Forest


def probabilities(found: Sequence[Leftover], script: str) -> list[float]:
    """How sure it is that each name was lost or replaced."""
    if not found:
        return []
    return [probability(each) for each in (_by_forest(found) if script == "arabic" else _by_weights(found))]


def _by_weights(found: Sequence[Leftover]) -> list[float]:
    weights = _weights()
    return [sum(map(mul, weights, each.features)) for each in found]


def _by_forest(found: Sequence[Leftover]) -> list[float]:
    import numpy as np

    forest, scale, offset = _forest()
    logits = forest.logits(np.array([each.features for each in found], np.float32))
    return [float(scale * each + offset) for each in logits]


@cache
def _weights() -> tuple[float, ...]:
    """The weights of FEATURES for originals in Latin letters."""
    table = tomllib.loads((files("auditor.names") / "data" / "leftovers.toml").read_text("utf-8"))["latin"]
    return tuple(table[name] for name in FEATURES)


@cache
def _forest() -> tuple[Forest, float, float]:
    from auditor.forest import calibrated_forest
    from auditor.stored import stored_arrays

    return calibrated_forest(stored_arrays("auditor.names", "leftovers.npz"))
