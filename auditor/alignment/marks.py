"""Marks that survive translation: numbers, acronyms, and the consonants of names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from auditor.folding import ASCII_DIGITS, folded
from auditor.languages import language_data

_NUMBER = re.compile(r"[0-9]+")
_WORD = re.compile(r"[^\W\d_][^\W_]*")


@cache
def _consonants(language: str) -> dict[str, str]:
    table: dict[str, str] = language_data(language, "marks")["consonants"]
    return dict(sorted(table.items(), key=lambda item: -len(item[0])))


def marks(text: str, language: str) -> set[str]:
    """The marks of a passage: digit runs by value, and for each word that may be a name its consonant skeleton.

    Arabic has no capitals, so every Arabic word of three consonants or more counts; by rarity of a skeleton on
    both sides the aligner weighs what it is worth.
    """
    found = {f"#{run.lstrip('0') or '0'}" for run in _NUMBER.findall(text.translate(ASCII_DIGITS))}
    words = _WORD.findall(folded(text)) if language == "ar" else filter(_is_capital, _WORD.findall(text))
    found.update(skeleton for skeleton in (_skeleton(word, language) for word in words) if len(skeleton) >= 3)
    return found


def _is_capital(word: str) -> bool:
    return word[0].isupper()


@lru_cache(maxsize=1 << 16)
def _skeleton(word: str, language: str) -> str:
    """The classes of a word's consonants, doubled ones once: Hammouchi and حموشي both give `hmS`."""
    table = _consonants(language)
    word = folded(word)
    found = ""
    index = 0
    if language == "ar" and word.startswith("ال"):
        word = word[2:]
    while index < len(word):
        size = next((size for size in (3, 2, 1) if word[index : index + size] in table), 0)
        if size:
            sound = table[word[index : index + size]]
            found += sound if not found.endswith(sound) else ""
        index += size or 1
    return found
