"""Where the forms of a term stand in a passage, under clitics, inflection, spelling and spacing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from auditor.bitext import Document, Passage
from auditor.clitics import stems
from auditor.folding import words
from auditor.terms import Term
from auditor.terms.inflection import arabic_forms, elision, is_skipped, latin_key


@dataclass(frozen=True, slots=True)
class Keyed:
    """A word of a passage: the keys it may be looked up by, and its place."""

    keys: tuple[str, ...]
    start: int
    end: int
    skipped: bool = False  # an article or preposition


@lru_cache(maxsize=4096)
def keyed_words(passage: Passage, language: str) -> tuple[Keyed, ...]:
    """The words of a passage with the keys of `language`, offsets counted from the passage's beginning.

    A hyphenated Latin word is several words, so that États-membres meets États membres.
    """
    if language == "ar":
        return tuple(Keyed(stems(word), start, end) for word, start, end in words(passage.text))
    found = []
    for word, start, _ in words(passage.text):
        lead = elision(word, language)
        place = start + lead
        for part in word[lead:].split("-"):
            if part:
                skipped = is_skipped(part, language)
                found.append(Keyed((latin_key(part, language),), place, place + len(part), skipped=skipped))
            place += len(part) + 1
    return tuple(_exact_ends(passage.text, found))


def _exact_ends(text: str, found: list[Keyed]) -> list[Keyed]:
    """Folding may lengthen a word (œ, ß); its slice still ends within the text and before the next word."""
    limits = [keyed.start for keyed in found[1:]] + [len(text)]
    return [replace(keyed, end=min(keyed.end, limit)) for keyed, limit in zip(found, limits, strict=True)]


@lru_cache(maxsize=16384)
def pattern(form: str, language: str) -> tuple[frozenset[str], ...]:
    """A form as the sequence of its words' possible keys; articles and prepositions are left out."""
    if language == "ar":
        return tuple(arabic_forms(word, first=index == 0) for index, (word, _, _) in enumerate(words(form)))
    keyed = keyed_words(Document("", language, form).passage(), language)
    kept = [word for word in keyed if not word.skipped] or keyed
    return tuple(frozenset(word.keys) for word in kept)


def find_form(passage: Passage, form: str, language: str) -> list[Passage]:
    """Every place of a form in a passage, in text order, not overlapping."""
    return find_pattern(passage, pattern(form, language), keyed_words(passage, language))


def find_pattern(
    passage: Passage, sequence: tuple[frozenset[str], ...], keyed: Sequence[Keyed]
) -> list[Passage]:
    """Every place where the keys of `sequence` follow one another, skipped words between them allowed."""
    found: list[Passage] = []
    index = 0
    while sequence and index < len(keyed):
        last = match_at(keyed, index, sequence)
        if last is None:
            index += 1
        else:
            found.append(passage.part(keyed[index].start, keyed[last].end))
            index = last + 1
    return found


def match_at(keyed: Sequence[Keyed], index: int, sequence: tuple[frozenset[str], ...]) -> int | None:
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


class TermIndex:
    """Finds the terms of a term base in passages of one language, longest first."""

    def __init__(self, terms: Sequence[Term], language: str) -> None:
        self._language = language
        self._by_key: dict[str, list[tuple[tuple[frozenset[str], ...], Term]]] = {}
        for term in terms:
            for form in term.forms.get(language, ()):
                sequence = pattern(form, language)
                for key in sorted(sequence[0]) if sequence else ():
                    self._by_key.setdefault(key, []).append((sequence, term))

    def find(self, passage: Passage) -> list[tuple[Term, Passage, bool]]:
        """Terms in text order with their places; the flag is true for a term that stands inside a longer one."""
        keyed = keyed_words(passage, self._language)
        found: list[tuple[Term, Passage, bool]] = []
        covered = -1
        for index in range(len(keyed)):
            for last, term in self._at(keyed, index):
                inside = last <= covered
                found.append((term, passage.part(keyed[index].start, keyed[last].end), inside))
                covered = max(covered, last)
        return found

    def _at(self, keyed: Sequence[Keyed], index: int) -> list[tuple[int, Term]]:
        """The terms that begin at a word, longest first; of two entries for one place the earlier wins."""
        best: dict[int, Term] = {}
        for key in keyed[index].keys:
            for sequence, term in self._by_key.get(key, ()):
                last = match_at(keyed, index, sequence)
                if last is not None:
                    best.setdefault(last, term)
        return sorted(best.items(), key=lambda item: -item[0])
