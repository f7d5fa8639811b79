"""Probabilities from log odds."""

from __future__ import annotations

from math import exp

FARTHEST = 50.0
"""Log odds beyond which nothing is surer."""


def probability(log_odds: float) -> float:
    """In (0, 1)."""
    return 1 / (1 + exp(-max(-FARTHEST, min(FARTHEST, log_odds))))
