"""How likely it is that a word is missing between two pieces of a text, by the pieces on either side.

A small network: the vectors of the REACH pieces before a seam and of those behind it, each the sum of that of its form
and that of its kind, go through two layers of rectified linear units. It is learned without labels: words of content are
taken out of sentences, and the seams that they leave are told from all others.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.missing_words.pieces import Piece
from auditor.stored import from_steps, stored_arrays

REACH = 5
"""Pieces on either side that are looked at."""
EDGE, UNKNOWN, KNOWN = 0, 1, 2
"""Rows of the vectors: what stands beyond either end, all forms that are not known, and where the known ones begin."""


class Seams:
    """The network of one language.

    `arrays`: `forms` and `kinds`, one a line, with the rows `form_vectors` and `kind_vectors` (rows, dimensions) in steps
    of `form_steps` and `kind_steps`; weights and biases of the layers, `first` (2 * REACH * dimensions, units), `second`, `last`.
    """

    def __init__(self, arrays: dict[str, NDArray[Any]]) -> None:
        forms, kinds = (str(arrays[name]).split("\n") for name in ("forms", "kinds"))
        self._forms = {form: row for row, form in enumerate(forms, KNOWN)}
        self._kinds = {kind: row for row, kind in enumerate(kinds, KNOWN)}
        self._vectors = [
            from_steps(arrays[f"{name}_vectors"], arrays[f"{name}_steps"]) for name in ("form", "kind")
        ]
        self._layers = [
            (arrays[name].astype(np.float32), arrays[f"{name}_bias"].astype(np.float32))
            for name in ("first", "second", "last")
        ]

    def log_odds(self, texts: Sequence[Sequence[Piece]]) -> list[list[float]]:
        """For each text the log-odds that a word is missing before each of its pieces, and behind the last."""
        rows, kinds, centres = self._laid_out(texts)
        around = np.array(centres)[:, None] + np.arange(-REACH, REACH)
        vectors = self._vectors[0][np.array(rows)[around]] + self._vectors[1][np.array(kinds)[around]]
        values = vectors.reshape(len(centres), -1)
        for number, (weights, bias) in enumerate(self._layers):
            values = values @ weights + bias
            if number < len(self._layers) - 1:
                values = np.maximum(values, 0)
        odds = iter(np.round(values[:, 0].astype(np.float64), 3).tolist())
        return [[next(odds) for _ in range(len(text) + 1)] for text in texts]

    def _laid_out(self, texts: Sequence[Sequence[Piece]]) -> tuple[list[int], list[int], list[int]]:
        """The rows of forms and kinds of all texts, EDGE between them, and the seams: the places of what stands behind them."""
        rows, kinds = [EDGE] * REACH, [EDGE] * REACH
        centres: list[int] = []
        for text in texts:
            centres += range(len(rows), len(rows) + len(text) + 1)
            rows += [self._forms.get(piece.form, UNKNOWN) for piece in text]
            kinds += [self._kinds.get(piece.kind, UNKNOWN) for piece in text]
            rows += [EDGE] * REACH
            kinds += [EDGE] * REACH
        return rows, kinds, centres


@cache
def seams(language: str) -> Seams:
    """As learned by `python -m auditor.training seams`."""
    return Seams(stored_arrays("auditor.missing_words", f"seams.{language}.npz"))
