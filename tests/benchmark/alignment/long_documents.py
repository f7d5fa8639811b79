"""Documents of thousands of sentences: seconds, memory, strict F1. Each is aligned in a process of its own.

Rows of the United Nations texts in `train/`, and of other prose there where these do not suffice, in order and unique,
with seeded merges, cuts, losses and strange sentences. The embedding model has seen the rows: this is about size.
"""

import csv
import gzip
import json
import random
import resource
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

from auditor.alignment.decoding import best_beads
from auditor.alignment.sides import read_sides
from auditor.embedding import load_encoder
from auditor.training.aligned_documents import AlignedDocument
from tests.benchmark.alignment.documents import Edits, make
from tests.benchmark.alignment.measures import Tally
from tests.benchmark.alignment.ours import Ours
from tests.benchmark.alignment.peers import PEERS
from tests.benchmark.tables import figure, print_table

SIZES = (1000, 3000, 10_000)
CORPORA = (("un_v1_devset", "un_v1_testset"), ("ndi_catco_guide",), ("debian_handbook",))
STRANGERS = "mt_geneval"
EDITS = Edits(merged=0.05, cut=0.05, lost=0.02, strange=0.02)
SEED, SECONDS, MEMORY = 13, 300, 6 << 30


def document(folder, size):
    with gzip.open(folder / "train" / "ar-en.tsv.gz", "rt", encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if len(row) == 3]
    strange = [(row[0], row[1]) for row in rows if row[2] == STRANGERS]
    ordered = [row[:2] for corpora in CORPORA for row in rows if row[2] in corpora]
    seen = set()
    unique = [row for row in ordered if seen.isdisjoint(row) and not seen.update(row)]
    return make("long", unique[:size], ("ar", "en"), EDITS, random.Random(SEED), strange)  # noqa: S311


def measured(long, name):
    """In this process: what one aligner takes for one document, its memory at the peak in all (Linux alone tells)."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    encoder = load_encoder(None)
    encoder.sums([*long.source, *long.target])
    aligner = next(each for each in (Ours, *PEERS) if each.__name__ == name)(encoder)
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # forgets the peak so far
    before = resident("VmHWM")
    try:
        found = aligner.align([long])[0]
    except MemoryError:
        return {"failure": f"does not fit into {MEMORY >> 30} GB"}
    tally = Tally()
    tally.add(long.beads, found)
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {
        "seconds": aligner.seconds,
        "before": before / 1024,
        "peak": max(resident("VmHWM"), child) / 1024,
        "f1": tally.f1,
        "one_sided": tally.one_sided_f1,
        "alone": alone(long, encoder) if name == "Ours" else None,
    }


def alone(long, encoder):
    """Seconds of the lattice and its evidence, words and marks read: the second time, with everything loaded."""
    sides = read_sides(long.passages(), (encoder.sums(long.source), encoder.sums(long.target)))
    start = time.perf_counter()
    best_beads(sides)
    return time.perf_counter() - start


def resident(field):
    """Kilobytes of this process in memory: VmRSS now, VmHWM at the most."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field))


def report(folder, aligners, sizes):
    rows = []
    for size in sizes:
        long = document(folder, size)
        for aligner in aligners:
            shape = f"{len(long.source):,} × {len(long.target):,}"
            rows.append((shape, aligner.name, *_cells(long, type(aligner).__name__)))
    print_table(
        ("sentences", "aligner", "seconds after embedding", "of them aligning, words read", "MB before", "MB at the peak",
         "strict F1", "one-sided F1"),
        rows,
    )  # fmt: skip


def _cells(long, name):
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__, name], input=json.dumps(asdict(long)),
            capture_output=True, text=True, check=False, timeout=SECONDS,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return f"over {SECONDS}", *"–––––"
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return f"failed, status {done.returncode}", *"–––––"
    outcome = json.loads(done.stdout)
    if "failure" in outcome:
        return outcome["failure"], *"–––––"
    return (
        f"{outcome['seconds']:.1f}",
        figure(outcome["alone"], 1),
        f"{outcome['before']:,.0f}",
        f"{outcome['peak']:,.0f}",
        figure(outcome["f1"]),
        figure(outcome["one_sided"]),
    )


if __name__ == "__main__":
    print(json.dumps(measured(AlignedDocument(**json.load(sys.stdin)), sys.argv[1])))
