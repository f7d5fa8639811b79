"""What speaks for and against a candidate: a target word that seems to stand where the rendering of a source word should."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.word_alignment.candidates import Candidate, candidates, distance, uncovered
from auditor.word_alignment.lexicon import Lexicon, lexicon
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.vectors import Floats, WordEncoder, cosine, embed
from auditor.word_alignment.words import Word

FEATURES = (
    "constant",  # 1
    "target_meaning",  # how likely the target word means the same as a source word: the best of the pair
    "source_meaning",  # likewise the source word
    "target_known",  # the strongest lexicon entry or likeness of spelling between the target word and a source word
    "source_known",  # likewise the source word
    "cosine",  # of the word vectors of the two
    "target_context",  # cosine of the target word and the whole source
    "source_context",  # cosine of the source word and the whole target
    "own_context",  # cosine of the target word and the rest of the target
    "gain_without",  # by how much the cosine of the passages grows when both words are left out
    "gain_replaced",  # ... when the usual rendering takes the place of the target word
    "rendering",  # p(usual rendering | source word)
    "rendering_cosine",  # cosine of the target word and the nearest of the three usual renderings
    "source_count",  # log frequency of the source word / 10
    "target_count",  # log frequency of the target word / 10; 0 if unknown
    "target_certainty",  # p(usual source word | target word)
    "less_count",  # the lesser of the two counts
    "support",  # score of the links of the words around
    "distance",  # of the relative places
    "loose_source",  # share of the source's content words that are uncovered
    "loose_target",  # share of the target's content words that are uncovered
    "source_short",  # 1 / square root of the number of content words of the source
    "target_short",  # likewise of the target
    "capital",  # the target word has a capital
    "unknown",  # the lexicon does not know the target word
    "beside",  # number of uncovered content words next to the target word
)
MOVED = 0.45
"""Cosine with a word of the pair before or after from which on a word counts as moved there, not as wrong."""


class Judge:
    """Judges the candidates of one document, or of pairs that have nothing to do with each other."""

    def __init__(
        self, alignments: Sequence[WordAlignment], encoder: WordEncoder | None, *, connected: bool
    ) -> None:
        self.alignments = alignments
        self.connected = connected
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
        self._frames = {number: _frame(alignments[number]) for number in numbers}

    def _near(self, number: int) -> list[int]:
        return [
            near for near in (number - 1, number + 1) if self.connected and 0 <= near < len(self.alignments)
        ]

    def evidence(self, found: Iterable[Candidate]) -> NDArray[np.float64]:
        """The features of candidates, shape (candidates, FEATURES)."""
        return np.array([self.features(each) for each in found], np.float64).reshape(-1, len(FEATURES))

    def features(self, each: Candidate) -> list[float]:
        """In the order of FEATURES."""
        alignment, i, j = each.alignment, each.source, each.target
        certainty, count = _knowledge(each.target_word, _lexicon(alignment, turned=True))
        source_count = math.log1p(each.rendering.count) / 10
        beside = sum(place in self._frames[each.number].loose for place in (j - 2, j - 1, j + 1, j + 2))
        return [
            1.0,
            float(alignment.meaning[:, j].max()), float(alignment.meaning[i].max()),
            float(alignment.known[:, j].max()), float(alignment.known[i].max()),
            float(alignment.similarity[i, j]),
            *self._context(each),
            each.rendering.probability, self._rendering_cosine(each),
            source_count, count, certainty, min(source_count, count),
            each.support, distance(alignment, i, j),
            *self._frames[each.number].shares,
            float(each.target_word.is_capital), float(not count), float(beside),
        ]  # fmt: skip

    def _context(self, each: Candidate) -> list[float]:
        """target_context, source_context, own_context, gain_without, gain_replaced."""
        source, target = (
            self.vectors.sum_of(side.text) for side in (each.alignment.source, each.alignment.target)
        )
        one, other = (self.vectors.sum_of(word.spelling) for word in (each.source_word, each.target_word))
        usual = self.vectors.sum_of(each.rendering.spellings[0].lower())
        now = cosine(source, target)
        without = cosine(source - one, target - other) - now
        replaced = cosine(source, target - other + usual) - now
        return [cosine(other, source), cosine(one, target), cosine(other, target - other), without, replaced]

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


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all candidates of a pair share: its uncovered target words, and the last shares of FEATURES."""

    loose: frozenset[int]
    shares: tuple[float, float, float, float]


def _frame(alignment: WordAlignment) -> _Frame:
    source = uncovered(alignment.source_words, alignment.meaning.max(axis=1))
    target = uncovered(alignment.target_words, alignment.meaning.max(axis=0))
    one = max(1, sum(word.is_content for word in alignment.source_words))
    other = max(1, sum(word.is_content for word in alignment.target_words))
    return _Frame(frozenset(target), (len(source) / one, len(target) / other, one**-0.5, other**-0.5))


def _knowledge(word: Word, back: Lexicon) -> tuple[float, float]:
    """How sure the usual source word of a target word is, and its log frequency / 10; zeros if it is unknown."""
    index = back.source.ids.get(word.stem)
    if index is None:
        return 0.0, 0.0
    _, ahead, _ = back.row(index)
    return (float(ahead[0]) if len(ahead) else 0.0), math.log1p(float(back.source.counts[index])) / 10


def _lexicon(alignment: WordAlignment, *, turned: bool = False) -> Lexicon:
    one, other = alignment.source.language, alignment.target.language
    return lexicon(other, one) if turned else lexicon(one, other)


@cache
def weights_table(name: str) -> dict[str, Any]:
    """A table of data/weights.toml, as fitted by `python -m auditor.training weights`."""
    text = (files("auditor.word_alignment") / "data" / "weights.toml").read_text("utf-8")
    table: dict[str, Any] = tomllib.loads(text)[name]
    return table
