"""Aligning the words of many pairs at once."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from auditor.bitext import Passage
from auditor.word_alignment.lexicon import lexicon, vocabulary
from auditor.word_alignment.links import (
    FINAL,
    LOCAL,
    Floats,
    WordAlignment,
    choose,
    final_evidence,
    local_evidence,
)
from auditor.word_alignment.vectors import Vectors, WordEncoder, embed
from auditor.word_alignment.words import Word, read_words


@dataclass(frozen=True, slots=True)
class Weights:
    """Of the logistic regressions that judge a word pair; `least` is the score from which on it is linked."""

    local: Floats
    final: Floats
    meaning: Floats
    least: float


@cache
def link_weights() -> Weights:
    """As fitted by `python -m auditor.training weights`, see data/weights.toml."""
    table = tomllib.loads((files("auditor.word_alignment") / "data" / "weights.toml").read_text("utf-8"))[
        "links"
    ]
    return Weights(
        np.array([table["local"][name] for name in LOCAL], np.float32),
        np.array([table["final"][name] for name in FINAL], np.float32),
        np.array([table["meaning"].get(name, 0.0) for name in LOCAL], np.float32),
        table["least"],
    )


class WordAligner:
    """Aligns words by lexicon, spelling, word vectors, place and neighbours."""

    def __init__(self, encoder: WordEncoder | None) -> None:
        self._encoder = encoder

    def align(self, pairs: Sequence[tuple[Passage, Passage]]) -> tuple[WordAlignment, ...]:
        """The alignment of each pair of passages, in order; each distinct word is embedded once."""
        read = [(self._read(source), self._read(target)) for source, target in pairs]
        vectors = embed((word.spelling for both in read for side in both for word in side), self._encoder)
        return tuple(
            self._align(source, target, *words, vectors)
            for (source, target), words in zip(pairs, read, strict=True)
        )

    def evidence(self, source: Passage, target: Passage) -> tuple[tuple[Word, ...], tuple[Word, ...], Floats]:
        """The words of a pair and their LOCAL features; for fitting weights."""
        one, other = self._read(source), self._read(target)
        vectors = embed((word.spelling for word in (*one, *other)), self._encoder)
        return (
            one,
            other,
            local_evidence(
                one, other, lexicon(source.language, target.language), cosines(one, other, vectors)
            ),
        )

    def _read(self, passage: Passage) -> tuple[Word, ...]:
        return read_words(passage, vocabulary(passage.language).bare_count)

    def _align(
        self,
        source: Passage,
        target: Passage,
        one: tuple[Word, ...],
        other: tuple[Word, ...],
        vectors: Vectors,
    ) -> WordAlignment:
        weights = link_weights()
        if not one or not other:
            empty = np.zeros((len(one), len(other)), np.float32)
            return WordAlignment(source, target, one, other, (), empty, empty, empty, empty)
        local = local_evidence(
            one, other, lexicon(source.language, target.language), cosines(one, other, vectors)
        )
        score = 1 / (1 + np.exp(-(final_evidence(local, weights.local) @ weights.final)))
        meaning = 1 / (1 + np.exp(-(local @ weights.meaning)))
        known = np.maximum(local[:, :, :2].max(axis=2), local[:, :, 2])
        return WordAlignment(
            source, target, one, other, choose(score, weights.least), score, meaning, known, local[:, :, 3]
        )


def cosines(source: Sequence[Word], target: Sequence[Word], vectors: Vectors) -> Floats:
    """Of every word pair, shape (source, target); 0 for particles."""
    return vectors.cosines((word.spelling for word in source), (word.spelling for word in target))
