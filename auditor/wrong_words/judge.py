"""What speaks for and against a candidate: a target word that seems to stand where the rendering of a source word should."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.word_alignment.lexicon import Lexicon, lexicon, vocabulary
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.vectors import Floats, WordEncoder, cosine, embed
from auditor.word_alignment.words import Word
from auditor.wrong_words.candidates import Candidate, candidates

FEATURES = (
    "constant",  # 1
    "target_meaning",  # how likely the target word means the same as a source word: the best of the pair
    "target_known",  # the strongest lexicon entry or likeness of spelling between the target word and a source word
    "cosine",  # of the word vectors of the two
    "target_context",  # cosine of the target word and the whole source
    "own_context",  # cosine of the target word and the rest of the target
    "gain_replaced",  # by how much the cosine of the passages grows when the usual rendering takes the place of the word
    "rendering_cosine",  # cosine of the target word and the nearest of the three usual renderings
    "target_count",  # log frequency of the target word / 10; 0 if unknown
    "capital",  # the target word has a capital
    "unknown",  # the lexicon does not know the target word
)
MOVED = 0.45
"""Cosine with a word of the pair before or after from which on a word counts as moved there, not as wrong."""


class Judge:
    """Judges the candidates of the pairs of one document, in order."""

    def __init__(self, alignments: Sequence[WordAlignment], encoder: WordEncoder | None) -> None:
        self.alignments = alignments
        self.found = [
            candidate
            for number, alignment in enumerate(alignments)
            for candidate in candidates(number, alignment, _lexicon(alignment))
        ]
        numbers = {each.number for each in self.found}
        needed = [alignments[near] for number in sorted(numbers) for near in (number, *self._near(number))]
        words = [word.spelling for each in needed for word in (*each.source_words, *each.target_words)]
        passages = [
            side.text
            for number in sorted(numbers)
            for side in (alignments[number].source, alignments[number].target)
        ]
        renderings = [spelling.lower() for each in self.found for spelling in each.rendering.spellings]
        self.vectors = embed([*words, *passages, *renderings], encoder)
        self._units: dict[tuple[int, int], Floats] = {}

    def _near(self, number: int) -> list[int]:
        return [near for near in (number - 1, number + 1) if 0 <= near < len(self.alignments)]

    def evidence(self, found: Iterable[Candidate]) -> NDArray[np.float64]:
        """The features of candidates, shape (candidates, FEATURES)."""
        return np.array([self.features(each) for each in found], np.float64).reshape(-1, len(FEATURES))

    def features(self, each: Candidate) -> list[float]:
        """In the order of FEATURES."""
        alignment, i, j = each.alignment, each.source, each.target
        count = _count(each.target_word)
        return [
            1.0,
            float(alignment.meaning[:, j].max()),
            float(alignment.known[:, j].max()),
            float(alignment.similarity[i, j]),
            *self._context(each),
            self._rendering_cosine(each),
            count,
            float(each.target_word.is_capital),
            float(not count),
        ]

    def _context(self, each: Candidate) -> list[float]:
        """target_context, own_context, gain_replaced."""
        source, target = (
            self.vectors.sum_of(side.text) for side in (each.alignment.source, each.alignment.target)
        )
        other = self.vectors.sum_of(each.target_word.spelling)
        usual = self.vectors.sum_of(each.rendering.spellings[0].lower())
        replaced = cosine(source, target - other + usual) - cosine(source, target)
        return [cosine(other, source), cosine(other, target - other), replaced]

    def _rendering_cosine(self, each: Candidate) -> float:
        usual = (spelling.lower() for spelling in each.rendering.spellings)
        return float(self.vectors.cosines(usual, [each.target_word.spelling]).max())

    def _nearest(self, word: Word, number: int, side: int) -> float:
        """The best cosine of a word with those of one side (0 source, 1 target) of an alignment."""
        if (number, side) not in self._units:
            alignment = self.alignments[number]
            words = (alignment.source_words, alignment.target_words)[side]
            self._units[number, side] = self.vectors.units_of(each.spelling for each in words)
        units = self._units[number, side]
        return float((units @ self.vectors.units_of([word.spelling])[0]).max()) if len(units) else 0.0

    def has_moved(self, each: Candidate) -> bool:
        """Whether either word means the same as a word of the pair before or after."""
        near = self._near(each.number)
        return any(
            max(self._nearest(each.target_word, number, 0), self._nearest(each.source_word, number, 1))
            >= MOVED
            for number in near
        )


def _count(word: Word) -> float:
    """Log frequency of a target word / 10; 0 if it is unknown."""
    words = vocabulary(word.document.language)
    place = words.ids.get(word.stem)
    return 0.0 if place is None else math.log1p(float(words.counts[place])) / 10


def _lexicon(alignment: WordAlignment) -> Lexicon:
    return lexicon(alignment.source.language, alignment.target.language)


@cache
def weights_table(name: str) -> dict[str, Any]:
    """A table of data/weights.toml, as fitted by `python -m auditor.training weights`."""
    text = (files("auditor.wrong_words") / "data" / "weights.toml").read_text("utf-8")
    table: dict[str, Any] = tomllib.loads(text)[name]
    return table
