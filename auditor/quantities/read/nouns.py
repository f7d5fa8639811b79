"""The things that news counts, in the forms that Arabic, French and English have for one, two and more of them."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import NamedTuple

from auditor.bitext import Passage
from auditor.folding import fold, folded
from auditor.languages import language_data

_ROOM = "counted_nouns"
_WORD = re.compile(r"[^\W\d_]+|\d+")
_LEADS = ("وال", "بال", "فال", "ال", "لل", "و", "ب", "ل", "ف")
_SOUND_PLURAL = "#"
_FEMININE = ("تان", "تين")
_MASCULINE = ("ان", "ين")
_NOTHING: frozenset[str] = frozenset()
Forms = dict[str, frozenset[str]]


class Nouns(NamedTuple):
    """Folded form -> the things that it names: one, two in a word (Arabic), several of them."""

    one: Forms
    two: Forms
    many: Forms


class Scan:
    """The words of a passage, folded; where they stand in the document is worked out when first asked for, as it seldom is."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self._copy = fold(passage.text)
        self._found = list(_WORD.finditer(self._copy.text))
        self.words = [match[0] for match in self._found]

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """The slice of the document that each word is."""
        places = [self._copy.original(*match.span()) for match in self._found]
        return [(self.passage.start + start, self.passage.start + end) for start, end in places]

    def part(self, first: int, last: int) -> Passage:
        """From word `first` to word `last`."""
        return Passage(self.passage.document, self.spans[first][0], self.spans[last][1])


def arabic_things(table: Forms, word: str) -> frozenset[str]:
    """What a folded Arabic word names, with the particles that may stand before it."""
    found = table.get(word)
    if found is not None:
        return found
    bare = (word[len(lead) :] for lead in _LEADS if word.startswith(lead))
    return next((table[each] for each in bare if each in table), _NOTHING)


def named_at(said: Scan, place: int, table: Forms) -> tuple[frozenset[str], int]:
    """What the word at `place` names, with the next one if the two do together, and the last word of it."""
    if place + 1 < len(said.words):
        found = table.get(" ".join(said.words[place : place + 2]))
        if found is not None:
            return found, place + 1
    return table.get(said.words[place], _NOTHING), place


@cache
def said_by(language: str, name: str) -> frozenset[str]:
    """The folded words of that name: those that say one, those by which one may speak of two."""
    return frozenset(map(folded, language_data(language, _ROOM)["words"][name]))


@cache
def nouns(language: str) -> Nouns:
    tables: tuple[dict[str, set[str]], ...] = ({}, {}, {})
    for thing, listed in language_data(language, _ROOM)["noun"].items():
        forms = _arabic(listed) if language == "ar" else _western(listed, language)
        for table, words in zip(tables, forms, strict=True):
            for word in words:
                table.setdefault(word, set()).add(thing)
    for word in tables[1].keys() & (tables[0].keys() | tables[2].keys()):
        del tables[1][word]  # فتيان: two boys or several
    return Nouns(*({word: frozenset(things) for word, things in table.items()} for table in tables))


def _arabic(listed: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Singulars and plurals by turns, and the duals that can be no plural."""
    one, two, many = [], [], []
    for single, several in zip(listed[::2], listed[1::2], strict=True):
        is_feminine = single.endswith("ة")
        stem = folded(single[:-1] if is_feminine else single)
        endings: tuple[str, ...] = _FEMININE if is_feminine else _MASCULINE
        if several == _SOUND_PLURAL:
            endings = endings[:1]
            many += [stem + "ون", stem + "ين"]
        else:
            many.append(folded(several))
        one += [folded(single), *([] if is_feminine else [stem + "ا"])]
        two += [stem + ending for ending in endings]
    return one, two, many


def _western(listed: list[str], language: str) -> tuple[list[str], list[str], list[str]]:
    pairs = [each.partition("/") for each in listed]
    one = [folded(single) for single, _, _ in pairs]
    many = [
        folded(several) if slash else _plural(folded(single), language) for single, slash, several in pairs
    ]
    return one, [], many


def _plural(word: str, language: str) -> str:
    """As most words of the language have it."""
    if language == "fr":
        return word + ("x" if word.endswith(("eau", "eu")) else "s")
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")
