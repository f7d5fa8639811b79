"""How usual it is in a language that words stand beside each other: counts of single words, neighbours and endings.

A word put in the place of another often disagrees with what stands around it. Words are counted as they are written,
and by kind: words of grammar by themselves, others by their last letters, which carry gender, number and person.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from auditor.languages import function_words, language_data
from auditor.stored import stored_arrays

Numbers = NDArray[np.uint32]
Doubles = NDArray[np.float64]

ENDING = 3
"""Last letters by which words of content are counted."""
EDGE = "|"
"""Stands before the first word of a passage and after the last."""
BITS = 28
"""Of the fingerprint of a word or group of words: with 450,000 of them two in a thousand unseen ones pass for seen."""
STEPS = 8.0
"""Counts are stored as the logarithm to the base 2 of 1 + count, in steps of 1/8."""
SMOOTHED = 0.2
"""What is added to the count and to the expected count of a group."""
WORD, KIND, WORDS, KINDS, THREE_KINDS = range(1, 6)
"""What a count is of: one word, one kind, two words beside each other, two kinds, three kinds."""
_FACTORS = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D)


class Phrasing:
    """The counts of one language."""

    def __init__(self, gaps: NDArray[np.uint16], levels: NDArray[np.uint8], total: float) -> None:
        self._prints = np.cumsum(gaps, dtype=np.uint32)
        self._counts = np.append(np.exp2(levels / STEPS) - 1, 0.0)
        self.total = total

    def count(self, prints: Numbers) -> Doubles:
        """How often what has the fingerprint was seen; 0 where hardly ever."""
        places = np.searchsorted(self._prints, prints)
        places[places == len(self._prints)] = 0
        found: Doubles = self._counts[np.where(self._prints[places] == prints, places, -1)]
        return found

    def surplus(self, together: Doubles, one: Doubles, other: Doubles, total: Doubles | float) -> Doubles:
        """Log of the count of a group over what chance would give; below 0 where the parts avoid each other."""
        expected = one * other / total
        return np.asarray(np.log((together + SMOOTHED) / (expected + SMOOTHED)))


@cache
def phrasing(language: str) -> Phrasing:
    """As learned by `python -m auditor.training phrasing`."""
    arrays = stored_arrays("auditor.wrong_words", f"phrasing.{language}.npz")
    return Phrasing(arrays["gaps"], arrays["levels"], float(arrays["total"]))


@lru_cache(maxsize=1 << 16)
def numbers_of(form: str, language: str) -> tuple[int, int]:
    """What a folded word and its kind are counted under."""
    return zlib.crc32(form.encode()), zlib.crc32(kind_of(form, language).encode())


def kind_of(form: str, language: str) -> str:
    if form == EDGE or form in function_words(language):
        return form
    return "#" if form[0].isdigit() else "~" + form[-ENDING:]


def fingerprints(kind: int, *parts: Numbers) -> Numbers:
    """Of groups of words or kinds, from the numbers of their members, each (groups,)."""
    mixed = np.full(parts[0].shape, kind * 0x27D4EB2F & 0xFFFFFFFF, np.uint32)
    for factor, part in zip(_FACTORS, parts, strict=False):
        mixed = (mixed ^ part) * np.uint32(factor)
        mixed ^= mixed >> np.uint32(15)
    return mixed >> np.uint32(32 - BITS)


def evidence(forms: Sequence[tuple[str, str, str, str, str]], language: str) -> Doubles:
    """What speaks for words between their neighbours, shape (words, 8); a word stands in the middle of five.

    The surplus of word and neighbour before, after; of their kinds; of the kinds of three words with the word in the
    middle, at the end, at the beginning; the log of the count of the word with the neighbour before.
    """
    flat = [number for five in forms for form in five for number in numbers_of(form, language)]
    numbers = np.array(flat, np.uint32).reshape(-1, 5, 2)
    words, kinds = numbers[:, :, 0].T, numbers[:, :, 1].T
    known = phrasing(language)
    word = [known.count(fingerprints(WORD, words[place])) for place in (1, 2, 3)]
    kind = [known.count(fingerprints(KIND, kinds[place])) for place in range(5)]
    pair = [known.count(fingerprints(WORDS, words[place], words[place + 1])) for place in (1, 2)]
    two = [known.count(fingerprints(KINDS, kinds[place], kinds[place + 1])) for place in range(4)]
    three = [known.count(fingerprints(THREE_KINDS, *kinds[place : place + 3])) for place in range(3)]
    return np.stack(
        [
            known.surplus(pair[0], word[0], word[1], known.total),
            known.surplus(pair[1], word[1], word[2], known.total),
            known.surplus(two[1], kind[1], kind[2], known.total),
            known.surplus(two[2], kind[2], kind[3], known.total),
            known.surplus(three[1], two[1] + 0.5, two[2] + 0.5, kind[2] + 1),
            known.surplus(three[0], two[0] + 0.5, kind[2], known.total),
            known.surplus(three[2], two[3] + 0.5, kind[2], known.total),
            np.log1p(pair[0]),
        ],
        axis=1,
    )


@cache
def _letters(language: str) -> tuple[frozenset[str], frozenset[str], str, str]:
    table = language_data(language, "elision")
    return (
        frozenset(table["elided"].split()),
        frozenset(table["full"].split()),
        table["vowels"],
        table["either"],
    )


def elision(before: str, form: str, between: str, language: str) -> float:
    """Whether a short word before another has the right shape: 1 for *l'maison*, *le arbre*, -1 for *l'arbre*, else 0."""
    elided, full, vowels, either = _letters(language)
    if form[0] in either or form[0].isdigit():
        return 0.0
    if before in elided and (language != "fr" or between.strip() in ("'", "’")):
        return -1.0 if form[0] in vowels else 1.0
    return 1.0 if before in full and not between.strip() and form[0] in vowels else 0.0
