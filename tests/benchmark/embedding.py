"""How fast sentences are embedded, and beside it sentence-transformers with the same model: time, loading, memory.

The sentences: dev/tico19 in three languages, and from train/, where it is there, as many distinct ones of 17 to 37 words as
make `SENTENCES` in all. Each figure is from a process of its own, on one core and on all. `first`: nothing was read before,
so every word is new once; `again`: the same sentences, the median of `RUNS`.
"""

import csv
import gzip
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from auditor.embedding import SHIPPED
from tests.benchmark.tables import print_table

SENTENCES = 40_000
WORDS = range(17, 38)
PART = 4
"""Theirs are measured on every fourth sentence: they read each anew, so there is nothing to gain from more."""
RUNS = 3
LOADS = 7
ONE = "Le roi est arrivé à Rabat."
NAMES = {"ours": "auditor", "theirs": "sentence-transformers"}


def main(folder, model=""):
    place = model or str(SHIPPED)
    cores = sorted(os.sched_getaffinity(0))
    kinds = [kind for kind in NAMES if kind == "ours" or find_spec("sentence_transformers")]
    found = {
        (kind, count): measured(kind, place, folder, cores[:count])
        for kind in kinds
        for count in sorted({1, len(cores)})
    }
    some = found["ours", 1]
    print(f"{some['sentences']:,} sentences, {some['words']:.1f} words each; {Path(place).name}")
    heads = ["", "cores", "first", "again", "first, processor time", "again, processor time", "MB more"]
    print_table(heads, [row(kind, count, figures) for (kind, count), figures in found.items()])
    print("\nSentences a second; MB more than before the model was loaded, the result among them.")
    for count in sorted({1, len(cores)}) if len(kinds) > 1 else ():
        ours, theirs = found["ours", count], found["theirs", count]
        times = {
            key: theirs[f"{key}_used"] * ours["sentences"] / theirs["sentences"] / ours[f"{key}_used"]
            for key in ("first", "again")
        }
        print(
            f"On {count} {'core' if count == 1 else 'cores'} they take {times['first']:.1f} times our processor time first,"
            f" {times['again']:.1f} times again."
        )
    for kind in kinds:
        wall, used = (
            statistics.median(column)
            for column in zip(*(loaded(kind, place) for _ in range(LOADS)), strict=True)
        )
        print(
            f"{NAMES[kind]}: {wall * 1000:.0f} ms to load the model and embed a sentence, its packages imported"
            f" ({used * 1000:.0f} ms of processor time)"
        )


def row(kind, count, figures):
    rates = [figures["sentences"] / figures[key] for key in ("first", "again", "first_used", "again_used")]
    return [NAMES[kind], count, *(f"{rate:,.0f}" for rate in rates), f"{figures['megabytes']:.0f}"]


def measured(kind, place, folder, cores):
    own = {**os.environ, "RAYON_NUM_THREADS": str(len(cores)), "OMP_NUM_THREADS": str(len(cores))}
    command = [sys.executable, "-m", __name__, "rate", kind, place, str(folder), *map(str, cores)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=own)
    return json.loads(done.stdout)


def loaded(kind, place):
    command = [sys.executable, "-m", __name__, "load", kind, place]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def rate(kind, place, folder, *cores):
    os.sched_setaffinity(0, set(map(int, cores)))
    texts = sentences(Path(folder))[:: PART if kind == "theirs" else 1]
    load = imported(kind)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    encode = load(place)
    first, *again = (timed(lambda: encode(texts)) for _ in range(1 + RUNS))
    print(
        json.dumps(
            {
                "sentences": len(texts),
                "words": statistics.mean(len(text.split()) for text in texts),
                "first": first[0],
                "first_used": first[1],
                "again": statistics.median(wall for wall, _ in again),
                "again_used": statistics.median(used for _, used in again),
                "megabytes": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024,
            }
        )
    )


def load(kind, place):
    start = imported(kind)
    print(json.dumps(timed(lambda: start(place)([ONE]))))


def imported(kind):
    """What loads a model and gives its function, with the packages that it needs imported."""
    if kind == "ours":
        from auditor.embedding.static import StaticModel

        return lambda place: StaticModel(Path(place)).encode
    from sentence_transformers import SentenceTransformer

    def start(place):
        model = SentenceTransformer(place, device="cpu", local_files_only=True)
        return lambda texts: model.encode(
            texts, batch_size=1024, normalize_embeddings=True, show_progress_bar=False
        )

    return start


def timed(function):
    wall, used = time.perf_counter(), time.process_time()
    function()
    return time.perf_counter() - wall, time.process_time() - used


def sentences(folder):
    texts = [field for row in rows(folder / "dev" / "tico19.ar-fr-en.tsv.gz") for field in row[:3]]
    more = {
        field
        for path in sorted((folder / "train").glob("ar-*.tsv.gz"))
        for row in rows(path)
        for field in row[:2]
        if field.count(" ") + 1 in WORDS
    }
    return texts + random.Random(1).sample(  # noqa: S311
        sorted(more), min(len(more), SENTENCES - len(texts))
    )


def rows(path):
    csv.field_size_limit(2**31 - 1)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


if __name__ == "__main__":
    {"rate": rate, "load": load}[sys.argv[1]](*sys.argv[2:])
