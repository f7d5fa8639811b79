"""Sentence ends found again in running text, ours against pysbd's: `python -m tests.benchmark FOLDER segmentation`.

FOLDER holds flores_devtest and tico19 (tsv.gz, Arabic, French, English), pud.jsonl.gz and alignar/. Ten
consecutive sentences are joined with spaces; the ends of the first nine are to be found again. Sentences that
do not begin or end like one (no final mark, small first letter) are left out: nobody could find their ends.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from auditor.bitext import Document
from auditor.segmentation import split_sentences
from tests.benchmark.tables import figure, print_table

LANGUAGES = ("ar", "fr", "en")
TOGETHER = 10
FINAL = (".", "!", "?", "؟", "…", "»", "”", '"')
Splitter = Callable[[str, str], set[int]]


def ours(text: str, language: str) -> set[int]:
    return {passage.end for passage in split_sentences(Document("joined", language, text))}


def pysbd_splitter() -> Splitter | None:
    try:
        import pysbd
    except ImportError:
        return None

    def split(text: str, language: str) -> set[int]:
        spans = pysbd.Segmenter(language=language, clean=False, char_span=True).segment(text)
        return {each.start + len(text[each.start : each.end].rstrip()) for each in spans}

    return split


def sentences(folder: Path) -> Iterator[tuple[str, str, str]]:
    """(corpus, language, sentence) in the order of the corpus."""
    for name in ("flores_devtest", "tico19"):
        with gzip.open(folder / f"{name}.ar-fr-en.tsv.gz", "rt", encoding="utf-8", newline="") as lines:
            for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield from ((name, language, text) for language, text in zip(LANGUAGES, row, strict=False))
    with gzip.open(folder / "pud.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield from (("pud", language, row[language]) for language in LANGUAGES)
    for path in sorted(folder.glob("alignar/*/*.en.txt")):
        yield from (("alignar", "en", line) for line in path.read_text(encoding="utf-8").splitlines())


def joined(folder: Path) -> Iterator[tuple[str, str, str, set[int]]]:
    """(corpus, language, running text, the ends to be found)."""
    rows = defaultdict(list)
    for corpus, language, sentence in sentences(folder):
        text = sentence.strip()
        if text.endswith(FINAL) and not text[0].islower():
            rows[corpus, language].append(text)
    for (corpus, language), texts in rows.items():
        for start in range(0, len(texts), TOGETHER):
            group = texts[start : start + TOGETHER]
            ends = {len(" ".join(group[: count + 1])) for count in range(len(group))}
            yield corpus, language, " ".join(group), ends


def main(folder: Path) -> None:
    theirs = pysbd_splitter()
    if theirs is None:
        print("without pysbd: pip install pysbd", file=sys.stderr)
    counts: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for corpus, language, text, ends in joined(folder / "dev"):
        for name, splitter in (("ours", ours), ("pysbd", theirs)):
            if splitter is None:
                continue
            found = splitter(text, language) - {len(text)}
            wanted = ends - {len(text)}
            for key in (corpus, "all"):
                tally = counts[language, key, name]
                for index, value in enumerate((len(found & wanted), len(found), len(wanted))):
                    tally[index] += value
    rows = []
    for (language, corpus, name), (right, found, wanted) in sorted(counts.items()):
        precision, recall = right / max(found, 1), right / max(wanted, 1)
        f1 = 2 * right / max(found + wanted, 1)
        rows.append((f"{language}, {corpus}", name, f"{wanted:,}", *map(figure, (precision, recall, f1))))
    print_table(("corpus", "segmenter", "ends", "precision", "recall", "F1"), rows)
