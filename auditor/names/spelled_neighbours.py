"""Names beside one that both sides have: of a person's name the other part, of a list the next one.

Where “Rita” is ريتا and nothing parts it from “Ghattas”, that is meant for غنطوس; where “Karak” is الكرك, what a comma or “and” joins to it
is meant for what the original joins. Of 1,026 such neighbours in sound development and training pairs 994 are spelled
(a probability of 0.5 or more), and of 9,000 pairs a dozen have one that is not: the position tells so much that a likeness of half the
letters is no excuse.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from auditor.names.pair.anchors import rendered_words, renders_others
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import WordForm, alike
from auditor.names.pair.known_places import local_place
from auditor.names.pair.likeness import are_joined_alike, holds
from auditor.names.pair.meanings import beginning
from auditor.names.pair.name_runs import JOINTS
from auditor.names.pair.native_names import is_arabic
from auditor.names.pair.persons import beside_names, is_given
from auditor.names.pair.sides import Side
from auditor.names.pair.worded import is_word_here
from auditor.names.people.sequences import PartDifference, is_introduced, next_capital
from auditor.names.places.owned_names import is_spelling
from auditor.names.spelling.conformity import same_kinds
from auditor.names.spelling.orthographies import is_learned, is_of_others
from auditor.names.words.person_words import epithets, latin_words
from auditor.names.words.vocabulary import common_latin

SHORTEST = 3
OTHER, LIKE = 0.75, 0.66
"""Confidence that a neighbour is another name where its letters are others, and where some are."""
STRANGE = 0.1
LEAST_DEFINITE = 4
"""Letters of a word of the language above which its spelling is no chance."""
COMPOUND = 4
"""Letters that one has more than the other from which on the other may be a part of it."""
_COMMAS = ("،", ",")
_DEFINITE, _PEOPLE = ("ال", "لل", "وال", "بال"), ("يين", "يون")
"""How what many are called begins and ends, a people, a club's players: العاصميين."""


def spelled_neighbours(pair: Comparison) -> Iterator[PartDifference]:
    """The names that came back as others beside one that is spelled, in text order."""
    for here, word in enumerate(pair.source.words):
        if here in pair.source.covered or not _may_be_judged(word) or is_word_here(word, pair.target):
            continue
        meant = _meant(pair, here) or _before(pair, here)
        if meant is not None:
            is_sure = is_introduced(pair.source, here - 1)
            yield PartDifference("translated", here, meant, OTHER if is_sure else LIKE)
            continue
        there = next((each for each in _facing(pair, here) if _is_another(pair, here, each)), None)
        if there is not None:
            kind = "place" if local_place(word) is not None else "person"
            likeness = alike(word, pair.target.words[there])
            yield PartDifference(kind, here, there, LIKE if likeness >= STRANGE else OTHER)


@lru_cache(maxsize=1 << 16)
def _may_be_judged(word: WordForm) -> bool:
    if len(word.folded) < SHORTEST or word.is_title or word.is_joiner or word.folded in epithets():
        return False
    if word.folded.startswith(_DEFINITE) and word.folded.endswith(_PEOPLE):
        return False
    return word.is_name or local_place(word) is not None or word.folded.startswith("ال")


def _meant(pair: Comparison, here: int) -> int | None:
    """The word with an article that renders a surname, after the spelling of the name before: Dana l’artisane."""
    source, target = pair.source, pair.target
    word = source.words[here]
    if not here or not word.folded.startswith("ال") or not source.adjoins(here - 1, here):
        return None
    before = source.words[here - 1]
    introduced = is_introduced(source, here - 1)
    at = _spelled_at(pair, here - 1) if introduced or is_given(before) or before.is_rare else None
    if (
        at is None
        or at + 2 >= len(target.words)
        or target.words[at + 1].folded not in latin_words("definite")
    ):
        return None
    if not target.adjoins(at, at + 1) or any(is_spelling(word, each) for each in target.capitals):
        return None
    if at + 2 in rendered_words(word, target):
        return at + 2
    is_plain = (
        introduced
        and not target.words[at + 2].is_capital
        and not renders_others(pair.source, target, at + 2, (here,))
    )
    return at + 2 if is_plain else None


def _before(pair: Comparison, here: int) -> int | None:
    """The word of the language with a capital that stands before the spelling of the next part of a person's name: “Counterpart
    Ayyad” for نظير عياد.
    """
    source, target = pair.source, pair.target
    word = source.words[here]
    if here + 1 >= len(source.words) or not _may_be_first(word) or not source.adjoins(here, here + 1):
        return None
    at = _spelled_at(pair, here + 1) if _may_be_judged(source.words[here + 1]) else None
    if not at or not target.words[at].is_name:
        return None
    there = at - 1
    while there > 0 and target.words[there].folded in latin_words("particles"):
        there -= 1
    other = target.words[there]
    if any(target.between(place, place + 1).strip(JOINTS) for place in range(there, at)):
        return None
    if not other.is_capital or other.folded not in common_latin() or len(other.folded) <= SHORTEST:
        return None
    if other.folded in beside_names() or any(is_spelling(word, each) for each in pair.capitals):
        return None
    return None if renders_others(pair.source, pair.target, there, (here,)) else there


