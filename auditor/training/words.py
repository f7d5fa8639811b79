"""Frequent words as tokens of their own, whose rows start as the sums of those of their pieces."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from auditor.training.tokenizer import LONGEST_TOKEN, vocabulary, with_vocabulary

RAREST = 12
"""Times that a word is shown in one pass, at least: rarer ones learn more as the sum of their pieces."""
PREFERENCE = 0.5
"""By how much the score of a word is above that of its pieces together."""
Rows = NDArray[np.float32]


def with_words(tokenizer: Tokenizer, rows: Rows, words: Sequence[str]) -> tuple[Tokenizer, Rows]:
    """The tokenizer with `words` behind its tokens, and rows for all: a word's is the sum of those of its pieces."""
    known = vocabulary(tokenizer)
    scores = dict(known)
    added, sums = [], []
    for word in words:
        pieces = tokenizer.model.tokenize(word)
        added.append((word, round(sum(scores[piece.value] for piece in pieces) + PREFERENCE, 3)))
        sums.append(rows[[piece.id for piece in pieces]].sum(axis=0))
    more = np.array(sums, np.float32).reshape(-1, rows.shape[1])
    return with_vocabulary(tokenizer, known + added), np.concatenate([rows, more])


def frequent_words(
    passages: Iterable[tuple[str, str, float]], tokenizer: Tokenizer, most: int, seed: int
) -> list[str]:
    """The most frequent words that the tokenizer takes to pieces, all of them known, as it writes them.

    `passages` are the two sides of each example with the times that it is shown; fractions are drawn by chance.
    """
    known = tokenizer.get_vocab()
    prepared: Counter[str] = Counter()
    for text, count in counted(passages, seed).items():
        if count > 1:
            plain = tokenizer.normalizer.normalize_str(text)
            for word, _ in tokenizer.pre_tokenizer.pre_tokenize_str(plain):
                prepared[word] += count
    found: list[str] = []
    for word, count in prepared.most_common():
        if count < RAREST or len(found) == most:
            break
        if word not in known and 2 <= len(word) <= LONGEST_TOKEN:
            ids = [piece.id for piece in tokenizer.model.tokenize(word)]
            found += [word] if len(ids) > 1 and 0 not in ids else []
    return found


def counted(passages: Iterable[tuple[str, str, float]], seed: int) -> Counter[str]:
    draw = random.Random(seed)  # noqa: S311, a sample, not a secret
    counts: Counter[str] = Counter()
    for left, right, times in passages:
        shown = int(times) + (draw.random() < times - int(times))
        if shown:
            for text in (left, right):
                for word in text.split():
                    counts[word] += shown
    return counts
