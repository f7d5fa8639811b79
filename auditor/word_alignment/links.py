"""Which target word stands for which source word of a pair."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.bitext import Passage
from auditor.word_alignment.cells import Cells
from auditor.word_alignment.readings import Ints
from auditor.word_alignment.rivals import Candidates
from auditor.word_alignment.words import Word

Floats = NDArray[np.float32]


class Link(NamedTuple):
    """Source word and target word, as places in the words of an alignment, that stand for each other; score in [0, 1]."""

    source: int
    target: int
    score: float


@dataclass(frozen=True)
class WordAlignment:
    """The words of a pair and the links between them, ordered by source, then target.

    `plausibility` (source words, target words): the probability that the two stand for each other, of every word pair.
    `meaning`, same shape: the probability by lexicon, spelling and vectors alone, wherever the words stand.
    `known` and `similarity`, same shape: what lexicon or spelling say of it (the stronger of both directions), the cosine.
    In passages of many hundred words all are 0 far from where the counterpart of a word is to be expected.
    `columns`: for the words of either side what is known of each in numbers, shape (`readings.Column`, words).
    """

    source: Passage
    target: Passage
    source_words: tuple[Word, ...]
    target_words: tuple[Word, ...]
    links: tuple[Link, ...]
    columns: tuple[Ints, Ints] = field(repr=False, compare=False)
    plausibility: Floats = field(repr=False, compare=False)
    meaning: Floats = field(repr=False, compare=False)
    known: Floats = field(repr=False, compare=False)
    similarity: Floats = field(repr=False, compare=False)

    @cached_property
    def covered(self) -> tuple[Floats, Floats]:
        """For each source word, and each target word, the best `meaning`; 0 where the other side has no words."""
        best = np.maximum.reduce
        return best(self.meaning, axis=1, initial=0.0), best(self.meaning, axis=0, initial=0.0)


def choose(cells: Cells, found: Candidates, scores: Floats, least: float) -> list[list[Link]]:
    """For each block the candidates at `least` or above that are the best of one of their words."""
    best = np.zeros(len(cells.source.blocks), np.float32)
    np.maximum.at(best, found.rows, scores)
    of_target = np.zeros(len(cells.target.blocks), np.float32)
    np.maximum.at(of_target, found.columns, scores)
    is_best = (scores == best[found.rows]) | (scores == of_target[found.columns])
    chosen = np.flatnonzero((scores >= np.float32(least)) & is_best)
    rows, columns = found.rows[chosen], found.columns[chosen]
    blocks = cells.source.blocks[rows]
    links = map(
        Link,
        (rows - cells.source.starts[blocks]).tolist(),
        (columns - cells.target.starts[blocks]).tolist(),
        scores[chosen].tolist(),
    )
    ends = np.cumsum(np.bincount(blocks, minlength=len(cells.bounds) - 1)).tolist()
    every = list(links)
    return [every[start:end] for start, end in zip([0, *ends], ends, strict=False)]
