"""Names of persons of which a part came back as its meaning: “Ramez the Return”, “Clé al-Werfalli”, “M. Heureux”.

That a word is a name is told by what stands beside it on both sides: a title, or another part that the translation spells.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from auditor.names.pair.anchors import renders_others
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import SPELLS, WordForm, are_alike
from auditor.names.pair.known_places import local_place
from auditor.names.pair.meanings import MeantDifference, Occurrence, beginning, is_spelled, means, occurrences
from auditor.names.pair.persons import is_given
from auditor.names.pair.sides import Side
from auditor.names.people.artists import of_artist
from auditor.names.people.sequences import is_heard
from auditor.names.spelling.conformity import conforms
from auditor.names.words.meant_list import Meant
from auditor.names.words.person_words import epithets, latin_titles, latin_words, offices, titles_before
from auditor.names.words.vocabulary import calendar, common_latin

_NO_OF = frozenset({"al", "el", "ben", "bin", "ibn", "ould", "abu", "abou", "the", "le", "la", "l"})
_JOINTS = " \u00a0\u202f-\u2010\u2011'’."
_JOINED = ("لل", "بال", "وال", "فال", "كال", "ول", "وب")  # particles before a word that is no surname
OFFICE = 4
"""Words before a name within which an office introduces it."""
_COLOURS = frozenset({"الاحمر", "الاسود", "الابيض", "الازرق", "الاخضر"})
"""Words that make another thing of the word before: الهلال الأحمر."""
MOST_PARTICLES = 2
SHORTEST = 3


def person_differences(pair: Comparison) -> Iterator[MeantDifference]:
    """The parts of persons' names that are rendered by their meaning, in text order."""
    known: set[int] = set()
    for found in occurrences(pair.source):
        if found.name.kind != "person" or not _may_be_part(pair.source, found):
            continue
        if _is_coloured(pair.source, found):
            continue
        there = _standing(pair, found)
        if there is not None and not is_spelled(pair, found):
            known.add(found.first)
            yield MeantDifference(found.first, found.last, there, there, 0.85)
    for here, word in enumerate(pair.source.words):
        there = _unlisted(pair, here) if here and here not in known and _may_be_surname(word) else None
        if there is not None:
            yield MeantDifference(here, here, there, there, 0.8)


def _is_coloured(side: Side, found: Occurrence) -> bool:
    """Whether a word and its colour name another thing: الهلال الأحمر, of which either may be a person's name."""
    words = side.words
    after = words[found.last + 1 : found.last + 2]
    if after and after[0].folded in _COLOURS:
        return True
    before = words[found.first - 1] if found.first else None
    return words[found.first].folded in _COLOURS and before is not None and not is_given(before)


def _may_be_part(side: Side, found: Occurrence) -> bool:
    word = side.words[found.first]
    return (word.folded not in epithets() and not word.folded.startswith(("و", "ب", "ل", "ف", "ك"))) or (
        found.name.words[0] == word.folded
    )


def _standing(pair: Comparison, found: Occurrence) -> int | None:
    """The word that means a name, where a part of the name or a title beside it is beside that word too."""
    ways = (_after_part, _before_part, _after_title, _with_part, of_artist)
    return next((there for way in ways if (there := way(pair, found)) is not None), None)


def _after_part(pair: Comparison, found: Occurrence) -> int | None:
    """After a spelled part of a name: رامز عودة “Ramez the Return”."""
    before = _part_before(pair.source, found.first)
    if before is None:
        return None
    for place in _spelled_at(pair.target, pair.source.words[before]):
        there = _beyond(pair.target, place, 1, latin_words("particles"))
        if there is None or not means(found.name, pair.target.words[there]):
            continue
        if pair.target.words[there].is_capital or _is_introduced(pair.source, before):
            return there
    return None


def _before_part(pair: Comparison, found: Occurrence) -> int | None:
    """Before a spelled surname: مفتاح الورفلي “Clé al-Werfalli”."""
    source, target = pair.source, pair.target
    word = source.words[found.first]
    after = _part_after(source, found.last)
    if after is None or word.folded.startswith("ال") or word.is_title or _is_office(word):
        return None
    for place in _spelled_at(target, source.words[after]):
        there = _beyond(target, place, -1, _NO_OF)
        if there is None:
            continue
        stands = target.words[there]
        if stands.is_capital and stands.folded not in latin_titles() and means(found.name, stands):
            return there
    return None


