"""Names of persons word by word: where one word of a name, or its title, is sure, its neighbours stand for each other.

In the original a given name, or a title, and the word after it; in the translation words with a capital, with nothing
but particles between them. The two neighbours are then compared without asking where else they could belong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from auditor.names.pair.anchors import rendered_words
from auditor.names.pair.comparison import STRANGE, Comparison, any_alike
from auditor.names.pair.forms import SPELLS, WordForm, alike, are_alike
from auditor.names.pair.likeness import are_joined_alike, joined_alike
from auditor.names.pair.persons import is_given
from auditor.names.pair.sides import Side
from auditor.names.people.misspelling import is_misspelled
from auditor.names.people.peoples import is_people
from auditor.names.slots.slot_words import is_of_body
from auditor.names.spelling.conformity import conforms
from auditor.names.spelling.orthographies import is_of_others
from auditor.names.words.person_words import (
    epithets,
    given_names,
    latin_words,
    offices,
    place_kinds,
    titles_before,
)
from auditor.names.words.vocabulary import calendar, common_latin

SURE = 0.7
"""Probability from which on a word is the anchor that its neighbours are aligned by."""
SHORTEST = 3
"""Letters of an anchor; a word of the translation that is judged has more."""
MOST_PARTICLES = 2
OFFICE = 4
"""Words before a name within which an office introduces it."""
_JOINED = ("لل", "بال", "وال", "فال", "كال", "ول", "وب")  # particles before a word that is no surname
_BINDING = ("ur", "ul", "ud", "uz", "us", "un")  # the article of the word after it: Saifur Rahman
_ARABIC_ARTICLES = frozenset({"al", "el"})
_JOINTS = " \u00a0\u202f\n-\u2010\u2011'’."


@dataclass(frozen=True, slots=True)
class PartDifference:
    """Word `here` of the original and word `there` of the translation, which stand for each other and are not one name.

    `kind`: as that of a difference of names.
    """

    kind: str
    here: int
    there: int
    confidence: float


def part_differences(pair: Comparison) -> list[PartDifference]:
    """The parts of persons' names that came back as something else, in text order."""
    source = pair.source
    if not any(map(_introduces, source.words)):
        return []
    found: dict[int, PartDifference] = {}
    for here, there in [*_beside_anchors(pair), *_after_titles(pair)]:
        judged = _judged(pair, here, there)
        if judged and here not in found:
            found[here] = judged
    return [found[here] for here in sorted(found)]


@lru_cache(maxsize=1 << 16)
def _introduces(word: WordForm) -> bool:
    return word.is_title or is_given(word)


def is_introduced(side: Side, index: int) -> bool:
    """Whether a title or an office stands closely before a word: وزير الصحة فراس."""
    before = side.words[max(0, index - OFFICE) : index]
    return any(word.is_title or not offices().isdisjoint(word.readings) for word in before)


def _beside_anchors(pair: Comparison) -> Iterator[tuple[int, int]]:
    """Words next to a word that both sides have, where a given name is one of the two."""
    source, target = pair.source, pair.target
    for here, word in enumerate(source.words):
        after = next_part(source, here)
        if after is None or not is_given(word):
            continue
        surname = source.words[after]
        if is_of_body(source, here) or is_people(pair, here):
            continue
        known = _is_evident(surname) or is_introduced(source, here) or bool(_spelling(target, surname))
        if not (_may_be_surname(surname) and known):
            yield from _unexplained(pair, here, after)
            continue
        for sure, other, step in ((here, after, 1), (after, here, -1)):
            for place in _spelling(target, source.words[sure]):
                there = next_capital(target, place, step)
                if there is not None:
                    yield other, there


def _unexplained(pair: Comparison, here: int, after: int) -> Iterator[tuple[int, int]]:
    """A word after a given name that does not look like one, and the word with a capital after the given name's spelling."""
    surname = pair.source.words[after]
    if len(surname.folded) < SHORTEST or surname.is_title or surname.folded in epithets() or surname.begins:
        return
    if surname.folded.startswith(_JOINED) or not place_kinds().isdisjoint(surname.readings):
        return
    for place in _spelling(pair.target, pair.source.words[here]):
        there = next_capital(pair.target, place, 1)
        if there is None:
            continue
        others = [word for index, word in enumerate(pair.source.words) if index != after]
        if not any(there in rendered_words(word, pair.target) for word in others):
            yield after, there


def next_part(side: Side, index: int) -> int | None:
    """The word after a word of a name, past بن and its like, where nothing parts them."""
    for place in (index + 1, index + 2):
        if place >= len(side.words) or not side.adjoins(place - 1, place):
            return None
        if not side.words[place].is_joiner:
            return place
    return None


def _may_be_surname(word: WordForm) -> bool:
    if len(word.folded) < SHORTEST or word.is_title or word.folded in epithets() or word.begins:
        return False
    return word.is_name or word.folded.startswith("ال") or word.folded in given_names()


