"""Which words are given names, and which only stand beside names."""

from __future__ import annotations

from functools import cache, lru_cache

from auditor.names.pair.forms import WordForm
from auditor.names.words.person_words import epithets, given_names, latin_titles, latin_words
from auditor.names.words.vocabulary import calendar


@cache
def beside_names() -> frozenset[str]:
    """Folded French and English words that may have a capital beside names, or as a date, and are none."""
    return calendar() | latin_titles() | latin_words("particles")


@lru_cache(maxsize=1 << 16)
def is_given(word: WordForm) -> bool:
    """Whether a word is a given name; الهادي is one where the list has it with its article, نصره with a pronoun is none."""
    if given_names().isdisjoint(word.readings) or not word.is_arabic or word.folded in epithets():
        return False
    definite = word.folded.startswith("ال")
    return any(
        each in given_names() and word.folded.endswith(each)
        for each in word.readings
        if each.startswith("ال") == definite
    )
