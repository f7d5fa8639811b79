"""Names that the translation spells with other letters: a word with a capital that is meant for a name, and does not spell it.

«القعيطي» is “Kuwaiti”, «الخرابشة» “Kharashbeh”: no word of the original has the letters of the one, no word of the
translation those of the other, and the two are too near to each other for chance. Only Arabic names are judged so:
foreign ones are written in Arabic in many ways.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from auditor.names.pair.anchors import is_rendering_of, rendered_words
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import WordForm
from auditor.names.pair.known_places import is_named, is_sure, kind_before, local_place, place_at
from auditor.names.pair.native_names import (
    BESIDE,
    SHORTEST,
    SURE,
    bare_readings,
    evidence,
    explains,
    is_alike,
    is_arabic,
    names_others,
    nearest,
    spells_name,
)
from auditor.names.pair.persons import beside_names, is_given
from auditor.names.pair.sides import Side
from auditor.names.people.sequences import PartDifference, is_introduced
from auditor.names.spelling.account import EXTRA, FAR, LOST, NEAR, Account, costs_at_most
from auditor.names.spelling.conformity import same_kinds_in_any_order, spells
from auditor.names.spelling.orthographies import is_learned, is_of_others
from auditor.names.spelling.spelled import begins_with
from auditor.names.words.person_words import closing, latin_words
from auditor.names.words.vocabulary import common_latin

MEANT, MEANT_EACH = 1.0, 0.3
"""Cost up to which a word is meant for a name, and the same for each letter of a long one."""
SWAPPED = 2.4
"""The same for a word of the same consonants in another order."""
VOWELS, CONSONANTS, SURELY = 0.66, 0.74, 0.82
"""Confidence where vowels alone are wrong, where consonants are, and where the next word of the name is spelled right as well."""
_ADJECTIVE = "يه"  # of bodies and clubs: المولودية الوجدية is “Mouloudia d’Oujda”
_EXPLAINED = 0.05
"""What the lexicon knows of a word from which on it is one of the language."""


def misspelled_names(pair: Comparison) -> list[PartDifference]:
    """The names that come back in letters of which some are wrong, in text order of the original."""
    judged = [
        (here, kind)
        for here, word in enumerate(pair.source.words)
        if evidence(word) and (kind := _kind(pair.source, here))
    ]
    words = [pair.source.words[here] for here, _ in judged]
    by_letters = frozenset([word for word in words if is_arabic(word) or word.folded.startswith("ال")])
    strangers = _strangers(pair, by_letters) if judged else []
    found: dict[int, PartDifference] = {}
    for here, kind in judged if strangers else ():
        word = pair.source.words[here]
        places = strangers
        if kind == BESIDE:
            places = [there for there in strangers if _is_beside(pair, here, there)]
        if not places or _is_spelled(pair, here) or (not word.is_name and rendered_words(word, pair.target)):
            continue
        best, there = min(
            ((nearest(word, pair.target.words[place]), place) for place in places),
            key=lambda each: (each[0].cost, each[1]),
        )
        other = pair.target.words[there]
        if (
            there in found
            or not _is_meant(word, other, best.cost)
            or _is_joined(pair, here, there, best.cost)
        ):
            continue
        beside = _is_beside(pair, here, there)
        found[there] = PartDifference(
            "misspelled", here, there, _confidence(word, other, best, beside=beside)
        )
    return sorted(found.values(), key=lambda each: each.here)


def _is_meant(word: WordForm, other: WordForm, cost: float) -> bool:
    """Whether a word is too near to a name for chance: in its letters, or in their kinds, whatever their order."""
    latin = other.letters[0]
    if is_learned(word.readings, other.folded):
        return False
    if not (
        word.is_name or is_given(word) or any(begins_with(each, latin[0]) for each in bare_readings(word))
    ):
        return False
    if cost <= max(MEANT, MEANT_EACH * len(word.letters[0])):
        return True
    return cost <= SWAPPED and same_kinds_in_any_order(word.letters, latin)


def _confidence(word: WordForm, other: WordForm, best: Account, *, beside: bool) -> float:
    """Surer where a consonant is wrong, or the word is the name of others, and where its neighbour is spelled right."""
    consonants = any(best.slips[kind] for kind in (LOST, EXTRA, NEAR, FAR))
    if not (consonants or names_others(other)):
        return VOWELS
    return SURELY if beside and (consonants or word.is_name) else CONSONANTS


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
            if other.is_capital and spells_name(one, other):
                return True
    return False


def _strangers(pair: Comparison, judged: frozenset[WordForm]) -> list[int]:
    """Words of the translation that are names and that no word of the original spells, or is rendered by; `judged` letter by letter."""
    target = pair.target
    places = [there for there, word in enumerate(target.words) if _may_be_wrong(word)]
    if not places:
        return []
    return [
        there
        for there in places
        if there not in pair.shared_places and not _is_heard(pair, target.words[there], judged)
    ]


@lru_cache(maxsize=1 << 16)
def _may_be_wrong(word: WordForm) -> bool:
    return (
        word.is_capital
        and len(word.folded) >= SHORTEST
        and not word.is_acronym
        and word.folded not in common_latin()
        and word.folded not in beside_names()
        and not is_of_others(word.written)
    )


def _is_heard(pair: Comparison, word: WordForm, judged: frozenset[WordForm]) -> bool:
    for side in pair.sources:
        for each in side.words:
            if explains(each, word) or (each not in judged and is_alike(each, word)):
                return True
    return is_rendering_of(pair.source, word, pair.target.passage.language, _EXPLAINED)


def _kind(side: Side, here: int) -> int:
    """Of a word with some evidence SURE for an Arabic name by its form, or after a given name; BESIDE for one that its neighbours
    may make one; 0 otherwise.
    """
    word = side.words[here]
    if word.folded in closing():
        return 0
    kind = evidence(word)
    name = place_at(side, here)
    if name is not None and (local_place(word) is None or is_sure(word, name) or kind_before(side, here)):
        return SURE
    if here in side.covered:
        return 0
    if kind == SURE or _is_after_given(side, here):
        return SURE
    if not here or not word.folded.startswith("ال") or word.folded.endswith(_ADJECTIVE):
        return 0
    return BESIDE if side.words[here - 1].is_name or is_introduced(side, here) else 0


def _is_after_given(side: Side, here: int) -> bool:
    return here > 0 and is_given(side.words[here - 1]) and side.adjoins(here - 1, here)


def _is_spelled(pair: Comparison, here: int) -> bool:
    word = pair.source.words[here]
    if any(explains(word, other) for other in pair.capitals):
        return True
    name = place_at(pair.source, here)
    return name is not None and is_named(pair, name)


def _is_joined(pair: Comparison, here: int, there: int, cost: float) -> bool:
    """Whether a name has two words on one side and one on the other: عطا الله Atallah, بوعريريج Bou Arreridj; or is heard no
    worse with the word before than for `cost`, that of hearing it alone: عز الدين Azzedine.
    """
    if here and any(
        costs_at_most(letters, pair.target.words[there].letters[0], cost)
        for letters in _letters(pair.source.words[: here + 1], here, 2)
    ):
        return True
    ours = [_letters(pair.source.words, here, size) for size in (2, 3)]
    theirs = [_letters(pair.target.words, there, size) for size in (1, 2, 3)]
    alone = [list(bare_readings(pair.source.words[here]))]
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
