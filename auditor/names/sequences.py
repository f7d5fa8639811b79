"""Names of persons word by word: where one word of a name, or its title, is sure, its neighbours stand for each other.

In the original a given name, or a title, and the word after it; in the translation words with a capital, with nothing
but particles between them. The two neighbours are then compared without asking where else they could belong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from auditor.languages import language_data
from auditor.names.comparison import STRANGE, Comparison
from auditor.names.conformity import conforms
from auditor.names.forms import SPELLS, WordForm, alike, joined_alike
from auditor.names.sides import Side
from auditor.names.vocabulary import common_latin

SURE = 0.7
"""Probability from which on a word is the anchor that its neighbours are aligned by."""
CLEAR = 0.95
"""Probability from which on a word that no convention explains is let pass all the same."""
SHORTEST = 3
"""Letters of an anchor; a word of the translation that is judged has more."""
MOST_PARTICLES = 2
_ARABIC_ONLY = frozenset("حخعصضطظذق")  # letters that foreign names are hardly written with
_BINDING = ("ur", "ul", "ud", "uz", "us", "un")  # the article of the word after it: Saifur Rahman
_JOINTS = " \u00a0\u202f\n-\u2010\u2011'’."


@dataclass(frozen=True, slots=True)
class PartDifference:
    """Word `here` of the original and word `there` of the translation, which stand for each other and are not one name.

    `kind`: "person" (another name), "translated" (a word of the language), "misspelled" (no convention spells it so).
    """

    kind: str
    here: int
    there: int
    confidence: float


def part_differences(pair: Comparison) -> list[PartDifference]:
    """The parts of persons' names that came back as something else, in text order."""
    source = pair.source
    if not any(word.is_title or _is_given(word) for word in source.words):
        return []
    found: dict[int, PartDifference] = {}
    for here, there in [*_beside_anchors(pair), *_after_titles(pair)]:
        judged = _judged(pair, here, there)
        if judged and here not in found:
            found[here] = judged
    return [found[here] for here in sorted(found)]


@cache
def _given() -> frozenset[str]:
    return frozenset(language_data("ar", "persons")["given"].split())


@cache
def _epithets() -> frozenset[str]:
    return frozenset(language_data("ar", "persons")["epithets"].split())


@cache
def _titles() -> dict[str, frozenset[str]]:
    table: dict[str, str] = language_data("ar", "persons")["titles"]
    return {title: frozenset(others.split()) for title, others in table.items()}


@cache
def _latin(kind: str) -> frozenset[str]:
    return frozenset(language_data("ar", "persons")["latin"][kind].split())


@cache
def place_kinds() -> frozenset[str]:
    """Folded Arabic words for places: مدينة, ولاية."""
    return frozenset(language_data("ar", "places")["kinds"])


def latin_titles() -> frozenset[str]:
    """Folded French and English titles, which have a name after them."""
    return _latin("titles")


def _is_given(word: WordForm) -> bool:
    """Whether a word is a given name; الهادي is one where the list has it with its article."""
    if not word.is_arabic or word.folded in _epithets():
        return False
    definite = word.folded.startswith("ال")
    return any(each in _given() for each in word.readings if each.startswith("ال") == definite)


def _is_titled(side: Side, index: int) -> bool:
    return index > 0 and side.words[index - 1].is_title


def _beside_anchors(pair: Comparison) -> Iterator[tuple[int, int]]:
    """Words next to a word that both sides have, where a given name is one of the two."""
    source, target = pair.source, pair.target
    for here, word in enumerate(source.words):
        after = _next_part(source, here)
        if after is None or not _is_given(word):
            continue
        surname = source.words[after]
        if not _may_be_surname(surname) or not (_is_evident(surname) or _is_titled(source, here)):
            continue
        for known, other, step in ((here, after, 1), (after, here, -1)):
            for place in _spelling(target, source.words[known]):
                there = next_capital(target, place, step)
                if there is not None:
                    yield other, there


def _next_part(side: Side, index: int) -> int | None:
    """The word after a word of a name, past بن and its like, where nothing parts them."""
    for place in (index + 1, index + 2):
        if place >= len(side.words) or side.between(place - 1, place).strip(" \u00a0"):
            return None
        if not side.words[place].is_joiner:
            return place
    return None


def _may_be_surname(word: WordForm) -> bool:
    if len(word.folded) < SHORTEST or word.is_title or word.folded in _epithets() or word.begins:
        return False
    return word.is_name or word.folded.startswith("ال") or word.folded in _given()


