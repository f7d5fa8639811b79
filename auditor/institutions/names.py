"""The names of bodies and offices in an Arabic passage: a head with its adjectives and with the words for its field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.bitext import Passage
from auditor.institutions.tables import Row, Table, begins_name, fields, heads, modifiers
from auditor.languages import language_data
from auditor.terms.inflection import shared_stem
from auditor.terms.matching import KeyedPassage

_ARTICLES = tuple(language_data("ar", "clitics")["articles"])
_LEADS = ("ل", "و")
_NISBA = ("ي", "يه")
_LINKS: dict[str, frozenset[str]] = {
    link: frozenset(words.split()) for link, words in language_data("ar", "institutions")["links"].items()
}
"""Prepositions by which a name may go on, with the words that ask for them."""
_ANY = "*"
_ADJECTIVES = frozenset(language_data("ar", "institutions")["adjectives"].split())


@dataclass(frozen=True, slots=True)
class Part:
    """Words `first` to `last` of a passage; `row` None for a word of the name that no table has, such as an adjective of origin."""

    kind: str  # head, modifier, field or open
    first: int
    last: int
    row: Row | None


@dataclass(frozen=True, slots=True)
class Name:
    """The head is the first part."""

    parts: tuple[Part, ...]
    passage: Passage

    @property
    def judged(self) -> list[Part]:
        return [part for part in self.parts if part.row is not None]


def read_names(keyed: KeyedPassage) -> Iterator[Name]:
    """In text order, not overlapping; each has a head and another word that the tables know."""
    free = 0
    reader: _Reader | None = None
    for index, word in enumerate(keyed.words):
        if index < free or not begins_name(word.keys[0]):
            continue
        reader = reader or _Reader(keyed)
        name = reader.name(index)
        if name is not None:
            free = name.parts[-1].last + 1
            yield name


class _Reader:
    def __init__(self, keyed: KeyedPassage) -> None:
        self._keyed, self._words = keyed, keyed.located
        self._text = keyed.passage.text

    def name(self, index: int) -> Name | None:
        if self._is_adjective(index):
            return None
        for head in self._matches(heads(), index, frozenset(), "head"):
            name = self._behind(head)
            if name is not None:
                return name
        return None

    def _is_adjective(self, index: int) -> bool:
        """Whether what may be a head describes the noun before it: الفعاليات الرئيسة, the main events."""
        pair = [word.keys[0] for word in self._words[max(0, index - 1) : index + 1]]
        return (
            len(pair) == 2
            and all(word.startswith(_ARTICLES) for word in pair)
            and not _ADJECTIVES.isdisjoint(self._words[index].keys)
        )

    def _behind(self, head: Part) -> Name | None:
        stems = frozenset(self._words[head.first].keys)
        parts = [head]
        place = head.last + 1
        while (part := self._next(place, stems)) is not None:
            parts.append(part)
            place = part.last + 1
        if sum(part.row is not None for part in parts) < 2:
            return None
        return Name(tuple(parts), self._keyed.part(head.first, parts[-1].last))

    def _next(self, place: int, head: frozenset[str]) -> Part | None:
        """The part that goes on at a word, behind a preposition if need be."""
        if not self._goes_on(place):
            return None
        found = self._part(place, head)
        if found is None and self._is_link(place) and self._goes_on(place + 1):
            behind = self._part(place + 1, head)
            return behind if behind is not None and behind.row is not None else None
        return found

    def _goes_on(self, place: int) -> bool:
        """Whether nothing but space stands between a word and the one before it, and grammar lets it go on.

        Behind a word with its article only a definite word goes on, or one behind "for" or "and".
        """
        if place >= len(self._words):
            return False
        before, after = self._words[place - 1 : place + 1]
        if self._text[before.end : after.start].strip(" \u00a0\u200f\u200e"):
            return False
        one, other = before.keys[0], after.keys[0]
        return not one.startswith(_ARTICLES) or other.startswith((*_ARTICLES, *_LEADS)) or other in _LINKS

    def _is_link(self, place: int) -> bool:
        """Whether a word is a preposition that goes on with what stands before it."""
        asking = _LINKS.get(self._words[place].keys[0], frozenset())
        return _ANY in asking or not asking.isdisjoint(self._words[place - 1].keys)

    def _part(self, place: int, head: frozenset[str]) -> Part | None:
        field = self._match(fields(), place, head, "field")
        if field is not None and field.last > place:
            return field
        found = self._match(modifiers(), place, head, "modifier") or field
        if found is None and self._is_open(self._words[place].keys[0]):
            return Part("open", place, place, None)
        return found

    def _match(self, table: Table, place: int, head: frozenset[str], kind: str) -> Part | None:
        return next(self._matches(table, place, head, kind), None)

    def _matches(self, table: Table, place: int, head: frozenset[str], kind: str) -> Iterator[Part]:
        """What begins at a word, the longest first."""
        for rest, row in table.offers(self._words[place].keys[0]):
            if row.heads and row.heads.isdisjoint(head):
                continue
            last = place + len(rest)
            if last < len(self._words) and all(
                self._goes_on(place + step) and table.meets(word, self._words[place + step].keys)
                for step, word in enumerate(rest, start=1)
            ):
                yield Part(kind, place, last, row)

    @staticmethod
    def _is_open(word: str) -> bool:
        """Whether a word is an adjective with its article, of origin most often."""
        return len(word) > 5 and word.startswith(_ARTICLES) and shared_stem(word).endswith(_NISBA)
