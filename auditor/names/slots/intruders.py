"""Names of the translation that no word of the original can stand for, and the names of the original that they replace.

A sound translation hardly ever names somebody whom the original does not name: where it does, and the original has a name
that comes back nowhere, one stands for the other, wherever in the sentence they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from auditor.names.pair.anchors import arabic_renderings, entry, is_rendering_of
from auditor.names.pair.forms import SPELLS, WordForm, arabic_form, are_alike
from auditor.names.pair.known_places import is_sure, local_place, spells_place
from auditor.names.pair.meanings import beginning
from auditor.names.pair.persons import is_given
from auditor.names.pair.sides import is_nationality
from auditor.names.slots.slot_words import conforms_to, is_name_by_itself
from auditor.names.slots.slots import Slots
from auditor.names.spelling.conformity import resembles
from auditor.names.words.nameness import word_list

LEAST_LETTERS = 4
RENDERED = 0.01
"""What the lexicon knows of a word for some word of the original, from which on it may be a rendering of that."""
NAMED = 0.0
"""Log-odds of the letters of a word outside the vocabulary from which on it is a name."""
EVIDENT = 0.0
"""Log-odds of an Arabic word to be a name, from which on it is one beyond doubt."""
EXPLAINED = 0.05
"""What the lexicon knows of a word of the original from which on it is a word that is translated."""
FARTHEST = 0.5
"""Difference of places, as a share of the side, up to which one name may stand for another."""
_PEOPLE = (
    "an",
    "ans",
    "ien",
    "iens",
    "ienne",
    "iennes",
    "ean",
    "eans",
    "ese",
    "ish",
    "ois",
    "oise",
    "ais",
    "aise",
    "ic",
)


@dataclass(frozen=True, slots=True)
class Intrusion:
    """Words `first` to `last` of the original, a name, and word `there` of the translation, another."""

    first: int
    last: int
    there: int
    confidence: float


def intruders(slots: Slots) -> list[int]:
    """Strangers of the translation that are names beyond doubt, in text order."""
    return [
        there for there in slots.strangers if _is_name(slots, there) and not _is_near_spelled(slots, there)
    ]


def _is_name(slots: Slots, there: int) -> bool:
    target = slots.target
    word = target.words[there]
    mention = target.mention_at(there)
    if mention is not None:
        return not is_nationality(mention)
    return (
        (word.is_rare or word.folded in latin_names())
        and len(word.folded) >= LEAST_LETTERS
        and (word.folded in latin_names() or not word.folded.endswith(_PEOPLE))
        and _looks_named(word, target.passage.language)
    )


@cache
def latin_names() -> frozenset[str]:
    """Folded names of persons and places in Latin letters that are no words."""
    return word_list("latin_names.txt.gz")


@lru_cache(maxsize=1 << 15)
def _looks_named(word: WordForm, language: str) -> bool:
    """Whether a word has the letters of a name, or one of the vocabulary is spelled by what the lexicon has for it."""
    if word.folded in latin_names():
        return True
    place = entry(word.folded, language)
    if place is None:
        return word.nameness >= NAMED
    return any(are_alike(arabic_form(other), word, SPELLS) for other in arabic_renderings(place, language))


def _is_near_spelled(slots: Slots, there: int) -> bool:
    """Whether some word of the original sounds a little like a stranger, or may be rendered by it."""
    word = slots.target.words[there]
    language = slots.target.passage.language
    if is_rendering_of(slots.source, word, language, RENDERED):
        return True
    return any(
        resembles(each.letters, word.folded) or conforms_to(each, word)
        for side in slots.pair.sources
        for index, each in enumerate(side.words)
        if each.is_name or (side is slots.source and not slots.rendered[index])
    )


def intrusions(slots: Slots) -> Iterator[Intrusion]:
    """Each intruder with the name of the original that it stands for, in text order."""
    for there in intruders(slots) if slots.strangers and slots.names else ():
        replaced = _replaced_by(slots, there)
        if replaced is None:
            continue
        first, last = replaced
        if _is_sure(slots, first) or _is_known(slots, there):
            yield Intrusion(first, last, there, 0.87 if _is_sure(slots, first) else 0.6)


def _is_known(slots: Slots, there: int) -> bool:
    """Whether a stranger is a place of the gazetteer or the lists, no country that may only be said besides, or on the list of names."""
    word = slots.target.words[there]
    mention = slots.target.mention_at(there)
    if mention is not None and mention.is_country:
        return False
    return mention is not None or word.folded in latin_names() or spells_place(word.folded)


def _replaced_by(slots: Slots, there: int) -> tuple[int, int] | None:
    """The name of the original that is nowhere in the translation and nearest to the place of a stranger."""
    sizes = len(slots.source.words), len(slots.target.words)
    found = [
        (not _is_sure(slots, first), abs(first / sizes[0] - there / sizes[1]), first, last)
        for first, last in slots.names
        if _is_lost(slots, first) and (first not in slots.source.covered or _may_be_place(slots, there))
    ]
    near = [each for each in found if each[1] <= FARTHEST]
    return min(near)[2:] if near else None


def _may_be_place(slots: Slots, there: int) -> bool:
    """Whether a stranger is a place, or stands alone: who has a first name or is part of a longer name is none."""
    target = slots.target
    if there in target.covered:
        return True
    return not any(
        target.words[place].is_capital and not target.between(*sorted((place, there))).strip(" \u00a0-")
        for place in (there - 1, there + 1)
        if 0 <= place < len(target.words)
    )


def _is_lost(slots: Slots, first: int) -> bool:
    """Whether a word is a name at least by itself, and the lexicon has no word of the translation for it."""
    word = slots.source.words[first]
    if first in slots.source.covered:
        return True
    if not (is_name_by_itself(word) or beginning(word)):
        return False
    return max(slots.rendered[first].values(), default=0.0) < EXPLAINED


def _is_sure(slots: Slots, first: int) -> bool:
    """Whether a word is a name by itself, not only by the word before."""
    word = slots.source.words[first]
    if first in slots.source.covered:
        return True
    name = local_place(word)
    if name is not None and (is_sure(word, name) or slots.is_introduced(first)):
        return True
    if is_given(word) and (not beginning(word) or slots.is_introduced(first)):
        return True
    return word.is_rare and word.nameness > EVIDENT
