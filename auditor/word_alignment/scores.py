"""How likely two words stand for each other, from what speaks for and against it: weights as fitted, in data/links.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from auditor.word_alignment.blocks import Floats
from auditor.word_alignment.cells import Evidence
from auditor.word_alignment.rivals import FEATURES, OWN, Doubles

LOCAL = ("ahead", "back", "likeness", "cosine", "distance")
"""Evidence of a word pair by itself, beside the kinds of both words."""
MEANING = ("ahead", "back", "likeness", "cosine")
"""Of these, what says whether two content words mean the same, wherever they stand; `one` is the constant."""
KINDS = OWN[-9:]
DIGITS = 6
"""Decimals of a score: what comes behind depends on how many word pairs are computed together."""


@dataclass(frozen=True, slots=True)
class Network:
    """One layer of rectified units: `inward` (FEATURES + 1, units) and `outward` (units + 1,), constants last."""

    inward: Doubles
    outward: Doubles


@dataclass(frozen=True, slots=True)
class Weights:
    """`local` with `kinds` and `meaning` of two logistic regressions; the networks that judge candidates the `first` and the
    `second` time; `least` is the score from which on a candidate may be a link.
    """

    local: Mapping[str, float]
    kinds: Floats
    meaning: Mapping[str, float]
    first: Network
    second: Network
    least: float


@cache
def link_weights() -> Weights:
    """As fitted by `python -m auditor.training links`."""
    text = (files("auditor.word_alignment") / "data" / "links.toml").read_text("utf-8")
    table = tomllib.loads(text)
    return Weights(
        table["local"],
        kind_weights(table["local"]),
        table["meaning"],
        _network(table["first"]),
        _network(table["second"]),
        table["least"],
    )


def _network(table: Mapping[str, Any]) -> Network:
    return Network(np.array([table[name] for name in (*FEATURES, "one")]), np.array(table["outward"]))


def kind_weights(local: Mapping[str, float]) -> Floats:
    """Of Evidence.kinds."""
    return np.array([local[name] for name in KINDS], np.float32)


def local_scores(evidence: Evidence, local: Mapping[str, float], kinds: Floats) -> Floats:
    """The probability of each cell by itself, by the weights of LOCAL and of Evidence.kinds."""
    return _likely(_weighted(evidence, LOCAL, local, kinds.take(evidence.kinds)))


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


def judged(features: Doubles, network: Network) -> Floats:
    """The probability of each candidate, from its FEATURES, shape (FEATURES, candidates)."""
    hidden = network.inward[:-1].T @ features
    hidden += network.inward[-1][:, None]
    np.maximum(hidden, 0, out=hidden)
    odds = network.outward[:-1] @ hidden + network.outward[-1]
    found: Floats = np.round(1 / (1 + np.exp(-odds)), DIGITS).astype(np.float32)
    return found
