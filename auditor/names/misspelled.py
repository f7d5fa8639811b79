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
from auditor.names.conformity import same_kinds_in_any_order, spells
from auditor.names.forms import SPELLS, WordForm, alike, sounds_like
from auditor.names.known_places import is_named, is_sure, kind_before, local_place
from auditor.names.persons import epithets, given_names, is_given, latin_titles, latin_words, place_kinds
from auditor.names.renderings import renderings_of
from auditor.names.sequences import PartDifference, is_introduced
from auditor.names.sides import Side
from auditor.names.vocabulary import calendar, common_latin

MEANT, MEANT_EACH = 1.0, 0.3
"""Cost up to which a word is meant for a name, and the same for each letter of a long one."""
SWAPPED = 2.4
"""The same for a word of the same consonants in another order."""
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
    judged = [(here, kind) for here in range(len(pair.source.words)) if (kind := _kind(pair.source, here))]
    strangers = _strangers(pair, frozenset([pair.source.words[here] for here, _ in judged])) if judged else []
    found: dict[int, PartDifference] = {}
    for here, kind in judged if strangers else ():
        word = pair.source.words[here]
        places = strangers
        if kind == _BESIDE:
            places = [there for there in strangers if _is_beside(pair, here, there)]
        if not places or _is_spelled(pair, here) or (not word.is_name and rendered_words(word, pair.target)):
            continue
        cost, there = min((_nearest(word, pair.target.words[place]).cost, place) for place in places)
        if (
            there not in found
            and _is_meant(word, pair.target.words[there], cost)
            and not _is_joined(pair, here, there)
        ):
            found[there] = PartDifference("misspelled", here, there, _confidence(pair, here, there, cost))
    return sorted(found.values(), key=lambda each: each.here)


def _is_meant(word: WordForm, other: WordForm, cost: float) -> bool:
    """Whether a word is too near to a name for chance: in its letters, or in their kinds, whatever their order."""
    if cost <= max(MEANT, MEANT_EACH * len(word.letters[0])):
        return True
    return cost <= SWAPPED and same_kinds_in_any_order(word.letters, other.letters[0])


def _confidence(pair: Comparison, here: int, there: int, cost: float) -> float:
    beside = _is_beside(pair, here, there)
    return round(0.6 + 0.12 * (beside or cost >= MEANT) + 0.08 * beside, 2)


def _is_beside(pair: Comparison, here: int, there: int) -> bool:
    """Whether the name next to a word of the original is spelled next to one of the translation, past particles."""
    for step in (-1, 1):
        place = there + step
        while 0 <= place < len(pair.target.words) and pair.target.words[place].folded in latin_words(
            "particles"
        ):
            place += step
        if 0 <= here + step < len(pair.source.words) and 0 <= place < len(pair.target.words):
            one, other = pair.source.words[here + step], pair.target.words[place]
            if other.is_capital and (alike(one, other) >= SPELLS or _explains(one, other)):
                return True
    return False


def _strangers(pair: Comparison, judged: frozenset[WordForm]) -> list[int]:
    """Words of the translation that are names and that no word of the original spells, or is rendered by; `judged` letter by letter."""
    target = pair.target
    places = [there for there, word in enumerate(target.words) if _may_be_wrong(word)]
    if not places:
        return []
    named = frozenset().union(*(side.places for side in pair.sources))
    known = {
        index for each in target.mentions if each.places & named for index in range(each.first, each.last + 1)
    }
    return [
        there for there in places if there not in known and not _is_heard(pair, target.words[there], judged)
    ]


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


def _is_heard(pair: Comparison, word: WordForm, judged: frozenset[WordForm]) -> bool:
    for side in pair.sources:
        for each in side.words:
            if _explains(each, word) or (each not in judged and _is_alike(each, word)):
                return True
    return is_rendering_of(pair.source, word, pair.target.passage.language, _EXPLAINED)


@lru_cache(maxsize=1 << 18)
def _explains(word: WordForm, other: WordForm) -> bool:
    """Whether a word of the translation has the letters of one of the original, or is known to stand for it."""
    if not (word.is_arabic and word.letters and other.letters):
        return alike(word, other) >= SPELLS
    if other.folded in renderings_of(tuple([each for each in word.readings if word.folded.endswith(each)])):
        return True
    return any(spells(each, other.letters[0]) for each in _bare(word))


@lru_cache(maxsize=1 << 18)
def _is_alike(word: WordForm, other: WordForm) -> bool:
    """Whether a word spells one roughly, as foreign names are."""
    if is_arabic(word):
        return False
    return sounds_like(word, other) or (word.is_name and alike(word, other) >= SPELLS)


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


def _kind(side: Side, here: int) -> int:
    """_SURE for an Arabic name by its form, or after a given name; _BESIDE for a word that its neighbours may make one."""
    word = side.words[here]
    kind = _evidence(word)
    if not kind:
        return 0
    name = local_place(word)
    if name is not None and (is_sure(word, name) or kind_before(side, here)):
        return _SURE
    if here in side.covered:
        return 0
    if kind == _SURE or _is_after_given(side, here):
        return _SURE
    if not here or not word.folded.startswith("ال"):
        return 0
    return _BESIDE if side.words[here - 1].is_name or is_introduced(side, here) else 0


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
