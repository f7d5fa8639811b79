"""Which words have to do with each other: latent vectors of Arabic words, learned from the contexts of the inventory.

Words are akin that stand in the contexts of the same senses, or of senses whose contexts are akin: what stands around a word may
so speak for a sense without being listed for it. Latent semantic analysis (Deerwester et al. 1990), its documents being the
contexts; fitted by `python -m auditor.training latent`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

import numpy as np

from auditor.languages import function_words
from auditor.stored import stored_arrays
from auditor.terms.contexts import ELSEWHERE, Place, closeness
from auditor.terms.inflection import without_article
from auditor.terms.inventory import Sense
from auditor.terms.matching import KeyedPassage
from auditor.word_alignment.vectors import Floats

SHORTEST = 3
"""Letters of a word that tells something."""
STEPS = 127
"""Of a component of a vector of length 1, as stored."""


class LatentVectors:
    """`words`: those that are known, folded and without article; `vectors`: as long as the word is telling, shape (words,
    dimensions).
    """

    def __init__(self, words: Iterable[str], vectors: Floats) -> None:
        self._numbers = {word: number for number, word in enumerate(words)}
        self._vectors = vectors
        self.of_sense = lru_cache(maxsize=1 << 14)(self._of_sense)
        self._known = lru_cache(maxsize=1 << 10)(self._known_of)

    def _of_sense(self, sense: Sense) -> Floats | None:
        """The direction of the context of a sense, at length 1; None where no word of it is known. Topics do not count."""
        known = sorted({self._numbers[word] for word in telling_words(sense) if word in self._numbers})
        return self._direction(known, [1.0] * len(known))

    def around(self, place: Place) -> tuple[Floats | None, float]:
        """The direction of what stands around a form, at length 1, None where no word of it is known, and how much that is: words
        count by their closeness, those of other passages ELSEWHERE.
        """
        numbers, weights = [], []
        for keyed in place.around:
            for index, number in self._known(keyed):
                weight = closeness(index, place.form) if keyed is place.own else ELSEWHERE
                if weight:
                    numbers.append(number)
                    weights.append(weight)
        return self._direction(numbers, weights), sum(weights)

    def _known_of(self, keyed: KeyedPassage) -> list[tuple[int, int]]:
        """The places of the words of a passage that are known, with their numbers."""
        met = keyed.bases.keys() & self._numbers.keys()
        return [
            (index, self._numbers[base])
            for base in sorted(met)
            for index in keyed.bases[base]
            if keyed.is_form(index, base)
        ]

    def _direction(self, numbers: Sequence[int], weights: Sequence[float]) -> Floats | None:
        if not numbers:
            return None
        total = np.asarray(weights, np.float32) @ self._vectors[list(numbers)]
        return np.asarray(total / (np.linalg.norm(total) or 1.0), np.float32)


def telling_words(sense: Sense) -> Iterable[str]:
    """The words of the context of a sense, those of its expressions among them, folded and without article."""
    cues = sense.context.cues
    expressions = (word for forms in cues.longer.values() for form, _ in forms for word in form.split())
    return filter(is_telling, (*cues.words, *map(without_article, expressions)))


def is_telling(word: str) -> bool:
    """Whether a folded Arabic word is one of content that is long enough to tell something."""
    return len(word) >= SHORTEST and word not in function_words("ar")


@cache
def latent_vectors() -> LatentVectors:
    """Those that the package carries."""
    arrays = stored_arrays("auditor.wrong_senses", "latent.npz")
    scale = arrays["weights"].astype(np.float32)[:, None] / STEPS
    vectors = np.asarray(arrays["directions"] * scale, np.float32)
    return LatentVectors(str(arrays["words"]).split(), vectors)
