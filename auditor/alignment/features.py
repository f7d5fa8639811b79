"""What speaks for and against a bead, for every bead of every shape at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np
import numpy.typing as npt

from auditor.alignment.marks import marks
from auditor.bitext import Passage
from auditor.languages import language_data

Array = npt.NDArray[np.float64]
Vectors = npt.NDArray[np.float32] | Array

SHAPES: tuple[tuple[int, int], ...] = (
    (1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 4), (4, 1), (2, 3), (3, 2), (1, 5), (5, 1), (3, 3),
    (1, 6), (6, 1), (1, 7), (7, 1), (1, 8), (8, 1), (1, 0), (0, 1),
)  # fmt: skip
# Of each two-sided bead. Those of similarity are times the bead's mass, its share of the characters of both sides in
# mean sentences, so that merging two beads into one gains or loses nothing by itself.
FEATURES = (
    "mass", "similarity", "similarity squared", "expected similarity", "lead", "gain", "length ratio", "length", "shared marks",
    "lone numbers",
)  # fmt: skip
# Sentences of a bead, both sides together: in documents whose lattice is large, memory and time allow for fewer.
MOST_SENTENCES, FEWER_SENTENCES, LARGE = 9, 4, 1_000_000
ONE_SIDED_FEATURES = ("expected similarity", "mass", "mass expected similarity")
NEIGHBOURS = 4  # how many of the other side's most similar sentences make the similarity expected by chance
LENGTH_VARIANCE = 6.8  # of the target's characters for one of the source's (Gale and Church 1993, table 1)
# Variances beyond which a bead of wrong length is not more wrong: feeds shorten and pad.
LENGTH_CEILING = 4.0
# Characters of the source from which a document's own ratio of lengths outweighs the usual one.
LENGTH_PRIOR = 1000.0
# Characters that the lengths of two short sentences may differ by without meaning anything.
LENGTH_FLOOR = 20.0


@dataclass(frozen=True, slots=True)
class Run:
    """All runs of so many sentences: unit vectors, characters, weighted marks, and the numbers among the marks."""

    vectors: Array
    lengths: Array
    marks: Array
    numbers: Array


@dataclass(frozen=True, slots=True)
class Side:
    """One document's sentences as the aligner sees them: prefix sums, so that any run costs one subtraction.

    `vectors` (n + 1, dimensions): additive embeddings. `lengths` (n + 1,): characters. `marks` (n + 1, marks):
    weights of the marks; `numeric` (marks,) tells which of them are numbers. `breaks` (n + 1,): sentences that begin a
    line; none where every sentence of both sides does, since lines then say nothing of paragraphs.
    """

    vectors: Array
    lengths: Array
    marks: Array
    numeric: npt.NDArray[np.bool_]
    breaks: Array
    verbosity: float  # usual characters of the language for one of Arabic

    def __len__(self) -> int:
        return len(self.lengths) - 1

    def masses(self, size: int) -> Array:
        """The characters of the runs of `size` sentences, in mean sentences of this side."""
        mean = max(1.0, self.lengths[-1]) / len(self)
        masses: Array = (self.lengths[size:] - self.lengths[: len(self) + 1 - size]) / mean
        return masses

    def breaks_within(self, size: int) -> Array:
        """How many line breaks the runs of `size` sentences go over."""
        within: Array = self.breaks[size:] - self.breaks[1 : len(self) + 2 - size]
        return within

    def unit(self, first: int, size: int) -> Array:
        """The unit vector of the run of `size` sentences that begins at `first`."""
        vector: Array = self.vectors[first + size] - self.vectors[first]
        return vector / (float(np.linalg.norm(vector)) or 1.0)

    def run(self, size: int) -> Run:
        """The runs of `size` sentences in order of their first."""
        count = len(self) + 1 - size
        vectors = self.vectors[size:] - self.vectors[:count]
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        marks = self.marks[size:] - self.marks[:count]
        return Run(
            vectors / np.where(norms > 0, norms, 1.0),
            self.lengths[size:] - self.lengths[:count],
            marks,
            marks[:, self.numeric],
        )


def read_sides(
    sentences: tuple[Sequence[Passage], Sequence[Passage]], sums: tuple[Vectors, Vectors]
) -> tuple[Side, Side]:
    """Both sides from their sentences and additive embeddings (one row a sentence).

    A mark weighs by its rarity among the sentences of both sides. A skeleton that stands on one side only is
    dropped: only a number must have its equal.
    """
    found = [[marks(sentence.text, sentence.language) for sentence in side] for side in sentences]
    counts = [Counter(mark for each in side for mark in each) for side in found]
    both = set(counts[0]) & set(counts[1])
    kept = sorted(both | {mark for mark in counts[0].keys() | counts[1].keys() if mark.startswith("#")})
    total = len(sentences[0]) + len(sentences[1]) + 1
    weights = {mark: sqrt(log(total / (counts[0][mark] + counts[1][mark]))) for mark in kept}
    begins = [_begin_lines(side) for side in sentences]
    if all(side.all() for side in begins):
        begins = [np.zeros(len(side), dtype=bool) for side in sentences]
    first, second = (_side(*each, weights) for each in zip(sentences, begins, found, sums, strict=True))
    return first, second


def _side(
    sentences: Sequence[Passage],
    begins: npt.NDArray[np.bool_],
    found: list[set[str]],
    vectors: Vectors,
    weights: dict[str, float],
) -> Side:
    columns = {mark: column for column, mark in enumerate(weights)}
    table = np.zeros((len(sentences), len(weights)))
    for row, present in enumerate(found):
        for mark in present & weights.keys():
            table[row, columns[mark]] = weights[mark]
    numbers = np.array([mark.startswith("#") for mark in weights], dtype=bool)
    lengths = np.array([[sentence.end - sentence.start] for sentence in sentences], dtype=np.float64)
    breaks = np.concatenate([[0.0], np.cumsum(begins)])
    verbosity = float(language_data(sentences[0].language, "marks")["verbosity"]) if sentences else 1.0
    return Side(
        _prefix(vectors), _prefix(lengths.reshape(-1, 1))[:, 0], _prefix(table), numbers, breaks, verbosity
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


def _prefix(rows: Vectors) -> Array:
    return np.concatenate([np.zeros((1, rows.shape[1])), np.cumsum(rows, axis=0, dtype=np.float64)])


def bead_features(source: Side, target: Side) -> Iterator[tuple[tuple[int, int], list[Array]]]:
    """Each shape that fits with its features, matrices (source places, target places) in the order of FEATURES.

    One-sided shapes have those of ONE_SIDED_FEATURES: the similarity that the sentence would be expected to find.
    """
    most = MOST_SENTENCES if len(source) * len(target) <= LARGE else FEWER_SENTENCES
    shapes = [(a, b) for a, b in SHAPES if a <= len(source) and b <= len(target) and a + b <= most]
    runs = _runs(source, {a for a, _ in shapes}), _runs(target, {b for _, b in shapes})
    chances = _chances(runs[0], runs[1][1]), _chances(runs[1], runs[0][1])
    similarity = {(a, b): runs[0][a].vectors @ runs[1][b].vectors.T for a, b in shapes if a and b}
    ratio = _length_ratio(source, target)
    for a, b in shapes:
        if b == 0:
            alone = _one_sided(chances[0][1][0], source.masses(1))
            yield (a, b), [np.repeat(each[:, None], len(target) + 1, axis=1) for each in alone]
        elif a == 0:
            alone = _one_sided(chances[1][1][0], target.masses(1))
            yield (a, b), [np.repeat(each[None, :], len(source) + 1, axis=0) for each in alone]
        else:
            mass = (source.masses(a)[:, None] + target.masses(b)[None, :]) / 2
            resemblance = _resemblance(similarity, (a, b), (chances[0][a], chances[1][b]), mass)
            yield (a, b), [*resemblance, *_surface(runs[0][a], runs[1][b], ratio)]


def _length_ratio(source: Side, target: Side) -> float:
    """Characters of the target for one of the source: of short texts what is usual, of long ones their own."""
    usual = target.verbosity / source.verbosity
    return float((target.lengths[-1] + LENGTH_PRIOR * usual) / (source.lengths[-1] + LENGTH_PRIOR))


def _one_sided(expected: Array, mass: Array) -> list[Array]:
    return [expected, mass, expected * mass]


def _resemblance(
    similarity: dict[tuple[int, int], Array],
    shape: tuple[int, int],
    chances: tuple[Chance, Chance],
    mass: Array,
) -> list[Array]:
    """What the embeddings say of the beads of a shape.

    `lead`: how far the bead is above the most similar single sentences of either side. `gain`: what the bead would
    lose without the first or the last sentence of a side, the lesser of the two; 0 for a single sentence.
    """
    a, b = shape
    own = similarity[shape]
    expected = (chances[0][0][:, None] + chances[1][0][None, :]) / 2
    best = np.maximum(chances[0][1][:, None], chances[1][1][None, :])
    gain = np.zeros_like(own)
    if a > 1:
        less = similarity[a - 1, b]
        gain += own - np.maximum(less[1:], less[:-1])
    if b > 1:
        less = similarity[a, b - 1]
        gain += own - np.maximum(less[:, 1:], less[:, :-1])
    return [mass, own * mass, own**2 * mass, expected * mass, (own - best) * mass, gain]


def _surface(source: Run, target: Run, ratio: float) -> list[Array]:
    """What lengths and marks say: squared log of the ratio to the expected length, squared deviation
    from it in variances, shared and lone marks.
    """
    wanted = source.lengths[:, None] * ratio
    ratios = (np.log(target.lengths + LENGTH_FLOOR)[None, :] - np.log(wanted + LENGTH_FLOOR)) ** 2
    deviation = (target.lengths[None, :] - wanted) ** 2 / (LENGTH_VARIANCE * np.maximum(1.0, wanted))
    shared = source.marks @ target.marks.T
    lone = (source.numbers**2).sum(axis=1)[:, None] + (target.numbers**2).sum(axis=1)[None, :]
    lone = np.maximum(0.0, lone - 2 * source.numbers @ target.numbers.T)
    return [
        np.minimum(ratios, 1.0),
        np.minimum(deviation, LENGTH_CEILING) / LENGTH_CEILING,
        np.log1p(shared),
        np.log1p(lone),
    ]


Chance = tuple[Array, Array]


def _runs(side: Side, sizes: set[int]) -> dict[int, Run]:
    """The runs of every size that is asked for, and single sentences."""
    return {size: side.run(size) for size in sorted(sizes - {0} | {1})}


def _chances(runs: dict[int, Run], singles: Run) -> dict[int, Chance]:
    """For runs of each size on one side: the mean cosine of the NEIGHBOURS most similar single sentences on the
    other, and the cosine of the most similar.
    """
    count = min(NEIGHBOURS, len(singles.lengths))
    found = {}
    for size, run in runs.items():
        if not count or not len(run.lengths):
            found[size] = np.zeros(len(run.lengths)), np.zeros(len(run.lengths))
            continue
        nearest = np.partition(run.vectors @ singles.vectors.T, -count, axis=1)[:, -count:]
        found[size] = nearest.mean(axis=1), nearest.max(axis=1)
    return found
