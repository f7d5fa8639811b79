"""Moved passages that moved together: the evidence of what stands elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from auditor.bitext import Bitext, Pair, Passage, span
from auditor.folding import word_forms

FEWEST = 5  # words of the original; fewer are a heading or a credit, which pages set where they like
SURE = 0.8  # confidence below which nothing is said


@dataclass(frozen=True, slots=True)
class MovedRun:
    """Neighbouring pairs on both sides that stand elsewhere in the translation, with what stands before them there.

    `confidence` in [0, 1]: the mean, by words, of the probabilities that the pairs belong together.
    """

    source: Passage
    target: Passage
    after: tuple[Passage | None, Passage | None]  # passages before it; None at the start of a text
    words: int
    confidence: float

    @property
    def is_told(self) -> bool:
        return self.words >= FEWEST and self.confidence >= SURE


def moved_runs(bitext: Bitext) -> tuple[MovedRun, ...]:
    """The moved passages in the order of the source."""
    return tuple(_run(bitext, pairs) for pairs in _together(bitext))


def _together(bitext: Bitext) -> Iterator[list[Pair]]:
    """Moved pairs whose sentences follow each other on both sides."""
    moved = [pair for pair in bitext.pairs if pair.moved]
    number = 0
    numbers = [0][: len(moved)]
    for one, other in pairwise(moved):
        number += not (
            _follows(one.source_sentences, other.source_sentences)
            and _follows(one.target_sentences, other.target_sentences)
        )
        numbers.append(number)
    for _, group in groupby(zip(numbers, moved, strict=True), key=lambda each: each[0]):
        yield [pair for _, pair in group]


def _follows(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return one[-1] + 1 == other[0]


def _run(bitext: Bitext, pairs: list[Pair]) -> MovedRun:
    sources = [pair.source for pair in pairs if pair.source]
    targets = [pair.target for pair in pairs if pair.target]
    counts = [len(word_forms(source.text)) for source in sources]
    weighed = sum(pair.confidence * count for pair, count in zip(pairs, counts, strict=True))
    total = sum(counts)
    first = pairs[0].source_sentences[0], pairs[0].target_sentences[0]
    return MovedRun(
        span(sources),
        span(targets),
        (
            bitext.source_sentences[first[0] - 1] if first[0] else None,
            bitext.target_sentences[first[1] - 1] if first[1] else None,
        ),
        total,
        round(weighed / total, 4) if total else 0.0,
    )
