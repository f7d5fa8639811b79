"""The words and word pairs of many alignments laid out one after the other, so that misfits are weighed all at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.word_alignment.links import Floats, WordAlignment
from auditor.word_alignment.reliability import log_counts, lone_surprises
from auditor.wrong_words.candidates import OPEN

LOWEST = 1e-5
"""Probabilities are taken for no less than this, and for no more than the rest to 1."""

Integers = NDArray[np.int64]
Doubles = NDArray[np.float64]


class Words:
    """The words of one side of pairs, one pair after the other: where each pair begins, the pair of each word, the surprise at
    its having no counterpart, its log frequency, and the best meaning that it has.
    """

    def __init__(self, alignments: Sequence[WordAlignment], side: int) -> None:
        self.words = [(each.source_words, each.target_words)[side] for each in alignments]
        self.sizes = np.array([len(words) for words in self.words])
        self.starts = np.cumsum(self.sizes) - self.sizes
        self.owners = np.repeat(np.arange(len(alignments)), self.sizes)
        self.best = np.concatenate([each.covered[side] for each in alignments]).astype(np.float64)
        self.wonder, self.count = self._known(alignments, side)
        self.is_content = self.wonder >= 0
        self.is_loose = self.is_content & (self.best < OPEN)
        self.contents = self.sum(self.is_content)
        self.loose = self.sum(self.is_loose)
        self.lack = self.sum(np.where(self.is_loose, self.wonder, 0.0))

    def sum(self, values: NDArray[Any]) -> Doubles:
        """Of the words of each pair."""
        found: Doubles = np.add.reduceat(values, self.starts, dtype=np.float64)
        return found

    def _known(self, alignments: Sequence[WordAlignment], side: int) -> Doubles:
        by_languages: dict[tuple[str, str], list[int]] = {}
        for number, each in enumerate(alignments):
            languages = each.source.language, each.target.language
            by_languages.setdefault(languages[::-1] if side else languages, []).append(number)
        found = np.empty((2, len(self.owners)))
        for languages, members in by_languages.items():
            columns = np.concatenate([alignments[number].columns[side] for number in members], axis=1)
            own = np.isin(self.owners, members) if len(by_languages) > 1 else slice(None)
            found[:, own] = lone_surprises(columns, *languages, -1.0), log_counts(columns)
        return found


class Columns:
    """The cells of target words with all source words of their pair, one target word after the other."""

    def __init__(self, alignments: Sequence[WordAlignment], targets: Words, chosen: Integers) -> None:
        self._alignments = alignments
        heights = np.array([len(each.source_words) for each in alignments])
        owners = targets.owners[chosen]
        sizes = heights * targets.sizes
        self.row_starts = np.cumsum(heights) - heights
        self.heights, self.widths = heights[owners], targets.sizes[owners]
        self.starts = np.cumsum(self.heights) - self.heights
        down = np.arange(int(self.heights.sum())) - np.repeat(self.starts, self.heights)
        first = (np.cumsum(sizes) - sizes)[owners] + chosen - targets.starts[owners]
        self.cells = np.repeat(first, self.heights) + down * np.repeat(self.widths, self.heights)
        self.rows = np.repeat(self.row_starts[owners], self.heights) + down
        self.row_sizes = np.repeat(targets.sizes, heights)

    def flat(self, table: str) -> Floats:
        """All cells of a table of the alignments."""
        return np.concatenate([getattr(each, table).ravel() for each in self._alignments])

    def most(self, table: str) -> Floats:
        """The greatest value of each target word."""
        return self.greatest(self.flat(table)[self.cells])

    def greatest(self, values: Floats) -> Floats:
        """Of the cells of each target word."""
        if not len(self.starts):
            return np.zeros(0, np.float32)
        found: Floats = np.maximum.reduceat(values, self.starts)
        return found


def logits(likely: Floats) -> Floats:
    held = np.clip(likely, np.float32(LOWEST), np.float32(1 - LOWEST))
    found: Floats = np.log(held / (1 - held))
    return found


def two_greatest(values: Floats, starts: Integers, sizes: Integers) -> tuple[Floats, Floats]:
    """The greatest and the next of each stretch of values; 0 where there is no other."""
    best = np.maximum.reduceat(values, starts)
    is_best = values == np.repeat(best, sizes)
    second = np.maximum.reduceat(np.where(is_best, np.float32(0), values), starts)
    several = np.add.reduceat(is_best, starts, dtype=np.int64) > 1
    return best, np.where(several, best, second)
