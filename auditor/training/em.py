"""Word alignment learned from sentence pairs alone: IBM model 1, then a hidden Markov model, both directions in agreement.

Sources: Brown et al. 1993 (model 1); Vogel, Ney and Tillmann 1996 (HMM); Liang, Taskar and Klein 2006 (agreement: the
posteriors of the two directions are multiplied, and both directions learn from the product).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int32]
Floats = NDArray[np.float32]

EMPTY = 0.2
"""Probability that a word stands for none of the other side; fixed, as in Och and Ney 2003."""
JUMP = 8
"""Jumps of more words than this, either way, share one probability."""
STEP = 4
"""Sentences are padded to a multiple of so many words, to be computed together."""
BATCH = 1_500_000
"""Cells (left words times right words) computed at once."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentence pairs padded to the same lengths: word ids (pairs, length), 0 where there is no word.

    `weights` (pairs,) count in the learning, `attested` (pairs,) in the result.
    """

    left: Ids
    right: Ids
    weights: Floats
    attested: Floats
    cells: Ids  # (pairs, left length, right length): index of the word pair


@dataclass(frozen=True, slots=True)
class Corpus:
    """All batches, and the distinct word pairs as left id * right words + right id, sorted; pair 0 is the padding."""

    batches: tuple[Batch, ...]
    keys: NDArray[np.int64]
    left_words: int
    right_words: int

    def sides(self) -> tuple[Ids, Ids]:
        """The left and the right word of each distinct word pair."""
        return (self.keys // self.right_words).astype(np.int32), (self.keys % self.right_words).astype(
            np.int32
        )


def corpus(
    left: Sequence[Ids], right: Sequence[Ids], weights: tuple[Floats, Floats], sizes: tuple[int, int]
) -> Corpus:
    """Lay out sentence pairs for training; ids begin with 1, both sides need a word.

    `weights`: what each pair counts in the learning and in the result, each (pairs,). `sizes`: the largest ids plus 1.
    """
    padded = list(_padded(left, right))
    keys = np.unique(np.concatenate([np.unique(_keys(one, other, sizes[1])) for one, other, _ in padded]))
    batches = []
    for one, other, members in padded:
        cells = np.searchsorted(keys, _keys(one, other, sizes[1])).astype(np.int32)
        batches.append(Batch(one, other, weights[0][members], weights[1][members], cells))
    return Corpus(tuple(batches), keys, *sizes)


def _padded(left: Sequence[Ids], right: Sequence[Ids]) -> Iterator[tuple[Ids, Ids, list[int]]]:
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, (one, other) in enumerate(zip(left, right, strict=True)):
        groups[-(-len(one) // STEP) * STEP, -(-len(other) // STEP) * STEP].append(index)
    for (rows, columns), members in sorted(groups.items()):
        size = max(1, BATCH // (rows * columns))
        for start in range(0, len(members), size):
            chosen = members[start : start + size]
            yield _stacked(left, chosen, rows), _stacked(right, chosen, columns), chosen


def _stacked(side: Sequence[Ids], chosen: list[int], length: int) -> Ids:
    ids = np.zeros((len(chosen), length), np.int32)
    for place, index in enumerate(chosen):
        ids[place, : len(side[index])] = side[index]
    return ids


def _keys(left: Ids, right: Ids, right_words: int) -> NDArray[np.int64]:
    keys = left[:, :, None].astype(np.int64) * right_words + right[:, None, :]
    keys[(left[:, :, None] == 0) | (right[:, None, :] == 0)] = 0
    return keys


@dataclass(slots=True)
class Model:
    """p(right | left), p(left | right) for each distinct word pair, and the jump probabilities of both directions."""

    forward: Floats
    backward: Floats
    jumps: tuple[Floats, Floats]


def train(data: Corpus, simple: int = 4, markov: int = 3) -> tuple[Model, Floats]:
    """`simple` rounds of model 1, `markov` rounds of the HMM; the last counts attested pairs only.

    Returns the model and the expected count of each distinct word pair.
    """
    frequencies = _frequencies(data)
    uniform = np.ones(len(data.keys), np.float32)
    flat = np.full(2 * JUMP + 1, 1 / (2 * JUMP + 1), np.float32)
    model = Model(uniform, uniform, (flat, flat))
    counts = uniform
    for turn in range(simple + markov):
        last = turn == simple + markov - 1
        counts, jumps = _expectation(data, model, frequencies, ordered=turn >= simple, attested=last)
        model = _maximisation(data, counts, jumps)
    return model, counts


def _frequencies(data: Corpus) -> tuple[Floats, Floats]:
    """The share of each word among the words of its side: what an unaligned word is expected to be."""
    found = []
    for side, size in (("left", data.left_words), ("right", data.right_words)):
        counts = np.zeros(size, np.float64)
        for batch in data.batches:
            ids = getattr(batch, side)
            counts += np.bincount(ids.ravel(), np.repeat(batch.weights, ids.shape[1]), size)
        counts[0] = 0
        found.append((counts / counts.sum()).astype(np.float32))
    return found[0], found[1]


def _expectation(
    data: Corpus, model: Model, frequencies: tuple[Floats, Floats], *, ordered: bool, attested: bool
) -> tuple[Floats, tuple[Floats, Floats]]:
    """The expected counts of the word pairs, and those of the jumps, under the model."""
    counts = np.zeros(len(data.keys), np.float64)
    jumps = np.full(2 * JUMP + 1, 1e-3), np.full(2 * JUMP + 1, 1e-3)
    for batch in data.batches:
        both = np.ones(batch.cells.shape, np.float32)
        for way, table in enumerate((model.forward, model.backward)):
            emission = table[batch.cells]
            emission[batch.cells == 0] = 0
            given, told = (batch.left, batch.right) if way == 0 else (batch.right, batch.left)
            if way == 1:
                emission = emission.transpose(0, 2, 1)
            empty = frequencies[1 - way][told]
            if ordered:
                posterior, seen = markov_posterior(
                    np.ascontiguousarray(emission), empty, model.jumps[way], batch.weights
                )
                jumps[way][:] += seen
            else:
                length = (given > 0).sum(1, dtype=np.float32)[:, None]
                posterior = (
                    emission / (emission.sum(1) + EMPTY / (1 - EMPTY) * length * empty + 1e-30)[:, None, :]
                )
            both *= posterior if way == 0 else posterior.transpose(0, 2, 1)
        both *= (batch.attested if attested else batch.weights)[:, None, None]
        counts += np.bincount(batch.cells.ravel(), both.ravel(), len(counts))
    counts[0] = 0
    normalised = [(seen / seen.sum()).astype(np.float32) for seen in jumps]
    return counts.astype(np.float32), (normalised[0], normalised[1])


def _maximisation(data: Corpus, counts: Floats, jumps: tuple[Floats, Floats]) -> Model:
    left, right = data.sides()
    of_left = np.bincount(left, counts, data.left_words).astype(np.float32)
    of_right = np.bincount(right, counts, data.right_words).astype(np.float32)
    return Model(counts / (of_left[left] + 1e-9), counts / (of_right[right] + 1e-9), jumps)


def markov_posterior(
    emission: Floats, empty: Floats, jumps: Floats, weights: Floats
) -> tuple[Floats, NDArray[np.float64]]:
    """Probability (pairs, given, told) that told word j stands for given word i, and the expected count of each jump.

    `emission` (pairs, given, told) is p(told | given), 0 in the padding; `empty` (pairs, told) is p(told | nothing).
    A word that stands for nothing keeps the place of the one before it.
    """
    pairs, given, told = emission.shape
    places = np.arange(given)
    distance = np.clip(places[None, :] - places[:, None], -JUMP, JUMP) + JUMP
    moves = jumps[distance]
    moves /= moves.sum(1, keepdims=True)
    real = np.empty((told, pairs, given), np.float32)  # forward probabilities
    none = np.empty_like(real)
    before = np.full((pairs, given), 1 / given, np.float32)
    padding = (empty == 0).astype(np.float32)
    for j in range(told):
        come = before @ moves if j else before
        real[j] = come * (1 - EMPTY) * emission[:, :, j]
        none[j] = before * (EMPTY * empty[:, j] + padding[:, j])[:, None]
        total = (real[j].sum(1) + none[j].sum(1) + 1e-37)[:, None]
        real[j] /= total
        none[j] /= total
        before = real[j] + none[j]
    posterior = np.empty((pairs, given, told), np.float32)
    seen = np.zeros((given, given))
    after = np.ones((pairs, given), np.float32)
    for j in range(told - 1, -1, -1):
        here = real[j] * after
        rest = none[j] * after
        total = (here.sum(1) + rest.sum(1) + 1e-37)[:, None]
        posterior[:, :, j] = here / total
        if j:
            told_here = (1 - EMPTY) * emission[:, :, j] * after
            held = after * (EMPTY * empty[:, j] + padding[:, j])[:, None]
            state = real[j - 1] + none[j - 1]
            ahead = told_here @ moves.T
            scale = (state * (ahead + held)).sum(1, keepdims=True) + 1e-37
            seen += (state * weights[:, None] / scale).T @ told_here
            after = ahead + held
            after /= after.max(1, keepdims=True) + 1e-37
    counted = np.bincount(distance.ravel(), (seen * moves).ravel(), 2 * JUMP + 1).astype(np.float64)
    return posterior, counted
