"""The words that names of bodies and offices are made of, with the renderings that each may have in such a name.

Tables of `data/`, tab-separated, ` | ` between values: heads (what kind of body or office), modifiers (adjectives), fields
(what it is about). Renderings are folded; a word of LONG letters or more stands for every word that begins so, unless a
point ends it; of several words all must stand, in any order.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from auditor.clitics import stems
from auditor.folding import folded
from auditor.terms.inflection import arabic_forms, arabic_origins, latin_key

DATA = Path(__file__).parent / "data"
LONG = 4
"""Letters from which on a word of a rendering stands for all words that begin so; others, and those that WHOLE ends, only
for their inflected forms."""
WHOLE = "."
WEAK = "named"
"""Marks a head that is a common word as well: it needs an adjective of bodies, or capitals in the translation."""
_COLUMNS = {"fr": 1, "en": 2}
INFLECTED = 3
"""Letters of an Arabic word from which on its inflected forms are looked for."""
_ARTICLE = "ال"
_FEMININE = "ه"
_AGAINST = "anti"


class Wanted(NamedTuple):
    """The renderings of a row in one language: how words begin that stand for it, keys of shorter words, several words."""

    beginnings: tuple[str, ...]
    keys: frozenset[str]
    several: tuple[tuple[str, ...], ...]

    def meets(self, form: str, key: str) -> bool:
        """Whether a folded word with its key is a rendering by itself, also behind anti-."""
        return (
            form.startswith(self.beginnings)
            or key in self.keys
            or (form.startswith(_AGAINST) and form.startswith(self.beginnings, len(_AGAINST)))
        )


class Row:
    """A line of a table, taken apart when first asked for: a text meets few of them."""

    __slots__ = ("_line", "_wanted", "heads", "is_weak")

    def __init__(self, line: str) -> None:
        self._line = line
        self._wanted: dict[str, Wanted] = {}
        conditions = line[line.rindex("\t") + 1 :]
        self.is_weak = conditions == WEAK
        self.heads: frozenset[str] = (
            frozenset() if self.is_weak or not conditions else frozenset(map(_stem, _values(conditions)))
        )

    def renderings(self, language: str) -> tuple[tuple[str, ...], ...]:
        """Each as its words."""
        return tuple(tuple(value.split()) for value in _values(self._line.split("\t")[_COLUMNS[language]]))

    def wanted(self, language: str) -> Wanted:
        known = self._wanted.get(language)
        if known is None:
            every = self.renderings(language)
            single = [words[0] for words in every if len(words) == 1]
            known = self._wanted[language] = Wanted(
                tuple(_beginning(word) for word in single if _is_beginning(word)),
                frozenset(
                    latin_key(word.rstrip(WHOLE), language) for word in single if not _is_beginning(word)
                ),
                tuple(words for words in every if len(words) > 1),
            )
        return known


Offer = tuple[tuple[str, ...], Row]  # the words behind the first, and the row


class Table:
    """The rows of a table by the first word of their Arabic forms."""

    def __init__(self, name: str, *, inflected: bool, agrees: bool = False) -> None:
        self._inflected, self._agrees = inflected, agrees
        self._by_first: dict[str, list[Offer]] = {}
        self._known: dict[str, tuple[Offer, ...]] = {}
        for line in (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]:
            row = Row(line)
            for form in line[: line.index("\t")].split(" | "):
                first, *rest = map(_stem, form.split())
                self._by_first.setdefault(first, []).append((tuple(rest), row))

    def offers(self, word: str) -> tuple[Offer, ...]:
        """What a folded word of a text may begin: the longest first, then with the fewest particles taken off it."""
        known = self._known.get(word)
        if known is None:
            found = {id(offer): offer for key in self._readings(word) for offer in self._of_key(key)}
            known = self._known[word] = tuple(sorted(found.values(), key=lambda offer: -len(offer[0])))
        return known

    def meets(self, stem: str, keys: tuple[str, ...]) -> bool:
        """Whether a later word of a form may be a word of a text with these readings."""
        return stem in keys or (self._inflected and any(is_form(key, stem) for key in keys))

    def _readings(self, word: str) -> Iterator[str]:
        """What a word may be without a pronoun; a head has no "like" before it, other words no preposition but "for"."""
        for key in stems(word):
            lead = word.removesuffix(key)
            if word.endswith(key) and not lead.removeprefix("و").startswith(
                "ك" if not self._inflected else ("ب", "ك", "س")
            ):
                yield key

    def _of_key(self, key: str) -> list[Offer]:
        if not self._inflected:
            return self._by_first.get(key, [])
        found = list(self._by_first.get(key, ()))
        for origin in sorted({*arabic_origins(key), *self._masculine(key)} - {key}):
            if len(origin) >= INFLECTED and origin in self._by_first and is_form(key, origin):
                found += self._by_first[origin]
        return found

    def _masculine(self, key: str) -> set[str]:
        return {key.removesuffix(_FEMININE)} if self._agrees else set()

    def rows(self) -> list[Row]:
        return list({id(row): row for offers in self._by_first.values() for _, row in offers}.values())


@cache
def heads() -> Table:
    """Kinds of bodies and offices; a name has them in the singular."""
    return Table("heads", inflected=False)


@cache
def modifiers() -> Table:
    return Table("modifiers", inflected=True, agrees=True)


@cache
def fields() -> Table:
    return Table("fields", inflected=True)


@lru_cache(maxsize=1 << 15)
def begins_name(word: str) -> bool:
    """Whether a folded word of a text may be the head of a name."""
    return bool(heads().offers(word))


@lru_cache(maxsize=1 << 15)
def names_kind(form: str, language: str) -> bool:
    """Whether a folded word of a translation names a kind of body or office."""
    key = latin_key(form, language)
    return any(row.wanted(language).meets(form, key) for row in heads().rows())


def fits(form: str, wanted: str, language: str) -> bool:
    """Whether a folded word of a translation is a word of a rendering, also behind anti-."""
    if _is_beginning(wanted):
        return Wanted((_beginning(wanted),), frozenset(), ()).meets(form, "")
    return latin_key(form, language) == latin_key(wanted.rstrip(WHOLE), language)


def _is_beginning(word: str) -> bool:
    return word[-1] != WHOLE and len(word) >= LONG


def _beginning(word: str) -> str:
    """Without what the plural changes: authority, authorities."""
    return word.removesuffix("y") if len(word) > LONG else word


def is_form(key: str, stem: str) -> bool:
    """Whether a folded word without particles is a form of a stem, as noun or as adjective."""
    return any(key in arabic_forms(_ARTICLE + stem, first=first) for first in (True, False))


def _stem(word: str) -> str:
    """A word of a table folded and without its article; what only begins alike (إلكتروني) keeps its beginning."""
    return folded(word.removeprefix(_ARTICLE)) if len(word) > LONG else folded(word)


def _values(cell: str) -> list[str]:
    return cell.split(" | ") if cell else []