def _is_evident(word: WordForm) -> bool:
    """Whether a word is a surname by itself, not only after a title: العياشي, unlike العدوان."""
    return word.is_name or is_given(word)


def _spelling(side: Side, word: WordForm) -> list[int]:
    """The one place where a word with a capital spells a word; none where two do."""
    found = [
        index
        for index, other in enumerate(side.words)
        if other.is_capital and len(other.folded) >= SHORTEST and _is_sure(word, other)
    ]
    return found if len(found) == 1 else []


def _is_sure(word: WordForm, other: WordForm) -> bool:
    """Whether a word is a spelling of another, beyond doubt or of a given name."""
    return are_alike(word, other, SURE) or (is_given(word) and conforms(word.folded, other.folded))


def next_capital(side: Side, index: int, step: int) -> int | None:
    """The next word with a capital, past particles, where nothing but blanks, hyphens and apostrophes parts them."""
    for place in range(index + step, index + step * (MOST_PARTICLES + 2), step):
        if not 0 <= place < len(side.words):
            return None
        first, second = sorted((place, place - step))
        if side.between(first, second).strip(_JOINTS):
            return None
        word = side.words[place]
        if word.folded in latin_words("particles"):
            continue
        if not word.is_capital or len(word.folded) <= SHORTEST or word.is_acronym:
            return None
        is_said = word.folded in latin_words("titles") or word.folded in calendar() or place in side.covered
        has_article = place > 0 and side.words[place - 1].folded in _ARABIC_ARTICLES  # Rashid Al-Hindi
        return None if is_said and not has_article else place
    return None


def _after_titles(pair: Comparison) -> Iterator[tuple[int, int]]:
    """The words after a title that each side has once."""
    source, target = pair.source, pair.target
    titled = [index for index, word in enumerate(source.words) if word.is_title]
    if not titled:
        return
    for title, others in titles_before().items():
        here = [index for index in titled if title in source.words[index].readings]
        if len(here) != 1:
            continue
        there = [
            index for index, word in enumerate(target.words) if word.is_capital and word.folded in others
        ]
        if len(there) != 1:
            continue
        part, capital = next_part(source, here[0]), next_capital(target, there[0], 1)
        if part is not None and capital is not None:
            word = source.words[part]
            if not word.is_title and not word.begins and (word.is_name or is_given(word)):
                yield part, capital


def _judged(pair: Comparison, here: int, there: int) -> PartDifference | None:
    """What is wrong with two words that stand for each other; None where the second spells the first, or either is elsewhere."""
    word, other = pair.source.words[here], pair.target.words[there]
    likeness = alike(word, other)
    is_name = place_kinds().isdisjoint(word.readings) and word.folded not in epithets()
    if (
        not is_name
        or is_of_others(other.written)
        or _is_joined(pair, here, there, likeness)
        or is_heard(pair, other, word)
    ):
        return None
    least = max(likeness, SPELLS)
    if any(
        len(each.folded) >= SHORTEST and are_alike(word, each, least) and alike(word, each) > least
        for each in pair.target.capitals
    ):
        return None
    spelled = (other.folded, other.folded[:-2]) if other.folded.endswith(_BINDING) else (other.folded,)
    if any(
        conforms(reading, each)
        for reading in word.readings
        if word.folded.endswith(reading)
        for each in spelled
    ):
        return None
    if likeness >= STRANGE:
        return PartDifference("misspelled", here, there, 0.72) if is_misspelled(word, likeness) else None
    if other.folded in common_latin():
        return PartDifference("translated", here, there, 0.85) if there else None
    return PartDifference("person", here, there, 0.8)


def is_heard(pair: Comparison, other: WordForm, but: WordForm | None) -> bool:
    """Whether some other word of the original is spelled by a word of the translation, or a name of the pair nearly so."""
    words = [each for side in pair.sources for each in side.words if each is not but]
    return any_alike(other, words, SPELLS) or any(
        are_alike(each, other, STRANGE)
        for each in pair.source.words
        if each is not but and (each.is_name or is_given(each))
    )


def _is_joined(pair: Comparison, here: int, there: int, likeness: float) -> bool:
    """Whether the words only correspond together with a neighbour: عبد الله Abdallah, بو تفليقة Bouteflika."""
    words, others = pair.source.words, pair.target.words
    least = max(likeness, SPELLS)
    for first in (here - 1, here):
        named = words[max(0, first) : first + 2]
        if len(named) == 2 and any(_are_joined(named, (each,), least) for each in others if each.is_capital):
            return True
    starts = [(start, size) for size in (2, 3) for start in range(there - size + 1, there + 1)]
    return any(
        start >= 0 and _are_joined((words[here],), others[start : start + size], least)
        for start, size in starts
    )


def _are_joined(words: Sequence[WordForm], others: Sequence[WordForm], least: float) -> bool:
    return are_joined_alike(words, others, least) and joined_alike(words, others) > least
