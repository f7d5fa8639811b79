"""How well a word goes with the words around it: a small model of which words a language puts between which others.

The log-bilinear model of Mnih and Kavukcuoglu 2013: each of the three words before and after, and the mean of the words of
content farther off, foretells a vector; what stands there is likely as far as its own vector agrees with their sum. A
word is the sum of its form and its kind (`phrasing.kind_of`), so that rare forms are judged by their ending.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.stored import from_steps, stored_arrays
from auditor.word_alignment.lexicon import text_of, vocabulary
from auditor.word_alignment.links import Floats, WordAlignment
from auditor.word_alignment.words import analysis
from auditor.wrong_words.phrasing import EDGE, kind_of

REACH = 3
"""Words on either side of which the place counts; those beyond are taken together."""
OFFSETS = tuple(place for place in range(-REACH, REACH + 1) if place)
MANY = 1 << 16
"""Forms of a language that are remembered."""
FEATURES = (
    "fluency",  # log of how much likelier the word is here than anywhere: the sum of all that follows
    "fluency_before",  # of that, what the word before adds
    "fluency_after",
    "fluency_left",  # what the three words before add together
    "fluency_right",
    "fluency_far",  # what the rest of the passage adds
    "fluency_bias",  # what the word has by itself
    "fluency_known",  # the form is known, not the kind alone
)

Integers = NDArray[np.int64]


class Fluency:
    """The model of one language: vectors of forms and kinds around a word (`inward`) and in its place (`outward`).

    `relations` (2 * REACH + 1, dimensions, dimensions): how the words at OFFSETS, and those farther off, foretell it.
    Row 0 of the forms, and the first of the kinds, stand for what is not known.
    """

    def __init__(self, language: str, arrays: dict[str, NDArray[Any]]) -> None:
        self.language = language
        forms, kinds = (text_of(arrays[name]).split("\n") for name in ("forms", "kinds"))
        self._forms = {form: row for row, form in enumerate(forms)}
        self._kinds = {kind: row + len(forms) for row, kind in enumerate(kinds)}
        self._nothing = len(forms)
        self._vectors = [from_steps(arrays[name], arrays[f"{name}_steps"]) for name in ("inward", "outward")]
        self._bias = arrays["bias"].astype(np.float32)
        self.relations = arrays["relations"].astype(np.float32)
        self._bare = vocabulary(language).bare_count
        self._lock = Lock()
        self._empty()

    def _empty(self) -> None:
        self._met: dict[str, int] = {}
        size = self.relations.shape[1]
        self._inward, self._outward = np.zeros((2, 1024, size), np.float32)
        self._alone = np.zeros((3, 1024), np.float32)

    def fits(self, passages: Sequence[Sequence[str]], owners: Integers, places: Integers) -> Floats:
        """The FEATURES of words given by the number of their passage and the place in it, shape (words, FEATURES).

        `passages` are folded forms, in order.
        """
        with self._lock:
            rows, starts = self._rows(passages)
            inward, outward, alone = self._inward, self._outward, self._alone
        centres = starts[owners] + places
        around = rows[centres[:, None] + np.array(OFFSETS)]
        vectors = np.empty((2 * REACH + 1, len(centres), inward.shape[1]), np.float32)
        vectors[:-1] = inward[around.T]
        vectors[-1] = self._far(rows, starts, owners, centres)
        word = rows[centres]
        added = np.einsum("knd,nd->kn", vectors @ self.relations, outward[word])
        bias, known = alone[1, word], alone[2, word]
        left, right = added[:REACH].sum(axis=0), added[REACH:-1].sum(axis=0)
        total = left + right + added[-1] + bias
        found = total, added[REACH - 1], added[REACH], left, right, added[-1], bias, known
        return np.stack(found, axis=1).astype(np.float32)

    def _far(self, rows: Integers, starts: Integers, owners: Integers, centres: Integers) -> Floats:
        """The mean of the words of content of the passage beyond REACH of each centre; 0 where there are none."""
        content = self._alone[0, rows]
        vectors = self._inward[rows] * content[:, None]
        sums = np.add.reduceat(vectors, starts, axis=0)[owners]
        counts = np.add.reduceat(content, starts)[owners]
        near = centres[:, None] + np.arange(-REACH, REACH + 1)
        sums -= vectors[near].sum(axis=1)
        counts -= content[near].sum(axis=1)
        found: Floats = np.where(counts[:, None] > 0, sums / np.maximum(counts, 1)[:, None], 0)
        return found

    def _rows(self, passages: Sequence[Sequence[str]]) -> tuple[Integers, Integers]:
        """The rows of the words of all passages, EDGE between them, and where each passage begins."""
        if len(self._met) > MANY:
            self._empty()
        met = self._met
        edges = [met[EDGE] if EDGE in met else self._meet(EDGE)] * REACH
        rows, starts = [*edges], []
        for forms in passages:
            starts.append(len(rows))
            rows += [met[form] if form in met else self._meet(form) for form in forms]
            rows += edges
        return np.array(rows, np.int64), np.array(starts, np.int64)

    def _meet(self, form: str) -> int:
        number = self._met[form] = len(self._met)
        if number == len(self._inward):
            self._inward, self._outward = (
                np.concatenate([table, np.zeros_like(table)]) for table in (self._inward, self._outward)
            )
            self._alone = np.concatenate([self._alone, np.zeros_like(self._alone)], axis=1)
        row = self._forms.get(form, 0)
        kind = self._kinds.get(kind_of(form, self.language), self._nothing)
        self._inward[number], self._outward[number] = (table[row] + table[kind] for table in self._vectors)
        judged = form != EDGE and not form[0].isdigit() and analysis(form, self.language, self._bare)[1]
        self._alone[:, number] = judged, self._bias[row] + self._bias[kind], row > 0
        return number


@cache
def fluency(language: str) -> Fluency:
    """As learned by `python -m auditor.training fluency`."""
    return Fluency(language, stored_arrays("auditor.wrong_words", f"fluency.{language}.npz"))


def fits(alignments: Sequence[WordAlignment], numbers: Integers, places: Integers) -> Floats:
    """The FEATURES of target words given as number of the alignment, in rising order, and place."""
    found = np.zeros((len(numbers), len(FEATURES)), np.float32)
    languages = np.array([alignments[number].target.language for number in numbers.tolist()])
    for language in sorted(set(languages.tolist())):
        own = np.flatnonzero(languages == language)
        distinct, owners = np.unique(numbers[own], return_inverse=True)
        passages = [
            [word[3].form for word in alignments[number].target_words] for number in distinct.tolist()
        ]
        found[own] = fluency(language).fits(passages, owners, places[own])
    return found
