"""Which passages of two documents stand for each other, by embeddings, wording, length and shared marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from auditor.bitext import Bitext, Document, Pair, Passage, span

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from auditor.alignment.counterparts import Passages
    from auditor.alignment.moved import Placed
    from auditor.alignment.sides import Runs
    from auditor.embedding import Encoder

STRANGERS = 0.85  # probability from which two documents are said to be no translations of each other
Sentences = tuple[Sequence[Passage], Sequence[Passage]]


def align(
    source: Document,
    target: Document,
    sentences: Sentences,
    encoder: Encoder,
    *,
    reencode: bool = False,
    may_be_strangers: bool = True,
) -> Bitext:
    """Pairs the sentences of two documents, each given in text order, into beads that cover both.

    First in one order for both, then across it: what moved stands where its source stands. With `reencode` neighbouring
    sentences are embedded together anew; otherwise the sum of their embeddings stands for them. Unless it is known
    that they are not, two texts are also asked whether they are translations of each other at all.
    """
    from auditor.alignment.counterparts import Passages
    from auditor.alignment.encoded_runs import encoded_runs
    from auditor.alignment.moved import find_moved
    from auditor.alignment.strangers import doubted, strangeness

    first, second = (encoder.sums([sentence.text for sentence in side]) for side in sentences)
    runs = tuple(encoded_runs(side, encoder) if reencode else () for side in sentences)
    beads = align_in_order(sentences, (first, second), (runs[0], runs[1]))
    sides = Passages(sentences[0], first), Passages(sentences[1], second)
    placed = find_moved(sides, beads)
    strange = strangeness(sides, placed) if may_be_strangers else 0.0
    if strange >= STRANGERS:
        placed = [doubted(each, strange) for each in placed]
    pairs = tuple(_pair(sides, each) for each in placed)
    return Bitext(source, target, pairs, tuple(sentences[0]), tuple(sentences[1]), strangeness=strange)


def align_in_order(
    sentences: Sentences,
    sums: tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]],
    runs: tuple[Runs, Runs] = ((), ()),
) -> list[tuple[tuple[int, int, int, int], float]]:
    """Beads (first sentence of either side, number of either) that cover both sides in order, with their posteriors.

    Of all alignments the one with the most sentences expected to be in a right bead is taken. `sums`: additive
    embeddings, one row a sentence; `runs`: those of runs of sentences where they were embedded together.
    """
    rows, columns = map(len, sentences)
    if not rows or not columns:
        return [((i, 0, 1, 0), 1.0) for i in range(rows)] + [((0, j, 0, 1), 1.0) for j in range(columns)]
    from auditor.alignment.decoding import best_beads
    from auditor.alignment.sides import read_sides

    return best_beads(read_sides(sentences, sums, runs))


def _pair(sides: tuple[Passages, Passages], placed: Placed) -> Pair:
    i, j, a, b = placed.bead
    similarity = float(sides[0].unit(i, a) @ sides[1].unit(j, b)) if a and b else None
    return Pair(
        span(list(sides[0].sentences[i : i + a])) if a else None,
        span(list(sides[1].sentences[j : j + b])) if b else None,
        None if similarity is None else round(max(-1.0, min(1.0, similarity)), 4),
        round(max(0.0, min(1.0, placed.confidence)), 4),
        tuple(range(i, i + a)),
        tuple(range(j, j + b)),
        placed.moved,
    )
