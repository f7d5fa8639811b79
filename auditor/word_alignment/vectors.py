"""Vectors of words and passages, each distinct text embedded once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from auditor.word_alignment.readings import Readings

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

MANY = 1 << 14
"""Words of which vectors are kept from one batch to the next: 32 MB."""


class WordEncoder(Protocol):
    """What is needed of an embedding model."""

    def sums(self, texts: Sequence[str], /) -> NDArray[np.float32]:
        """The sum of the token vectors of each text, shape (texts, dimensions)."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """Sums of token vectors by text, and the same at length 1; the last row is zero, for what has none."""

    places: dict[str, int]
    sums: Floats
    units: Floats

    def sum_of(self, text: str) -> Floats:
        """Shape (dimensions,)."""
        found: Floats = self.sums[self.places.get(text, -1)]
        return found

    def units_of(self, texts: Iterable[str]) -> Floats:
        """Vectors of length 1 (0 for a text without one), shape (texts, dimensions)."""
        found: Floats = self.units[[self.places.get(text, -1) for text in texts]]
        return found

    def cosines(self, ones: Iterable[str], others: Iterable[str]) -> Floats:
        """Shape (ones, others); 0 where a text has no vector."""
        found: Floats = self.units_of(ones) @ self.units_of(others).T
        return found


def embed(texts: Iterable[str], encoder: WordEncoder | None) -> Vectors:
    """Vectors of the distinct texts; without an encoder all are zero. The empty text has none."""
    distinct = sorted(set(texts) - {""})
    if encoder is None or not distinct:
        nothing = np.zeros((1, 1), np.float32)
        return Vectors({}, nothing, nothing)
    sums = np.asarray(encoder.sums(distinct), np.float32)
    sums = np.concatenate([sums, np.zeros_like(sums[:1])])
    units = sums / (np.linalg.norm(sums, axis=1, keepdims=True) + np.float32(1e-9))
    return Vectors({text: place for place, text in enumerate(distinct)}, sums, units)


class WordVectors:
    """Vectors of length 1 of the words that were met, each embedded once: row 0 is zero, for words without one."""

    def __init__(self, encoder: WordEncoder | None) -> None:
        self.encoder = encoder
        self._empty()

    def _empty(self) -> None:
        self._rows: dict[str, int] = {"": 0}
        self._places: dict[str, tuple[int, Ints]] = {}
        self.units: Floats = np.zeros((1, 1), np.float32)

    def make_room(self) -> None:
        """Forgets what was met where that is too much; rows given before are void then."""
        if len(self._rows) > MANY:
            self._empty()

    def meet(self, words: Iterable[tuple[Readings, Sequence[int]]]) -> None:
        """Embeds the words that were not met before, of one or more languages given as their numbers, in one call."""
        if self.encoder is None:
            return
        unmet = [
            (self._places_of(readings), readings.known, self._unmet(readings, numbers))
            for readings, numbers in words
        ]
        spellings = {known[number].spelling for _, known, numbers in unmet for number in numbers}
        self._embed(sorted(each for each in spellings if each not in self._rows), self.encoder)
        for places, known, numbers in unmet:
            places[numbers] = [self._rows[known[number].spelling] for number in numbers]

    def of(self, readings: Readings, numbers: Ints) -> Ints:
        """The rows in `units` of words that were met, given as their numbers among the readings of a language."""
        if self.encoder is None:
            return np.zeros(len(numbers), np.int64)
        found: Ints = self._places_of(readings)[numbers]
        return found

    def unit(self, spelling: str) -> Floats:
        """The vector of a word, embedded if it was not met, shape (dimensions,); only of an encoder."""
        if spelling not in self._rows and self.encoder is not None:
            self._embed([spelling], self.encoder)
        found: Floats = self.units[self._rows[spelling]]
        return found

    def all_units(self, spellings: Sequence[str]) -> Floats:
        """The vectors of words, those that were not met embedded in one call, shape (words, dimensions); only of an encoder."""
        if self.encoder is not None:
            self._embed(sorted({each for each in spellings if each not in self._rows}), self.encoder)
        found: Floats = self.units[[self._rows[each] for each in spellings]]
        return found

    def _unmet(self, readings: Readings, numbers: Sequence[int]) -> list[int]:
        every = np.array(numbers, np.int64)
        found: list[int] = np.unique(every[self._places_of(readings)[every] < 0]).tolist()
        return found

    def _places_of(self, readings: Readings) -> Ints:
        """The row of each reading of a language; -1 for those that were not met."""
        generation, places = self._places.get(readings.language, (-1, np.zeros(0, np.int64)))
        kept = places if generation == readings.generation else places[:0]
        if len(kept) < len(readings.known):
            room = np.full(readings.table.shape[1] - len(kept), -1, np.int64)
            kept = np.concatenate([kept, room])
            self._places[readings.language] = readings.generation, kept
        return kept

    def _embed(self, words: Sequence[str], encoder: WordEncoder) -> None:
        if not words:
            return
        sums = np.asarray(encoder.sums(words), np.float32)
        begin, end = len(self._rows), len(self._rows) + len(words)
        if end > len(self.units):
            room = np.zeros((max(end, 2 * len(self.units)), sums.shape[1]), np.float32)
            room[1:begin] = self.units[1:begin]
            self.units = room
        lengths = np.linalg.norm(sums, axis=1, keepdims=True) + np.float32(1e-9)
        np.divide(sums, lengths, out=self.units[begin:end])
        self._rows.update(zip(words, range(begin, end), strict=True))


_LAST: list[WordVectors] = []


def word_vectors(encoder: WordEncoder | None) -> WordVectors:
    """Those of one encoder, kept for all texts that it is used for until another is used."""
    if not _LAST or _LAST[0].encoder is not encoder:
        _LAST[:] = [WordVectors(encoder)]
    return _LAST[0]


def cosine(one: Floats, other: Floats) -> float:
    """Of two vectors; 0 where one of them is zero."""
    return float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other) + np.float32(1e-9)))
