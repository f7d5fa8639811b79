"""Sound translations and the same with an error planted, from the development sets."""

from __future__ import annotations

import csv
import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NOTHING_CHANGED = "0"


@dataclass(frozen=True, slots=True)
class PlantedError:
    """`bad` is `good` with a change of one kind; `harmless`: none that a reader would be misled by."""

    set: str
    kind: str
    source: str
    good: str
    bad: str
    languages: tuple[str, str]
    harmless: bool = False

    @property
    def is_fitted_on(self) -> bool:
        """Whether it is of the half that weights are fitted on; all rows of a source text fall on one side."""
        return zlib.crc32(self.source.encode()) % 2 == 0


def planted_errors(dev: Path) -> Iterator[PlantedError]:
    """Every row of the sets in `dev` in which something was changed."""
    for read in (_numbers, _switches, _terms, _contratico, _demetr):
        for row in read(dev):
            if row.good != row.bad:
                yield row


def _numbers(dev: Path) -> Iterator[PlantedError]:
    for row in json_lines(dev / "numbers_corrupted.jsonl.gz"):
        where = (
            "numbers, value in the original" if row["value_in_src"] else "numbers, value not in the original"
        )
        yield PlantedError(
            where, row["kind"], row["src_ar"], row["good"], row["bad"], ("ar", row["tgt_lang"])
        )


def _switches(dev: Path) -> Iterator[PlantedError]:
    for row in json_lines(dev / "code_switch.jsonl.gz"):
        kind = row["kind"].replace("_", " ")
        yield PlantedError("code switch", kind, row["src_ar"], row["good"], row["bad"], ("ar", row["main"]))


def _terms(dev: Path) -> Iterator[PlantedError]:
    for row in json_lines(dev / "wrong_terms.ar-fr.jsonl.gz"):
        kind = row["kind"].replace("_", " ")
        yield PlantedError("wrong terms", kind, row["ar"], row["fr_good"], row["fr_bad"], ("ar", "fr"))


def _contratico(dev: Path) -> Iterator[PlantedError]:
    for row in _table(dev / "contratico_ar_fr.tsv.gz"):
        if row["changed"] != NOTHING_CHANGED:
            texts = row["src_ar"], row["fr_good"], row["fr_pert"]
            kind = row["perturbation"].replace("_", " ")
            yield PlantedError("contratico", kind, *texts, ("ar", "fr"), row["severity"] == "minor")


def _demetr(dev: Path) -> Iterator[PlantedError]:
    for row in _table(dev / "demetr.fr-en.tsv.gz"):
        kind = row["pert_name"].partition("_id")[2].partition("_")[2].replace("_", " ")
        texts = row["src_fr"], row["mt_en_good"], row["mt_en_pert"]
        harmless = row["severity"] == "minor" or kind == "reference"
        yield PlantedError("demetr", kind, *texts, ("fr", "en"), harmless)


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _table(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
