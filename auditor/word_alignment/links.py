"""Which target word stands for which source word of a pair: local evidence, then the support of the neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from auditor.bitext import Passage
from auditor.word_alignment.lexicon import Lexicon
from auditor.word_alignment.likeness import likeness
from auditor.word_alignment.words import Word

Floats = NDArray[np.float32]

LOCAL = ("ahead", "back", "likeness", "cosine", "content", "mixed", "particle", "distance", "one")
"""Evidence of a word pair by itself: sqrt p(target | source), sqrt p(source | target), string likeness, cosine of the
word vectors, both are content words, one of the two is, one of the two is a particle,
distance of their relative places, the constant."""
MEANING = ("ahead", "back", "likeness", "cosine", "one")
"""Of these, what says whether two content words mean the same, wherever they stand."""
FINAL = (*LOCAL, "logit", "row", "column", "neighbours")
"""... and within the pair: the local score, its lead in row and column over the next best, and the score of the best
links next to it on either side."""


@dataclass(frozen=True, slots=True)
class Link:
    """Source word and target word, as places in the words of an alignment, that stand for each other; score in [0, 1]."""

    source: int
    target: int
    score: float


@dataclass(frozen=True, slots=True)
class WordAlignment:
    """The words of a pair and the links between them, ordered by source, then target.

    `plausibility` (source words, target words): the probability that the two stand for each other, of every word pair.
    `meaning`, same shape: the probability by lexicon, spelling and vectors alone, wherever the words stand.
    `known` and `similarity`, same shape: what lexicon or spelling say of it (the stronger of both directions), the cosine.
    """

    source: Passage
    target: Passage
    source_words: tuple[Word, ...]
    target_words: tuple[Word, ...]
    links: tuple[Link, ...]
    plausibility: Floats = field(repr=False, compare=False)
    meaning: Floats = field(repr=False, compare=False)
    known: Floats = field(repr=False, compare=False)
    similarity: Floats = field(repr=False, compare=False)


def local_evidence(
    source: Sequence[Word], target: Sequence[Word], lexicon: Lexicon, cosine: Floats
) -> NDArray[np.float32]:
    """The LOCAL features of every word pair, shape (source, target, features)."""
    found = np.zeros((len(source), len(target), len(LOCAL)), np.float32)
    _look_up(found, source, target, lexicon)
    _compare(found, source, target)
    found[:, :, 3] = cosine
    content = np.array([word.is_content for word in source], np.float32)[:, None]
    other = np.array([word.is_content for word in target], np.float32)[None, :]
    found[:, :, 4] = content * other
    found[:, :, 5] = np.abs(content - other)
    places = np.arange(len(source), dtype=np.float32)[:, None] / max(1, len(source) - 1)
    small = np.array([word.is_particle for word in source])[:, None]
    found[:, :, 6] = small | np.array([word.is_particle for word in target])[None, :]
    found[:, :, 7] = np.abs(
        places - np.arange(len(target), dtype=np.float32)[None, :] / max(1, len(target) - 1)
    )
    found[:, :, 8] = 1
    return found


def _look_up(found: Floats, source: Sequence[Word], target: Sequence[Word], lexicon: Lexicon) -> None:
    places: dict[int, list[int]] = {}
    for place, word in enumerate(target):
        index = lexicon.target.ids.get(word.stem)
        if index is not None:
            places.setdefault(index, []).append(place)
    for row, word in enumerate(source):
        index = lexicon.source.ids.get(word.stem)
        if index is None:
            continue
        known = lexicon.known(index)
        for other in known.keys() & places.keys():
            for place in places[other]:
                found[row, place, :2] = known[other]


def _compare(found: Floats, source: Sequence[Word], target: Sequence[Word]) -> None:
    """Names and figures are compared as strings, and between languages of one script every content word is."""
    for row, word in enumerate(source):
        if not word.is_content:
            continue
        ascii_word = word.form.isascii()
        for place, other in enumerate(target):
            if other.is_content and (
                ascii_word == other.form.isascii() or word.is_capital or other.is_capital
            ):
                found[row, place, 2] = likeness(word.form, other.form)


def final_evidence(local: Floats, weights: Floats) -> Floats:
    """The FINAL features of every word pair, from its LOCAL ones and their weights."""
    logit = local @ weights
    score = 1 / (1 + np.exp(-logit))
    return np.concatenate(
        [
            local,
            logit[:, :, None],
            _lead(score, 1)[:, :, None],
            _lead(score, 0)[:, :, None],
            _neighbours(score)[:, :, None],
        ],
        axis=2,
    )


def _lead(score: Floats, axis: int) -> Floats:
    """How far each score is ahead of the best of the others in its row (axis 1) or column (axis 0)."""
    if score.shape[axis] < 2:
        return score
    ordered = np.partition(score, score.shape[axis] - 2, axis=axis)
    first, second = ordered.take([-1], axis=axis), ordered.take([-2], axis=axis)
    return np.where(score == first, score - second, score - first)


def _neighbours(score: Floats) -> Floats:
    """The best score among the word pairs one or two words before, plus that among those after, in either order."""
    clear = score * (_lead(score, 1) >= 0) * (_lead(score, 0) >= 0)
    rows, columns = score.shape
    framed = np.zeros((rows + 4, columns + 4), np.float32)
    framed[2:-2, 2:-2] = clear
    before = np.zeros_like(score)
    after = np.zeros_like(score)
    for down in (-2, -1, 1, 2):
        side = before if down < 0 else after
        for across in (-2, -1, 1, 2):
            np.maximum(side, framed[2 + down : 2 + down + rows, 2 + across : 2 + across + columns], out=side)
    return before + after


def choose(plausibility: Floats, least: float) -> tuple[Link, ...]:
    """The word pairs at `least` or above that are best for one of the two words and not far from best for the other."""
    of_row = plausibility.max(axis=1, keepdims=True)
    of_column = plausibility.max(axis=0, keepdims=True)
    chosen = (plausibility >= least) & ((plausibility == of_row) | (plausibility == of_column))
    return tuple(Link(int(i), int(j), float(plausibility[i, j])) for i, j in np.argwhere(chosen))
