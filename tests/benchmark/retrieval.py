"""Sentences found again by their embeddings, in six directions: `python -m tests.benchmark retrieval FOLDER [MODEL]`.

FOLDER holds dev/flores_devtest and dev/tico19 (tsv.gz: Arabic, French, English) and dev/pud.jsonl.gz (sentences of news
and encyclopedia). For each sentence the nearest of the
other language's is taken, by cosine and by margin: twice the cosine less the mean cosines of either sentence with its four
nearest (Lample et al. 2018, CSLS).
"""

from __future__ import annotations

import csv
import gzip
import json
import subprocess
import sys
import time
from itertools import permutations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from auditor.embedding import SHIPPED, Encoder, load_encoder

SETS = ("flores_devtest.ar-fr-en.tsv.gz", "pud.jsonl.gz", "tico19.ar-fr-en.tsv.gz")
LANGUAGES = ("ar", "fr", "en")
NEAREST = 4
PROCESSES = 7
START = """
import sys, time
start = time.perf_counter()
import numpy, tokenizers
imported = time.perf_counter()
from auditor.embedding import load_encoder
load_encoder(sys.argv[1] or None).encode(["Le roi est arrivé à Rabat."])
print(time.perf_counter() - start, time.perf_counter() - imported)
"""
Floats = NDArray[np.float32]


def main(folder: Path, model: str = "") -> None:
    encoder = load_encoder(model or None)
    print(f"model {encoder.name}, {encoder.dimensions} dimensions")
    for name in SETS:
        sentences = read(folder / "dev" / name)
        vectors = {language: encoder.encode(texts) for language, texts in sentences.items()}
        print(f"\n{name.split('.')[0]}, {len(sentences['ar'])} sentences     cosine  margin")
        for one, other in permutations(LANGUAGES, 2):
            cosines = vectors[one] @ vectors[other].T
            print(f"  {one} -> {other}   {accuracy(cosines):6.2f}  {accuracy(margins(cosines)):6.2f}")
    measure(encoder, model, sentences)


def read(path: Path) -> dict[str, list[str]]:
    """The sentences of each language; those with one number are translations of each other."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        if path.name.endswith(".jsonl.gz"):
            records = [json.loads(line) for line in lines]
            return {language: [record[language] for record in records] for language in LANGUAGES}
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {language: [row[place] for row in rows] for place, language in enumerate(LANGUAGES)}


def accuracy(scores: Floats) -> float:
    """Percent of rows whose greatest score is their own column's."""
    return float((scores.argmax(axis=1) == np.arange(len(scores))).mean() * 100)


def margins(cosines: Floats) -> Floats:
    rows, columns = (np.sort(side, axis=1)[:, -NEAREST:].mean(axis=1) for side in (cosines, cosines.T))
    return 2 * cosines - rows[:, None] - columns


def measure(encoder: Encoder, model: str, sentences: dict[str, list[str]]) -> None:
    """Print size, speed and time to the first embedding."""
    folder = Path(model) if model else SHIPPED
    if folder.is_dir():
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        print(f"\nsize {size / 1e6:.1f} MB")
    texts = [text for side in sentences.values() for text in side]
    start, used = time.perf_counter(), time.process_time()
    encoder.encode(texts)
    wall, used = time.perf_counter() - start, time.process_time() - used
    print(
        f"{len(texts) / wall:,.0f} sentences a second ({len(texts) / used:,.0f} a second of processor time)"
    )
    total, own = np.median([cold_start(model) for _ in range(PROCESSES)], axis=0) * 1000
    print(
        f"{own:.0f} ms to load the model and embed a sentence, {total:.0f} ms with numpy and tokenizers imported"
    )
    print(f"(medians of {PROCESSES} processes)")


def cold_start(model: str) -> list[float]:
    """Seconds from the start, and from the imports, to the first embedding, in a process of its own."""
    done = subprocess.run([sys.executable, "-c", START, model], check=True, capture_output=True, text=True)
    return [float(number) for number in done.stdout.split()]
