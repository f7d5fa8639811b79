"""How likely what was found is an error: logistic regressions fitted by `python -m auditor.training polarity`."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from auditor.odds import probability


def judged(kind: str, features: Sequence[float]) -> float:
    """The probability, in (0, 1), by the weights of a kind."""
    return probability(log_odds(kind, features))


def log_odds(kind: str, features: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(_weights()[kind], features, strict=True))


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    text = (files("auditor.polarity") / "data" / "weights.toml").read_text("utf-8")
    return {kind: tuple(table.values()) for kind, table in tomllib.loads(text).items()}


def worth(kind: str, name: str) -> float:
    """What the log odds of an error owe to one word or pair of opposites, 0 for what was never seen."""
    return _worths().get(kind, {}).get(name, 0.0)


@cache
def _worths() -> dict[str, dict[str, float]]:
    text = (files("auditor.polarity") / "data" / "worth.toml").read_text("utf-8")
    return tomllib.loads(text)
