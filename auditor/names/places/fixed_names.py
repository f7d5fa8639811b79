"""Names that are written in one way by custom, and came back in another: Hithro, Alec, détroit d’Hermès.

Where the press has settled on a spelling, what data/fixed_names.tsv, or data/foreign_names.tsv for companies, media, bodies and cities of
other countries, does not list is read back from the Arabic, or is another name
altogether. A name that has every letter of an Arabic one has room for the usual variants all the same: Garyan, Nejran, Wahran. It
is judged only where it is known for something else, where a word of the language is heard as that word (El-Abyad for El-Obeid), or where
a town sounds otherwise than in each of its forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import SPELLS, WordForm, are_alike
from auditor.names.pair.known_places import is_naming, is_noun, kind_before, local_place
from auditor.names.pair.listed_forms import own_forms
from auditor.names.pair.native_names import bare_readings, explains, is_arabic, spells_name
from auditor.names.pair.persons import beside_names, is_given
from auditor.names.pair.sides import Side
from auditor.names.places.local_places import PlaceDifference
from auditor.names.slots.intruders import latin_names
from auditor.names.spelling.account import costs_at_most
from auditor.names.spelling.distortion import edits
from auditor.names.spelling.transliteration import letters_of
from auditor.names.words.listed_forms import listed_forms
from auditor.names.words.vocabulary import common_latin

OTHER, AS_WORD = 0.76, 0.6
"""Confidence that a word is not the name: where it is another one, a word, or foreign letters read back; and where it has its letters
and the vowels of a word.
"""
NEAR = 0.7
"""Difference of places, as a share of the side, up to which a word stands for a name."""
MEANT, MEANT_EACH = 1.0, 0.3
"""Cost of an account up to which a word is meant for a name, and the same for each letter."""
SHORTEST = 4
FAR = 2
"""Sounds in which a spelling differs from every form of a town that it is none of."""
LONG = 5
"""Letters above which a word may begin with an article."""
_ONE_SOUND = (
    ("ou", "u"), ("oo", "u"), ("tch", "c"), ("sh", "c"), ("ch", "c"), ("ck", "k"), ("q", "k"), ("dj", "j"), ("gu", "g"), ("gh", "g"),
    ("kh", "k"), ("y", "i"), ("ee", "i"), ("w", "u"), ("h", ""), ("o", "u"), ("e", "a"), ("i", "a"),
)  # fmt: skip
"""Letters that spellings of one name exchange, and what is compared for them."""
_VOWELS, _ROUNDED = re.compile("[aeiouwy]+"), frozenset("ouw")
_ARTICLE = "ال"
_OF_PLACES = ("n", "ns", "an", "ans", "ian", "ians", "i", "is")
_LATIN_ARTICLES = (
    "al",
    "el",
    "ad",
    "ed",
    "as",
    "es",
    "ar",
    "er",
    "at",
    "et",
    "az",
    "an",
    "ash",
    "ach",
    "ech",
)


def fixed_differences(pair: Comparison) -> Iterator[PlaceDifference]:
    """The names of the list that nothing of the translation is a form of, though one word has their letters, in text order."""
    for here, word in enumerate(pair.source.words):
        forms = _forms(word)
        if (
            not forms
            or here in pair.source.covered
            or not _is_asked(pair.source, here)
            or _is_named(pair, here, forms)
        ):
            continue
        found = [
            there
            for there, other in enumerate(pair.target.words)
            if not _is_form(other, forms) and _is_meant(pair, here, there)
        ]
        if len(found) == 1:
            other = pair.target.words[found[0]]
            if _is_known(other) or not _has_letters(word, other):
                yield PlaceDifference("misspelled", here, here, (found[0], found[0]), OTHER)
            elif (not word.is_name and _is_opened(other.folded, _listed(word))) or _is_far(word, other):
                yield PlaceDifference("misspelled", here, here, (found[0], found[0]), AS_WORD)


@cache
def _table() -> dict[str, frozenset[str]]:
    return listed_forms("foreign_names.tsv") | listed_forms("fixed_names.tsv")


@lru_cache(maxsize=1 << 16)
def _forms(word: WordForm) -> frozenset[str]:
    """All known forms of the name that a word is, if it is one of the list."""
    listed = _listed(word)
    return listed | own_forms(word) if listed else listed


@lru_cache(maxsize=1 << 16)
def _listed(word: WordForm) -> frozenset[str]:
    """The forms of the name that a word is, in any of its readings that lack nothing at the end."""
    table = _table()
    if table.keys().isdisjoint(word.readings):
        return frozenset()
    found = [
        table[each]
        for each in word.readings
        if each in table
        and word.folded.endswith(each)
        and (each.startswith(_ARTICLE) or not _is_definite(word))
    ]
    return frozenset().union(*found)


def _is_asked(side: Side, here: int) -> bool:
    """Whether a name is one by itself, and no person's, or what is before it asks for a place: القادم من الأبيض."""
    word, before = side.words[here], side.words[here - 1] if here else None
    if before is not None and is_given(before) and kind_before(side, here) is None:
        return False
    if kind_before(side, here) is not None or (before is not None and is_naming(before)):
        return not (before and before.folded.startswith(_ARTICLE))
    if word.is_name and not is_given(word):
        return True
    return word.folded.startswith(_ARTICLE) and is_noun(side, here)


