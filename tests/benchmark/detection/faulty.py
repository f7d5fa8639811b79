"""Pairs of a sound and a changed translation from the development sets, every n-th row of a kind."""

import csv
import gzip
import json
from collections import defaultdict
from dataclasses import dataclass

ROWS = 150  # of each kind, about
NOTHING_CHANGED = "0"


@dataclass(frozen=True)
class Faulty:
    """`harmless`: the change is none that a reader would be misled by."""

    set: str
    kind: str
    source: str
    good: str
    bad: str
    languages: tuple[str, str]
    harmless: bool = False


def faulty_rows(dev):
    kinds = defaultdict(list)
    for read in (_numbers, _switches, _terms, _contratico, _demetr):
        for row in read(dev):
            if row.good != row.bad:
                kinds[row.set, row.kind].append(row)
    for some in kinds.values():
        yield from some[:: max(1, len(some) // ROWS)]


def _numbers(dev):
    for row in json_lines(dev / "numbers_corrupted.jsonl.gz"):
        where = (
            "numbers, value in the original" if row["value_in_src"] else "numbers, value not in the original"
        )
        yield Faulty(where, row["kind"], row["src_ar"], row["good"], row["bad"], ("ar", row["tgt_lang"]))


def _switches(dev):
    for row in json_lines(dev / "code_switch.jsonl.gz"):
        kind = row["kind"].replace("_", " ")
        yield Faulty("code switch", kind, row["src_ar"], row["good"], row["bad"], ("ar", row["main"]))


def _terms(dev):
    for row in json_lines(dev / "wrong_terms.ar-fr.jsonl.gz"):
        kind = row["kind"].replace("_", " ")
        yield Faulty("wrong terms", kind, row["ar"], row["fr_good"], row["fr_bad"], ("ar", "fr"))


def _contratico(dev):
    for row in table(dev / "contratico_ar_fr.tsv.gz"):
        if row["changed"] != NOTHING_CHANGED:
            yield Faulty(
                "contratico",
                row["perturbation"].replace("_", " "),
                row["src_ar"],
                row["fr_good"],
                row["fr_pert"],
                ("ar", "fr"),
                row["severity"] == "minor",
            )


def _demetr(dev):
    for row in table(dev / "demetr.fr-en.tsv.gz"):
        kind = row["pert_name"].partition("_id")[2].partition("_")[2].replace("_", " ")
        languages = ("fr", "en")
        harmless = row["severity"] == "minor" or kind == "reference"
        yield Faulty("demetr", kind, row["src_fr"], row["mt_en_good"], row["mt_en_pert"], languages, harmless)


def json_lines(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def table(path):
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
