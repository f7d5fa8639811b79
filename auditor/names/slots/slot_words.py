"""What a word tells of names by itself: whether it is one, asks for one, or spells one well."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import product

from auditor.languages import language_data
from auditor.names.pair.forms import SPELLS, WordForm, are_alike
from auditor.names.pair.known_places import local_place
from auditor.names.pair.persons import is_given
from auditor.names.pair.sides import Side
from auditor.names.spelling.conformity import conforms
from auditor.names.spelling.spelled import is_spelled
from auditor.names.words.body_words import body_words
from auditor.names.words.person_words import place_kinds

HEARD = 0.2
"""Probability from which on a word that a convention explains is a spelling."""
CONCEIVABLE = 0.01
"""Probability below which two words are not of one name, whatever their endings."""
LEAST_STEM = 3
"""Letters that are left of a word without the ending of a people."""


@lru_cache(maxsize=1 << 16)
def conforms_to(word: WordForm, other: WordForm) -> bool:
    """Whether a word of the translation spells an Arabic one, in one of its readings, in some convention."""
    return any(conforms(each, other.folded) for each in word.letters)


@lru_cache(maxsize=1 << 16)
def is_well(word: WordForm, other: WordForm) -> bool:
    """Whether a word of the translation spells one of the original, or is made of the same name."""
    if are_alike(word, other, HEARD) and (are_alike(word, other, SPELLS) or conforms_to(word, other)):
        return True
    return (len(other.folded) == 1 and other.is_initial_of(word)) or _are_of_one(word, other)


def _are_of_one(word: WordForm, other: WordForm) -> bool:
    """Whether two words that do not spell each other do so without what makes them a people: فلوريدا Floridiens, البلقانيين Balkans."""
    if not word.is_arabic:
        return False
    ours, theirs = (
        _without(word.letters[-1:], _arabic_endings()),
        _without(other.letters[:1], _people_endings()),
    )
    if not (ours or theirs):
        return False
    pairs = [*product(word.letters, theirs), *product(ours, (*other.letters, *theirs))]
    return any(is_spelled(one, each, SPELLS) for one, each in pairs) and are_alike(word, other, CONCEIVABLE)


def _without(forms: Sequence[str], endings: tuple[str, ...]) -> list[str]:
    """What is left of words without their longest ending, where that is a word still."""
    found = []
    for form in filter(lambda each: each.endswith(endings), forms):
        ending = next(
            (each for each in endings if form.endswith(each) and len(form) - len(each) >= LEAST_STEM),
            None,
        )
        if ending is not None:
            found.append(form.removesuffix(ending))
    return found


@cache
def _people_endings() -> tuple[str, ...]:
    listed = {each for language in ("fr", "en") for each in language_data(language, "names")["nationalities"]}
    return tuple(sorted(listed | {"s", "ic", "ique", "iques"}, key=lambda each: (-len(each), each)))


@cache
def _arabic_endings() -> tuple[str, ...]:
    listed = {each for each in language_data("ar", "names")["endings"] if each}
    return tuple(sorted(listed, key=lambda each: (-len(each), each)))


@lru_cache(maxsize=1 << 16)
def is_name_by_itself(word: WordForm) -> bool:
    return word.is_name or is_given(word) or local_place(word) is not None


@lru_cache(maxsize=1 << 16)
def introduces(word: WordForm) -> bool:
    """Whether a name may follow a word: a title, a first name, عبد, a word for a place or a body."""
    return word.is_title or word.is_joiner or word.is_rare or is_given(word) or is_kind(word) or is_body(word)


@lru_cache(maxsize=1 << 16)
def is_personal(word: WordForm) -> bool:
    """Whether a person's name may follow a word."""
    return word.is_title or word.is_joiner or is_given(word)


@lru_cache(maxsize=1 << 16)
def is_kind(word: WordForm) -> bool:
    return not place_kinds().isdisjoint(word.readings)


@lru_cache(maxsize=1 << 16)
def is_body(word: WordForm) -> bool:
    """Whether a word is one for bodies and buildings that have names: شركة, قناة, جامعة."""
    return not body_words().isdisjoint(word.readings)


def is_of_body(side: Side, here: int) -> bool:
    """Whether a body is called after a word, and described by the one after it: مؤسسة حمد الطبية."""
    words = side.words
    if here + 1 >= len(words) or words[here + 1].is_name:
        return False
    after = words[here + 1].folded
    is_described = after.startswith("ال") and after.endswith(("يه", "ي"))
    return is_described and any(is_body(word) for word in words[max(0, here - 2) : here])