def _is_definite(word: WordForm) -> bool:
    return any(each.startswith(_ARTICLE) and word.folded.endswith(each) for each in word.readings)


def _is_named(pair: Comparison, here: int, forms: frozenset[str]) -> bool:
    """Whether the translation has forms of a name as often as the original has it; what has its letters is none of them."""
    own = bare_readings(pair.source.words[here])
    named = sum(own == bare_readings(each) for each in pair.source.words)
    return _times(pair.target, forms) >= named


def _times(side: Side, forms: frozenset[str]) -> int:
    return sum(
        word.folded + after in forms or _is_form(word, forms)
        for word, after in zip(side.words, [*(each.folded for each in side.words[1:]), ""], strict=True)
    )


def _is_form(word: WordForm, forms: frozenset[str]) -> bool:
    """Whether a word is a form, alone or with an article written onto it, or says what is of the place: Alula, Tasmanian."""
    if word.folded in forms or any(word.folded.removesuffix(each) in forms for each in _OF_PLACES):
        return True
    return any(
        word.folded.removeprefix(each) in forms for each in _LATIN_ARTICLES if word.folded.startswith(each)
    )


def _is_meant(pair: Comparison, here: int, there: int) -> bool:
    """Whether a word of the translation has the letters of a name, or nearly, and those of no other word of the original."""
    word, other = pair.source.words[here], pair.target.words[there]
    if not other.is_capital or len(other.folded) < SHORTEST or other.folded in beside_names():
        return False
    if (
        there in pair.shared_places
        or abs(here / len(pair.source.words) - there / len(pair.target.words)) > NEAR
    ):
        return False
    if not (are_alike(word, other, SPELLS) or _costs_little(word, other)):
        return False
    return not any(
        bare_readings(each)[-1] != bare_readings(word)[-1]
        and (each.is_name or is_given(each) or local_place(each) is not None)
        and spells_name(each, other)
        for side in pair.sources
        for each in side.words
    )


@lru_cache(maxsize=1 << 16)
def _costs_little(word: WordForm, other: WordForm) -> bool:
    most = max(MEANT, MEANT_EACH * len(word.folded.removeprefix(_ARTICLE)))
    return any(costs_at_most(each, other.letters[0], most) for each in bare_readings(word) if other.letters)


@lru_cache(maxsize=1 << 16)
def _is_known(word: WordForm) -> bool:
    """Whether a word is one of the language, or another name."""
    return word.folded in common_latin() or word.folded in latin_names() or bool(word.begins)


@lru_cache(maxsize=1 << 16)
def _has_letters(word: WordForm, other: WordForm) -> bool:
    return (is_arabic(word) or local_place(word) is not None) and explains(word, other)


@lru_cache(maxsize=1 << 16)
def _is_far(word: WordForm, other: WordForm) -> bool:
    """Whether a town sounds otherwise than by each of its forms, however its letters are written: Kihaydi for Kaédi."""
    forms = _forms(word)
    return local_place(word) is not None and all(
        edits(_sounds(other.folded), _sounds(each)) >= FAR for each in forms
    )


@lru_cache(maxsize=1 << 16)
def _sounds(latin: str) -> str:
    """A form without what spellings of one sound differ in, and without its article."""
    bare = next(
        (latin[2:] for each in _LATIN_ARTICLES if latin.startswith(each) and len(latin) > LONG), latin
    )
    for letters, sound in _ONE_SOUND:
        bare = bare.replace(letters, sound)
    return re.sub(r"(.)\1", r"\1", letters_of(bare)).rstrip("e")


def _is_opened(latin: str, forms: frozenset[str]) -> bool:
    """Whether a word has an open vowel where each form with as many syllables has a rounded one: Abyad, Obeid."""
    ours = _rounded(latin)
    others = [each for each in map(_rounded, forms) if len(each) == len(ours)]
    return bool(others) and all(
        any(theirs and not our for our, theirs in zip(ours, each, strict=True)) for each in others
    )


def _rounded(latin: str) -> tuple[bool, ...]:
    """Of each run of vowels whether it is rounded."""
    return tuple([not _ROUNDED.isdisjoint(vowels) for vowels in _VOWELS.findall(latin)])
