"""The pairs of a batch laid out for computing: the words of many passages one after the other, long passages in parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from auditor.word_alignment.readings import Ints, Readings
from auditor.word_alignment.vectors import WordVectors

Floats = NDArray[np.float32]

TOGETHER = 1 << 16
"""Word pairs computed at once, where no pair of passages has more: few enough for the caches of a processor."""
LARGEST = 1 << 18
"""Word pairs of a pair of passages above which it is taken in parts: 500 words on either side."""
ROWS = 256
"""Source words of a part, at most."""
AROUND = 256
"""Target words that a part has before and after those where its source words lead one to expect their counterparts."""


@dataclass(frozen=True, slots=True)
class Block:
    """Source words [top, bottom) and target words [left, right) of pair `pair` of a batch."""

    pair: int
    top: int
    bottom: int
    left: int
    right: int

    @property
    def size(self) -> int:
        return (self.bottom - self.top) * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one side of some blocks, block after block: their numbers among the readings of the language, what is known
    of them (Column, words), the rows of their vectors, their relative places in the passage (0 to 1), their blocks, and
    where each block begins (blocks + 1,).
    """

    numbers: Ints
    table: Ints
    vectors: Ints
    places: Floats
    blocks: Ints
    starts: Ints


def blocks_of(sizes: Sequence[tuple[int, int]]) -> Iterator[list[Block]]:
    """Blocks to be computed together, of pairs with so many words on either side; pairs without any on one side have none."""
    together: list[Block] = []
    cells = 0
    for pair, (height, width) in enumerate(sizes):
        for block in _parts(pair, height, width) if height and width else ():
            if together and cells + block.size > TOGETHER:
                yield together
                together, cells = [], 0
            together.append(block)
            cells += block.size
    if together:
        yield together


def _parts(pair: int, height: int, width: int) -> Iterator[Block]:
    if height * width <= LARGEST:
        yield Block(pair, 0, height, 0, width)
        return
    rows = min(ROWS, height)
    while rows > 1 and rows * (width * rows // height + 2 * AROUND) > LARGEST:
        rows //= 2
    for top in range(0, height, rows):
        bottom = min(height, top + rows)
        left = max(0, width * top // height - AROUND)
        yield Block(pair, top, bottom, left, min(width, -(-width * bottom // height) + AROUND))


def side(parts: Sequence[tuple[list[int], int, int]], readings: Readings, vectors: WordVectors) -> Side:
    """Of the words [first, end) of passages, given as their numbers."""
    counts = np.array([end - first for _, first, end in parts])
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])
    whole = chain.from_iterable(
        numbers if end - first == len(numbers) else numbers[first:end] for numbers, first, end in parts
    )
    numbers = np.fromiter(whole, np.int64, int(starts[-1]))
    blocks = np.repeat(np.arange(len(parts)), counts)
    firsts = np.array([first for _, first, _ in parts]) - starts[:-1]
    lasts = np.array([max(1, len(numbers) - 1) for numbers, _, _ in parts], np.float32)
    places = (np.arange(len(numbers)) + firsts[blocks]).astype(np.float32) / lasts[blocks]
    return Side(numbers, readings.table[:, numbers], vectors.of(readings, numbers), places, blocks, starts)
