"""Which words stand in the same contexts: `python -m auditor.training latent FOLDER OUT`.

Latent semantic analysis of the inventory of senses: a matrix with a row for each sense that has a context and a column for each
word, its cells the words' inverse document frequencies, its rows at length 1, is decomposed into singular values; a word's vector
is its right singular vector, each component times the root of its singular value. Nothing of FOLDER is read; OUT is the file to
write, auditor/wrong_senses/data/latent.npz.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.linalg import svds

from auditor.folding import folded
from auditor.terms.inflection import without_article
from auditor.terms.inventory import FOLDER, Word, read_inventory
from auditor.terms.polysemes import EXACT
from auditor.wrong_senses.latent import SHORTEST, STEPS, telling_words

DIMENSIONS = 100
RAREST = 3
"""Contexts in which a word must stand to be known."""
SEED = 0


def main(folder: Path, out: Path) -> None:  # noqa: ARG001, every training is given one
    """Writes the words, their directions (words, DIMENSIONS) in STEPS, and their weights."""
    contexts = [
        sorted({*telling_words(sense), *own_words(word)})
        for word in read_inventory(sorted(FOLDER.glob("*.tsv")))
        for sense in word.senses
        if sense.when
    ]
    counts = Counter(word for context in contexts for word in context)
    words = sorted(word for word, count in counts.items() if count >= RAREST)
    weights = np.array([np.log(len(contexts) / counts[word]) for word in words])
    vectors = decomposed(contexts, dict(zip(words, weights.tolist(), strict=True)))
    directions = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    np.savez_compressed(
        out,
        words=" ".join(words),
        directions=np.round(directions * STEPS).astype(np.int8),
        weights=weights.astype(np.float16),
    )


def own_words(word: Word) -> set[str]:
    """Those of a word's forms, folded and without article."""
    forms = (folded(form.removeprefix(EXACT)) for form in word.arabic.split(" | "))
    return {without_article(part) for form in forms for part in form.split() if len(part) >= SHORTEST}


def decomposed(contexts: list[list[str]], weights: dict[str, float]) -> NDArray[Any]:
    """The vectors of the words, shape (words, DIMENSIONS)."""
    columns = {word: number for number, word in enumerate(weights)}
    cells: list[tuple[int, int, float]] = []
    for row, context in enumerate(contexts):
        known = [word for word in context if word in columns]
        length = float(np.linalg.norm([weights[word] for word in known])) or 1.0
        cells += [(row, columns[word], weights[word] / length) for word in known]
    rows, places, values = zip(*cells, strict=True)
    matrix = csr_array((values, (rows, places)), shape=(len(contexts), len(columns)))
    start = np.random.default_rng(SEED).standard_normal(min(matrix.shape))
    _, singular, right = svds(matrix, k=DIMENSIONS, v0=start)
    vectors: NDArray[Any] = right.T * np.sqrt(singular)
    return vectors