def _after_title(pair: Comparison, found: Occurrence) -> int | None:
    """After a title that both sides have: السيد سعيد “M. Heureux”."""
    source, target = pair.source, pair.target
    if not found.first or source.between(found.first - 1, found.first).strip(_JOINTS):
        return None
    before = source.words[found.first - 1]
    titles = frozenset().union(*(titles_before().get(each, frozenset()) for each in before.readings))
    for place, word in enumerate(target.words):
        if word.folded in titles:
            there = _beyond(target, place, 1, frozenset({"the", "le", "la", "l"}))
            if (
                there is not None
                and target.words[there].is_capital
                and means(found.name, target.words[there])
            ):
                return there
    return None


def _with_part(pair: Comparison, found: Occurrence) -> int | None:
    """Beside the meaning of the other part: أمل حرب “Hope War”."""
    source, target = pair.source, pair.target
    after = found.last + 1
    if after >= len(source.words) or source.between(found.last, after).strip(_JOINTS):
        return None
    others = [each for each in beginning(source.words[after]) if each.kind == "person"]
    if not others or _is_office(source.words[found.first]):
        return None
    for there, word in enumerate(target.words[:-1]):
        if not (word.is_capital and means(found.name, word)):
            continue
        beyond = _beyond(target, there, 1, frozenset({"the", "le", "la", "l", "of", "de", "du", "des"}))
        if beyond is not None and _is_meant(target.words[beyond], others):
            return there
    return None


def _unlisted(pair: Comparison, here: int) -> int | None:
    """A word of the language with a capital after a spelled given name, where the original has a surname that no word spells."""
    source, target = pair.source, pair.target
    word = source.words[here]
    before = _part_before(source, here)
    if before is None or not _is_introduced(source, before) or word.folded.startswith(_JOINED):
        return None
    for place in _spelled_at(target, source.words[before]):
        there = _beyond(target, place, 1, latin_words("particles"))
        if there is None or there in target.covered:
            continue
        stands = target.words[there]
        if not (stands.is_capital and stands.folded in common_latin() and len(stands.folded) > SHORTEST):
            continue
        after = target.words[there + 1 : there + 2]
        if after and after[0].is_capital and not target.between(there, there + 1).strip():
            continue
        if stands.folded in latin_titles() or stands.folded in calendar() or is_heard(pair, stands, None):
            continue
        if conforms(word.folded, stands.folded) or renders_others(pair.source, pair.target, there, (here,)):
            continue
        return there
    return None


@lru_cache(maxsize=1 << 16)
def _may_be_surname(word: WordForm) -> bool:
    if len(word.folded) < SHORTEST or word.folded in epithets() or word.is_title or word.begins:
        return False
    listed = any(each.kind == "person" for each in beginning(word))
    return word.folded.startswith("ال") or word.is_name or is_given(word) or listed


def _is_introduced(side: Side, index: int) -> bool:
    """Whether a word is a given name, or an office or title stands closely before it."""
    words = side.words
    return is_given(words[index]) or any(
        each.is_title or _is_office(each) for each in words[max(0, index - OFFICE) : index]
    )


def _is_meant(word: WordForm, names: list[Meant]) -> bool:
    return word.is_capital and any(means(name, word) for name in names)


def _is_office(word: WordForm) -> bool:
    return not offices().isdisjoint(word.readings)


def _part_before(side: Side, index: int) -> int | None:
    """The part of a name before a word, past بن and its like."""
    for place in (index - 1, index - 2):
        if place < 0 or not side.adjoins(place, place + 1):
            return None
        word = side.words[place]
        if not word.is_joiner:
            return place if _is_part(word) else None
    return None


def _part_after(side: Side, index: int) -> int | None:
    for place in (index + 1, index + 2):
        if place >= len(side.words) or not side.adjoins(place - 1, place):
            return None
        word = side.words[place]
        if not word.is_joiner:
            return place if _is_part(word) else None
    return None


def _is_part(word: WordForm) -> bool:
    """Whether a word is a name of persons, or may be one: not common, or on the list."""
    if word.is_title or len(word.folded) < SHORTEST or word.begins or local_place(word) is not None:
        return False
    return word.is_name or is_given(word) or any(each.kind == "person" for each in beginning(word))


def _spelled_at(side: Side, word: WordForm) -> list[int]:
    return [
        place
        for place, other in enumerate(side.words)
        if other.is_capital
        and len(other.folded) >= SHORTEST
        and (are_alike(word, other, SPELLS) or conforms(word.folded, other.folded))
    ]


def _beyond(side: Side, index: int, step: int, particles: frozenset[str]) -> int | None:
    """The word beside another, past particles, where nothing but blanks, hyphens and apostrophes parts them."""
    for place in range(index + step, index + step * (MOST_PARTICLES + 2), step):
        if not 0 <= place < len(side.words):
            return None
        first, second = sorted((place, place - step))
        between = side.between(first, second)
        if between.strip(_JOINTS) or ". " in between:
            return None
        if side.words[place].folded not in particles:
            return place
    return None
