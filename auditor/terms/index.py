"""Terms and calques looked up by the words of a passage, so that the size of a term base costs nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from auditor.bitext import Passage
from auditor.folding import folded, word_forms
from auditor.languages import language_data
from auditor.terms import Calque, Term
from auditor.terms.inflection import arabic_forms, arabic_origins, shared_stem, unchanged, without_article
from auditor.terms.matching import REMEMBERED, Keyed, KeyedPassage, Pattern, match_at, pattern

_AND = frozenset(language_data("ar", "clitics")["conjunctions"])
Offer = tuple[int, str, Term]  # a form of a term, with its rank among those that a word may begin
_TENS, _HUNDRED = 20, 100
_FEW, _MORE = 2, 3
"""Letters that all forms of an Arabic stem begin with: of one of three letters or more, of one of five or more. No regular
ending that is exchanged has more than two."""


class CalqueIndex:
    """Finds calques in passages of their language, of two that begin at one word the longer.

    Unlike terms they are matched with their articles and prepositions, which are often what is wrong. Each is looked
    up by its longest word, which is met most rarely.
    """

    def __init__(self, calques: Sequence[Calque], language: str) -> None:
        self._by_key: dict[str, list[tuple[int, Pattern, Calque]]] = {}
        for calque in calques:
            sequence = pattern(calque.wrong, language, whole=True) if calque.language == language else ()
            if sequence:
                longest = max(range(len(sequence)), key=lambda place: min(map(len, sequence[place])))
                for key in sorted(sequence[longest]):
                    self._by_key.setdefault(key, []).append((longest, sequence, calque))

    def find(self, keyed: KeyedPassage) -> list[tuple[Calque, Passage]]:
        """Calques in text order, not overlapping."""
        met = [
            (index, *offer)
            for index, word in enumerate(keyed.words)
            for key in word.keys
            if key in self._by_key
            for offer in self._by_key[key]
        ]
        ends: list[tuple[int, int, Calque]] = []
        for index, longest, sequence, calque in met:
            # Skipped words may stand between, so the beginning is looked for among all words before.
            for first in range(max(0, index - 2 * longest), index - longest + 1):
                last = match_at(keyed.words, first, sequence)
                if last is not None and last >= index:
                    ends.append((first, -last, calque))
        found: list[tuple[Calque, Passage]] = []
        free = 0
        for first, behind, calque in sorted(ends, key=lambda end: end[:2]):
            if first >= free:
                found.append((calque, keyed.part(first, -behind)))
                free = -behind + 1
        return found


class Begun:
    """The forms that a word may begin: those of one word, the others by the letters that their second word begins with."""

    __slots__ = ("_by_second", "_of_one")

    def __init__(self, offers: Sequence[Offer], language: str) -> None:
        self._of_one: list[Offer] = []
        self._by_second: dict[str, list[Offer]] = {}
        for offer in offers:
            starts = _second_starts(offer[1], language)
            if starts is None:
                self._of_one.append(offer)
            for start in starts or ():
                self._by_second.setdefault(start, []).append(offer)

    def goes_on(self, words: Sequence[Keyed], index: int) -> list[Offer]:
        """The forms that may stand at `index`, by its word and the next that is not skipped, the likelier first."""
        found: dict[int, Offer] = {}
        for place in range(index + 1, len(words)) if self._by_second else ():
            word = words[place]
            for key in word.keys:
                for start in (key[:_FEW], key[:_MORE]):
                    if start in self._by_second:
                        found.update((offer[0], offer) for offer in self._by_second[start])
            if not word.skipped:
                break
        if not found:
            return self._of_one
        found.update((offer[0], offer) for offer in self._of_one)
        return [found[number] for number in sorted(found)]


def _second_starts(form: str, language: str) -> set[str] | None:
    """What the second word of a form may begin with; None for a form of one word, nothing for one of none."""
    words = folded(form).split()[:2] if language == "ar" else []
    if words and all(map(str.isalnum, words)):
        if len(words) == 1:
            return None
        stem = without_article(words[1])
        if len(stem) > _FEW:
            return {stem[: _FEW if len(stem) < _FEW + _MORE else _MORE]}
    sequence = pattern(form, language)
    return None if len(sequence) == 1 else {key[:_FEW] for keys in sequence[1:2] for key in keys}


@cache
def _tens() -> frozenset[str]:
    """Folded tens with “and” and the article, which stand behind the units of a number in order."""
    table: dict[str, list[str]] = language_data("ar", "quantities")["cardinal"]
    tens = (form for value, forms in table.items() if _TENS <= int(value) < _HUNDRED for form in forms)
    return frozenset("وال" + folded(form) for form in tens)


def _is_counted_on(keyed: Sequence[Keyed], last: int) -> bool:
    """Whether a number in order goes on behind a term: the twenty-second round is no second round."""
    return last + 1 < len(keyed) and keyed[last + 1].keys[0] in _tens()


_NOTHING = Begun((), "ar")


class TermIndex:
    """Finds the terms of a term base in passages of one language, longest first.

    Of the thousands of terms a text has dozens, so a form is prepared when its first word is met, and what a word may
    begin is remembered.
    """

    def __init__(self, terms: Sequence[Term], language: str) -> None:
        self._language = language
        self._by_first: dict[str, list[tuple[int, str, Term]]] = {}
        self._begun: dict[str, Begun] = {}
        self._alike: dict[tuple[str, ...], Begun] = {}
        self._first_forms: dict[str, frozenset[str]] = {}
        forms = ((form, term) for term in terms for form in term.forms.get(language, ()))
        for number, (form, term) in enumerate(forms):
            self._by_first.setdefault(_first(form, language), []).append((number, form, term))
        self._beginnings = {first[:end] for first in self._by_first for end in range(1, len(first) + 1)}

    def _begun_by(self, keys: tuple[str, ...]) -> Begun:
        """The forms that a word with these keys may begin, one object for all words that may begin the same."""
        known = self._begun.get(keys[0])
        if known is None:
            if len(self._begun) >= REMEMBERED:
                self._begun.clear()
            firsts = self._firsts(keys)
            known = self._alike.get(firsts)
            if known is None:
                known = self._alike[firsts] = (
                    Begun(self._offers(firsts), self._language) if firsts else _NOTHING
                )
            self._begun[keys[0]] = known
        return known

    def _firsts(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """The first words of forms that a word may be, with fewer clitics off it first."""
        if self._language != "ar":
            return tuple(key for key in keys if key in self._by_first)
        found: dict[str, int] = {}
        for place, key in enumerate(keys):
            if key[: unchanged(key)] not in self._beginnings:
                continue
            for origin in arabic_origins(key):
                if origin in self._by_first and origin not in found and key in self._forms_of(origin):
                    found[origin] = place
        return tuple(sorted(found, key=lambda first: (found[first], self._by_first[first][0][0])))

    def _forms_of(self, first: str) -> frozenset[str]:
        """Those of a first word as the first of its terms has it."""
        known = self._first_forms.get(first)
        if known is None:
            known = arabic_forms(word_forms(self._by_first[first][0][1])[0], first=True)
            self._first_forms[first] = known
        return known

    def _offers(self, firsts: Sequence[str]) -> list[Offer]:
        met = (entry for first in firsts for entry in self._by_first[first])
        return [(rank, form, term) for rank, (_, form, term) in enumerate(met)]

    def find(self, keyed: KeyedPassage) -> list[tuple[Term, Passage, bool]]:
        """Terms in text order with their places; the flag is true for a term that stands inside a longer one."""
        found: list[tuple[Term, Passage, bool]] = []
        covered = -1
        words = keyed.words
        for index, word in enumerate(words):
            begun = self._begun.get(word.keys[0]) or self._begun_by(word.keys)
            if begun is not _NOTHING and (offers := begun.goes_on(words, index)):
                for last, term in self._at(words, index, offers):
                    found.append((term, keyed.part(index, last), last <= covered))
                    covered = max(covered, last)
        return found

    def _at(self, keyed: Sequence[Keyed], index: int, offers: Sequence[Offer]) -> list[tuple[int, Term]]:
        """The terms that begin at a word, longest first.

        Of several entries for one place, the one written just so before one that meets it by inflection; else the
        earlier.
        """
        ends: dict[int, list[tuple[str, Term]]] = {}
        for _, form, term in offers:
            sequence = pattern(form, self._language)
            last = match_at(keyed, index, sequence)
            if last is None or (last > index and _is_counted_on(keyed, last)):
                continue
            if not self._is_list(keyed[index + 1 : last + 1], sequence[1:]):
                ends.setdefault(last, []).append((form, term))
        return [
            (last, max(forms, key=lambda offer: self._exact(offer[0], keyed[index : last + 1]))[1])
            for last, forms in sorted(ends.items(), reverse=True)
        ]

    def _is_list(self, keyed: Sequence[Keyed], sequence: Pattern) -> bool:
        """Whether an "and" that the form lacks parts the words: "the safe and the healthy" is no "safe health"."""
        return self._language == "ar" and any(
            word.keys[0][0] in _AND and not any(key[0] in _AND for key in keys)
            for word, keys in zip(keyed, sequence, strict=True)
        )

    def _exact(self, form: str, keyed: Sequence[Keyed]) -> int:
        """How many words of a form stand in the text as they are written, clitics and article aside."""
        if self._language != "ar":
            return 0
        written = [shared_stem(word) for word in form.split()]
        return sum(word in place.keys for word, place in zip(written, keyed, strict=False))


def _first(form: str, language: str) -> str:
    """What a form is looked up by: its first word, in Arabic as the term base has it, elsewhere its key."""
    if language != "ar":
        return next((key for keys in pattern(form, language)[:1] for key in keys), "")
    stem = shared_stem(form.split(maxsplit=1)[0])
    return stem if stem.isalnum() else next(map(shared_stem, word_forms(form)), "")
