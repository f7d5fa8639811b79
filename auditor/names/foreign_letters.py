"""Arab towns with letters of sounds that Arabic has not: Petron for البترون, Porin for بورين.

Who takes a town for a foreign one hears p in ب and v in ف, as they stand for in foreign names. An Arab one has them only where
custom wrote it so long ago, as in Petra, and then a list has the form.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from auditor.names.pair.anchors import entry
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import SPELLS, WordForm, are_alike
from auditor.names.pair.known_places import is_naming, is_sure, kind_before, listed_place, local_place
from auditor.names.pair.listed_forms import is_own
from auditor.names.pair.native_names import bare_readings, explains, names_others
from auditor.names.people.sequences import PartDifference, is_heard
from auditor.names.slots.intruders import latin_names
from auditor.names.spelling.conformity import spells
from auditor.names.words.vocabulary import common_latin

SHORTEST = 4
"""Letters of a word that is judged."""
HEARD = 0.75
"""Confidence: no name of an Arab place in the sound texts in view has such a letter that no list has."""
_AS_HEARD = str.maketrans("pv", "bf")


def foreign_letters(pair: Comparison) -> Iterator[PartDifference]:
    """The Arab towns that came back with p or v for ب or ف, in text order of the translation."""
    for there, other in enumerate(pair.target.words):
        if not _has_foreign_letter(other) or there in pair.target.covered or there in pair.shared_places:
            continue
        for here, word in enumerate(pair.source.words):
            if not _is_place(pair, here) or not _is_misheard(word, other):
                continue
            if not (is_own(word, other) or is_heard(pair, other, word) or _is_named(pair, word)):
                yield PartDifference("misspelled", here, there, HEARD)
                break


@lru_cache(maxsize=1 << 16)
def _has_foreign_letter(word: WordForm) -> bool:
    if not word.is_name or len(word.folded) < SHORTEST or not word.letters:
        return False
    if word.folded in common_latin() or word.folded in latin_names() or word.begins:
        return False
    if any(entry(word.folded, language) is not None for language in ("en", "fr")):
        return False
    letters = word.letters[0].replace("ph", "f")
    return letters.translate(_AS_HEARD) != letters


def _is_place(pair: Comparison, here: int) -> bool:
    """Whether a word is an Arab town: by its name alone, or where the word before asks for one, as رأس does."""
    word = pair.source.words[here]
    name = local_place(word)
    if name is not None and (is_sure(word, name) or kind_before(pair.source, here) is not None):
        return True
    before = pair.source.words[here - 1] if here else None
    return before is not None and listed_place(word) is not None and is_naming(before)


@lru_cache(maxsize=1 << 16)
def _is_misheard(word: WordForm, other: WordForm) -> bool:
    """Whether the two are one word but for such letters."""
    heard = other.letters[0].translate(_AS_HEARD)
    return (explains(word, other) or are_alike(word, other, SPELLS)) and any(
        spells(each, heard) for each in _without_article(word)
    )


def _without_article(word: WordForm) -> tuple[str, ...]:
    readings = bare_readings(word)
    return readings + tuple(each.removeprefix("ال") for each in readings if each.startswith("ال"))


def _is_named(pair: Comparison, word: WordForm) -> bool:
    """Whether another word of the translation is the name without such letters."""
    return any(
        not _has_foreign_letter(each)
        and (is_own(word, each) or explains(word, each))
        and not names_others(each)
        for each in pair.capitals
    )
