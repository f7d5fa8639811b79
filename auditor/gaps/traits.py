"""What each word adds by itself to how likely it lacks a counterpart."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.readings import Column, Ints, Kind
from auditor.word_alignment.reliability import log_counts, lone_surprises

Doubles = NDArray[np.float64]

SURE = 3.0
"""Nats from which on a surprise grows no more: above, the training data promise more than other registers keep."""


def added(alignments: Sequence[WordAlignment]) -> Doubles:
    """What each word of both sides adds to its value by itself, alignment by alignment, its source first: shape (5, words).

    That is the constant, the factors of meaning, place and the better of both; and 1 for content words, 0 for words of
    grammar, -1 for particles, which always have the value 0.
    """
    sides = [columns for each in alignments for columns in each.columns]
    kinds: dict[tuple[str, str], list[int]] = {}
    for number, each in enumerate(alignments):
        languages = each.source.language, each.target.language
        kinds.setdefault(languages, []).append(2 * number)
        kinds.setdefault(languages[::-1], []).append(2 * number + 1)
    owners = np.repeat(np.arange(len(sides)), [columns.shape[1] for columns in sides])
    found = np.empty((5, len(owners)))
    for (language, other), members in kinds.items():
        own = np.isin(owners, members)
        found[:, own] = _added(np.concatenate([sides[each] for each in members], axis=1), language, other)
    return found


def _added(columns: Ints, language: str, other: str) -> Doubles:
    weights = gap_table()["words"]
    factors = ("meaning", "place", "either")
    found = np.repeat([[weights[name]] for name in ("one", *factors)], columns.shape[1], axis=1)
    for name, values in word_traits(columns, language, other).items():
        found[0] += values * weights[name]
        for row, factor in enumerate(factors, start=1):
            if f"{name}_{factor}" in weights:
                found[row] += values * weights[f"{name}_{factor}"]
    kind = columns[Column.KIND].astype(np.float64) - Kind.GRAMMAR
    return np.concatenate([found, kind[None]])


def word_traits(columns: Ints, language: str, other: str) -> dict[str, Doubles]:
    """What of WORD words have by themselves, each of shape (words,)."""
    return {
        "surprise": np.minimum(SURE, lone_surprises(columns, language, other, 0.0)),
        "figure": (columns[Column.FIGURE] == 1).astype(np.float64),
        "capital": (columns[Column.CAPITAL] == 1).astype(np.float64),
        "unknown": (columns[Column.STEM] < 0).astype(np.float64),
        "grammar": (columns[Column.KIND] != Kind.CONTENT).astype(np.float64),
        "count": log_counts(columns) / 10,
    }


@cache
def gap_table() -> dict[str, Any]:
    """data/gaps.json, as fitted by `python -m auditor.training gaps`."""
    text = (files("auditor.gaps") / "data" / "gaps.json").read_text("utf-8")
    table: dict[str, Any] = json.loads(text)
    return table
