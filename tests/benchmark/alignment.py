"""Strict F1 of beads, F1 of one-sided beads, and how far their confidence can be trusted.

The weights of the bead model are fitted on some of the documents (`auditor.training.aligner`); the others are shown
apart. In three made documents the French was shifted against the Arabic before the document was made: their gold
beads pair texts that have nothing in common, and they have a row of their own.
"""

import time
from collections import defaultdict

from auditor.alignment import align
from auditor.embedding import load_encoder
from auditor.training.aligner import SOUND, Lattice, read_documents

BINS = 10


def main(folder):
    encoder = load_encoder(None)
    counts = defaultdict(lambda: [0] * 6)
    sure = defaultdict(lambda: [0, 0, 0.0])
    sentences, start = 0, time.perf_counter()
    for part, documents in zip(("fitted", "held apart"), read_documents(folder / "dev"), strict=True):
        for document in documents:
            name = document.name if "/" in document.name else f"made, {part}"
            if "/" not in document.name and Lattice(document, encoder).similarity < SOUND:
                name = "made, texts shifted"
            passages = document.passages()
            bitext = align(passages[0][0].document, passages[1][0].document, passages, encoder)
            sentences += len(document.source) + len(document.target)
            add(counts[name], document.beads, bitext.pairs)
            if part == "held apart" and name != "made, texts shifted":
                calibrate(sure, document.beads, bitext.pairs)
    seconds = time.perf_counter() - start
    print("| documents | strict precision | recall | F1 | one-sided F1 |\n|---|--:|--:|--:|--:|")
    for name, (right, ours, gold, alone, our_alone, gold_alone) in sorted(counts.items()):
        one_sided = f"{2 * alone / (our_alone + gold_alone):.3f}" if gold_alone else "–"
        print(
            f"| {name} | {right / ours:.3f} | {right / gold:.3f} | {2 * right / (ours + gold):.3f} | {one_sided} |"
        )
    total = sum(count for count, _, _ in sure.values())
    error = sum(abs(right - confident) for _, right, confident in sure.values()) / total
    print(
        f"\nexpected calibration error, held apart: {error:.3f}; sentences a second, with features: {sentences / seconds:.0f}"
    )


def spans(pairs):
    return {(tuple(pair.source_sentences), tuple(pair.target_sentences)): pair.confidence for pair in pairs}


def gold_spans(beads):
    return {(tuple(source), tuple(target)) for source, target in beads}


def alone(beads):
    """The sentences without counterpart, whatever runs they are given in."""
    return {("source", i) for source, target in beads if not target for i in source} | {
        ("target", j) for source, target in beads if not source for j in target
    }


def add(counts, gold, pairs):
    ours, wanted = spans(pairs), gold_spans(gold)
    both = {bead for bead in ours if all(bead)}
    figures = (
        len(both & wanted), len(both), sum(all(bead) for bead in wanted),
        len(alone(ours) & alone(wanted)), len(alone(ours)), len(alone(wanted)),
    )  # fmt: skip
    for place, figure in enumerate(figures):
        counts[place] += figure


def calibrate(sure, gold, pairs):
    wanted = gold_spans(gold)
    lonely = alone(wanted)
    for bead, confidence in spans(pairs).items():
        right = bead in wanted if all(bead) else alone([bead]) <= lonely
        each = sure[min(BINS - 1, int(confidence * BINS))]
        each[0] += 1
        each[1] += right
        each[2] += confidence
