"""What each word adds by itself to how likely it lacks a counterpart, worked out once for every word that is met."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from operator import itemgetter
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.word_alignment.lexicon import vocabulary
from auditor.word_alignment.reliability import surprises
from auditor.word_alignment.words import Reading, Word

Doubles = NDArray[np.float64]

SURE = 3.0
"""Nats from which on a surprise grows no more: above, the training data promise more than other registers keep."""
MANY = 1 << 16
"""Words of two languages from which on those that were met are forgotten."""


class Traits:
    """What each word that was met adds to its value by itself, in the columns of `table`.

    They are the constant, the factors of meaning, place and the better of both; and 1 for content words, 0 for words of
    grammar, -1 for particles, which always have the value 0.
    """

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        self._rows: dict[tuple[str, str], dict[int, int]] = {}
        self._kept: list[Reading] = []  # what is known by its id must not go
        self._columns: Doubles = np.zeros((5, 1024))
        self._new: list[tuple[float, ...]] = []

    @property
    def table(self) -> Doubles:
        """Shape (5, words or more); what was met since it was last asked for is added at once."""
        if self._new:
            end, room = len(self._kept), self._columns.shape[1]
            if end > room:
                more = np.zeros((5, max(end, 2 * room) - room))
                self._columns = np.concatenate([self._columns, more], axis=1)
            self._columns[:, end - len(self._new) : end] = np.array(self._new).T
            self._new.clear()
        return self._columns

    def rows(self, words: Sequence[Word], language: str, other: str) -> list[int]:
        """The columns of the words of a side."""
        known = self._rows.setdefault((language, other), {})
        found = list(map(known.get, map(id, map(_READING, words))))
        return [
            self._add(word.reading, known, language, other) if each is None else each
            for word, each in zip(words, found, strict=True)
        ]

    def _add(self, reading: Reading, known: dict[int, int], language: str, other: str) -> int:
        number = known[id(reading)] = len(self._kept)
        self._kept.append(reading)
        kind = -1.0 if reading.is_particle else float(reading.is_content)
        self._new.append((*coefficients(reading, language, other), kind))
        return number

    def make_room(self) -> None:
        if len(self._kept) > MANY:
            self.forget()


_READING = itemgetter(Word._fields.index("reading"))
TRAITS = Traits()
LOCK = Lock()
"""The words that were met are shared."""


def coefficients(reading: Reading, language: str, other: str) -> tuple[float, float, float, float]:
    """What a word itself adds to its log-odds: the constant, and the factors of meaning, place and the better of both."""
    constant, meaning, place, either = _trait_weights("one")
    for name, value in word_traits(reading, language, other).items():
        if value:
            alone, *by = _trait_weights(name)
            constant += value * alone
            meaning += value * by[0]
            place += value * by[1]
            either += value * by[2]
    return constant, meaning, place, either


@cache
def _trait_weights(name: str) -> tuple[float, float, float, float]:
    """Of a trait by itself and of its products with meaning, place and the better of both; `one` is in each of them."""
    weights = gap_table()["words"]
    factors = ("meaning", "place", "either")
    products = factors if name == "one" else [f"{name}_{factor}" for factor in factors]
    meaning, place, either = (weights.get(each, 0.0) for each in products)
    return weights[name], meaning, place, either


def word_traits(reading: Reading, language: str, other: str) -> dict[str, float]:
    """What of WORD a word has by itself."""
    words = vocabulary(language)
    index = words.ids.get(reading.stem)
    is_figure = reading.form[0].isdigit()
    judged = reading.is_content and not is_figure
    return {
        "surprise": judged * min(SURE, float(surprises(language, other)[-1 if index is None else index])),
        "figure": float(is_figure),
        "capital": float(reading.is_capital),
        "unknown": float(index is None),
        "grammar": float(not reading.is_content),
        "count": 0.0 if index is None else math.log1p(float(words.counts[index])) / 10,
    }


def forget_weights() -> None:
    """Forgets what was computed with the weights of `gap_table`, where it gets others."""
    TRAITS.forget()
    _trait_weights.cache_clear()


@cache
def gap_table() -> dict[str, Any]:
    """data/gaps.json, as fitted by `python -m auditor.training gaps`."""
    text = (files("auditor.gaps") / "data" / "gaps.json").read_text("utf-8")
    table: dict[str, Any] = json.loads(text)
    return table
