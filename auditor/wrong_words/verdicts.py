"""How likely each misfit is a wrong word: by itself, and by the words beside it, for wrong terms have several words."""

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


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The forest that judges words by themselves, and the calibration of what it and the neighbours say."""

    alone: Forest
    slope: float
    offset: float
    minor: float
    """Confidence from which on a suspect is worth showing."""
    major: float
    """... and from which on it is sure."""

    def confidences(self, found: Misfits) -> Floats:
        """The probability of each misfit to be wrong where one pair in ten has a wrong word, in [0, 1]."""
        final = together(found, self.alone.logits(found.rows))
        return np.asarray(1 / (1 + np.exp(-(self.slope * final + self.offset))), np.float32)


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
    return Verdicts(stored_forest(arrays, "alone"), *arrays["calibration"].tolist())
