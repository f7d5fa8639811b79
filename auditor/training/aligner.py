"""Fits the weights of the bead model on aligned documents, by the likelihood of their gold beads.

Documents: `dev/alignar/*/001` and every other one of `dev/document_alignment`; the others are for reporting.
"""

from __future__ import annotations

import ast
import gzip
import json
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np

from auditor.alignment.features import FEATURES, ONE_SIDED_FEATURES, SHAPES, Side, bead_features, read_sides
from auditor.alignment.lattice import posteriors
from auditor.alignment.model import KINDS, kind_of
from auditor.bitext import Document, Passage
from auditor.embedding import Encoder, load_encoder

STEPS, RIDGE = 120, 0.02
SOUND = (
    0.25  # mean cosine of the gold beads; in a few made documents the texts are shifted against each other
)
Beads = list[tuple[list[int], list[int]]]


@dataclass(frozen=True)
class AlignedDocument:
    """Sentences of both sides and their gold beads; beads of several sentences are contiguous."""

    name: str
    languages: tuple[str, str]
    source: list[str]
    target: list[str]
    beads: Beads

    def passages(self) -> tuple[list[Passage], list[Passage]]:
        """The sentences of both sides as slices of a document with a sentence a line."""
        return _sentences(self.source, self.languages[0]), _sentences(self.target, self.languages[1])

    def sides(self, encoder: Encoder) -> tuple[Side, Side]:
        """As the aligner reads them."""
        return read_sides(self.passages(), (encoder.sums(self.source), encoder.sums(self.target)))


def _sentences(texts: list[str], language: str) -> list[Passage]:
    whole = Document("", language, "\n".join(texts))
    ends = list(accumulate(len(text) + 1 for text in texts))
    return [whole.passage(end - len(text) - 1, end - 1) for text, end in zip(texts, ends, strict=True)]


def read_documents(folder: Path) -> tuple[list[AlignedDocument], list[AlignedDocument]]:
    """The documents to fit on and those held apart, from the `dev` folder of the shared data."""
    articles = [
        read_alignar(folder / "alignar" / kind, number)
        for kind in ("law", "literature")
        for number in ("001", "002")
    ]
    with gzip.open(folder / "document_alignment.jsonl.gz", "rt", encoding="utf-8") as lines:
        made = [_made(json.loads(line)) for line in lines]
    names = sorted({document.name for document in made})
    fitted = set(names[::2])  # both languages of a document on one side
    return (
        [articles[0], articles[2], *(document for document in made if document.name in fitted)],
        [articles[1], articles[3], *(document for document in made if document.name not in fitted)],
    )


