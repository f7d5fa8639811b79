"""Names of the translation that nothing in the original spells, facing a name of the original that nothing in the translation spells.

“Edfou” faces إدكو, “Shaqaf” الشقب, “Boualem” بوعلاق: where both are left over and most letters of the one are heard in the other, the one is
meant for the other. Of 3,880 sound development pairs a score have two such words, nearly all foreign names, adjectives of countries, and
exonyms: a foreign name is therefore judged only where what stands for it is another known name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from auditor.names.pair.anchors import is_rendering_of, rendered_words
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import SPELLS, WordForm, are_alike, sounds_like
from auditor.names.pair.known_places import is_naming, place_at, spells_place
from auditor.names.pair.likeness import are_joined_alike
from auditor.names.pair.native_names import is_arabic, names_others, nearest
from auditor.names.pair.persons import beside_names, is_given
from auditor.names.people.sequences import PartDifference, is_introduced
from auditor.names.places.owned_names import is_spelling
from auditor.names.spelling.account import EXTRA, FAR, LOST, NEAR, Account, costs_at_most
from auditor.names.spelling.orthographies import is_learned, is_of_others
from auditor.names.words.person_words import epithets
from auditor.names.words.vocabulary import common_latin

SHORTEST = 4
"""Letters of a name that is judged, on either side."""
MEANT_EACH, MEANT_EACH_WORD = 0.3, 0.18
"""Cost of an account for each letter of the longer word up to which a word is meant for a name, or for a word that names here."""
FARTHEST = 0.3
"""Difference of places, as a share of the side, up to which two words left over face each other."""
KNOWN = 0.05
"""What the lexicon knows of a word from which on it is no stranger."""
OTHER, LETTERS, VOWELS = 0.8, 0.74, 0.6
"""Confidence where another known name stands for one, where consonants are wrong, and where vowels alone are."""
_CONSONANTS = (LOST, EXTRA, NEAR, FAR)
_OF_PEOPLE, _PEOPLES = ("ي", "يه"), ("يين", "يون", "يات", "يتين")
"""What ends an adjective of a country or a creed, and its plural."""


def near_strangers(pair: Comparison) -> Iterator[PartDifference]:
    """The names that came back as names of some of their letters, in text order of the translation."""
    strangers = [there for there, word in enumerate(pair.target.words) if _is_stranger(pair, there, word)]
    left = (
        [here for here, word in enumerate(pair.source.words) if _is_left(pair, here, word)]
        if strangers
        else []
    )
    for there in strangers:
        judged = [(account.cost, here, account) for here in left if (account := _meant(pair, here, there))]
        if judged:
            _, here, account = min(judged)
            confidence = _confidence(pair, here, there, account)
            if confidence:
                yield PartDifference("misspelled", here, there, confidence)


def _is_stranger(pair: Comparison, there: int, word: WordForm) -> bool:
    """Whether a word is a name that no word of the original, or of the passages around, spells or is rendered by."""
    if not _may_be_stranger(word) or there in pair.shared_places:
        return False
    if any(_tells(each, word) for side in pair.sources for each in side.words):
        return False
    return not is_rendering_of(pair.source, word, pair.target.passage.language, KNOWN)


@lru_cache(maxsize=1 << 16)
def _may_be_stranger(word: WordForm) -> bool:
    return (
        word.is_name
        and len(word.folded) >= SHORTEST
        and not word.is_acronym
        and word.folded not in common_latin()
        and word.folded not in beside_names()
        and not is_of_others(word.written)
    )


@lru_cache(maxsize=1 << 18)
def _tells(word: WordForm, other: WordForm) -> bool:
    return is_spelling(word, other) or (not word.is_name and sounds_like(word, other))


def _is_left(pair: Comparison, here: int, word: WordForm) -> bool:
    """Whether a word is a name that no word with a capital spells, and that the lexicon has nothing for."""
    if not _may_be_left(word):
        return False
    if not _is_called(pair, here):
        is_adjective = word.folded.endswith(_OF_PEOPLE)
        if is_adjective or not (word.is_name or is_introduced(pair.source, here)):
            return False
    if any(is_spelling(word, other) for other in pair.capitals):
        return False
    return not rendered_words(word, pair.target)


@lru_cache(maxsize=1 << 16)
def _may_be_left(word: WordForm) -> bool:
    if len(word.folded) < SHORTEST or not word.is_arabic or not word.letters:
        return False
    if word.folded.endswith(_PEOPLES):
        return False
    return not (word.is_joiner or word.folded in epithets())


def _is_called(pair: Comparison, here: int) -> bool:
    """Whether a word is a known place, or stands after a title, a given name or a word for what is called by a name."""
    source = pair.source
    if place_at(source, here) is not None:
        return True
    if not here or not source.adjoins(here - 1, here):
        return False
    before = source.words[here - 1]
    return before.is_title or is_given(before) or is_naming(before)


def _meant(pair: Comparison, here: int, there: int) -> Account | None:
    """The account of a stranger for a name, where it is near enough and at about its place."""
    word, other = pair.source.words[here], pair.target.words[there]
    if abs(here / len(pair.source.words) - there / len(pair.target.words)) > FARTHEST:
        return None
    if is_learned(word.readings, other.folded):
        return None
    account = nearest(word, other)
    each = MEANT_EACH if word.is_name else MEANT_EACH_WORD
    if account.cost > each * max(len(word.letters[0].removeprefix("ال")), len(other.folded)):
        return None
    return None if _is_joined(pair, here, there, account.cost) else account


def _is_joined(pair: Comparison, here: int, there: int, cost: float) -> bool:
    """Whether a neighbour of either makes them one name, or the word before is no worse heard with it: عز الدين in Azzedine."""
    ours, theirs = pair.source.words, pair.target.words
    if here and ours[here - 1].letters:
        both = ours[here - 1].letters[0] + ours[here].letters[0]
        if costs_at_most(both, theirs[there].letters[0], cost):
            return True
    twos = [ours[first : first + 2] for first in (here - 1, here) if first >= 0]
    others = [theirs[first : first + 2] for first in (there - 1, there) if first >= 0]
    return any(are_joined_alike(two, (theirs[there],)) for two in twos if len(two) > 1) or any(
        are_joined_alike((ours[here],), two) for two in others if len(two) > 1
    )


def _confidence(pair: Comparison, here: int, there: int, account: Account) -> float:
    """0 where a foreign name may be spelled so."""
    word, other = pair.source.words[here], pair.target.words[there]
    if there in pair.target.covered or spells_place(other.folded) or names_others(other):
        return OTHER
    if not is_arabic(word) or are_alike(word, other, SPELLS):
        return 0.0
    return LETTERS if any(account.slips[kind] for kind in _CONSONANTS) else VOWELS
