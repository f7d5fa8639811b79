"""Whether the translation lexicon bears out that a word stands for a pole: patterns give beginnings of words, and take in others."""

from __future__ import annotations

from functools import lru_cache

from auditor.folding import folded
from auditor.polarity.phrases import Phrases
from auditor.word_alignment import lexicon, vocabulary

FREQUENT = 300
"""Times that a word was seen from which on the lexicon knows what it means; it lacks senses of rarer ones."""
LEAST = 0.03
"""Probability, in either direction, from which on a rendering counts."""


@lru_cache(maxsize=1 << 14)
def is_attested(stem: str, language: str, label: str, other: str, others: Phrases) -> bool:
    """Whether any known rendering of the word in the `other` language stands for the same pole; a word that the lexicon
    hardly knows is taken at its word. `others`: the poles of the other language.
    """
    index = vocabulary(language).ids.get(stem)
    if index is None or vocabulary(language).counts[index] < FREQUENT:
        return True
    known, ahead, back = lexicon(language, other).row(index)
    spellings = vocabulary(other)
    telling = [
        folded(spellings.spelling(place))
        for place, one, two in zip(known.tolist(), ahead.tolist(), back.tolist(), strict=True)
        if max(one, two) >= LEAST
    ]
    return not telling or any(each.label == label for form in telling for each in others.find([form]))
