"""Whether an original says twice what its translation says twice."""

from __future__ import annotations

from itertools import pairwise

from auditor.bitext import Passage
from auditor.clitics import stems
from auditor.damage.doubled import CLAUSE, Doubled
from auditor.damage.repetition_words import function_words, repetition_words
from auditor.folding import ASCII_DIGITS, words

WINDOW = 7
"""Words in which an original may say a word twice that the translation doubles around a joining word."""


def says_twice(source: Passage, each: Doubled) -> bool:
    """Whether the original doubles as well.

    A figure that it does not have just once; for what stands twice at once a word at once; around a joining word a
    word twice within WINDOW; for a clause two words twice.
    """
    plain = [word.translate(ASCII_DIGITS) for word, _, _ in words(source.text)]
    if each.words[0].isdecimal() and len(each.words) == 1:
        return plain.count(each.words[0]) != 1
    if source.language == "ar":
        plain = [stems(word)[-1] for word in plain]
    if each.kind == "again":
        content = [word for word in plain if len(word) > 2 and word not in function_words(source.language)]
        return len(content) - len(set(content)) >= CLAUSE // 2
    usual = frozenset() if source.language == "ar" else repetition_words(source.language).doubled
    if any(len(one) > 2 and one == other and one not in usual for one, other in pairwise(plain)):
        return True
    if each.kind == "at once":
        return False
    function = function_words(source.language)
    shortest = 2 if source.language == "ar" else 3
    return any(
        len(word) > shortest and word not in function and word in plain[index + 1 : index + 1 + WINDOW]
        for index, word in enumerate(plain)
    )
