"""Words of the original that are written as some names are, and by what stands beside them name nobody: في ختام زيارة.

A given name or a place that is a word of the language as well is a name beside a title, a word for its kind, or another name.
Without any of them, where the lexicon has words for it, it is the word.
"""

from __future__ import annotations

from functools import lru_cache

from auditor.names.pair.anchors import is_translated
from auditor.names.pair.forms import WordForm
from auditor.names.pair.known_places import is_listed, is_noun, kind_before, local_place
from auditor.names.pair.persons import is_given
from auditor.names.pair.sides import Side
from auditor.names.words.arab_places import arab_places
from auditor.names.words.body_words import body_words
from auditor.names.words.nameness import common_words
from auditor.names.words.person_words import offices, place_kinds
from auditor.names.words.vocabulary import no_names
from auditor.names.words.world_cities import cities

LEAST = 0.2
"""What the lexicon knows of a word, in either language, from which on it is one of the language."""
KNOWN = 0.05
"""The same of a common word that a word is a form of."""
LONG, SHORT = 0.0, -0.3
"""Log-odds of its letters to be a name, below which a word may be an inflected one; the second of SHORTEST letters and less."""
SHORTEST, SHORTEST_STEM = 4, 3
UNNAMED = -2.0
"""The same below which a word that no list has is no name beside which another stands."""
_ENDINGS = (("ا", ""), ("وا", ""), ("تان", "ه"), ("تين", "ه"))
"""What an object, a verb of several and two of something end with, and what the word ends with in their place."""
_TANWIN = ("\u064b", "\u064b\u0627", "\u0627\u064b")
_BLANKS = " \u00a0"
_DEFINITE = ("ال", "وال", "بال", "لل", "فال", "كال")
_OF_ADJECTIVES = ("ي", "يه")


def is_plain(side: Side, index: int) -> bool:
    """Whether a word is one of the language, whatever names are written like it."""
    word = side.words[index]
    if not word.is_arabic:
        return False
    if word.written.endswith(_TANWIN):  # of a name but a given one never: كوباً is no Cuba
        return not is_given(word)
    if index in side.covered:
        return False
    if word.folded in place_kinds():
        return True
    if _is_inflected(word):
        return not (_is_asked(side, index) or _is_described(side, index))
    return _is_translated_here(side, index)


def _is_translated_here(side: Side, index: int) -> bool:
    """Whether the lexicon has words for a word that nothing makes a name."""
    word = side.words[index]
    if not is_translated(word.folded, LEAST) or _is_introduced(side, index):
        return False
    return _is_adjective(side, index) or (not word.is_name and not _is_placed(side, index))


@lru_cache(maxsize=1 << 16)
def _is_inflected(word: WordForm) -> bool:
    """Whether a word has not the letters of a name, and is a common one as an object, as a verb of several or as two of it."""
    least = SHORT if len(word.folded) <= SHORTEST else LONG
    if word.nameness >= least or is_given(word) or local_place(word) is not None:
        return False
    if not (cities().keys().isdisjoint(word.readings) and arab_places().keys().isdisjoint(word.readings)):
        return False
    return any(
        each.endswith(ending)
        and len(common := each.removesuffix(ending) + rest) >= SHORTEST_STEM
        and _is_common(common)
        for each in word.readings
        if word.folded.endswith(each)
        for ending, rest in _ENDINGS
    )


@lru_cache(maxsize=1 << 14)
def _is_common(word: str) -> bool:
    return word in no_names() or (word in common_words() and is_translated(word, KNOWN))


def _is_adjective(side: Side, index: int) -> bool:
    """Whether a word agrees with the noun before it, and names nobody: العمل الليلي, المصحف الشريف."""
    word = side.words[index]
    if not (
        index and word.folded.startswith("ال") and (word.folded.endswith(_OF_ADJECTIVES) or is_given(word))
    ):
        return False
    return side.adjoins(index - 1, index) and _is_definite_noun(side.words[index - 1])


@lru_cache(maxsize=1 << 16)
def _is_definite_noun(word: WordForm) -> bool:
    is_noun = not word.is_name or word.nameness < UNNAMED
    return word.folded.startswith(_DEFINITE) and is_noun and local_place(word) is None


def _is_placed(side: Side, index: int) -> bool:
    """Whether a word may be a place by what stands before it, or is written onto it."""
    word = side.words[index]
    if local_place(word) is None:
        return False
    asked = kind_before(side, index) is not None or is_noun(side, index) or is_listed(side, index)
    return asked or word.folded.startswith(("ب", "وب"))


def _is_described(side: Side, index: int) -> bool:
    """Whether a definite word follows, as no object has one beside it: حلفا الجديدة."""
    if index + 1 >= len(side.words) or not side.adjoins(index, index + 1):
        return False
    return side.words[index + 1].folded.startswith("ال") and not side.words[index].folded.endswith("وا")


def _is_asked(side: Side, index: int) -> bool:
    """Whether the word before a word, or a quotation that it opens, asks for a name."""
    if not index:
        return False
    if side.between(index - 1, index).strip(_BLANKS)[-1:] in tuple('«“"('):
        return True
    return side.adjoins(index - 1, index) and _asks(side.words[index - 1])


def _is_introduced(side: Side, index: int) -> bool:
    """Whether a word is asked for as a name, or goes on as one."""
    words = side.words
    if _is_asked(side, index):
        return True
    return index + 1 < len(words) and side.adjoins(index, index + 1) and _goes_on(words[index + 1])


@lru_cache(maxsize=1 << 16)
def _asks(word: WordForm) -> bool:
    """Whether a name may follow a word."""
    if word.is_title or word.is_joiner or is_given(word):
        return True
    if word.is_rare and (word.nameness >= UNNAMED or not word.folded.startswith(_DEFINITE)):
        return True
    if not offices().isdisjoint(word.readings):
        return True
    is_kind = not (place_kinds() | body_words()).isdisjoint(word.readings)
    return is_kind and not word.folded.startswith(_DEFINITE)  # المنظمة does not say which, منظمة asks for it


@lru_cache(maxsize=1 << 16)
def _goes_on(word: WordForm) -> bool:
    """Whether a word may go on with the name that the one before it begins."""
    return word.is_joiner or is_given(word) or (word.is_rare and word.nameness >= UNNAMED)