@lru_cache(maxsize=1 << 16)
def _may_be_first(word: WordForm) -> bool:
    """Whether a word is a given name that is a word as well."""
    if word.is_title or word.is_joiner or word.folded in epithets() or word.folded.startswith("ال"):
        return False
    return is_given(word) or any(each.kind == "person" for each in beginning(word))


def _facing(pair: Comparison, here: int) -> Iterator[int]:
    """The words of the translation that stand beside the spelling of a name's neighbour as the name does."""
    words = pair.source.words
    for step in (1, -1):
        beside = here + step
        if not 0 <= beside < len(words):
            continue
        listed = _is_listed(pair.source, min(here, beside))
        spelled_out = not listed and _is_word(words[here]) and _is_word(words[beside])
        if not (words[here].is_name or spelled_out or (listed and local_place(words[here]) is not None)):
            continue
        if not (listed or spelled_out or words[beside].is_name):
            continue
        if not listed and not pair.source.adjoins(min(here, beside), max(here, beside)):
            continue
        at = _spelled_at(pair, beside)
        if at is None:
            continue
        there = _next_listed(pair.target, at, -step) if listed else next_capital(pair.target, at, -step)
        if there is not None and (listed or pair.target.words[there].is_name):
            yield there


@lru_cache(maxsize=1 << 16)
def _is_word(word: WordForm) -> bool:
    """Whether a definite word of the language is no name by itself: where one is spelled, so is the next, «البحر الذهبي»."""
    return not word.is_name and word.folded.startswith("ال") and len(word.folded) > LEAST_DEFINITE


def _is_listed(side: Side, first: int) -> bool:
    """Whether a comma or “and” joins a word to the next."""
    mark, second = side.between(first, first + 1).strip(), side.words[first + 1]
    return mark in _COMMAS or (
        not mark and second.folded.startswith("و") and second.folded[1:] in second.readings
    )


def _spelled_at(pair: Comparison, beside: int) -> int | None:
    """The one place where the translation spells a neighbour."""
    word = pair.source.words[beside]
    if len(word.folded) < SHORTEST or word.is_joiner or word.is_title:
        return None
    found = [
        there
        for there, other in enumerate(pair.target.words)
        if other.is_capital and len(other.folded) >= SHORTEST and is_spelling(word, other)
    ]
    return found[0] if len(found) == 1 else None


def _next_listed(side: Side, place: int, step: int) -> int | None:
    """The single word with a capital that a comma or “and” joins to one."""
    there = place + step
    if not 0 <= there < len(side.words):
        return None
    mark = side.between(min(place, there), max(place, there)).strip(JOINTS)
    if side.words[there].folded in latin_words("and") and not mark:
        there += step
    elif mark != ",":
        return None
    while 0 <= there < len(side.words) and side.words[there].folded in latin_words("between"):
        there += step
    if not 0 <= there < len(side.words) or not side.words[there].is_capital:
        return None
    beyond = there + step
    goes_on = 0 <= beyond < len(side.words) and side.words[beyond].is_capital
    return (
        None if goes_on and not side.between(min(there, beyond), max(there, beyond)).strip(JOINTS) else there
    )


def _is_another(pair: Comparison, here: int, there: int) -> bool:
    """Whether neither word has a counterpart elsewhere, nor one with a neighbour, and they are not one name."""
    word, other = pair.source.words[here], pair.target.words[there]
    if len(other.folded) < SHORTEST or other.is_acronym or there in pair.shared_places:
        return False
    if other.folded in common_latin() and local_place(word) is None:
        return False
    if _may_be_spelled(word, other):
        return False
    if any(is_spelling(word, each) for each in pair.target.capitals) or _is_joined(pair, here, there):
        return False
    return not any(is_spelling(each, other) for each in pair.source.words)


@lru_cache(maxsize=1 << 16)
def _may_be_spelled(word: WordForm, other: WordForm) -> bool:
    """Whether a word may stand for one though its letters do not tell it: a part of it, a foreign name, a learned one."""
    if is_of_others(other.written) or is_learned(word.readings, other.folded):
        return True
    if abs(len(other.folded) - len(word.folded)) >= COMPOUND and holds(word, other):
        return True
    return same_kinds(word.letters, other.folded) and not is_arabic(word)


def _is_joined(pair: Comparison, here: int, there: int) -> bool:
    """Whether a neighbour of either makes them one name: بيليت وين Beledweyne."""
    ours, theirs = pair.source.words, pair.target.words
    twos = [ours[first : first + 2] for first in (here - 1, here) if first >= 0]
    others = [theirs[first : first + 2] for first in (there - 1, there) if first >= 0]
    return any(are_joined_alike(two, (theirs[there],)) for two in twos if len(two) > 1) or any(
        are_joined_alike((ours[here],), two) for two in others if len(two) > 1
    )
