"""The translation lexicon: how often a stem was seen, which stems of another language stand for it, how a stem is written."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.stored import stored_arrays

DATA = "auditor.word_alignment"
SCALE = 255.0
"""Probabilities are stored in steps of 1/255."""


class Vocabulary:
    """The stems of one language: `ids` from 0, `counts` in the training data, `shown` the usual spelling of each."""

    def __init__(self, arrays: dict[str, NDArray[Any]]) -> None:
        self.stems = text_of(arrays["stems"]).split("\n")
        self.ids = {stem: index for index, stem in enumerate(self.stems)}
        self.counts: NDArray[np.float32] = arrays["counts"].astype(np.float32)
        self._shown = arrays["shown"]
        self._spellings: list[str] = []
        bare = text_of(arrays["bare"]).split("\n")
        self._bare: dict[str, float] = dict(zip(bare, arrays["bare_counts"].tolist(), strict=True))

    def bare_count(self, word: str) -> float:
        """How often a folded Arabic word was seen without particles; 0 if never, and in other languages."""
        return self._bare.get(word, 0.0)

    def spelling(self, index: int) -> str:
        """The most frequent spelling of a stem, with its accents."""
        if not self._spellings:
            self._spellings = text_of(self._shown).split("\n")
        return self._spellings[index] or self.stems[index]


class Lexicon:
    """Which stems of `source` stand for which of `target`: rows of word ids with probabilities in [0, 1]."""

    def __init__(self, source: Vocabulary, target: Vocabulary, entries: Entries) -> None:
        self.source = source
        self.target = target
        self._entries = entries
        self._known: dict[int, dict[int, tuple[float, float]]] = {}

    def known(self, index: int) -> dict[int, tuple[float, float]]:
        """The translations of a source stem: target id to the square roots of p(target | source), p(source | target)."""
        found = self._known.get(index)
        if found is None:
            others, ahead, back = self.row(index)
            values = zip(np.sqrt(ahead).tolist(), np.sqrt(back).tolist(), strict=True)
            found = self._known[index] = dict(zip(others.tolist(), values, strict=True))
        return found

    def row(self, index: int) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.float32]]:
        """The translations of a source stem: target ids, p(target | source), p(source | target), the likeliest first."""
        start, end = self._entries.starts[index], self._entries.starts[index + 1]
        return self._entries.others[start:end], self._entries.ahead[start:end], self._entries.back[start:end]

    def translations(
        self, indices: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
        """Those of many source stems at once: the place among `indices`, the target id, p(target | source)."""
        owners, places = self._entries.places(indices)
        return owners, self._entries.others[places], self._entries.ahead[places]

    def roots(
        self, indices: NDArray[np.int64], wanted: NDArray[np.bool_]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
        """Those of many source stems that are `wanted`, one truth value for each target stem: the place among `indices`, the
        target id, the square roots of p(target | source) and p(source | target), shape (entries, 2).
        """
        owners, places = self._entries.places(indices)
        kept = np.flatnonzero(wanted[self._entries.others[places]])
        places = places[kept]
        return owners[kept], self._entries.others[places], self._entries.roots[places]


class Entries:
    """The entries of a language pair in rows, one for each stem of the given side."""

    def __init__(
        self, ids: NDArray[Any], others: NDArray[Any], ahead: NDArray[Any], back: NDArray[Any], size: int
    ) -> None:
        order = np.lexsort((-ahead.astype(np.int16), ids))
        self.begins: NDArray[np.int64] = np.searchsorted(ids[order], np.arange(size + 1)).astype(np.int64)
        self.starts = self.begins.tolist()
        self.others: NDArray[np.int64] = others[order].astype(np.int64)
        self.ahead: NDArray[np.float32] = ahead[order].astype(np.float32) / np.float32(SCALE)
        self.back: NDArray[np.float32] = back[order].astype(np.float32) / np.float32(SCALE)
        self.roots = np.sqrt(np.stack([self.ahead, self.back], axis=1))

    def places(self, indices: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Those of the rows `indices`, one row after the other: the number of the row among `indices`, the place."""
        starts = self.begins[indices]
        counts = self.begins[indices + 1] - starts
        owners = np.repeat(np.arange(len(indices)), counts)
        return owners, np.arange(len(owners)) + np.repeat(starts - (np.cumsum(counts) - counts), counts)


@cache
def vocabulary(language: str) -> Vocabulary:
    return Vocabulary(_load(f"words.{language}.npz"))


@cache
def lexicon(source: str, target: str) -> Lexicon:
    """The lexicon from one language into another; both directions come from one file."""
    turned = (source, target) in {("fr", "ar"), ("en", "ar"), ("en", "fr")}
    arrays = _load(f"{target}-{source}.npz" if turned else f"{source}-{target}.npz")
    left, right, forward, backward = (arrays[name] for name in ("left", "right", "forward", "backward"))
    size = len(vocabulary(source).stems)
    entries = (
        Entries(right, left, backward, forward, size)
        if turned
        else Entries(left, right, forward, backward, size)
    )
    return Lexicon(vocabulary(source), vocabulary(target), entries)


def text_of(array: NDArray[Any]) -> str:
    """The text that an array of bytes holds."""
    return array.tobytes().decode("utf-8")


def bytes_of(text: str) -> NDArray[np.uint8]:
    """A text as an array of bytes."""
    return np.frombuffer(text.encode("utf-8"), np.uint8)


def _load(name: str) -> dict[str, NDArray[Any]]:
    return stored_arrays(DATA, name)
