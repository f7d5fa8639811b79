"""Where the forms of a term stand in a passage, under clitics, inflection, spelling and spacing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from auditor.bitext import Document, Passage
from auditor.clitics import stems
from auditor.folding import words
from auditor.languages import language_data
from auditor.terms import Calque, Term
from auditor.terms.inflection import arabic_forms, arabic_stem, elision, is_skipped, latin_key

Pattern = tuple[frozenset[str], ...]  # for each word of a form the keys it may have


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
    limits = [*(keyed.start for keyed in found), len(text)][1:]
    return [replace(keyed, end=min(keyed.end, limit)) for keyed, limit in zip(found, limits, strict=True)]


@lru_cache(maxsize=16384)
def pattern(form: str, language: str, *, whole: bool = False) -> Pattern:
    """A form as the sequence of its words' possible keys; articles and prepositions are left out unless `whole`."""
    if language == "ar":
        return tuple(arabic_forms(word, first=index == 0) for index, (word, _, _) in enumerate(words(form)))
    keyed = keyed_words(Document("", language, form).passage(), language)
    kept = keyed if whole else [word for word in keyed if not word.skipped] or keyed
    return tuple(frozenset(word.keys) for word in kept)


def find_form(passage: Passage, form: str, language: str) -> list[Passage]:
    """Every place of a form in a passage, in text order, not overlapping.

    Of two words the genitive counts as well where the language has one: "mother's council" and "council of the mother".
    """
    sequence = pattern(form, language)
    found = find_pattern(passage, sequence, language)
    genitive = language_data(language, "inflection").get("genitive")
    if genitive is None or len(sequence) != 2:
        return found
    turned = find_pattern(passage, sequence[::-1], language)
    return found + [place for place in turned if f" {genitive} " in place.text]


def find_pattern(passage: Passage, sequence: Pattern, language: str) -> list[Passage]:
    """Every place where the keys of `sequence` follow one another, skipped words between them allowed."""
    keyed, places = keyed_words(passage, language), _places_of_keys(passage, language)
    found: list[Passage] = []
    free = 0
    for index in sorted({index for key in sequence[0] for index in places.get(key, ())}) if sequence else ():
        last = match_at(keyed, index, sequence) if index >= free else None
        if last is not None:
            found.append(passage.part(keyed[index].start, keyed[last].end))
            free = last + 1
    return found


@lru_cache(maxsize=4096)
def _places_of_keys(passage: Passage, language: str) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for index, word in enumerate(keyed_words(passage, language)):
        for key in word.keys:
            places.setdefault(key, []).append(index)
    return places


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


class CalqueIndex:
    """Finds calques in passages of their language, of two that begin at one word the longer.

    Unlike terms they are matched with their articles and prepositions, which are often what is wrong.
    """

    def __init__(self, calques: Sequence[Calque], language: str) -> None:
        self._language = language
        self._by_key: dict[str, list[tuple[Pattern, Calque]]] = {}
        for calque in calques:
            sequence = pattern(calque.wrong, language, whole=True) if calque.language == language else ()
            for key in sorted(sequence[0]) if sequence else ():
                self._by_key.setdefault(key, []).append((sequence, calque))

    def find(self, passage: Passage) -> list[tuple[Calque, Passage]]:
        """Calques in text order, not overlapping."""
        keyed = keyed_words(passage, self._language)
        found: list[tuple[Calque, Passage]] = []
        free = 0
        for index, word in enumerate(keyed):
            offers = (
                [offer for key in word.keys for offer in self._by_key.get(key, ())] if index >= free else []
            )
            ends = [(match_at(keyed, index, sequence), calque) for sequence, calque in offers]
            best = max(
                ((last, calque) for last, calque in ends if last is not None),
                key=lambda end: end[0],
                default=None,
            )
            if best is not None:
                found.append((best[1], passage.part(word.start, keyed[best[0]].end)))
                free = best[0] + 1
        return found


class TermIndex:
    """Finds the terms of a term base in passages of one language, longest first.

    Of the thousands of terms a text has dozens, so a form is prepared when a word that may begin it is first met.
    """

    def __init__(self, terms: Sequence[Term], language: str) -> None:
        self._language = language
        self._waiting: dict[str, list[tuple[str, Term]]] = {}
        self._by_key: dict[str, list[tuple[Pattern, str, Term]]] = {}
        for term in terms:
            for form in term.forms.get(language, ()):
                self._waiting.setdefault(self._beginning(form), []).append((form, term))

    def _beginning(self, form: str) -> str:
        """Letters that every key of a form's first word begins with."""
        if self._language != "ar":
            return ""
        stem = arabic_stem(form.split(maxsplit=1)[0])
        return stem[:3] if len(stem) >= 5 else stem[:2]

    def _prepare(self, key: str) -> None:
        for beginning in ("", key[:2], key[:3]):
            for form, term in self._waiting.pop(beginning, ()):
                sequence = pattern(form, self._language)
                for each in sorted(sequence[0]) if sequence else ():
                    self._by_key.setdefault(each, []).append((sequence, form, term))

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
        """The terms that begin at a word, longest first.

        Of several entries for one place, the one written just so before one that meets it by inflection; else the
        earlier.
        """
        offers: dict[int, list[tuple[str, Term]]] = {}
        for key in keyed[index].keys:
            self._prepare(key)
            for sequence, form, term in self._by_key.get(key, ()):
                last = match_at(keyed, index, sequence)
                if last is not None:
                    offers.setdefault(last, []).append((form, term))
        return [
            (last, max(forms, key=lambda offer: self._exact(offer[0], keyed[index : last + 1]))[1])
            for last, forms in sorted(offers.items(), reverse=True)
        ]

    def _exact(self, form: str, keyed: Sequence[Keyed]) -> int:
        """How many words of a form stand in the text as they are written, clitics and article aside."""
        if self._language != "ar":
            return 0
        written = [arabic_stem(word) for word in form.split()]
        return sum(word in place.keys for word, place in zip(written, keyed, strict=False))
