"""The written words of one language that were met, each read once, and as numbers for the computations."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from functools import cache, partial
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from auditor.bitext import Passage
from auditor.word_alignment.lexicon import vocabulary
from auditor.word_alignment.likeness import begin_of, consonant_of
from auditor.word_alignment.words import Reading, Word, form_of, reading, written_words

Ints = NDArray[np.int64]

MANY = 1 << 16
"""Words of a language that are kept; beyond, all are forgotten before the next texts are read."""


_word = partial(tuple.__new__, Word)  # without the way through its own constructor


class Column(IntEnum):
    """What is known of a word in numbers."""

    STEM = 0  # its place in the vocabulary, -1 where that does not have it
    KIND = 1  # a Kind
    CAPITAL = 2  # 1 where it has one
    ASCII = 3  # 1 where its form has no other letters
    FIGURE = 4  # 1 where it is a number
    BEGIN = 5  # `likeness.begin_of`
    CONSONANT = 6  # `likeness.consonant_of`
    COUNT = 7  # how often the stem was seen


class Kind(IntEnum):
    PARTICLE = 0
    GRAMMAR = 1
    CONTENT = 2


class Readings:
    """Numbers from 0 of the written words of `language`; `known[number]` and `table[:, number]` say what each is.

    `generation` grows when all are forgotten and numbers begin anew.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.generation = 0
        self._vocabulary = vocabulary(language)
        self._empty()

    def _empty(self) -> None:
        self._numbers = _Numbers(self._add)
        self.known: list[Reading] = []
        self._columns: Ints = np.zeros((len(Column), 1024), np.int64)
        self._new: list[tuple[int, ...]] = []

    def make_room(self) -> None:
        """Forgets what was met where that is too much; numbers given before are void then."""
        if len(self.known) > MANY:
            self.generation += 1
            self._empty()

    def read(self, passage: Passage) -> tuple[list[int], tuple[Word, ...]]:
        """The words of a passage in text order: their numbers, and themselves."""
        written, starts, ends = written_words(passage.text, passage.start)
        numbers = list(map(self._numbers.__getitem__, written))
        found = zip(
            repeat(passage.document), starts, ends, map(self.known.__getitem__, numbers), strict=False
        )
        return numbers, tuple(map(_word, found))

    @property
    def table(self) -> Ints:
        """Shape (Column, words); what was met since it was last asked for is added at once."""
        if self._new:
            end = len(self.known)
            if end > self._columns.shape[1]:
                room = np.zeros((len(Column), max(end, 2 * self._columns.shape[1])), np.int64)
                room[:, : self._columns.shape[1]] = self._columns
                self._columns = room
            self._columns[:, end - len(self._new) : end] = np.array(self._new, np.int64).T
            self._new.clear()
        return self._columns

    def _add(self, written: str) -> int:
        form = form_of(written)
        found = reading(written, form, self.language, self._vocabulary.bare_count)
        number = len(self.known)
        self.known.append(found)
        stem = self._vocabulary.ids.get(found.stem, -1)
        self._new.append(
            (
                stem,
                Kind.PARTICLE if found.is_particle else Kind.CONTENT if found.is_content else Kind.GRAMMAR,
                found.is_capital,
                form.isascii(),
                form[0].isdigit(),
                begin_of(form),
                consonant_of(form),
                0 if stem < 0 else int(self._vocabulary.counts[stem]),
            )
        )
        return number


class _Numbers(dict[str, int]):
    """The number of each written word, which `add` gives it when it is first met."""

    def __init__(self, add: Callable[[str], int]) -> None:
        super().__init__()
        self._add = add

    def __missing__(self, written: str) -> int:
        number = self[written] = self._add(written)
        return number


@cache
def readings(language: str) -> Readings:
    return Readings(language)
