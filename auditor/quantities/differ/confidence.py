"""How sure a difference is by its kind, as counted on development data."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def confidence(how: str) -> float:
    """The share of differences of this kind that are right, in (0, 1), by the rule of succession (Laplace 1774).

    Counts and where they come from: data/confidence.toml. Raises KeyError for a kind that was not counted.
    """
    counts = _counts()[how]
    return (counts["right"] + 1) / (counts["right"] + counts["wrong"] + 2)


@cache
def _counts() -> dict[str, dict[str, int]]:
    return tomllib.loads((files("auditor.quantities") / "data" / "confidence.toml").read_text("utf-8"))
