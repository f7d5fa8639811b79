"""From which log-odds on a gap is reported, and how sure it is: by forests that each saw the other half of the texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.gaps import coverage, features
from auditor.gaps.likelihood import HOPELESS
from auditor.gaps.traits import gap_table
from auditor.training import forest
from auditor.training.made_gaps import PROSE, MadePair
from auditor.training.weights import logistic

Doubles = NDArray[np.float64]

REPORTED, MAJOR = 0.016, 0.0028
"""Share of the sound pairs of the fitted half in which something may be reported, and in which it may be as major."""
MAJOR_CONFIDENCE = 0.7
"""Confidence that is major at least."""
GAPS_AMONG = 20
"""Pairs of which one has a clause left out or put in, for the confidence."""
PLAN = forest.Plan(trees=300, levels=5, rate=0.06)
"""Of six plans tried, about the best on the other half."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the forest asks of the loosest stretch of a side of a pair made; `is_gap` says that it is what was made."""

    made: int
    side: int
    row: list[float]
    is_gap: bool
    is_sound: bool
    worth: float

    @property
    def is_taught(self) -> bool:
        return self.is_gap or self.is_sound


def columns(judged: Sequence[Judged]) -> tuple[Doubles, Doubles, Doubles]:
    """Features, which are gaps, what each counts."""
    rows = np.array([each.row for each in judged])
    truth = np.array([each.is_gap for each in judged], np.float64)
    return rows, truth, np.array([each.worth for each in judged])


def thresholds(made: Sequence[MadePair], judged: Sequence[Judged]) -> dict[str, Any]:
    """From which log-odds on something is reported, from which confidence on it is major, and what the confidence is.

    By forests that each saw the other half of the texts of the development sets.
    """
    halves = half_of(made)
    telling = [each for each in judged if halves[each.made] is not None]
    rows, *_ = columns(telling)
    odds = np.zeros(len(telling))
    which = np.array([halves[each.made] for each in telling])
    for half in (0, 1):
        taught = columns([each for each in judged if each.is_taught and halves[each.made] != half])
        odds[which == half] = forest.fitted(taught[0].astype(np.float32), *taught[1:], PLAN).logits(
            rows[which == half].astype(np.float32)
        )
    promise = [gap_table()["promise"][name] for name in features.WORDY]
    odds[rows[:, : len(promise)] @ np.array(promise) < coverage.PROMISING] = HOPELESS
    sound = [
        number for number, each in enumerate(made) if each.kind == "sound" and halves[number] is not None
    ]
    most = dict.fromkeys(sound, HOPELESS)
    for each, value in zip(telling, odds, strict=True):
        if each.is_sound:
            most[each.made] = max(most[each.made], float(value))
    reported, major = (float(np.quantile(list(most.values()), 1 - share)) for share in (REPORTED, MAJOR))
    constant, slope = calibration(odds, telling, made, len(sound))
    likely = 1 / (1 + np.exp(-slope * major - constant))
    return {
        "reported": round(reported, 4),
        "major": round(max(MAJOR_CONFIDENCE, float(likely)), 4),
        "calibration": [round(slope, 4), round(constant, 4)],
    }


def calibration(
    odds: Doubles, telling: Sequence[Judged], made: Sequence[MadePair], sound: int
) -> tuple[float, float]:
    """The line from log-odds to those of being a gap where one pair of GAPS_AMONG has a clause left out or put in."""
    clauses = sum(made[number].kind.startswith("clause") for number in {each.made for each in telling})
    worth = np.array(
        [
            1.0
            if each.is_sound
            else made[each.made].kind.startswith("clause") * sound / clauses / (GAPS_AMONG - 1)
            for each in telling
        ]
    )
    truth = np.array([each.is_gap for each in telling], np.float64)
    rows = np.stack([np.ones(len(odds)), odds], axis=1)
    kept = odds > HOPELESS
    constant, slope = logistic(rows[kept], truth[kept], times=worth[kept])
    return float(constant), float(slope)


def half_of(made: Sequence[MadePair]) -> list[int | None]:
    """The half in which the text of each pair is, the same for all its languages; None for train."""
    found: list[int | None] = []
    rows: dict[tuple[str, str, str], dict[str, int]] = {}
    for each in made:
        alike = rows.setdefault((each.row.set, each.row.source.language, each.row.target.language), {})
        place = alike.setdefault(each.row.source.text, len(alike))
        found.append(None if each.row.set in PROSE else place % 2)
    return found
