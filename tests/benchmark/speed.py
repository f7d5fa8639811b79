"""Start-up and throughput: medians of five fresh processes, and pairs a second of `auditor check` beside pofilter.

Both see the same pairs, each in one process on one core. Of pofilter's time, that for a single pair is taken off; what we
take to load models is not counted either. The first pass meets words that it has not read before, the second none.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import gettempdir

from auditor.collection import collect_seldom
from auditor.pipeline import Auditor
from auditor.readers.records import PairRecord
from tests.benchmark.detection.peers import command, run_pofilter
from tests.benchmark.detection.sound import lines
from tests.benchmark.tables import print_table

SAMPLE = Path(__file__).parents[2] / "samples" / "igef-2025"
RUNS = 5
PAIRS = 1000
BYTECODE = str(Path(gettempdir()) / "auditor-benchmark-bytecode")
"""Where modules are compiled to, once: a package that is installed is compiled."""


def main(folder):
    article = [
        "audit",
        str(SAMPLE / "original.ar.txt"),
        str(SAMPLE / "translation.fr.txt"),
        "--output",
        "/dev/null",
    ]
    rows = [line.split("\t") for line in lines(folder / "dev" / "flores_devtest.ar-fr-en.tsv.gz")][:PAIRS]
    first, again = rates(rows)
    peer = statistics.median(pofilter_rate(rows) for _ in range(RUNS)) if command() else None
    print_table(
        ("what", ""),
        [
            ("`auditor --version`", f"{median(['--version']):.2f} s"),
            ("`auditor audit` of the sample article, cold start", f"{median(article):.2f} s"),
            ("`auditor check`, pairs a second, first pass", f"{first:.0f}"),
            ("`auditor check`, pairs a second, words met before", f"{again:.0f}"),
            ("pofilter, pairs a second", "–" if peer is None else f"{peer:.0f}"),
        ],
    )


def rates(rows):
    """Pairs a second of a first pass, and the median of those after; memory is looked through as seldom as by the command."""
    collect_seldom()
    auditor = Auditor()
    records = [PairRecord(number, number, row[0], row[1], "ar", "fr") for number, row in enumerate(rows)]
    list(auditor.check_all(records[-1:]))
    found = []
    for _ in range(RUNS):
        start = time.perf_counter()
        found.append(len(list(auditor.check_all(records))) / (time.perf_counter() - start))
    return found[0], statistics.median(found[1:])


def pofilter_rate(rows):
    times = []
    for some in (rows, rows[:1]):
        start = time.perf_counter()
        run_pofilter([row[:2] for row in some], "fr")
        times.append(time.perf_counter() - start)
    return len(rows) / (times[0] - times[1])


def median(arguments):
    seconds(arguments)
    return statistics.median(seconds(arguments) for _ in range(RUNS))


def seconds(arguments):
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "auditor", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": BYTECODE},
        check=False,
    )
    return time.perf_counter() - start
