"""How reliably a word has a counterpart in sound translations, and so how surprising it is that it has none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from math import log1p

import numpy as np
from numpy.typing import NDArray

from auditor.word_alignment.lexicon import vocabulary
from auditor.word_alignment.readings import Column, Ints, Kind
from auditor.word_alignment.words import Word, analysis

Doubles = NDArray[np.float64]

STEPS = 40.0
"""Surprises are stored in steps of 1/40."""
MANY = 1 << 16
"""Forms of a language that are remembered."""


@cache
def surprises(language: str, other: str) -> NDArray[np.float32]:
    """-log P(no counterpart in the other language) of each stem of a language in sound pairs, shape (stems + 1,).

    A word has a counterpart where `WordAlignment.meaning` of it and any word of the other side is `candidates.OPEN` or
    more. In nats, 0 to 6.4: 3 says that one in twenty occurrences has none. The last entry is that of unknown words.
    Learned by `python -m auditor.training reliability`.
    """
    with (
        as_file(files("auditor.word_alignment") / "data" / "reliability.npz") as path,
        np.load(path, allow_pickle=False) as arrays,
    ):
        found: NDArray[np.float32] = arrays[f"{language}-{other}"].astype(np.float32) / np.float32(STEPS)
    return found


class _Surprises(dict[str, float]):
    """Of each form of a language that was met; 0 for words of grammar and figures."""

    def __init__(self, language: str, other: str) -> None:
        super().__init__()
        self._language = language
        self._table = surprises(language, other).tolist()
        self._words = vocabulary(language)

    def __missing__(self, form: str) -> float:
        if len(self) >= MANY:
            self.clear()
        stem, is_content = analysis(form, self._language, self._words.bare_count)
        is_judged = is_content and not form[0].isdigit()
        found = self[form] = self._table[self._words.ids.get(stem, -1)] if is_judged else 0.0
        return found


@cache
def form_surprises(language: str, other: str) -> Mapping[str, float]:
    """How surprising it is for each folded form to have no counterpart; 0 for words of grammar and figures."""
    return _Surprises(language, other)


def surprise(words: Sequence[Word], language: str, other: str) -> NDArray[np.float32]:
    """How surprising it is for each word to have no counterpart, shape (words,); 0 for words of grammar and figures."""
    known = form_surprises(language, other)
    return np.array([known[word.reading.form] for word in words], np.float32)


def lone_surprises(columns: Ints, language: str, other: str, besides: float) -> Doubles:
    """How surprising it is for each word to have no counterpart, shape (words,); `besides` for words of grammar and figures.
    `columns` (Column, words) is what is known of words of the language in numbers.
    """
    is_judged = (columns[Column.KIND] == Kind.CONTENT) & (columns[Column.FIGURE] == 0)
    found: Doubles = np.where(
        is_judged, surprises(language, other)[columns[Column.STEM]].astype(np.float64), besides
    )
    return found


def log_counts(columns: Ints) -> Doubles:
    """Logarithm of 1 + how often the stem of each word was seen, shape (words,), the same to the last bit on every machine."""
    counts, places = np.unique(columns[Column.COUNT], return_inverse=True)
    found: Doubles = np.array(list(map(log1p, counts.tolist())), np.float64)[places]
    return found
