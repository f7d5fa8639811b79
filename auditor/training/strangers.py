"""Fits what tells a translation from another text, on aligned documents rightly and wrongly paired."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

import numpy as np

from auditor.alignment import align_in_order
from auditor.alignment.counterparts import Passages
from auditor.alignment.moved import find_moved
from auditor.alignment.strangers import FEATURES, document_features
from auditor.embedding import Encoder, load_encoder
from auditor.training.aligned_documents import AlignedDocument, read_documents
from auditor.training.moved import Array, in_beads, sound
from auditor.training.weights import logistic

SEED = 3
WINDOWS = (3, 5, 8, 20)  # beads of the short texts that are cut from each document
BLOCK = 4  # beads that stay together where the others change places
RIDGE = 0.04
Texts = tuple[list[str], list[str], str]  # of the source, of the target, language of the target


def main(folder: Path, out: Path) -> None:
    """Writes `out`, a JSON file of weights."""
    encoder = load_encoder(None)
    rows = examples(sound(read_documents(folder / "dev")[0], encoder))
    features = np.array([features_of(texts, encoder) for texts, _ in rows])
    weights = logistic(features, np.array([float(strange) for _, strange in rows]), RIDGE)
    table = dict(zip(FEATURES, (round(float(weight), 4) for weight in weights), strict=True))
    out.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def features_of(texts: Texts, encoder: Encoder) -> Array:
    source, target, language = texts
    passages = AlignedDocument("", ("ar", language), source, target, []).passages()
    sums = encoder.sums(source), encoder.sums(target)
    sides = Passages(passages[0], sums[0]), Passages(passages[1], sums[1])
    return document_features(sides, find_moved(sides, align_in_order(passages, sums)))


def examples(documents: Sequence[AlignedDocument], seed: int = SEED) -> list[tuple[Texts, bool]]:
    """Pairs of texts, and whether they are strangers."""
    random = Random(seed)  # noqa: S311 - it makes test texts
    found = []
    for plain in map(in_beads, documents):
        others = [each for each in documents if each.name != plain.name and each.languages == plain.languages]
        language = plain.languages[1]
        found += [((*texts, language), False) for texts in _translations(plain, others, random)]
        found += [((*texts, language), True) for texts in _strangers(plain, others, random)]
    return [(texts, strange) for texts, strange in found if texts[0] and texts[1]]


def _translations(
    document: AlignedDocument, others: Sequence[AlignedDocument], random: Random
) -> Iterator[tuple[list[str], list[str]]]:
    """The document, without half of its translation, with as much added, in another order, and cut short."""
    source, beads = document.source, document.beads
    half = len(beads) // 2
    strange = [text for each in random.sample(others, min(4, len(others))) for text in each.target]
    more = strange[: len(document.target) // 2]
    blocks = [beads[start : start + BLOCK] for start in range(0, len(beads), BLOCK)]
    random.shuffle(blocks)
    yield source, document.target
    yield source, _targets(document, beads[:half])
    yield source, _targets(document, beads[::2])
    yield source, [*more, *document.target, *more[::-1]]
    yield source, _targets(document, beads[:half]) + more
    yield source, [*strange[::2], *document.target, *strange[1::2]]
    yield source, _targets(document, [bead for block in blocks for bead in block])
    for size in WINDOWS:
        for _ in range(max(1, half // size // 8)):
            start = random.randrange(max(1, len(beads) - size))
            window = beads[start : start + size]
            yield _sources(document, window), _targets(document, window)
            yield _sources(document, window), _targets(document, window[: (size + 1) // 2])


def _strangers(
    document: AlignedDocument, others: Sequence[AlignedDocument], random: Random
) -> Iterator[tuple[list[str], list[str]]]:
    """The document with the translations of others, as a whole and cut short, and with another part of its own."""
    beads = document.beads
    for other in random.sample(others, min(2, len(others))):
        yield document.source, other.target
        for size in WINDOWS:
            start = random.randrange(max(1, len(beads) - size))
            place = random.randrange(max(1, len(other.target) - size))
            yield _sources(document, beads[start : start + size]), other.target[place : place + size]
    for size in WINDOWS:
        if len(beads) >= 3 * size:
            start = random.randrange(len(beads) - 2 * size)
            yield (
                _sources(document, beads[start : start + size]),
                _targets(document, beads[start + size :][:size]),
            )


def _sources(document: AlignedDocument, beads: Sequence[tuple[list[int], list[int]]]) -> list[str]:
    return [document.source[place] for own, _ in beads for place in own]


def _targets(document: AlignedDocument, beads: Sequence[tuple[list[int], list[int]]]) -> list[str]:
    return [document.target[place] for _, theirs in beads for place in theirs]
