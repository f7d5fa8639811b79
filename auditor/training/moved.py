"""Fits what tells counterparts at another place, on aligned documents with passages moved, dropped and inserted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import numpy as np
import numpy.typing as npt

from auditor.alignment import align_in_order
from auditor.alignment.counterparts import FEATURES, Passages, bead_features, candidates
from auditor.alignment.moved import Takings
from auditor.embedding import Encoder, load_encoder
from auditor.training.aligned_documents import AlignedDocument, Beads, gold_path, read_documents
from auditor.training.weights import logistic

SEED = 1
COPIES = 4  # of each document that are changed, besides the document as it is
BLOCKS, PAST = (1, 1, 2, 3, 5), (1, 1, 2, 3, 5, 8, 15, 30)  # beads that move, and beads they move past
EVERY = 25  # beads of a document for one move
CHANGED = 0.06  # share of beads whose translation is dropped, and after which a foreign sentence is put in
RIDGE = 1.0
LEAST_SIMILAR = 0.25  # mean cosine of the gold beads of a document that is a translation
Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Trial:
    """Candidates among the loose sentences of a document: features, whether right, whether partly right."""

    features: Array
    exact: Array
    touching: Array


def main(folder: Path, out: Path) -> None:
    """Writes `out`, a JSON file of weights."""
    encoder = load_encoder(None)
    trials = [trial(each, encoder) for each in simulated(sound(read_documents(folder / "dev")[0], encoder))]
    features, exact, touching = (
        np.concatenate([getattr(each, name) for each in trials]) for name in ("features", "exact", "touching")
    )
    weights = logistic(features, exact, RIDGE)
    odds = features @ weights
    likely = odds > -2  # the others are never taken
    bias, slope = logistic(np.column_stack([np.ones(likely.sum()), odds[likely]]), touching[likely], RIDGE)
    table = {
        "counterpart": dict(zip(FEATURES, (round(float(weight), 4) for weight in weights), strict=True)),
        "confidence": {"bias": round(float(bias), 4), "log odds": round(float(slope), 4)},
    }
    out.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def sound(documents: Sequence[AlignedDocument], encoder: Encoder) -> list[AlignedDocument]:
    """Without those whose texts are shifted against each other."""
    return [each for each in documents if _likeness(each, encoder) >= LEAST_SIMILAR]


def _likeness(document: AlignedDocument, encoder: Encoder) -> float:
    sums = encoder.sums(document.source), encoder.sums(document.target)
    sides = [Passages(sentences, rows) for sentences, rows in zip(document.passages(), sums, strict=True)]
    beads = [bead for bead in gold_path(document) if bead[2] and bead[3]]
    return float(np.mean([sides[0].unit(i, a) @ sides[1].unit(j, b) for i, j, a, b in beads]))


def simulated(documents: Sequence[AlignedDocument], seed: int = SEED) -> list[AlignedDocument]:
    """Each document as it is, then COPIES of it: with moves, with gaps and moves by turns, the last with gaps only."""
    random = Random(seed)  # noqa: S311 - it makes test texts
    found = []
    for document in documents:
        plain = in_beads(document)
        found.append(plain)
        for copy in range(1, COPIES + 1):
            changed = with_gaps(plain, documents, random) if copy % 2 == 0 else plain
            found.append(changed if copy == COPIES else with_moves(changed, random))
    return found


def in_beads(document: AlignedDocument) -> AlignedDocument:
    """The document with every sentence in a bead."""
    path = gold_path(document)
    return replace(document, beads=[(list(range(i, i + a)), list(range(j, j + b))) for i, j, a, b in path])


def with_moves(document: AlignedDocument, random: Random) -> AlignedDocument:
    """Neighbouring blocks of beads change places in the translation."""
    order = list(range(len(document.beads)))
    for _ in range(max(1, len(order) // EVERY)):
        size, past = random.choice(BLOCKS), random.choice(PAST)
        if size + past + 2 < len(order):
            first = random.randrange(len(order) - size - past + 1)
            block = order[first : first + size + past]
            order[first : first + size + past] = block[size:] + block[:size]
    return _rebuilt(document, [(document.beads[place][1], document.target) for place in order], order)


def with_gaps(
    document: AlignedDocument, others: Sequence[AlignedDocument], random: Random
) -> AlignedDocument:
    """Some translations are dropped; sentences of other documents in the language are put in elsewhere."""
    strange = [
        text
        for other in others
        if other.name != document.name and other.languages == document.languages
        for text in other.target
    ]
    beads: Beads = []
    target: list[str] = []
    for own, theirs in document.beads:
        if theirs and (not own or random.random() >= CHANGED):
            beads.append((own, list(range(len(target), len(target) + len(theirs)))))
            target += [document.target[place] for place in theirs]
        elif own:
            beads.append((own, []))
        if random.random() < CHANGED:
            beads.append(([], [len(target)]))
            target.append(random.choice(strange))
    return replace(document, target=target, beads=beads)


def _rebuilt(
    document: AlignedDocument, stretches: Sequence[tuple[list[int], list[str]]], order: Sequence[int]
) -> AlignedDocument:
    """The document with the targets of its beads in another order; the beads stay in the order of the source."""
    target: list[str] = []
    places: dict[int, list[int]] = {}
    for number, (old, texts) in zip(order, stretches, strict=True):
        places[number] = list(range(len(target), len(target) + len(old)))
        target += [texts[place] for place in old]
    beads = [(own, places[number]) for number, (own, _) in enumerate(document.beads)]
    return replace(document, target=target, beads=beads)


def trial(document: AlignedDocument, encoder: Encoder) -> Trial:
    passages = document.passages()
    sums = encoder.sums(document.source), encoder.sums(document.target)
    takings = Takings(align_in_order(passages, sums))
    sides = Passages(passages[0], sums[0]), Passages(passages[1], sums[1])
    loose = takings.loose(0), takings.loose(1)
    found = candidates(sides, loose) if loose[0] and loose[1] else []
    gold = {(tuple(own), tuple(theirs)) for own, theirs in document.beads if own and theirs}
    linked = {(one, other) for own, theirs in gold for one in own for other in theirs}
    halves = [(tuple(range(i, i + a)), tuple(range(j, j + b))) for i, j, a, b in found]
    return Trial(
        bead_features(sides, found) if found else np.zeros((0, len(FEATURES))),
        np.array([half in gold for half in halves], dtype=np.float64),
        np.array(
            [any((s, t) in linked for s in own for t in theirs) for own, theirs in halves], dtype=np.float64
        ),
    )
