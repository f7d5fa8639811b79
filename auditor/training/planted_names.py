"""Sound pairs, and the same with a name taken out or replaced by another name: what leftover names are judged by.

Made of the even rows of the development sets (the odd ones are for measuring) and of a sample of the training corpora
that read most like the press.
"""

from __future__ import annotations

import csv
import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor.bitext import Document
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import SPELLS, alike
from auditor.names.pair.sides import Side, read_side

SAMPLES = (("ar-fr", "un_v1", 1500), ("ar-en", "un_v1", 1500), ("ar-en", "mt_geneval", 600), ("fr-en", "wmt", 1500),
           ("fr-en", "un_v1", 600))  # fmt: skip
"""Pairs taken of a training file and corpus, drawn with a fixed seed."""
PLANTED = 350
"""Names planted at most in each set, each once taken out and once replaced."""
SHORTEST = 40
"""Characters of a side of a training pair, below which it is no sentence."""
PERTURBED = ("critical_id9_ne_replaced", "critical_id25_ne_removed")


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two texts and their languages; `wrong`: a name was taken out or replaced in the target."""

    source: str
    target: str
    languages: tuple[str, str]
    wrong: bool = False

    def comparison(self) -> Comparison:
        source, target = (
            read_side(Document(language, language, text).passage())
            for text, language in zip((self.source, self.target), self.languages, strict=True)
        )
        return Comparison(source, target, [])


def name_pairs(folder: Path, *, fitted_on: bool) -> Iterator[tuple[NamePair, list[NamePair]]]:
    """Each sound pair with what is planted in it. `folder` holds dev/ and train/; `fitted_on`: even rows, else odd ones."""
    sets = list(development_sets(folder / "dev", int(not fitted_on)))
    if fitted_on:
        sets += [sample(folder / "train", *each) for each in SAMPLES]
    for pairs in sets:
        yield from planted(pairs)
    yield from perturbed(folder / "dev" / "demetr.fr-en.tsv.gz", int(not fitted_on))


def development_sets(dev: Path, first: int) -> Iterator[list[NamePair]]:
    """Every second row from `first` on of pud, flores_devtest and a part of tico19, in each pair of their languages."""
    pud = [json.loads(line) for line in _lines(dev / "pud.jsonl.gz")]
    rows: dict[str, list[tuple[str, ...]]] = {"pud": [(row["ar"], row["fr"], row["en"]) for row in pud]}
    for name, most in (("flores_devtest", 1012), ("tico19", 1500)):
        rows[name] = [tuple(line.split("\t")) for line in _lines(dev / f"{name}.ar-fr-en.tsv.gz")][:most]
    for listed in rows.values():
        for one, other in ((0, 1), (0, 2), (1, 2)):
            languages = ("ar", "fr", "en")[one], ("ar", "fr", "en")[other]
            yield [NamePair(row[one], row[other], languages) for row in listed[first::2]]


def sample(train: Path, languages: str, corpus: str, most: int) -> list[NamePair]:
    one, other = languages.split("-")
    with gzip.open(train / f"{languages}.tsv.gz", "rt", encoding="utf-8", newline="") as lines:
        rows = [
            (row[one], row[other])
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["corpus"].startswith(corpus) and min(len(row[one]), len(row[other])) > SHORTEST
        ]
    random.Random(1).shuffle(rows)  # noqa: S311
    return [NamePair(*row, (one, other)) for row in rows[:most]]


def planted(pairs: list[NamePair]) -> Iterator[tuple[NamePair, list[NamePair]]]:
    """Each pair of a set; in a share of them the first name that both sides hold is taken out, and is replaced."""
    draw = random.Random(9)  # noqa: S311
    places = [_common_names(pair) for pair in pairs]
    pool = sorted(
        {pair.target[start:end] for pair, each in zip(pairs, places, strict=True) for start, end in each}
    )
    chosen = [index for index, each in enumerate(places) if each]
    draw.shuffle(chosen)
    kept = set(chosen[:PLANTED])
    for index, pair in enumerate(pairs):
        if index not in kept:
            yield pair, []
            continue
        start, end = draw.choice(places[index])
        strangers = [name for name in pool if name not in pair.target]
        texts = [re.sub(" +", " ", pair.target[:start] + pair.target[end:])]
        texts += [pair.target[:start] + draw.choice(strangers) + pair.target[end:]] if strangers else []
        yield pair, [NamePair(pair.source, text, pair.languages, wrong=True) for text in texts]


def _common_names(pair: NamePair) -> list[tuple[int, int]]:
    """Where the target has a name, once, that the source has as well."""
    compared = pair.comparison()
    names = [word for word in compared.source.words if word.is_name or word.begins]
    target = compared.target
    found = []
    for first, last in _runs(target):
        words = [index for index in range(first, last + 1) if index not in target.covered]
        heard = all(any(alike(name, target.words[index]) >= SPELLS for name in names) for index in words)
        part = target.part(first, last)
        if heard and pair.target.count(part.text) == 1:
            found.append((part.start, part.end))
    return found


def _runs(side: Side) -> Iterator[tuple[int, int]]:
    """Capitalised words one after the other of which the first is a name."""
    index = 0
    while index < len(side.words):
        last = index
        if side.words[index].is_name:
            while (
                last + 1 < len(side.words)
                and side.words[last + 1].is_capital
                and side.between(last, last + 1) == " "
            ):
                last += 1
            yield index, last
        index = last + 1


def perturbed(path: Path, first: int) -> Iterator[tuple[NamePair, list[NamePair]]]:
    """Every second row of demetr with a name replaced or taken out."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        rows = [
            row
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["pert_name"] in PERTURBED
        ]
    for row in rows[first::2]:
        languages = ("fr", "en")
        wrong = NamePair(row["src_fr"], row["mt_en_pert"], languages, wrong=True)
        yield NamePair(row["src_fr"], row["mt_en_good"], languages), [wrong]


def _lines(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [line.rstrip("\n") for line in lines]
