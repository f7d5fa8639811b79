"""Which passages of two documents stand for each other, in order, by embeddings, length and shared marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from auditor.bitext import Bitext, Document, Pair, Passage, span

if TYPE_CHECKING:
    from auditor.embedding import Encoder


def align(
    source: Document,
    target: Document,
    sentences: tuple[Sequence[Passage], Sequence[Passage]],
    encoder: Encoder,
) -> Bitext:
    """Pairs the sentences of two documents, each given in text order, into beads that cover both.

    Of all alignments the one with the most sentences expected to be in a right bead is taken; a bead's confidence
    is its posterior probability under the bead model.
    """
    from auditor.alignment.features import read_sides
    from auditor.alignment.lattice import best_path, posteriors
    from auditor.alignment.model import fitted_model

    sums = [encoder.sums([sentence.text for sentence in side]) for side in sentences]
    sides = read_sides(sentences, (sums[0], sums[1]))
    rows, columns = len(sides[0]), len(sides[1])
    shares, _ = posteriors(fitted_model().scores(*sides), rows, columns)
    gains = {(a, b): share * (a + b) for (a, b), share in shares.items()}
    pairs = []
    for i, j, a, b in best_path(gains, rows, columns):
        similarity = float(sides[0].unit(i, a) @ sides[1].unit(j, b)) if a and b else None
        pairs.append(_pair(sentences, (i, j, a, b), similarity, float(shares[a, b][i, j])))
    return Bitext(source, target, tuple(pairs), tuple(sentences[0]), tuple(sentences[1]))


def _pair(
    sentences: tuple[Sequence[Passage], Sequence[Passage]],
    bead: tuple[int, int, int, int],
    similarity: float | None,
    confidence: float,
) -> Pair:
    i, j, a, b = bead
    return Pair(
        span(list(sentences[0][i : i + a])) if a else None,
        span(list(sentences[1][j : j + b])) if b else None,
        None if similarity is None else round(max(-1.0, min(1.0, similarity)), 4),
        round(max(0.0, min(1.0, confidence)), 4),
        tuple(range(i, i + a)),
        tuple(range(j, j + b)),
    )
