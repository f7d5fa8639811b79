"""The two texts as the aligner sees them: additive vectors, lengths, line breaks, marks and known words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
import numpy.typing as npt

from auditor.alignment.lengths import own_ratio, usual_ratio
from auditor.alignment.marks import marks
from auditor.bitext import Passage
from auditor.folding import folded
from auditor.word_alignment import known_words

Array = npt.NDArray[np.float64]
Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]
Runs = tuple[Floats, ...]


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Things that stand in sentences, in text order: `owners[k]` is the sentence that holds `things[k]`."""

    owners: Integers
    things: Integers

    @classmethod
    def of(cls, found: Sequence[Sequence[int]]) -> Occurrences:
        sizes = np.array([len(each) for each in found], np.int64)
        flat = (thing for each in found for thing in each)
        return cls(np.repeat(np.arange(len(found)), sizes), np.fromiter(flat, np.int64, int(sizes.sum())))


@dataclass(frozen=True, slots=True)
class Side:
    """One document's sentences. Prefix sums let any run of sentences cost one subtraction.

    `vectors` (n, dimensions): additive embeddings. `lengths` (n + 1,): characters before each sentence. `breaks` (n + 1,):
    sentences so far that begin a line; none where every sentence of both sides does, since lines then say nothing of
    paragraphs. `marks`: places in `weights`, of which `numeric` tells the numbers. `words`: places in the vocabulary of
    `language`, of the content words that it knows.
    """

    language: str
    vectors: Floats
    lengths: Array
    breaks: Array
    marks: Occurrences
    words: Occurrences
    runs: Runs = ()  # unit vectors of the runs of 1, 2 … sentences embedded together; none: their sums stand for them

    def __len__(self) -> int:
        return len(self.vectors)

    def masses(self, size: int) -> Array:
        """The characters of the runs of `size` sentences, in mean sentences of this side."""
        mean = max(1.0, float(self.lengths[-1])) / len(self)
        return self.characters(size) / mean

    def characters(self, size: int) -> Array:
        """Of the runs of `size` sentences, in order of their first."""
        return of_runs(self.lengths, size)

    def breaks_within(self, size: int) -> Array:
        """How many line breaks the runs of `size` sentences go over."""
        within: Array = self.breaks[size:] - self.breaks[1 : len(self) + 2 - size]
        return within

    def norms(self, most: int) -> list[Array]:
        """For runs of 1 to `most` sentences, as far as there are so many, the lengths of their vectors; 1 for those without
        a vector.
        """
        found: list[Array] = []
        before, last = np.zeros(0), np.zeros(len(self) + 1)
        for size in range(1, min(most, len(self)) + 1):
            ends = self.vectors[: len(self) + 1 - size], self.vectors[size - 1 :]
            dots = np.einsum("ij,ij->i", *ends).astype(np.float64)
            # The first sentence with the others, the last with the others, less those, and the first with the last.
            squares = dots if size == 1 else last[:-1] + last[1:] - before[1:-1] + 2 * dots
            found.append(np.sqrt(np.where(squares > 0, squares, 1.0)))
            before, last = last, squares
        return found


@dataclass(frozen=True, slots=True)
class Sides:
    """Both documents. `weights` (marks,): what each mark is worth, by its rarity; `numeric` (marks,): which are numbers."""

    source: Side
    target: Side
    weights: Array
    numeric: npt.NDArray[np.bool_]

    @property
    def ratio(self) -> float:
        """Characters of the target for one of the source: of short texts what is usual, of long ones their own, and what is usual
        again where so much stands on one side only that their own says nothing.
        """
        usual = usual_ratio(self.source.language, self.target.language)
        own = own_ratio(self.source.lengths[-1], self.target.lengths[-1], usual)
        return own if 1 / LENGTH_RANGE <= own / usual <= LENGTH_RANGE else usual


LENGTH_RANGE = 1.4
"""How many times the usual ratio a document's own may be, or the other way; the aligned documents lie between .76 and 1.19."""


def of_runs(prefix: Array, size: int) -> Array:
    """What prefix sums give for the runs of `size` sentences."""
    found: Array = prefix[size:] - prefix[: len(prefix) - size]
    return found


def read_sides(
    sentences: tuple[Sequence[Passage], Sequence[Passage]],
    sums: tuple[Floats, Floats],
    runs: tuple[Runs, Runs] = ((), ()),
) -> Sides:
    """Both sides from their sentences and additive embeddings (one row a sentence), and `runs` where they were embedded anew.

    A mark weighs by its rarity among the sentences of both sides. A skeleton that stands on one side only is
    dropped: only a number must have its equal.
    """
    copies = [[folded(each.text) for each in side] for side in sentences]
    found = [
        [sorted(marks(each.text, copy, each.language)) for each, copy in zip(side, folds, strict=True)]
        for side, folds in zip(sentences, copies, strict=True)
    ]
    counts = [Counter(mark for each in side for mark in each) for side in found]
    both = counts[0].keys() & counts[1].keys()
    kept = sorted(both | {mark for mark in counts[0].keys() | counts[1].keys() if mark.startswith("#")})
    places = {mark: place for place, mark in enumerate(kept)}
    total = len(sentences[0]) + len(sentences[1]) + 1
    weights = np.array([log(total / (counts[0][mark] + counts[1][mark])) for mark in kept])
    begins = [_begin_lines(side) for side in sentences]
    if all(side.all() for side in begins):
        begins = [np.zeros(len(side), dtype=bool) for side in sentences]
    kept_marks = [[[places[mark] for mark in each if mark in places] for each in side] for side in found]
    first, second = (
        _side(sentences[side], copies[side], begins[side], kept_marks[side], (sums[side], runs[side]))
        for side in (0, 1)
    )
    return Sides(first, second, weights, np.array([mark.startswith("#") for mark in kept], dtype=bool))


def _side(
    sentences: Sequence[Passage],
    copies: Sequence[str],
    begins: npt.NDArray[np.bool_],
    present: list[list[int]],
    embedded: tuple[Floats, Runs],
) -> Side:
    language = sentences[0].language if sentences else ""
    return Side(
        language,
        embedded[0],
        _prefix(sentence.end - sentence.start for sentence in sentences),
        _prefix(begins),
        Occurrences.of(present),
        Occurrences.of([known_words(copy, language) for copy in copies]),
        embedded[1],
    )


def _begin_lines(sentences: Sequence[Passage]) -> npt.NDArray[np.bool_]:
    """Which sentences are the first of their line."""
    before = [*sentences[:1], *sentences]
    return np.array(
        [
            index == 0 or "\n" in sentence.document.text[previous.end : sentence.start]
            for index, (previous, sentence) in enumerate(zip(before, sentences, strict=False))
        ],
        dtype=bool,
    )


def _prefix(values: Iterable[float]) -> Array:
    return np.concatenate([[0.0], np.cumsum(np.fromiter(values, np.float64))])
