"""Whether two documents are translations of each other at all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from math import log2
from pathlib import Path

import numpy as np

from auditor.alignment.counterparts import FEATURES as BEAD_FEATURES
from auditor.alignment.counterparts import Array, Bead, Passages, bead_features
from auditor.alignment.moved import Placed
from auditor.odds import probability

FEATURES = ("size", "likeness", "coverage")
FEWEST = 3  # different sentences of either side; of fewer nothing is said
ENOUGH = 31  # sentences of the shorter side beyond which more of them tell nothing more
MOST = 300  # beads that are compared with what is elsewhere, evenly spread
ELSEWHERE = 40  # places with which a bead is compared, evenly spread
TINY = 1e-6
WEIGHTS = Path(__file__).parent / "strangers.json"


def strangeness(sides: tuple[Passages, Passages], beads: Sequence[Placed]) -> float:
    """The probability in [0, 1] that two aligned documents are no translations of each other; 0 for a few sentences."""
    if min(len({sentence.text for sentence in side.sentences}) for side in sides) < FEWEST:
        return 0.0
    odds = float(document_features(sides, beads) @ np.array(fitted_weights()))
    return round(probability(odds), 4)


def doubted(placed: Placed, strange: float) -> Placed:
    """A bead of two texts that are strangers with this probability: its own takes for granted that they are not."""
    sure = placed.confidence * (1 - strange)
    two_sided = placed.bead[2] and placed.bead[3]
    return replace(placed, confidence=sure if two_sided else strange + sure)


@cache
def fitted_weights() -> tuple[float, ...]:
    """In the order of FEATURES; fitted by `python -m auditor.training strangers`."""
    table = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return tuple(table[name] for name in FEATURES)


def document_features(sides: tuple[Passages, Passages], beads: Sequence[Placed]) -> Array:
    """In the order of FEATURES, each times the size: the more sentences, the surer.

    `size`: the log of the sentences of the shorter side. `likeness`: how far the similarity of two-sided beads is above
    that of runs of as many sentences elsewhere, as a share of what is left to 1; the mean by characters, of which
    those of one-sided beads count as 0. `coverage`: the share of the characters in beads more alike than either half and any
    sentence elsewhere. Both on the side that has more of them: what one side has alone makes nobody a stranger. The
    confidence of the beads tells nothing here, since it takes for granted that the texts belong together.
    """
    size = log2(1 + min(ENOUGH, *(len(side.sentences) for side in sides)))
    both = [each.bead for each in beads if each.bead[2] and each.bead[3]]
    if not both:
        return np.array([size, 0.0, 0.0])
    chosen = [both[place] for place in np.unique(np.linspace(0, len(both) - 1, MOST).astype(np.int64))]
    seen = bead_features(sides, chosen)
    similar, *leads = (
        seen[:, BEAD_FEATURES.index(name)]
        for name in ("similarity", "lead over targets", "lead over sources")
    )
    characters = _characters(sides, chosen)
    chance = np.array([_chance(sides, bead) for bead in chosen])
    covered = _characters(sides, both).sum(axis=0) / [max(1, int(side.lengths[-1])) for side in sides]
    shares = characters / (characters.sum(axis=0) + TINY) * covered
    likeness = ((similar - chance) / np.maximum(TINY, 1 - chance)) @ shares
    ahead = (np.minimum(*leads) > 0) @ shares
    return np.array([1.0, float(likeness.max()), float(ahead.max())]) * size


def _chance(sides: tuple[Passages, Passages], bead: Bead) -> float:
    """The mean cosine of either half and runs of as many sentences as the other has, elsewhere on the other side."""
    found = []
    for own in (0, 1):
        side, (first, size) = sides[1 - own], (bead[1 - own], bead[3 - own])
        last = len(side.sentences) - size
        places = np.unique(np.linspace(0, last, ELSEWHERE).astype(np.int64))
        places = places[(places + size <= first) | (places >= first + size)]
        if len(places):
            half = sides[own].unit(bead[own], bead[own + 2])
            found.append(float((side.runs(places, np.full_like(places, size)) @ half).mean()))
    return float(np.mean(found)) if found else 0.0


def _characters(sides: tuple[Passages, Passages], beads: Sequence[Bead]) -> Array:
    """Of each bead, on either side; shape (beads, 2)."""
    i, j, a, b = np.array(beads, dtype=np.int64).T
    found: Array = np.column_stack([sides[0].characters(i, a), sides[1].characters(j, b)]).astype(np.float64)
    return found
