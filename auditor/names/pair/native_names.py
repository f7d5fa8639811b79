"""Arabic names by their form, and which Latin words have their letters."""

from __future__ import annotations

from functools import lru_cache, reduce
from operator import or_

from auditor.names.pair.forms import SPELLS, WordForm, are_alike, sounds_like
from auditor.names.pair.known_places import local_place
from auditor.names.pair.persons import is_given
from auditor.names.spelling.account import Account, account, plain_letters
from auditor.names.spelling.conformity import conforms_to_any, heard_consonants, spells
from auditor.names.words.person_words import epithets, given_names, place_kinds
from auditor.names.words.renderings import renderings_of

SHORTEST = 4
SURE, BESIDE = 2, 1
_ARABIC_ONLY = frozenset("حعصضظ")  # letters that foreign names are hardly written with
_ARTICLES = ("ال", "وال", "بال", "لل")
_SONS = ("بن", "بو", "ابو")
_OF_PLACES = ("ي", "يه", "يين", "يون", "يات", "يا", "وا", "وف", "وفا", "ييف")
"""What ends an adjective, a surname, a foreign country, a Russian name."""


@lru_cache(maxsize=1 << 18)
def explains(word: WordForm, other: WordForm) -> bool:
    """Whether a word of the translation has the letters of one of the original, or is known to stand for it."""
    if not (word.is_arabic and word.letters and other.letters):
        return are_alike(word, other, SPELLS)
    if other.folded in word.renderings and other.folded in renderings_of(
        tuple([each for each in word.readings if word.folded.endswith(each)])
    ):
        return True
    if other.consonants & ~_heard(word):  # as mostly
        return False
    return any(spells(each, other.letters[0]) for each in bare_readings(word))


@lru_cache(maxsize=1 << 16)
def _heard(word: WordForm) -> int:
    """As bits, the Latin consonants that the letters of a word are heard as in some reading."""
    return reduce(or_, map(heard_consonants, bare_readings(word)))


@lru_cache(maxsize=1 << 18)
def is_alike(word: WordForm, other: WordForm) -> bool:
    """Whether a word spells one roughly, as foreign names are."""
    if is_arabic(word):
        return False
    return sounds_like(word, other) or (word.is_name and are_alike(word, other, SPELLS))


@lru_cache(maxsize=1 << 16)
def is_arabic(word: WordForm) -> bool:
    """Whether a word is an Arabic name by its form, of which each letter is heard, not a foreign one in Arabic letters."""
    return (
        not _ARABIC_ONLY.isdisjoint(word.folded)
        or is_given(word)
        or local_place(word) is not None
        or (word.is_name and word.folded.startswith((*_ARTICLES, *_SONS)))
    )


def spells_name(word: WordForm, other: WordForm) -> bool:
    """Whether a word of the translation spells one of the original, by the transducer or letter by letter."""
    return are_alike(word, other, SPELLS) or explains(word, other)


@lru_cache(maxsize=1 << 16)
def nearest(word: WordForm, other: WordForm) -> Account:
    """The cheapest account of a word for the readings of another."""
    return min((account(each, other.letters[0]) for each in bare_readings(word)), key=lambda each: each.cost)


@lru_cache(maxsize=1 << 16)
def bare_readings(word: WordForm) -> tuple[str, ...]:
    """The readings that lack nothing at the end, as they are written: what ends a name is no pronoun."""
    letters = plain_letters(word.written)
    if len(letters) != len(word.folded):
        letters = word.folded
    sizes = {len(each) for each in word.letters if word.folded.endswith(each) and len(each) > 1}
    return tuple([letters[-size:] for size in sorted(sizes)]) or (letters,)


@lru_cache(maxsize=1 << 16)
def evidence(word: WordForm) -> int:
    """SURE for names that are Arabic by their letters, BESIDE for what is one after a given name, 0 for other words."""
    if not word.is_arabic or not word.letters or len(word.folded) < SHORTEST:
        return 0
    if word.is_joiner or word.is_title or word.folded in epithets():
        return 0
    if not place_kinds().isdisjoint(word.readings):
        return 0
    if _is_given(word):
        return SURE
    if not word.is_name:
        return BESIDE if word.folded.startswith("ال") or local_place(word) is not None else 0
    is_plain = not word.folded.endswith(_OF_PLACES) and not word.folded.startswith(_SONS)
    is_native = not _ARABIC_ONLY.isdisjoint(word.folded) or (
        word.folded.startswith("ال") and word.folded.endswith("ه")
    )
    return SURE if is_plain and is_native else BESIDE


def _is_given(word: WordForm) -> bool:
    """Whether a word is a given name as it stands, or after a particle of one letter."""
    return is_given(word) and any(each in given_names() for each in (word.folded, word.folded[1:]))


@lru_cache(maxsize=1 << 14)
def names_others(word: WordForm) -> bool:
    """Whether a word spells a given name: Hassan, that stands for حسين."""
    return conforms_to_any(given_names(), word.folded)
