"""How reliably a word has a counterpart in sound translations, and so how surprising it is that it has none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from auditor.word_alignment.lexicon import vocabulary
from auditor.word_alignment.words import Word

STEPS = 40.0
"""Surprises are stored in steps of 1/40."""


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


def surprise(words: Sequence[Word], language: str, other: str) -> NDArray[np.float32]:
    """How surprising it is for each word to have no counterpart, shape (words,); 0 for words of grammar and figures."""
    table, ids = surprises(language, other), vocabulary(language).ids
    unknown = len(table) - 1
    places = [ids.get(word.stem, unknown) for word in words]
    judged = np.array([word.is_content and not word.is_number for word in words], np.float32)
    found: NDArray[np.float32] = table[places] * judged
    return found
