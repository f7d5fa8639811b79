"""How likely two words stand for each other, from what speaks for and against it: weights as fitted, in data/links.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.word_alignment.blocks import Floats
from auditor.word_alignment.cells import Evidence
from auditor.word_alignment.rivals import FEATURES

Doubles = NDArray[np.float64]

LOCAL = ("ahead", "back", "likeness", "cosine", "distance")
"""Evidence of a word pair by itself, beside the kinds of both words."""
MEANING = ("ahead", "back", "likeness", "cosine")
"""Of these, what says whether two content words mean the same, wherever they stand; `one` is the constant."""
KINDS = FEATURES[-9:]
DIGITS = 6
"""Decimals of a score: what comes behind depends on how many word pairs are computed together."""


@dataclass(frozen=True, slots=True)
class Weights:
    """`local` with `kinds` and `meaning` of two logistic regressions; `inward` (FEATURES + 1, units) and `outward` (units + 1,) of the
    network that judges candidates, constants last; `least` is the score from which on a candidate may be a link.
    """

    local: Mapping[str, float]
    kinds: Floats
    meaning: Mapping[str, float]
    inward: Doubles
    outward: Doubles
    least: float


@cache
def link_weights() -> Weights:
    """As fitted by `python -m auditor.training links`."""
    text = (files("auditor.word_alignment") / "data" / "links.toml").read_text("utf-8")
    return weights_of(tomllib.loads(text))


def weights_of(table: Mapping[str, Any]) -> Weights:
    """From the tables of data/links.toml."""
    inward = [table["network"][name] for name in (*FEATURES, "one")]
    return Weights(
        table["local"],
        np.array([table["local"][name] for name in KINDS], np.float32),
        table["meaning"],
        np.array(inward),
        np.array(table["outward"]["units"]),
        table["least"],
    )


def local_scores(evidence: Evidence, weights: Weights) -> Floats:
    """The probability of each cell by itself."""
    return _likely(_weighted(evidence, LOCAL, weights.local, weights.kinds.take(evidence.kinds)))


def meanings(evidence: Evidence, weights: Weights) -> Floats:
    """The probability of each cell that its words mean the same, by lexicon, spelling and vectors alone."""
    constant = np.full(len(evidence.cosine), weights.meaning["one"], np.float32)
    return _likely(_weighted(evidence, MEANING, weights.meaning, constant))


def _weighted(
    evidence: Evidence, names: tuple[str, ...], weights: Mapping[str, float], total: Floats
) -> Floats:
    for name in names:
        total += getattr(evidence, name) * np.float32(weights[name])
    return total


def _likely(odds: Floats) -> Floats:
    """The probabilities of logarithmic odds, in their place."""
    np.negative(odds, out=odds)
    np.exp(odds, out=odds)
    odds += 1
    return np.reciprocal(odds, out=odds)


def final_scores(features: Floats, weights: Weights) -> Floats:
    """The probability of each candidate: a network with one layer of rectified units."""
    hidden = np.maximum(features.astype(np.float64) @ weights.inward[:-1] + weights.inward[-1], 0)
    odds = hidden @ weights.outward[:-1] + weights.outward[-1]
    found: Floats = np.round(1 / (1 + np.exp(-odds)), DIGITS).astype(np.float32)
    return found
