"""Where the forms of a term stand in a passage, under clitics, inflection, spelling and spacing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from auditor.bitext import Passage
from auditor.clitics import stems
from auditor.folding import folded, word_forms, words
from auditor.languages import language_data
from auditor.terms.inflection import (
    arabic_forms,
    arabic_origins,
    elision,
    is_skipped,
    latin_key,
    without_article,
)

Pattern = tuple[frozenset[str], ...]  # for each word of a form the keys it may have

# Letters, digits and what may stand in or on a word: marks, invisible characters, apostrophes, hyphens.
_TOKEN = re.compile(
    r"[\w'’‘ʼ´\-‐‑\u0300-\u036f\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+"
)
_new = tuple.__new__  # of a named tuple, without the detour over its own
BEGINNING = 2
"""Letters that all forms of an Arabic word without article have in common, if it has one more: no ending that agrees is exchanged
for more than one of it, and a regular one leaves two.
"""
REMEMBERED = 1 << 16
"""Words of a text of which it is remembered what they may be."""


class Keyed(NamedTuple):
    """A word: the keys it may be looked up by, and its place, counted from the beginning of what it was read in."""

    keys: tuple[str, ...]
    start: int
    end: int
    skipped: bool = False  # an article or preposition


class KeyedPassage:
    """The words of a passage with their keys; where they stand is worked out when first asked for.

    `words` holds each word with its place in its token (a run of letters, digits, apostrophes and hyphens), since most
    passages are only looked through and tokens recur. A hyphenated Latin word is several words, so that États-membres
    meets États membres.
    """

    __slots__ = ("_bases", "_beginnings", "_places", "_starts", "language", "passage", "words")

    def __init__(self, passage: Passage, language: str) -> None:
        self.passage, self.language = passage, language
        self.words = _read(passage.text, language)
        self._starts: list[int] | None = None
        self._places: dict[str, list[int]] | None = None
        self._bases: dict[str, list[int]] | None = None
        self._beginnings: frozenset[str] | None = None

    @property
    def located(self) -> tuple[Keyed, ...]:
        """The words with offsets counted from the passage's beginning."""
        return tuple(
            Keyed(word.keys, start + word.start, start + word.end, word.skipped)
            for word, start in zip(self.words, self._token_starts(), strict=True)
        )

    def _token_starts(self) -> list[int]:
        """For each word where its token begins."""
        if self._starts is None:
            read = _reader(self.language)
            found = _TOKEN.finditer(self.passage.text)
            self._starts = [match.start() for match in found for _ in read[match[0]]]
        return self._starts

    @property
    def places(self) -> dict[str, list[int]]:
        """For each key the indices of the words that have it."""
        if self._places is None:
            self._places = {}
            for index, word in enumerate(self.words):
                for key in word.keys:
                    self._places.setdefault(key, []).append(index)
        return self._places

    @property
    def bases(self) -> dict[str, list[int]]:
        """Of Arabic: for each word without article the indices of those that may be a regular form of it; `is_form` tells."""
        if self._bases is None:
            self._bases = {}
            for index, word in enumerate(self.words):
                for key in word.keys:
                    for base in arabic_origins(key):
                        self._bases.setdefault(base, []).append(index)
        return self._bases

    @property
    def beginnings(self) -> frozenset[str]:
        """Of Arabic: the first BEGINNING letters of all keys, as they stand and without article."""
        if self._beginnings is None:
            keys = [key for word in self.words for key in word.keys]
            bare = [without_article(key)[:BEGINNING] for key in keys if key.startswith("ال")]
            self._beginnings = frozenset([key[:BEGINNING] for key in keys]).union(bare)
        return self._beginnings

    def is_form(self, index: int, base: str) -> bool:
        """Whether a word is a regular form of one of `bases`."""
        return not arabic_forms(base, first=True).isdisjoint(self.words[index].keys)

    def part(self, first: int, last: int) -> Passage:
        """From the beginning of one word to the end of another."""
        starts, words = self._token_starts(), self.words
        return self.passage.part(starts[first] + words[first].start, starts[last] + words[last].end)


@lru_cache(maxsize=1024)
def keyed_passage(passage: Passage, language: str) -> KeyedPassage:
    """The words of a passage with the keys of `language`."""
    return KeyedPassage(passage, language)