def read_alignar(folder: Path, number: str) -> AlignedDocument:
    texts = {
        code: (folder / f"{number}.{code}.txt").read_text(encoding="utf-8").split("\n")
        for code in ("ar", "en")
    }
    beads = [
        tuple(ast.literal_eval(side.strip()) for side in line.split(" : "))
        for line in (folder / f"{number}.gold.txt").read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    sizes = [max(index for bead in beads for index in bead[side]) + 1 for side in (0, 1)]
    source, target = ([text.strip() for text in texts[code]] for code in ("ar", "en"))
    return AlignedDocument(
        f"{folder.name}/{number}",
        ("ar", "en"),
        source[: sizes[0]],
        target[: sizes[1]],
        [(a, b) for a, b in beads],
    )


def _made(row: dict[str, Any]) -> AlignedDocument:
    return AlignedDocument(row["doc"], ("ar", row["tgt_lang"]), row["src_ar"], row["tgt"], row["gold"])


def main(folder: Path, out: Path) -> None:
    """Writes the fitted weights to `out`."""
    encoder = load_encoder(None)
    lattices = [Lattice(document, encoder) for document in read_documents(folder / "dev")[0]]
    weights = _fit([each for each in lattices if each.similarity >= SOUND])
    table = {
        name: {key: round(float(value), 4) for key, value in zip(keys, each, strict=True)}
        for (name, keys), each in zip(
            (
                ("features", FEATURES),
                ("one-sided", ONE_SIDED_FEATURES),
                ("shapes", [f"{a}-{b}" for a, b in KINDS]),
            ),
            _parts(weights),
            strict=True,
        )
    }
    out.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


class Lattice:
    """A document's features and the sum of them over its gold path.

    Weights are one vector: a weight for each feature, each feature of one-sided beads, each kind of shape.
    """

    def __init__(self, document: AlignedDocument, encoder: Encoder) -> None:
        source, target = document.sides(encoder)
        self.rows, self.columns = len(source), len(target)
        self.features = {
            shape: np.array(each, dtype=np.float32) for shape, each in bead_features(source, target)
        }
        path = gold_path(document)
        self.similarity = float(np.mean([self._similarity(*bead) for bead in path if bead[2] and bead[3]]))
        self.gold = sum((self._one(*bead) for bead in path), start=np.zeros(_SIZE))

    def _similarity(self, i: int, j: int, a: int, b: int) -> float:
        values = self.features[a, b][:, i, j]
        return float(values[FEATURES.index("similarity")] / values[FEATURES.index("mass")])

    def _one(self, i: int, j: int, a: int, b: int) -> np.ndarray:
        return self._weighted((a, b), self.features[a, b][:, i, j])

    @staticmethod
    def _weighted(shape: tuple[int, int], values: np.ndarray, times: float = 1.0) -> np.ndarray:
        vector = np.zeros(_SIZE)
        features, one_sided, kinds = _parts(vector)
        kinds[kind_of(shape)] = times
        (one_sided if 0 in shape else features)[:] = values
        return vector

    def gradient(self, weights: np.ndarray) -> tuple[np.ndarray, float]:
        """Of the log likelihood of the gold path, with its value."""
        features, one_sided, kinds = _parts(weights)
        scores = {
            shape: np.tensordot(one_sided if 0 in shape else features, values, axes=1) + kinds[kind_of(shape)]
            for shape, values in self.features.items()
        }
        shares, total = posteriors(scores, self.rows, self.columns)
        expected = sum(
            (
                self._weighted(shape, (self.features[shape] * share).sum(axis=(1, 2)), share.sum())
                for shape, share in shares.items()
            ),
            start=np.zeros(_SIZE),
        )
        return self.gold - expected, float(weights @ self.gold) - total


_SIZE = len(FEATURES) + len(ONE_SIDED_FEATURES) + len(KINDS)


def _parts(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Views of the weights of features, of one-sided features and of kinds."""
    cut = len(FEATURES), len(FEATURES) + len(ONE_SIDED_FEATURES)
    return weights[: cut[0]], weights[cut[0] : cut[1]], weights[cut[1] :]


def gold_path(document: AlignedDocument) -> list[tuple[int, int, int, int]]:
    """The gold beads as (i, j, a, b) in order, every sentence in one; what no shape fits is cut into beads that do."""
    path = []
    i = j = 0
    ends = [
        (max(a) + 1 if a else None, max(b) + 1 if b else None, bool(a), bool(b)) for a, b in document.beads
    ]
    ends.append((len(document.source), len(document.target), False, False))
    for (end_a, end_b, has_a, has_b), (own_a, own_b) in zip(ends, [*document.beads, ([], [])], strict=True):
        start_a = min(own_a) if has_a else (end_a if not has_b and end_a is not None else i)
        start_b = min(own_b) if has_b else (end_b if not has_a and end_b is not None else j)
        path += [(each, j, 1, 0) for each in range(i, start_a)]
        i = max(i, start_a)
        path += [(i, each, 0, 1) for each in range(j, start_b)]
        j = max(j, start_b)
        if has_a and has_b and end_a is not None and end_b is not None:
            path += _cut(i, j, end_a - i, end_b - j)
            i, j = end_a, end_b
        elif has_a and end_a is not None:
            path += [(each, j, 1, 0) for each in range(i, end_a)]
            i = end_a
        elif has_b and end_b is not None:
            path += [(i, each, 0, 1) for each in range(j, end_b)]
            j = end_b
    return path


def _cut(i: int, j: int, a: int, b: int) -> list[tuple[int, int, int, int]]:
    if (a, b) in SHAPES:
        return [(i, j, a, b)]
    if a > 1 and b > 1:
        half = b // 2
        return [*_cut(i, j, a // 2, half), *_cut(i + a // 2, j + half, a - a // 2, b - half)]
    return (
        [*_cut(i, j, a, b - 1), (i + a, j + b - 1, 0, 1)]
        if b > 1
        else [*_cut(i, j, a - 1, b), (i + a - 1, j + b, 1, 0)]
    )


def _fit(lattices: list[Lattice]) -> np.ndarray:
    """The weights of the largest ridge-penalised log likelihood, by L-BFGS."""
    from scipy.optimize import minimize

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        slopes, values = zip(*(each.gradient(weights) for each in lattices), strict=True)
        return RIDGE * float(weights @ weights) - sum(values), 2 * RIDGE * weights - sum(slopes)

    start = np.zeros(_SIZE)
    found: np.ndarray = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    return found
