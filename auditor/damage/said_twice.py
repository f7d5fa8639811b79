"""Whether an original says twice what its translation says twice."""

from __future__ import annotations

from itertools import pairwise

from auditor.bitext import Passage
from auditor.clitics import stems
from auditor.damage.doubled import CLAUSE
from auditor.damage.doubling import LEAST, Doubled
from auditor.damage.repetition_words import repetition_words
from auditor.folding import ASCII_DIGITS, word_forms
from auditor.languages import function_words

WINDOW, AWAY = 7, 0.25
"""Words in which an original may say a word twice that the translation doubles around and; how far off, as a share."""
PARTED = 12  # words in which it may say twice what the translation says on both sides of a comma


def says_twice(source: Passage, each: Doubled) -> bool:
    """Whether the original doubles as well.

    A figure that it does not have just once; for what stands twice at once a word at once; around and a word
    twice within WINDOW near that place, around a comma half its words within PARTED, around of within three words; for a clause two words twice.
    """
    plain = [word.translate(ASCII_DIGITS) for word in word_forms(source.text)]
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
    shortest, near = (
        (2 if source.language == "ar" else 3),
        {"joined": WINDOW, "parted": PARTED}.get(each.kind, 2),
    )
    away = 2 * AWAY if each.kind == "parted" else AWAY
    again = {
        word
        for index, word in enumerate(plain)
        if len(word) > shortest
        and word not in function
        and word in plain[index + 1 : index + 1 + near]
        and abs(index / len(plain) - each.place) <= away
    }
    return len(again) >= _least(each)


def _least(each: Doubled) -> int:
    """Of how many words an original that says a phrase twice says two: half the content words around a comma, else one."""
    content = sum(len(word) >= LEAST for word in each.words)
    return max(1, content // 2) if each.kind == "parted" else 1
