"""Whose name a Latin word is: that of the Arabic name it stands for, or by custom another's, though its letters are right.

ملوي has the letters of Malawi, which is ملاوي; عرابة those of Arabia. Where a list has the Latin forms of a place, a word of the
language that is none of them is no spelling either: Salafite for سلفيت.
"""

from __future__ import annotations

from functools import lru_cache

from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import SPELLS, WordForm, are_alike
from auditor.names.pair.known_places import forms_of_place, local_place
from auditor.names.pair.likeness import are_joined_alike
from auditor.names.pair.listed_forms import is_own
from auditor.names.pair.native_names import bare_readings, spells_name
from auditor.names.pair.sides import Side, is_nationality
from auditor.names.spelling.conformity import conforms
from auditor.names.words.arab_places import arab_places
from auditor.names.words.place_owners import owners
from auditor.names.words.vocabulary import common_latin

_VOWELS = str.maketrans("", "", "اوي")


@lru_cache(maxsize=1 << 17)
def is_spelling(word: WordForm, other: WordForm) -> bool:
    """Whether a word of the translation spells one of the original, or is a form listed for it."""
    return spells_name(word, other) or is_own(word, other)


def is_spelled_by(side: Side, here: int, other: WordForm) -> bool:
    """Whether a word of the translation spells one of the original, alone or with the word before or behind it."""
    words = side.words
    ways = [words[first : first + 2] for first in (here - 1, here) if 0 <= first <= len(words) - 2]
    return is_spelling(words[here], other) or any(are_joined_alike(two, (other,)) for two in ways)


def is_anothers(pair: Comparison, here: int, there: int) -> bool:
    """Whether a word of the translation is the name of a place that the original does not name, or a word of the language,
    whatever its letters.
    """
    word, other = pair.source.words[here], pair.target.words[there]
    if is_own(word, other):
        return False
    mention = pair.target.mention_at(there)
    if mention is not None and not is_nationality(mention):
        return local_place(word) is not None and mention.places.isdisjoint(pair.source.places)
    return _is_anothers(word, other)


@lru_cache(maxsize=1 << 16)
def _is_anothers(word: WordForm, other: WordForm) -> bool:
    places, readings = arab_places(), [each for each in word.readings if word.folded.endswith(each)]
    if any(each in places and not places[each][1] and conforms(each, other.folded) for each in readings):
        return False  # a place of which no list has the forms
    others = owners(other.folded)
    if others:
        return {_bare(each) for each in others}.isdisjoint(map(_bare, word.readings))
    return other.folded in common_latin() and any(forms_of_place(each) for each in word.readings)


def _bare(name: str) -> str:
    """A name without its long vowels, which are written or not: جازان, جزان."""
    return name.translate(_VOWELS)


def is_well(pair: Comparison, here: int, there: int) -> bool:
    """Whether a word of the translation is a name of the place, or of what else, that a word of the original names."""
    word, other = pair.source.words[here], pair.target.words[there]
    if is_own(word, other):
        return True
    after = pair.target.words[there + 1 : there + 2]
    if (after and _spell(word, other, after[0])) or _is_first_of(pair, here, other):
        return True
    return spells_name(word, other) and not is_anothers(pair, here, there)


def _is_first_of(pair: Comparison, here: int, other: WordForm) -> bool:
    """Whether a word of the translation spells a word of the original and the next together: ديار بكر is Diyarbakir."""
    two = pair.source.words[here : here + 2]
    return (
        len(two) == 2 and not pair.source.between(here, here + 1).strip() and are_joined_alike(two, (other,))
    )


def is_spelled_as_often(pair: Comparison, here: int, there: int) -> bool:
    """Whether the translation has a name, but at one place, as often as the original: a line for the place of the news tells of
    none that stands for another further on.
    """
    word = pair.source.words[here]
    own = bare_readings(word)[0]
    named = sum(own == bare_readings(each)[0] for side in pair.sources for each in side.words)
    spelled = 0
    for side in pair.targets:
        for place, other in enumerate(side.words):
            if (side is not pair.target or place != there) and other.is_capital:
                after = side.words[place + 1 : place + 2]
                spelled += _spells(word, other) or (bool(after) and _spell(word, other, after[0]))
                if spelled >= named:
                    return True
    return False


@lru_cache(maxsize=1 << 16)
def _spells(word: WordForm, other: WordForm) -> bool:
    if is_own(word, other):
        return True
    spelled = any(conforms(each, other.folded) for each in word.readings) or are_alike(word, other, SPELLS)
    return spelled and not _is_anothers(word, other)


@lru_cache(maxsize=1 << 16)
def _spell(word: WordForm, one: WordForm, other: WordForm) -> bool:
    return any(conforms(each, one.folded + other.folded) for each in word.readings)
