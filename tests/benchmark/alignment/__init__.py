"""The aligner against its peers on the same documents, and on moved, padded, unrelated, swapped and long ones.

The weights of the bead model are fitted on some of the documents (`auditor.training.aligner`); the others are shown
apart. In a few made documents the French was shifted against the Arabic before the document was made: their gold beads
pair texts that have nothing in common, and they have a row of their own.
"""

import random
import sys

from auditor.embedding import load_encoder
from tests.benchmark.alignment import long_documents, moved, strangers
from tests.benchmark.alignment.documents import LITERATURE, PRESS, SHIFTED, groups, make, parallel_rows
from tests.benchmark.alignment.measures import Calibration, Tally
from tests.benchmark.alignment.ours import Ours
from tests.benchmark.alignment.peers import PEERS
from tests.benchmark.tables import figure, print_table

APART = ("law/002", "literature/002", "made, held apart")
SEED, ROWS, DOCUMENTS = 10, 60, 3


def main(folder, sizes=long_documents.SIZES):
    encoder = load_encoder(None)
    found = groups(folder, encoder)
    aligners = installed(encoder)
    ours = aligners[0]
    simulated = dict(simulate(folder))
    side_by_side({**found, **simulated}, aligners)
    apart = {name: found[name] for name in APART}
    calibrated([document for name in apart for document in found[name]], ours)
    movable = {name: apart[name] for name in ("law/002", "made, held apart")}
    moved.report(
        movable, {**{name: each for name, each in found.items() if name != SHIFTED}, **simulated}, ours
    )
    everything = [document for documents in found.values() for document in documents]
    strangers.report_padded(movable, everything, ours)
    strangers.report_unrelated({**apart, SHIFTED: found[SHIFTED]}, ours)
    strangers.report_swapped(apart, ours)
    long_documents.report(folder, aligners, sizes)


def installed(encoder):
    aligners = [each(encoder) for each in (Ours, *PEERS)]
    for aligner in aligners:
        if aligner.missing:
            print(f"without {aligner.name}: {aligner.missing}", file=sys.stderr)
    return [aligner for aligner in aligners if not aligner.missing]


def simulate(folder):
    """Documents made of FLORES and PUD: many rows untouched as in the press, most of them merged or cut as in literature."""
    draw = random.Random(SEED)  # noqa: S311
    rows = list(parallel_rows(folder))
    for name, edits in (("like the press", PRESS), ("like literature", LITERATURE)):
        documents = []
        for corpus, languages, texts in rows:
            strange = [
                row for other, each, more in rows if other != corpus and each == languages for row in more
            ]
            documents += [
                make(f"{corpus} {start}", texts[start : start + ROWS], languages, edits, draw, strange)
                for start in range(0, DOCUMENTS * ROWS, ROWS)
            ]
        yield f"FLORES and PUD, {name}", documents


def side_by_side(documents, aligners):
    rows, speed = [], []
    for name, each in documents.items():
        for aligner in aligners:
            tally = Tally()
            for document, found in zip(each, aligner.align(each), strict=True):
                tally.add(document.beads, found)
            rows.append((
                name, aligner.name, figure(tally.precision), figure(tally.recall), figure(tally.f1),
                figure(tally.lax_f1), figure(tally.one_sided_f1),
            ))  # fmt: skip
    print_table(
        ("documents", "aligner", "strict precision", "recall", "F1", "lax F1", "one-sided F1"), rows
    )  # fmt: skip
    sentences = sum(len(one.source) + len(one.target) for each in documents.values() for one in each)
    for aligner in aligners:
        embedding = getattr(aligner, "encoder", None)
        speed.append((
            aligner.name, f"{sentences / aligner.seconds:,.0f}",
            f"{sentences / embedding.seconds:,.0f}" if embedding else "–",
        ))  # fmt: skip
    print_table(("sentences a second", "aligning", "embedding"), speed)


def calibrated(documents, aligner):
    calibration = Calibration()
    for document, found in zip(documents, aligner.align(documents), strict=True):
        calibration.add(document.beads, found)
    print_table(
        ("confidence, documents held apart", "beads", "mean confidence", "share right"), calibration.rows()
    )
    print(f"\nExpected calibration error: {calibration.error:.3f}.")
