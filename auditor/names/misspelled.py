"""Names that the translation spells with other letters: a word with a capital that is meant for a name, and does not spell it.

«القعيطي» is “Kuwaiti”, «الخرابشة» “Kharashbeh”: no word of the original has the letters of the one, no word of the
translation those of the other, and the two are too near to each other for chance. Only Arabic names are judged so:
foreign ones are written in Arabic in many ways.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from auditor.names.account import Account, account, plain_letters
from auditor.names.anchors import is_rendering_of, rendered_words
from auditor.names.comparison import Comparison
from auditor.names.conformity import spells
from auditor.names.forms import SPELLS, WordForm, alike
from auditor.names.known_places import is_named, is_sure, kind_before, local_place
from auditor.names.persons import epithets, given_names, is_given, latin_titles, latin_words, place_kinds
from auditor.names.renderings import renderings_of
from auditor.names.sequences import PartDifference
from auditor.names.sides import Side
from auditor.names.vocabulary import calendar, common_latin

MEANT, MEANT_EACH = 1.0, 0.3
"""Cost up to which a word is meant for a name, and the same for each letter of a long one."""
SHORTEST = 4
_ARABIC_ONLY = frozenset("حعصضظقط")  # letters that foreign names are hardly written with
_ARTICLES = ("ال", "وال", "بال", "لل")
_SONS = ("بن", "بو", "ابو")
_OF_PLACES = (
    "ي",
    "يه",
    "يين",
    "يون",
    "يات",
    "يا",
    "وا",
)  # what ends an adjective, a surname, a foreign country
_EXPLAINED = 0.05
"""What the lexicon knows of a word from which on it is one of the language."""
_SURE, _BESIDE = 2, 1


def misspelled_names(pair: Comparison) -> list[PartDifference]:
    """The names that come back in letters of which some are wrong, in text order of the original."""
    strangers = _strangers(pair)
    if not strangers:
        return []
    found: dict[int, PartDifference] = {}
    for here, word in enumerate(pair.source.words):
        places = _may_stand(pair, here, strangers)
        if not places or _is_spelled(pair, here):
            continue
        cost, there = min((_nearest(word, pair.target.words[place]).cost, place) for place in places)
        if cost > max(MEANT, MEANT_EACH * len(word.letters[0])) or there in found:
            continue
        if not _is_joined(pair, here, there):
            found[there] = PartDifference("misspelled", here, there, _confidence(pair, here, there, cost))
    return sorted(found.values(), key=lambda each: each.here)


def _confidence(pair: Comparison, here: int, there: int, cost: float) -> float:
    beside = pair.beside(here, there)
    return round(0.6 + 0.12 * (beside or cost >= MEANT) + 0.08 * beside, 2)


def _strangers(pair: Comparison) -> list[int]:
    """Words of the translation that are names and that no word of the original spells, or is rendered by."""
    target = pair.target
    places = [there for there, word in enumerate(target.words) if _may_be_wrong(word)]
    if not places:
        return []
    named = frozenset().union(*(side.places for side in pair.sources))
    known = {
        index for each in target.mentions if each.places & named for index in range(each.first, each.last + 1)
    }
    return [there for there in places if there not in known and not _is_heard(pair, target.words[there])]


@lru_cache(maxsize=1 << 16)
def _may_be_wrong(word: WordForm) -> bool:
    return (
        word.is_capital
        and len(word.folded) >= SHORTEST
        and not word.is_acronym
        and word.folded not in common_latin()
        and word.folded not in calendar()
        and word.folded not in latin_titles()
        and word.folded not in latin_words("particles")
    )


def _is_heard(pair: Comparison, word: WordForm) -> bool:
    for side in pair.sources:
        for each in side.words:
            if _explains(each, word):
                return True
    return is_rendering_of(pair.source, word, pair.target.passage.language, _EXPLAINED)


@lru_cache(maxsize=1 << 18)
def _explains(word: WordForm, other: WordForm) -> bool:
    """Whether a word of the original spells one of the translation: by its letters, and a foreign name roughly."""
    if not (word.is_arabic and word.letters and other.letters):
        return alike(word, other) >= SPELLS
    if other.folded in renderings_of(word.readings):
        return True
    if any(spells(each, other.letters[0]) for each in _bare(word)):
        return True
    return not is_arabic(word) and alike(word, other) >= SPELLS


@lru_cache(maxsize=1 << 16)
def is_arabic(word: WordForm) -> bool:
    """Whether a word is an Arabic name by its form, of which each letter is heard, not a foreign one in Arabic letters."""
    return (
        not _ARABIC_ONLY.isdisjoint(word.folded)
        or is_given(word)
        or local_place(word) is not None
        or (word.is_name and word.folded.startswith((*_ARTICLES, *_SONS)))
    )


@lru_cache(maxsize=1 << 16)
def _nearest(word: WordForm, other: WordForm) -> Account:
    """The cheapest account of a word for the readings of another."""
    return min((account(each, other.letters[0]) for each in _bare(word)), key=lambda each: each.cost)


@lru_cache(maxsize=1 << 16)
def _bare(word: WordForm) -> tuple[str, ...]:
    """The readings that lack nothing at the end, as they are written: what ends a name is no pronoun."""
    letters = plain_letters(word.written)
    if len(letters) != len(word.folded):
        letters = word.folded
    sizes = {len(each) for each in word.letters if word.folded.endswith(each) and len(each) > 1}
    return tuple([letters[-size:] for size in sorted(sizes)]) or (letters,)


def _may_stand(pair: Comparison, here: int, strangers: list[int]) -> list[int]:
    """The strangers that may be meant for a word, if it is an Arabic name by its form or by what stands beside it."""
    word = pair.source.words[here]
    kind = _evidence(word)
    if not kind:
        return []
    name = local_place(word)
    if name is not None and (is_sure(word, name) or kind_before(pair.source, here)):
        return strangers
    if here in pair.source.covered:
        return []
    if kind == _SURE or _is_after_given(pair.source, here):
        return strangers
    if not word.folded.startswith("ال") or rendered_words(word, pair.target):
        return []
    return [there for there in strangers if pair.beside(here, there)]


def _is_after_given(side: Side, here: int) -> bool:
    return here > 0 and is_given(side.words[here - 1]) and not side.between(here - 1, here).strip(" \u00a0")


@lru_cache(maxsize=1 << 16)
def _evidence(word: WordForm) -> int:
    """_SURE for names that are Arabic by their letters, _BESIDE for what is one after a given name, 0 for other words."""
    if not word.is_arabic or not word.letters or len(word.folded) < SHORTEST:
        return 0
    if word.is_joiner or word.is_title or word.folded in epithets():
        return 0
    if not place_kinds().isdisjoint(word.readings):
        return 0
    if _is_given(word):
        return _SURE
    if not word.is_name:
        return _BESIDE if word.folded.startswith("ال") or local_place(word) is not None else 0
    is_plain = not word.folded.endswith(_OF_PLACES) and not word.folded.startswith(_SONS)
    is_native = not _ARABIC_ONLY.isdisjoint(word.folded) or (
        word.folded.startswith("ال") and word.folded.endswith("ه")
    )
    return _SURE if is_plain and is_native else _BESIDE


def _is_given(word: WordForm) -> bool:
    """Whether a word is a given name as it stands, or after a particle of one letter."""
    return is_given(word) and any(each in given_names() for each in (word.folded, word.folded[1:]))


def _is_spelled(pair: Comparison, here: int) -> bool:
    word = pair.source.words[here]
    if any(_explains(word, other) for other in pair.capitals):
        return True
    name = local_place(word)
    return name is not None and is_named(pair, name)


def _is_joined(pair: Comparison, here: int, there: int) -> bool:
    """Whether a name has two words on one side and one on the other: عطا الله Atallah, بوعريريج Bou Arreridj."""
    ours = [_letters(pair.source.words, here, size) for size in (2, 3)]
    theirs = [_letters(pair.target.words, there, size) for size in (1, 2, 3)]
    alone = [list(_bare(pair.source.words[here]))]
    return any(
        spells(arabic, latin)
        for arabics, latins in ((ours, theirs), (alone, theirs[1:]))
        for arabic in chain(*arabics)
        for latin in chain(*latins)
    )


def _letters(words: Sequence[WordForm], index: int, size: int) -> list[str]:
    """The letters of each run of so many words that holds one of them."""
    return [
        "".join(word.letters[0] for word in words[start : start + size] if word.letters)
        for start in range(max(0, index - size + 1), index + 1)
        if start + size <= len(words)
    ]
