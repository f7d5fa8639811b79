"""The written words of one language that were met, each read once, and as numbers for the computations."""

from __future__ import annotations

from enum import IntEnum
from functools import cache

import numpy as np
from numpy.typing import NDArray

from auditor.bitext import Passage
from auditor.word_alignment.lexicon import vocabulary
from auditor.word_alignment.likeness import begin_of, consonant_of
from auditor.word_alignment.words import Reading, Word, reading, tokens, written_words

Ints = NDArray[np.int64]

MANY = 1 << 16
"""Words of a language that are kept; beyond, all are forgotten before the next texts are read."""


_new = tuple.__new__  # of a named tuple, without the way through its own constructor


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
    """Numbers from 0 of the written words of `language`; `table[:, number]` has the Columns of each.

    `generation` grows when all are forgotten and numbers begin anew.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.generation = 0
        self._vocabulary = vocabulary(language)
        self._empty()

    def _empty(self) -> None:
        self._numbers: dict[str, int] = {}
        self.known: list[Reading] = []
        self.table: Ints = np.zeros((len(Column), 1024), np.int64)

    def make_room(self) -> None:
        """Forgets what was met where that is too much; numbers given before are void then."""
        if len(self.known) > MANY:
            self.generation += 1
            self._empty()

    def read(self, passage: Passage) -> tuple[list[int], tuple[Word, ...]]:
        """The words of a passage in text order: their numbers, and themselves."""
        document, base = passage.document, passage.start
        written, starts = written_words(passage.text)
        met, known = self._numbers, self.known
        numbers = [met[word] if word in met else self._add(word) for word in written]
        words = [
            _new(Word, (document, base + start, base + start + len(word), known[number]))
            for word, start, number in zip(written, starts, numbers, strict=True)
        ]
        return numbers, tuple(words)

    def _add(self, written: str) -> int:
        form = tokens(written)[0][0]
        found = reading(written, form, self.language, self._vocabulary.bare_count)
        number = self._numbers[written] = len(self.known)
        self.known.append(found)
        if number == self.table.shape[1]:
            self.table = np.concatenate([self.table, np.zeros_like(self.table)], axis=1)
        stem = self._vocabulary.ids.get(found.stem, -1)
        self.table[:, number] = (
            stem,
            Kind.PARTICLE if found.is_particle else Kind.CONTENT if found.is_content else Kind.GRAMMAR,
            found.is_capital,
            form.isascii(),
            form[0].isdigit(),
            begin_of(form),
            consonant_of(form),
            0 if stem < 0 else self._vocabulary.counts[stem],
        )
        return number


@cache
def readings(language: str) -> Readings:
    return Readings(language)
