"""Patterns of single words given as data, and which of them a folded word fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import compress, count
from typing import TypeVar

from auditor.clitics import stems

T = TypeVar("T")
TAIL = 5
"""Letters that may follow the beginning of an Arabic word that a pattern gives."""
LEADS = ("", "ي", "ت", "ن", "ا", "سي", "ست", "سن", "سا", "لي", "لت")
"""What a pattern beginning with ~ may have before it: the persons of the Arabic verb, alone, with its future and its purpose."""
HEAD = 3
"""Letters by which the beginnings that a word may have are looked up at once."""
MANY = 1 << 16
"""Forms that are remembered."""
_MARKS = frozenset("~*+")


class Remembered(dict[str, T]):
    """What is known of each form, filled as forms are met."""

    def __init__(self, known: Callable[[str], T]) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, form: str) -> T:
        if len(self) >= MANY:
            self.clear()
        found = self[form] = self._known(form)
        return found


class WordPatterns:
    """The word patterns of one language, each with a number; what they mean is told at `Phrases`.

    `fits`: for a folded word the numbers of those that it fits, with a rank: 0 as it stands, 1 without conjunction, 2 by its
    beginning, its ending or without particles.
    """

    def __init__(self, language: str) -> None:
        self._arabic = language == "ar"
        self._tables: dict[str, dict[str, list[int]]] = {kind: {} for kind in ("", "+", "*", "**")}
        self._lengths: dict[str, list[int]] = {}
        self._short: list[int] = []
        self._numbers: dict[str, int] = {}
        self.exact: set[int] = set()
        self.fits = Remembered(self._fitting)
        self._met: tuple[Sequence[str], tuple[int, ...]] = (), ()

    def number(self, word: str) -> int:
        """The number of a pattern, a new one where it has none; `exact` has those that are words as they stand."""
        number = self._numbers.get(word)
        if number is None:
            number = self._numbers[word] = len(self._numbers)
            if _MARKS.isdisjoint(word):
                self.exact.add(number)
                for alternative in word.split("|"):
                    self._tables[""].setdefault(alternative, []).append(number)
            else:
                for alternative in word.split("|"):
                    self._add(number, alternative)
            self.fits.clear()
            self._met = (), ()
        return number

    def places(self, forms: Sequence[str]) -> tuple[int, ...]:
        """Where words that fit any pattern stand among folded words, told again for the words that were asked for last."""
        met = self._met
        if forms is not met[0]:
            met = self._met = forms, tuple(compress(count(), map(self.fits.__getitem__, forms)))
        return met[1]

    def _add(self, number: int, alternative: str) -> None:
        ending = "".join(mark for mark in alternative if mark in "*+")
        kind = "**" if alternative.startswith("*") else ending
        for lead in LEADS if alternative.startswith("~") else ("",):
            letters = lead + alternative.strip("~*+")
            self._tables[kind].setdefault(letters, []).append(number)
            if kind == "*":
                short = len(letters) < HEAD
                lengths = self._short if short else self._lengths.setdefault(letters[:HEAD], [])
                if len(letters) not in lengths:
                    lengths.append(len(letters))
                    lengths.sort()

    def _fitting(self, form: str) -> dict[int, int]:
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
            if whole:
                yield from whole.get(reading, ())
            lengths = self._lengths.get(reading[:HEAD])
            if lengths or self._short:
                shortest = max(1, len(reading) - TAIL) if self._arabic else 1
                for length in (*self._short, *(lengths or ())):
                    if shortest <= length <= len(reading):
                        yield from beginnings.get(reading[:length], ())


@cache
def word_patterns(language: str) -> WordPatterns:
    """Those that all phrases of a language share, so that each word is looked up once."""
    return WordPatterns(language)
