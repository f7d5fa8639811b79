"""How likely each misfit is a wrong word: by itself, then once more by the words beside it, for wrong terms have several words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from auditor.forest import Floats, Forest, stored_forest
from auditor.stored import stored_arrays
from auditor.wrong_words.misfits import Misfits

BESIDE = 0.25
"""What the log-odds of the judged word before and after count: of 0 to 0.3 the best for terms, on the fitted half."""
LEAST = -4.0
"""Log-odds below which a neighbour, or the lack of one, counts no less."""
NEXT = 3
"""Words apart, at most, of judged words that are neighbours: words of grammar stand between."""


DOUBTED = -3.5
"""Log-odds of a word by itself below which it is not judged once more, and counts UNDOUBTED: no suspect has so little."""
UNDOUBTED = -9.0


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The forest that judges words by themselves, the one that judges those it doubts `again`, with what it said of them and of
    the words beside them, and the calibration of what both and the neighbours say.
    """

    alone: Forest
    again: Forest
    slope: float
    offset: float
    minor: float
    """Confidence from which on a suspect is worth showing."""
    major: float
    """... and from which on it is sure."""

    def confidences(self, found: Misfits) -> Floats:
        """The probability of each misfit to be wrong where one pair in ten has a wrong word, in [0, 1]."""
        final = together(found, self._twice(found))
        return np.asarray(1 / (1 + np.exp(-(self.slope * final + self.offset))), np.float32)

    def _twice(self, found: Misfits) -> Floats:
        logits = self.alone.logits(found.rows)
        doubted = np.flatnonzero(logits > DOUBTED)
        twice = np.full(len(logits), UNDOUBTED, np.float32)
        twice[doubted] = self.again.logits(second_rows(found, logits, doubted))
        return twice


def second_rows(found: Misfits, logits: Floats, doubted: NDArray[np.int64]) -> Floats:
    """What the second forest is asked of the doubted words: their features, the log-odds of each by itself and `together`."""
    beside = together(found, logits)
    return np.concatenate([found.rows[doubted], logits[doubted, None], beside[doubted, None]], axis=1)


def together(found: Misfits, logits: Floats) -> Floats:
    """The log-odds of the misfits with those of their neighbours."""
    last = len(logits) - 1
    joined = (np.diff(found.numbers) == 0) & (np.diff(found.places) <= NEXT)
    beside: NDArray[np.float32] = np.full((2, len(logits)), LEAST, np.float32)
    if last > 0:
        beside[0, 1:] = np.where(joined, np.maximum(logits[:-1], LEAST), LEAST)
        beside[1, :-1] = np.where(joined, np.maximum(logits[1:], LEAST), LEAST)
    found_together: Floats = (logits + BESIDE * beside.sum(axis=0)).astype(np.float32)
    return found_together


@cache
def verdicts() -> Verdicts:
    """As fitted by `python -m auditor.training misfits`."""
    arrays = stored_arrays("auditor.wrong_words", "misfits.npz")
    alone, again = stored_forest(arrays, "alone"), stored_forest(arrays, "again")
    return Verdicts(alone, again, *arrays["calibration"].tolist())
