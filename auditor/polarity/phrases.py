"""Phrases given as data, found among the folded words of a passage: single words, word sequences, sequences with a gap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeVar

from auditor.clitics import stems

T = TypeVar("T")
Labelled = tuple[tuple[int, ...], tuple[int, ...]]
"""Numbers of labels, places of words."""
GAP = 8
"""Words that may stand where a phrase has `..`."""
TAIL = 5
"""Letters that may follow the beginning of an Arabic word that a pattern gives."""
LEADS = ("", "ي", "ت", "ن", "ا")
"""What a pattern beginning with ~ may have before it: the persons of the Arabic verb."""
MANY = 1 << 16
"""Forms whose meaning is remembered."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """`label` is the number of what it stands for; `words` are numbers of word patterns; `gap` is the place of the word that
    the gap comes before, 1 or 0, which is without gap.
    """

    label: int
    words: tuple[int, ...]
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase among the words of a passage: `places` of its words, ascending."""

    label: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word stands for by itself, as numbers of labels, and the phrases of several words that it `begins`, by the
    pattern of their second word: those whose second word is the next, and those with a gap before it. `bits`: the labels of
    all of these, the bit of each set.
    """

    labels: tuple[int, ...]
    bits: int
    begins: bool
    near: dict[int, tuple[Phrase, ...]]
    gapped: dict[int, tuple[Phrase, ...]]


class Phrases:
    """Finds the phrases of one language. Where several begin at a word the longest without gap is taken, else the one
    with the nearest end, else the word itself; no two phrases share a word.

    A pattern is a sequence of words with spaces between; a word may give alternatives (`a|b`), begin or end in `*` for any
    beginning or ending, be `#` for a figure, or be `..` for up to GAP words. An Arabic word may have a conjunction before
    it, with `*` or `+` after it any particle; `~` before it allows the prefixes of the verb.
    """

    def __init__(
        self,
        language: str,
        labelled: Iterable[tuple[str, str]],
        *,
        every: bool = False,
        final: tuple[str, ...] = (),
    ) -> None:
        """`every`: a word stands for all labels whose patterns it fits, not only for those that it fits best, and for its own
        even where it begins a phrase, but for phrases of the labels `final`.
        """
        self._arabic = language == "ar"
        self._every = every
        self.labels: list[str] = []
        self._tables: dict[str, dict[str, list[int]]] = {kind: {} for kind in ("", "+", "*", "**")}
        self._numbers: dict[str, int] = {}
        self._starting: dict[int, list[Phrase]] = {}
        self._fits = _Remembered(self._fitting)
        self._meanings = _Remembered(self._meaning)
        for label, pattern in labelled:
            if label not in self.labels:
                self.labels.append(label)
            self._add(self.labels.index(label), pattern.split())
        self._final = {number for number, label in enumerate(self.labels) if label in final}

    def _add(self, label: int, words: Sequence[str]) -> None:
        gap = words.index("..") if ".." in words else 0
        numbers = tuple(self._number(word) for word in words if word != "..")
        self._starting.setdefault(numbers[0], []).append(Phrase(label, numbers, gap))

    def _number(self, word: str) -> int:
        number = self._numbers.get(word)
        if number is None:
            number = self._numbers[word] = len(self._numbers)
            for alternative in word.split("|"):
                ending = "".join(mark for mark in alternative if mark in "*+")
                table = self._tables["**" if alternative.startswith("*") else ending]
                for lead in LEADS if alternative.startswith("~") else ("",):
                    table.setdefault(lead + alternative.strip("~*+"), []).append(number)
        return number

    def _meaning(self, form: str) -> Meaning | None:
        """What a folded word stands for, None for nothing."""
        starting = [
            (rank, phrase)
            for number, rank in self._fits[form].items()
            for phrase in self._starting.get(number, ())
        ]
        if not starting:
            return None
        single = [(rank, phrase.label) for rank, phrase in starting if len(phrase.words) == 1]
        best = min((rank for rank, _ in single), default=0)
        labels = tuple(dict.fromkeys(label for rank, label in single if rank == best or self._every))
        several = [phrase for _, phrase in starting if len(phrase.words) > 1]
        near = _by_second(phrase for phrase in several if not phrase.gap)
        gapped = _by_second(phrase for phrase in several if phrase.gap)
        bits = {*labels, *(phrase.label for phrase in several)}
        return Meaning(labels, sum(1 << label for label in bits), bool(several), near, gapped)

    def _fitting(self, form: str) -> dict[int, int]:
        """The numbers of the word patterns that a folded word fits, with a rank: 0 as it stands, 1 without
        conjunction, 2 by its beginning, its ending or without particles.
        """
        exact = self._tables[""]
        if form[0].isdigit():
            return dict.fromkeys(exact.get("#", ()), 0)
        found = dict.fromkeys(exact.get(form, ()), 0)
        readings: tuple[str, ...] = (form,)
        if self._arabic:
            readings = stems(form)
            for number in exact.get(form[1:], ()) if form[0] in "وف" else ():
                found.setdefault(number, 1)
        for number in self._loosely(form, readings):
            found.setdefault(number, 2)
        return found

    def _loosely(self, form: str, readings: Sequence[str]) -> Iterator[int]:
        whole, beginnings, endings = (self._tables[kind] for kind in ("+", "*", "**"))
        if endings:
            for length in range(3, len(form) - 2):
                yield from endings.get(form[-length:], ())
        for reading in readings:
            yield from whole.get(reading, ())
            shortest = max(1, len(reading) - TAIL) if self._arabic else 1
            for length in range(shortest, len(reading) + 1):
                yield from beginnings.get(reading[:length], ())

    def find(self, forms: Sequence[str], wanted: int = -1) -> list[Found]:
        """The phrases among folded words, in text order; those with a label that is `wanted`, given as bits, and others."""
        found = self._found(forms, wanted)
        return [Found(self.labels[label], places) for numbers, places in found for label in numbers]

    def bits(self, forms: Sequence[str]) -> int:
        """The labels of the phrases that may be among folded words, the bit of each set: no other label is found there."""
        bits = 0
        for meaning in map(self._meanings.__getitem__, forms):
            if meaning is not None:
                bits |= meaning.bits
        return bits

    def _found(self, forms: Sequence[str], wanted: int) -> list[Labelled]:
        """The labels of each phrase and the places of its words."""
        found: list[Labelled] = []
        taken: set[int] = set()
        for place, meaning in enumerate(map(self._meanings.__getitem__, forms)):
            if meaning is None or not meaning.bits & wanted or place in taken:
                continue
            best = self._longest(forms, place, meaning, taken) if meaning.begins else None
            if best is not None:
                taken.update(best[1])
                found.append(best)
                if self._every and meaning.labels and not self._final.intersection(best[0]):
                    found.append((meaning.labels, (place,)))
            elif meaning.labels:
                found.append((meaning.labels, (place,)))
        return found

    def _longest(
        self, forms: Sequence[str], start: int, meaning: Meaning, taken: AbstractSet[int]
    ) -> Labelled | None:
        """Of the phrases of several words that begin here the one to take: the longest without gap, else the longest of those
        with the shortest gap.
        """
        if start + 1 < len(forms) and meaning.near:
            best = self._best(forms, start, start + 1, meaning.near, taken)
            if best is not None:
                return best
        if meaning.gapped:
            for place in range(start + 1, min(len(forms), start + 1 + GAP)):
                best = self._best(forms, start, place, meaning.gapped, taken)
                if best is not None:
                    return best
        return None

    def _best(
        self,
        forms: Sequence[str],
        start: int,
        place: int,
        table: dict[int, tuple[Phrase, ...]],
        taken: AbstractSet[int],
    ) -> Labelled | None:
        """The longest phrase whose second word stands at a place."""
        fits = self._fits[forms[place]]
        if not fits or place in taken or fits.keys().isdisjoint(table):
            return None
        labels: list[int] = []
        longest = 0
        for number in fits.keys() & table.keys():
            for phrase in table[number]:
                length = len(phrase.words)
                if length < longest or not self._goes_on(forms, phrase, place):
                    continue
                if not taken.isdisjoint(range(place, place + length - 1)):
                    continue
                if length > longest:
                    labels.clear()
                    longest = length
                labels.append(phrase.label)
        if not labels:
            return None
        chosen = tuple(sorted(set(labels))) if self._every else (min(labels),)
        return chosen, (start, *range(place, place + longest - 1))

    def _goes_on(self, forms: Sequence[str], phrase: Phrase, place: int) -> bool:
        """Whether the words of a phrase after the second stand after that, which stands at `place`."""
        rest = phrase.words[2:]
        if place + len(rest) >= len(forms):
            return False
        return all(number in self._fits[form] for number, form in zip(rest, forms[place + 1 :], strict=False))


def _by_second(phrases: Iterable[Phrase]) -> dict[int, tuple[Phrase, ...]]:
    found: dict[int, tuple[Phrase, ...]] = {}
    for phrase in phrases:
        found[phrase.words[1]] = (*found.get(phrase.words[1], ()), phrase)
    return found


class _Remembered(dict[str, T]):
    """What is known of each form, filled as forms are met."""

    def __init__(self, known: Callable[[str], T]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, form: str) -> T:
        if len(self) >= MANY:
            self.clear()
        found = self[form] = self._known(form)
        return found
