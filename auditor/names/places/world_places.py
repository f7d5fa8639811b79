"""Cities of other countries that came back as their Arabic letters sound: “université de Biza” for Pise, “Luzon” for Lausanne.

data/world_places.txt.gz has the cities of GeoNames (CC BY 4.0), by `python -m auditor.training places`: the folded Arabic name, then
Latin forms in use in many languages. A word that spells the name and is none of them is read back from the Arabic.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from auditor.languages import language_data
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import SPELLS, WordForm, are_alike
from auditor.names.pair.known_places import is_noun, kind_before, listed_place, local_place
from auditor.names.pair.native_names import spells_name
from auditor.names.pair.persons import is_given
from auditor.names.pair.sides import Side
from auditor.names.places.local_places import PlaceDifference
from auditor.names.spelling.account import plain_letters
from auditor.names.spelling.conformity import spells
from auditor.names.spelling.distortion import is_within_one
from auditor.names.words.world_cities import cities, forms_of_cities

TOLD, LIKELY = 0.72, 0.62
"""Confidence after a word for the kind of place, and after a preposition alone."""
LONG = 7
"""Letters of a form from which on one letter may differ: there are spellings that no list has."""
NEAR = 0.45
"""Difference of places, as a share of the side, up to which a word stands for a city."""
_JOINTS = " \u00a0-"


def world_differences(pair: Comparison) -> Iterator[PlaceDifference]:
    """The cities whose name is spelled, but in no form that is in use, in text order."""
    for index, word in enumerate(pair.source.words):
        forms = _forms(word)
        if not forms or index in pair.source.covered or not _is_city(pair.source, index):
            continue
        if any(_is_form(other.folded, forms) for side in pair.targets for other in side.words):
            continue
        there = _spelling(pair, index)
        if there is not None and pair.target.words[there].folded not in forms_of_cities():
            told = kind_before(pair.source, index) is not None
            yield PlaceDifference("misspelled", index, index, (there, there), TOLD if told else LIKELY)


@lru_cache(maxsize=1 << 16)
def _forms(word: WordForm) -> frozenset[str]:
    """The Latin forms of the city that a word may be; none for words of the language, persons and Arab towns."""
    if not (word.is_name and word.is_rare) or word.is_title or word.begins:
        return frozenset()
    known = cities()
    name = next((each for each in word.readings if each in known and _is_whole(word, each)), "")
    town = local_place(word) or listed_place(word) or ""
    return frozenset() if len(town) >= len(name) else known[name]


def _is_whole(word: WordForm, name: str) -> bool:
    """Whether nothing but particles that stand before places is written onto a name: كاوكا is no place like أوكا."""
    return word.folded.endswith(name) and "ك" not in word.folded[: -len(name)]


def _is_city(side: Side, index: int) -> bool:
    """Whether a word for the kind, or a preposition, stands before a word, and no other name beside it."""
    word = side.words[index]
    if kind_before(side, index) is None and not _is_event(side, index):
        is_in = word.folded.startswith("ب") and word.folded[1:] in cities()
        if not (is_in or (is_noun(side, index) and not is_given(word))):
            return False
    after = side.words[index + 1] if index + 1 < len(side.words) else None
    if after is None or not side.adjoins(index, index + 1):
        return True
    return not (after.is_name and after.is_rare and not after.folded.startswith("ال"))


def _is_event(side: Side, index: int) -> bool:
    """Whether a word for what is held in a city stands before a word."""
    return index > 0 and not _events().isdisjoint(side.words[index - 1].readings)


@cache
def _events() -> frozenset[str]:
    return frozenset(language_data("ar", "places")["events"].split())


@lru_cache(maxsize=1 << 16)
def _is_form(latin: str, forms: frozenset[str]) -> bool:
    return latin in forms or (
        len(latin) >= LONG and any(len(each) >= LONG and is_within_one(latin, each) for each in forms)
    )


def _spelling(pair: Comparison, index: int) -> int | None:
    """The one name of the translation that has the letters of a city's, and of no other word of the original."""
    source, target = pair.source, pair.target
    word = source.words[index]
    found = [
        there for there, other in enumerate(target.words) if other.is_name and are_alike(word, other, SPELLS)
    ]
    if len(found) != 1 or found[0] in target.covered:
        return None
    there = found[0]
    if _goes_on(pair, index, there):
        return None
    other = target.words[there]
    if word.folded.startswith("ب") and spells(plain_letters(word.written), other.letters[0]):
        return None  # بكركي is Bkerké, not in Kerki
    if any(are_alike(each, other, SPELLS) for each in source.words if each.folded != word.folded):
        return None
    beside = [place for place in (there - 1, there + 1) if 0 <= place < len(target.words)]
    if any(
        target.words[place].is_name and not target.between(*sorted((place, there))).strip(_JOINTS)
        for place in beside
    ):
        return None
    apart = abs(index / len(source.words) - there / len(target.words))
    return there if apart <= NEAR else None


def _goes_on(pair: Comparison, index: int, there: int) -> bool:
    """Whether both sides have a second word of the name: كوكس بازار is Cox’s Bazar."""
    if index + 1 >= len(pair.source.words) or not pair.source.adjoins(index, index + 1):
        return False
    after = pair.source.words[index + 1]
    return any(
        each.is_capital and spells_name(after, each) for each in pair.target.words[there + 1 : there + 3]
    )
