"""Start-up and throughput: medians of five fresh processes, and pairs a second of `auditor check`."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

from auditor.pipeline import Auditor
from auditor.readers.pairs import PairRecord
from tests.benchmark.sound import lines
from tests.benchmark.tables import print_table

SAMPLE = Path(__file__).parents[2] / "samples" / "igef-2025"
RUNS = 5
PAIRS = 1000


def main(folder):
    article = [
        "audit",
        str(SAMPLE / "original.ar.txt"),
        str(SAMPLE / "translation.fr.txt"),
        "--output",
        "/dev/null",
    ]
    auditor = Auditor()
    rows = [line.split("\t") for line in lines(folder / "dev" / "flores_devtest.ar-fr-en.tsv.gz")][:PAIRS]
    records = [PairRecord(number, number, row[0], row[1], "ar", "fr") for number, row in enumerate(rows)]
    auditor.check(records[0])
    start = time.perf_counter()
    for record in records:
        auditor.check(record)
    rate = len(records) / (time.perf_counter() - start)
    print_table(
        ("what", ""),
        [
            ("`auditor --version`", f"{median(['--version']):.2f} s"),
            ("`auditor audit` of the sample article, cold start", f"{median(article):.2f} s"),
            ("`auditor check`, pairs a second, one process, models loaded", f"{rate:.0f}"),
        ],
    )


def median(arguments):
    return statistics.median(seconds(arguments) for _ in range(RUNS))


def seconds(arguments):
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "auditor", *arguments], stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start