def _is_evident(word: WordForm) -> bool:
    """Whether a word is a surname by itself, not only after a title: العياشي, unlike العدوان."""
    return word.is_name or _is_given(word)


def _spelling(side: Side, word: WordForm) -> list[int]:
    """The one place where a word with a capital spells a word; none where two do."""
    found = [
        index
        for index, other in enumerate(side.words)
        if other.is_capital and len(other.folded) >= SHORTEST and alike(word, other) >= SURE
    ]
    return found if len(found) == 1 else []


def next_capital(side: Side, index: int, step: int) -> int | None:
    """The next word with a capital, past particles, where nothing but blanks, hyphens and apostrophes parts them."""
    for place in range(index + step, index + step * (MOST_PARTICLES + 2), step):
        if not 0 <= place < len(side.words):
            return None
        first, second = sorted((place, place - step))
        if side.between(first, second).strip(_JOINTS):
            return None
        word = side.words[place]
        if word.folded in _latin("particles"):
            continue
        if not word.is_capital or len(word.folded) <= SHORTEST or word.is_acronym:
            return None
        if word.folded in _latin("titles") or word.begins:
            return None
        return place
    return None


def _after_titles(pair: Comparison) -> Iterator[tuple[int, int]]:
    """The words after a title that each side has once."""
    source, target = pair.source, pair.target
    for title, others in _titles().items():
        here = [index for index, word in enumerate(source.words) if word.is_title and title in word.readings]
        there = [
            index for index, word in enumerate(target.words) if word.folded in others and word.is_capital
        ]
        if len(here) != 1 or len(there) != 1:
            continue
        part, capital = _next_part(source, here[0]), next_capital(target, there[0], 1)
        if part is not None and capital is not None:
            word = source.words[part]
            if not word.is_title and not word.begins and (word.is_name or _is_given(word)):
                yield part, capital


def _judged(pair: Comparison, here: int, there: int) -> PartDifference | None:
    """What is wrong with two words that stand for each other; None where the second spells the first, or either is elsewhere."""
    word, other = pair.source.words[here], pair.target.words[there]
    likeness = alike(word, other)
    if not place_kinds().isdisjoint(word.readings):
        return None
    if word.folded in _epithets() or _is_joined(pair, here, there, likeness) or is_heard(pair, other, word):
        return None
    least = max(likeness, SPELLS)
    if any(len(each.folded) >= SHORTEST and alike(word, each) > least for each in pair.target.capitals):
        return None
    spelled = (other.folded, other.folded[:-2]) if other.folded.endswith(_BINDING) else (other.folded,)
    if any(conforms(reading, each) for reading in word.readings for each in spelled):
        return None
    if likeness >= STRANGE:
        return PartDifference("misspelled", here, there, 0.72) if _is_misspelled(word, likeness) else None
    if other.folded in common_latin():
        opens = there == 0 or not pair.target.between(there - 1, there)
        return None if opens else PartDifference("translated", here, there, 0.85)
    return PartDifference("person", here, there, 0.8)


def _is_misspelled(word: WordForm, likeness: float) -> bool:
    """Whether a word that no convention spells so is an Arabic name, and not all too near."""
    if not (_is_given(word) or word.folded.startswith("ال") or not _ARABIC_ONLY.isdisjoint(word.folded)):
        return False
    return likeness < CLEAR


def is_heard(pair: Comparison, other: WordForm, but: WordForm | None) -> bool:
    """Whether some other word of the original is spelled by a word of the translation, or a name of the pair nearly so."""
    near = any(
        alike(each, other) >= SPELLS for side in pair.sources for each in side.words if each is not but
    )
    return near or any(
        alike(each, other) >= STRANGE
        for each in pair.source.words
        if each is not but and (each.is_name or _is_given(each))
    )


def _is_joined(pair: Comparison, here: int, there: int, likeness: float) -> bool:
    """Whether the words only correspond together with a neighbour: عبد الله Abdallah, بو تفليقة Bouteflika."""
    words, others = pair.source.words, pair.target.words
    least = max(likeness, SPELLS)
    for first in (here - 1, here):
        named = words[max(0, first) : first + 2]
        if len(named) == 2 and any(
            joined_alike(named, (each,)) > least for each in others if each.is_capital
        ):
            return True
    starts = [(start, size) for size in (2, 3) for start in range(there - size + 1, there + 1)]
    return any(
        start >= 0 and joined_alike((words[here],), others[start : start + size]) > least
        for start, size in starts
    )
