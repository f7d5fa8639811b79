"""Words of several senses looked up in a passage, with every row of the table that may speak of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from auditor.folding import folded
from auditor.languages import language_data
from auditor.terms.inflection import arabic_forms, arabic_origins, without_article
from auditor.terms.matching import REMEMBERED, Keyed, KeyedPassage, Pattern, match_at, pattern
from auditor.terms.tsv import Polyseme, read_polysemes

FOLDER = Path(__file__).parent / "polysemes"
EXACT = "="
"""What a form begins with that is met only as it is written, a conjunction before and a pronoun behind its first word
apart: verbs take no article and no ending of a noun, and expressions that have set hard do not change."""

_LETTERS = tuple(zip("أإآٱىةؤئ", "ااااي" + "هوي", strict=True))
"""The letters of plain Arabic that `folded` changes; the table has no other characters that it does."""
_SHORTEST = 4
"""Letters of a word with an article, of which `shared_stem` leaves it no shorter."""


class Met(NamedTuple):
    """A form of a row in a passage, from its first word to its last."""

    row: Polyseme
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Begun:
    """The forms that a word may begin: those of one word, the others by the two letters that their second word begins with."""

    single: tuple[Polyseme, ...]
    by_second: dict[str, tuple[tuple[str, Polyseme], ...]]


class _Opening(NamedTuple):
    """A first word as forms have it, `exact` without its mark, and the forms that it begins."""

    word: str
    exact: bool
    begun: _Begun


_NOTHING = _Begun((), {})


class PolysemeIndex:
    """Finds the rows of the table in Arabic passages; forms are prepared when their first word is met."""

    def __init__(self, rows: Sequence[Polyseme]) -> None:
        self._by_first: dict[str, list[tuple[str, Polyseme]]] = {}
        self._openings: dict[str, tuple[_Opening, ...]] = {}
        self._begun: dict[str, _Begun] = {}
        cells = "\n".join(row.arabic for row in rows)
        for letter, plain in _LETTERS:
            cells = cells.replace(letter, plain)
        by_first = self._by_first
        for cell, row in zip(cells.split("\n"), rows, strict=True):
            for form in cell.split(" | "):
                word = form.partition(" ")[0].removeprefix(EXACT)
                if word[:2] == "ال" and len(word) > _SHORTEST:
                    by_first.setdefault(word[2:], []).append((form, row))
                by_first.setdefault(word, []).append((form, row))

    def find(self, keyed: KeyedPassage) -> list[Met]:
        """Every form of every row, in text order, overlapping or not."""
        words, found = keyed.words, list[Met]()
        for index, word in enumerate(words):
            begun = self._begun.get(word.keys[0]) or self._begun_by(word.keys)
            if begun.single:
                found += [Met(row, index, index) for row in begun.single]
            if begun.by_second and index + 1 < len(words):
                for key in words[index + 1].keys:
                    if key[:2] in begun.by_second:
                        found += _longer(begun, words, index)
                        break
        return found

    def _begun_by(self, keys: tuple[str, ...]) -> _Begun:
        """The forms that a word with these keys may begin; one object for all words that may have one and the same opening."""
        if len(self._begun) >= REMEMBERED:
            self._begun.clear()
        origins = {origin: None for key in keys for origin in arabic_origins(key) if origin in self._by_first}
        met = [
            opening.begun
            for origin in origins
            for opening in self._openings.get(origin) or self._opened(origin)
            if _may_be(opening, keys)
        ]
        found = (met[0] if len(met) == 1 else _together(met)) if met else _NOTHING
        self._begun[keys[0]] = found
        return found

    def _opened(self, first: str) -> tuple[_Opening, ...]:
        """What `_by_first` has for a word, by the first word as it is written."""
        forms: dict[str, list[tuple[str, Polyseme]]] = {}
        for form, row in self._by_first[first]:
            forms.setdefault(form.partition(" ")[0], []).append((form, row))
        found = self._openings[first] = tuple(
            _Opening(word.removeprefix(EXACT), word[0] == EXACT, _begun(entries))
            for word, entries in forms.items()
        )
        return found


def _begun(forms: Sequence[tuple[str, Polyseme]]) -> _Begun:
    """Of forms that begin with one word."""
    by_second: dict[str, list[tuple[str, Polyseme]]] = {}
    single: dict[int, Polyseme] = {}
    for form, row in forms:
        rest = form.partition(" ")[2]
        if rest:
            second = rest.partition(" ")[0]
            second = second if form[0] == EXACT else without_article(second)
            start = "".join(takewhile(str.isalnum, second[:2]))
            by_second.setdefault(start, []).append((form, row))
        else:
            single[id(row)] = row
    return _Begun(tuple(single.values()), {start: tuple(some) for start, some in by_second.items()})


def _together(begun: Sequence[_Begun]) -> _Begun:
    by_second: dict[str, tuple[tuple[str, Polyseme], ...]] = {}
    for each in begun:
        for start, forms in each.by_second.items():
            by_second[start] = by_second.get(start, ()) + forms
    return _Begun(tuple({id(row): row for each in begun for row in each.single}.values()), by_second)


def _exact(form: str, first: str) -> Pattern:
    """An exact form as a pattern; its first word has been looked at, and stands as `first` in the text."""
    return frozenset({first}), *(frozenset({folded(word)}) for word in form.split()[1:])


def _may_be(opening: _Opening, keys: tuple[str, ...]) -> bool:
    """Whether a word with these keys may be the first word of a form.

    An exact one stands between a conjunction and a pronoun, or without them.
    """
    word = opening.word
    if not opening.exact:
        return not arabic_forms(word, first=True).isdisjoint(keys)
    leads, tails = _around()
    written = keys[0]
    return any(written.startswith(lead + word) and written[len(lead + word) :] in tails for lead in leads)


@cache
def _around() -> tuple[tuple[str, ...], frozenset[str]]:
    """What may stand before the first word of an exact form, and behind it."""
    clitics = language_data("ar", "clitics")
    return ("", *clitics["conjunctions"]), frozenset(("", *clitics["enclitics"]))


def _longer(begun: _Begun, words: Sequence[Keyed], index: int) -> Iterator[Met]:
    """The forms of several words that stand at `index`."""
    seen: set[tuple[int, int]] = set()
    for start in {key[:2]: None for key in words[index + 1].keys}:
        for form, row in begun.by_second.get(start, ()):
            sequence = _exact(form, words[index].keys[0]) if form[0] == EXACT else pattern(form, "ar")
            last = match_at(words, index, sequence)
            if last is not None and (last, id(row)) not in seen:
                seen.add((last, id(row)))
                yield Met(row, index, last)


@cache
def polyseme_index() -> PolysemeIndex:
    """Of the shipped table."""
    return PolysemeIndex(tuple(read_polysemes(sorted(FOLDER.glob("*.tsv")))))
