"""Words of the language that only their capital makes names: l’Échantillon, in Bed."""

from __future__ import annotations

from functools import lru_cache

from auditor.names.pair.anchors import is_rendering_of, rendered_words
from auditor.names.pair.comparison import Comparison, any_sounds_like
from auditor.names.pair.forms import WordForm
from auditor.names.pair.known_places import local_place
from auditor.names.pair.persons import is_given
from auditor.names.pair.sides import Side
from auditor.names.words.vocabulary import calendar, common_latin

LEAST_KNOWN = 0.02
"""What the lexicon knows of two words from which on one may render the other."""
WORDED = 0.64
"""Confidence that such a word stands for a place that nothing else stands for."""
NEAR = 0.35
"""Difference of places, as a share of the side, up to which it may."""
SHORTEST = 4


def worded(pair: Comparison, index: int) -> int | None:
    """The one word of the language with a capital of its own, about where a name is, that no word of the original asks for."""
    source, target = pair.source, pair.target
    found = [
        there
        for there, word in enumerate(target.words)
        if _may_be_worded(word)
        and is_capital_alone(target, there)
        and there not in target.covered
        and not opens(target, there)
    ]
    if len(found) != 1:
        return None
    word = target.words[found[0]]
    if is_rendering_of(source, word, target.passage.language, LEAST_KNOWN) or any_sounds_like(
        word, source.words
    ):
        return None
    apart = abs(index / len(source.words) - found[0] / len(target.words))
    return found[0] if apart <= NEAR else None


@lru_cache(maxsize=1 << 16)
def _may_be_worded(word: WordForm) -> bool:
    is_word = word.is_capital and word.folded in common_latin() and word.folded not in calendar()
    return is_word and len(word.folded) >= SHORTEST


def opens(side: Side, there: int) -> bool:
    """Whether a word has its capital from the sentence or the quotation that it opens."""
    return not there or any(mark in side.between(there - 1, there) for mark in '.!?…:\n«“”"')


def is_capital_alone(side: Side, index: int) -> bool:
    """Whether a word has a capital that neither a sentence nor a title of several words gives it."""
    around = side.words[max(0, index - 1) : index + 2]
    return index > 0 and side.words[index].is_capital and sum(word.is_capital for word in around) == 1


def is_word_here(word: WordForm, target: Side) -> bool:
    """Whether the lexicon has a word of the translation, of one written as a name one in lower case, for what no list has for a
    name: ثكنة is “barracks”.
    """
    if local_place(word) is not None or is_given(word):
        return False
    return any(
        not (word.is_name and target.words[there].is_capital) for there in rendered_words(word, target)
    )
