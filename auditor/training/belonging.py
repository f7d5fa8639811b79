"""Fits whether two passages belong together: sound pairs of `dev/` against pairs of each with a passage near by.

Of FLORES, TICO-19 and PUD every other two rows of the first two; the rest and PUD are for reporting.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from auditor.alignment.belonging import FEATURES, pair_features
from auditor.bitext import Document
from auditor.embedding import Encoder, load_encoder
from auditor.training.weights import logistic

SEED = 1
NEAR = (1, 2, 3, 17)
"""How many rows on the wrong passage stands: mostly in the same article."""
SAME = 0.35
"""Cosine of French and English below which a row of three languages does not say the same in all."""
PAIRS = (("ar", "fr"), ("ar", "en"), ("fr", "en"))


def main(folder: Path, out: Path) -> None:
    """Writes the fitted weights to `out`."""
    fitted = [row for row in examples(folder / "dev", load_encoder(None)) if row[2]]
    weights = logistic(np.array([row[0] for row in fitted]), np.array([float(row[1]) for row in fitted]))
    table = {name: round(float(value), 4) for name, value in zip(FEATURES, weights, strict=True)}
    out.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def examples(dev: Path, encoder: Encoder) -> Iterator[tuple[tuple[float, ...], bool, bool]]:
    """Features, whether the two belong together, whether to fit on them."""
    draw = random.Random(SEED)  # noqa: S311, a sample, not a secret
    for name, rows in row_sets(dev):
        for number in range(0, len(rows) - max(NEAR), 2 if name == "tico19" else 1):
            row, other = rows[number], rows[number + draw.choice(NEAR)]
            french, english = encoder.encode([row["fr"], row["en"]])
            if float(french @ english) < SAME:
                continue
            fitted = name != "pud" and number % 4 < 2
            for source, target in PAIRS:
                for translation in (row, other):
                    if translation is row or translation[target] != row[target]:
                        pair = (
                            Document("", source, row[source]).passage().stripped(),
                            Document("", target, translation[target]).passage().stripped(),
                        )
                        yield tuple(pair_features([pair], encoder)[0]), translation is row, fitted


def row_sets(dev: Path) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Rows with a text in each language."""
    for name in ("flores_devtest", "tico19"):
        with gzip.open(dev / f"{name}.ar-fr-en.tsv.gz", "rt", encoding="utf-8") as lines:
            texts = [line.rstrip("\n").split("\t") for line in lines]
        yield name, [dict(zip(("ar", "fr", "en"), each, strict=True)) for each in texts]
    with gzip.open(dev / "pud.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield "pud", [json.loads(line) for line in lines]
