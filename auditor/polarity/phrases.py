"""Phrases given as data, found among the folded words of a passage: single words, word sequences, sequences with a gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.clitics import stems

GAP = 8
"""Words that may stand where a phrase has `..`."""
TAIL = 5
"""Letters that may follow the beginning of an Arabic word that a pattern gives."""
LEADS = ("", "ي", "ت", "ن", "ا")
"""What a pattern beginning with ~ may have before it: the persons of the Arabic verb."""
MANY = 1 << 16
"""Forms whose patterns are remembered."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """`label` says what it stands for; `words` are numbers of word patterns; `gap` is the place of the word that the gap
    comes before, 0 without gap.
    """

    label: str
    words: tuple[int, ...]
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase among the words of a passage: `places` of its words, ascending."""

    label: str
    places: tuple[int, ...]


class Phrases:
    """Finds the phrases of one language; the longest that begins at a word is taken.

    A pattern is a sequence of words with spaces between; a word may give alternatives (`a|b`), end in `*` for any
    ending, be `#` for a figure, or be `..` for up to GAP words. An Arabic word may have a conjunction before it, with
    `*` or `+` after it any particle; `~` before it allows the prefixes of the verb.
    """

    def __init__(self, language: str, labelled: Iterable[tuple[str, str]], *, every: bool = False) -> None:
        """`every`: a single word stands for all labels whose patterns it fits, not only for those it fits best."""
        self._arabic = language == "ar"
        self._every = every
        self._exact: dict[str, list[int]] = {}
        self._whole: dict[str, list[int]] = {}
        self._prefixes: dict[str, list[int]] = {}
        self._suffixes: dict[str, list[int]] = {}
        self._tables = {"*": self._prefixes, "+": self._whole, "*less": self._suffixes}
        self._numbers: dict[str, int] = {}
        self._starting: dict[int, list[Phrase]] = {}
        self._known: dict[str, dict[int, int]] = {}
        for label, pattern in labelled:
            self._add(label, pattern.split())

    def _add(self, label: str, words: Sequence[str]) -> None:
        gap = words.index("..") if ".." in words else 0
        numbers = tuple(self._number(word) for word in words if word != "..")
        self._starting.setdefault(numbers[0], []).append(Phrase(label, numbers, gap))

    def _number(self, word: str) -> int:
        number = self._numbers.get(word)
        if number is None:
            number = self._numbers[word] = len(self._numbers)
            for alternative in word.split("|"):
                bare = alternative.strip("~*+")
                kind = "*less" if alternative.startswith("*") else alternative[-1]
                table = self._tables.get(kind, self._exact)
                for lead in LEADS if alternative.startswith("~") else ("",):
                    table.setdefault(lead + bare, []).append(number)
        return number

    def patterns(self, form: str) -> dict[int, int]:
        """The numbers of the word patterns that a folded word fits, with a rank: 0 as it stands, 1 without
        conjunction, 2 by its beginning, its ending or without particles.
        """
        found = self._known.get(form)
        if found is None:
            if len(self._known) >= MANY:
                self._known.clear()
            found = self._known[form] = self._fitting(form)
        return found

    def _fitting(self, form: str) -> dict[int, int]:
        if form[0].isdigit():
            return dict.fromkeys(self._exact.get("#", ()), 0)
        found = dict.fromkeys(self._exact.get(form, ()), 0)
        readings: tuple[str, ...] = (form,)
        if self._arabic:
            readings = stems(form)
            for number in self._exact.get(form[1:], ()) if form[0] in "وف" else ():
                found.setdefault(number, 1)
        for number in self._loosely(form, readings):
            found.setdefault(number, 2)
        return found

    def _loosely(self, form: str, readings: Sequence[str]) -> Iterator[int]:
        for length in range(3, len(form) - 2):
            yield from self._suffixes.get(form[-length:], ())
        for reading in readings:
            yield from self._whole.get(reading, ())
            shortest = max(1, len(reading) - TAIL) if self._arabic else 1
            for length in range(shortest, len(reading) + 1):
                yield from self._prefixes.get(reading[:length], ())

    def find(self, forms: Sequence[str]) -> list[Found]:
        """The phrases among folded words, in text order. Of those that begin at one word the longest without gap are
        taken, else the one with the nearest end, else the single words of the best rank; no two share a word unless
        they are the same words.
        """
        known = self._known
        fitting = [known[form] if form in known else self.patterns(form) for form in forms]
        found: list[Found] = []
        taken: set[int] = set()
        for place, numbers in enumerate(fitting):
            if numbers and place not in taken:
                best = self._best(fitting, place, taken)
                found += best
                taken.update(place for each in best for place in each.places)
        return found

    def _best(self, fitting: Sequence[dict[int, int]], start: int, taken: set[int]) -> list[Found]:
        single: list[tuple[int, Found]] = []
        several: list[Found] = []
        gapped: list[Found] = []
        for number, rank in fitting[start].items():
            for phrase in self._starting.get(number, ()):
                places = _places(fitting, phrase, start)
                if places is None or not taken.isdisjoint(places):
                    continue
                found = Found(phrase.label, places)
                if len(places) == 1:
                    single.append((rank, found))
                else:
                    (gapped if phrase.gap else several).append(found)
        if several:
            longest = max(len(each.places) for each in several)
            return [each for each in several if len(each.places) == longest]
        if gapped:
            return [min(gapped, key=lambda each: (each.places[-1], -len(each.places)))]
        if self._every:
            return [each for _, each in single]
        best = min((rank for rank, _ in single), default=0)
        return [each for rank, each in single if rank == best]


def _places(fitting: Sequence[dict[int, int]], phrase: Phrase, start: int) -> tuple[int, ...] | None:
    """Where the words of a phrase stand whose first stands at `start`."""
    places = [start]
    for index, number in enumerate(phrase.words[1:], start=1):
        place = places[-1] + 1
        if index == phrase.gap:
            last = min(len(fitting), place + GAP)
            while place < last and number not in fitting[place]:
                place += 1
            if place == last:
                return None
        elif place >= len(fitting) or number not in fitting[place]:
            return None
        places.append(place)
    return tuple(places)