@lru_cache(maxsize=1024)
def keyed_words(passage: Passage, language: str) -> tuple[Keyed, ...]:
    """The words of a passage with the keys of `language`, offsets counted from the passage's beginning."""
    return keyed_passage(passage, language).located


class _Reader(dict[str, tuple[Keyed, ...]]):
    """What each token of a language holds, kept as tokens are met."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, token: str) -> tuple[Keyed, ...]:
        if len(self) >= REMEMBERED:
            self.clear()
        result = self[token] = _in_token(token, self._language)
        return result


def _read(text: str, language: str) -> list[Keyed]:
    """The words of a text, each with its place in its token."""
    read = _reader(language)
    return [word for token in _TOKEN.findall(text) for word in read[token]]


@cache
def _reader(language: str) -> _Reader:
    return _Reader(language)


def _in_token(token: str, language: str) -> tuple[Keyed, ...]:
    """The words of a token, offsets counted from its beginning."""
    copy = folded(token)
    plain = len(copy) == len(token) and copy.isalnum()
    if plain and language == "ar":
        return (_new(Keyed, (stems(copy), 0, len(token), False)),)
    if plain:
        return (_new(Keyed, ((latin_key(copy, language),), 0, len(token), is_skipped(copy, language))),)
    if language == "ar":
        return tuple(Keyed(stems(word), start, end) for word, start, end in words(token))
    found = []
    for word, start, _ in words(token):
        lead = elision(word, language)
        place = start + lead
        for part in word[lead:].split("-"):
            if part:
                skipped = is_skipped(part, language)
                found.append(Keyed((latin_key(part, language),), place, place + len(part), skipped))
            place += len(part) + 1
    # Folding may lengthen a word (œ, ß); its slice still ends within the token and before the next word.
    limits = [*(keyed.start for keyed in found), len(token)][1:]
    return tuple(
        keyed._replace(end=min(keyed.end, limit)) for keyed, limit in zip(found, limits, strict=True)
    )


@lru_cache(maxsize=65536)
def pattern(form: str, language: str, *, whole: bool = False) -> Pattern:
    """A form as the sequence of its words' possible keys; articles and prepositions are left out unless `whole`."""
    if language == "ar":
        return tuple(arabic_forms(word, first=index == 0) for index, word in enumerate(word_forms(form)))
    keyed = _read(form, language)
    kept = keyed if whole else [word for word in keyed if not word.skipped] or keyed
    return tuple(frozenset(word.keys) for word in kept)


def find_form(passage: Passage, form: str, language: str) -> list[Passage]:
    """Every place of a form in a passage, in text order, not overlapping.

    Of two words the genitive counts as well where the language has one: "mother's council" and "council of the mother".
    """
    return find_sequence(keyed_passage(passage, language), pattern(form, language))


def find_sequence(keyed: KeyedPassage, sequence: Pattern) -> list[Passage]:
    """`find_form` for a form that is a pattern already."""
    found = find_pattern(keyed, sequence)
    genitive = language_data(keyed.language, "inflection").get("genitive")
    if genitive is None or len(sequence) != 2:
        return found
    turned = find_pattern(keyed, sequence[::-1])
    return found + [place for place in turned if f" {genitive} " in place.text]


def find_pattern(keyed: KeyedPassage, sequence: Pattern) -> list[Passage]:
    """Every place where the keys of `sequence` follow one another, skipped words between them allowed."""
    places = keyed.places
    if not all(any(key in places for key in wanted) for wanted in sequence):
        return []
    found: list[Passage] = []
    free = 0
    for index in sorted({index for key in sequence[0] for index in places.get(key, ())}) if sequence else ():
        last = match_at(keyed.words, index, sequence) if index >= free else None
        if last is not None:
            found.append(keyed.part(index, last))
            free = last + 1
    return found


def match_at(keyed: Sequence[Keyed], index: int, sequence: Pattern) -> int | None:
    """Index of the last word when `sequence` begins at `index`, else None."""
    if sequence[0].isdisjoint(keyed[index].keys):
        return None
    for wanted in sequence[1:]:
        index += 1
        while index < len(keyed) and wanted.isdisjoint(keyed[index].keys) and keyed[index].skipped:
            index += 1
        if index >= len(keyed) or wanted.isdisjoint(keyed[index].keys):
            return None
    return index
