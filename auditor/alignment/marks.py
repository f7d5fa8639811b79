"""Marks that survive translation: numbers, acronyms, and the consonants of names."""

from __future__ import annotations

import re
from functools import cache

from auditor.folding import ASCII_DIGITS, folded
from auditor.languages import language_data

_NUMBER = re.compile(f"[{''.join(map(chr, ASCII_DIGITS))}0-9]+")
_WORD = re.compile(r"[^\W\d_][^\W_]*")
LEAST = 3
"""Consonants of a skeleton that says anything."""
MANY = 1 << 16
"""Words of a language whose skeletons are remembered."""


def marks(text: str, copy: str, language: str) -> set[str]:
    """The marks of a passage and its folded copy: digit runs by value, and for each word that may be a name its consonant
    skeleton.

    Arabic has no capitals, so every Arabic word of three consonants or more counts; by rarity of a skeleton on
    both sides the aligner weighs what it is worth.
    """
    found = {f"#{number}" for number in numbers(text)}
    skeletons = _skeletons(language)
    if language == "ar":
        found.update([skeletons[word] for word in _WORD.findall(copy)])
    else:
        found.update([skeletons[word] for word in _WORD.findall(text) if word[0].isupper()])
    found.discard("")
    return found


def numbers(text: str) -> set[str]:
    """The digit runs of a passage by value."""
    return {run.translate(ASCII_DIGITS).lstrip("0") or "0" for run in _NUMBER.findall(text)}


class _Skeletons(dict[str, str]):
    """The classes of a word's consonants, doubled ones once: Hammouchi and حموشي both give `hmS`. Nothing for short ones."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._table: dict[str, str] = language_data(language, "marks")["consonants"]
        longest_first = sorted(self._table, key=lambda letters: -len(letters))
        self._letters = re.compile("|".join(map(re.escape, longest_first)))
        self._article = "ال" if language == "ar" else ""

    def __missing__(self, word: str) -> str:
        if len(self) >= MANY:
            self.clear()
        skeleton = ""
        for letters in self._letters.findall(folded(word).removeprefix(self._article)):
            sound = self._table[letters]
            if not skeleton.endswith(sound):
                skeleton += sound
        self[word] = found = skeleton if len(skeleton) >= LEAST else ""
        return found


@cache
def _skeletons(language: str) -> _Skeletons:
    return _Skeletons(language)
