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
from pathlib import Path

from auditor.embedding import load_encoder
from tests.benchmark.alignment.documents import Edits, make
from tests.benchmark.alignment.measures import Tally
from tests.benchmark.alignment.ours import Ours
from tests.benchmark.alignment.peers import PEERS
from tests.benchmark.tables import figure, print_table

SIZES = (1000,)
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


def measured(folder, size, name):
    """In this process: what one aligner takes for one document."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    long = document(folder, size)
    encoder = load_encoder(None)
    encoder.encode([*long.source, *long.target])
    aligner = next(each for each in (Ours, *PEERS) if each.__name__ == name)(encoder)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        found = aligner.align([long])[0]
    except MemoryError:
        return {"failure": f"does not fit into {MEMORY >> 30} GB"}
    tally = Tally()
    tally.add(long.beads, found)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {
        "sentences": [len(long.source), len(long.target)],
        "seconds": aligner.seconds,
        "megabytes": max(own, child) / 1024,
        "f1": tally.f1,
        "one_sided": tally.one_sided_f1,
    }


def report(folder, aligners, sizes):
    rows = []
    for size in sizes:
        for aligner in aligners:
            command = [sys.executable, "-m", __name__, str(folder), str(size), type(aligner).__name__]
            rows.append((f"{size:,}", aligner.name, *_cells(command)))
    print_table(
        ("rows", "aligner", "sentences", "seconds after embedding", "MB more at the peak", "strict F1", "one-sided F1"),
        rows,
    )  # fmt: skip


def _cells(command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return "–", f"over {SECONDS}", "–", "–", "–"
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1] if done.stderr.strip() else f"status {done.returncode}"
        return "–", f"failed: {reason[:60]}", "–", "–", "–"
    outcome = json.loads(done.stdout)
    if "failure" in outcome:
        return "–", outcome["failure"], "–", "–", "–"
    return (
        " × ".join(f"{count:,}" for count in outcome["sentences"]),
        f"{outcome['seconds']:.1f}",
        f"{outcome['megabytes']:,.0f}",
        figure(outcome["f1"]),
        figure(outcome["one_sided"]),
    )


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])))
