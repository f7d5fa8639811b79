"""How well names are compared, on development data: `python -m tests.benchmark FOLDER names`. FOLDER holds `dev/`."""

from __future__ import annotations

import csv
import difflib
import gzip
import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from auditor.bitext import Document, Pair
from auditor.names import NameDifference, name_differences, same_name
from auditor.names.gazetteer import gazetteer
from tests.benchmark.tables import figure, print_table

NAMES = 4000
SWAPS = 1500


def main(folder: Path) -> None:
    spelling(folder / "dev")
    planted = []
    for language in ("fr", "en"):
        planted.append(swapped(folder / "dev", language))
        planted += wrong_places(folder / "dev", language)
    print_table(("planted in a translation", "tried", "found", "at the very name"), planted)
    print_table(
        ("sound", "sentences", "share flagged", "by kind", "pairs a second"),
        [false_alarms(name, language, texts) for name, language, texts in sound(folder / "dev")],
    )


def spelling(dev: Path) -> None:
    """Same name or not: each Arabic name with its own spelling, one drawn by chance, the nearest of 30 that begin or end alike."""
    names = rows(dev / "names_person.en-ar.tsv.gz")
    pairs = [(row["ar"], row["en"]) for row in names if " " not in row["ar"] + row["en"]]
    draw = random.Random(1)  # noqa: S311
    draw.shuffle(pairs)
    known, near = defaultdict(set), defaultdict(list)
    for arabic, latin in pairs:
        known[arabic].add(latin)
        near[latin[:3]].append(latin)
        near[latin[-3:]].append(latin)
    scores = defaultdict(list)
    begun = time.perf_counter()
    for arabic, latin in pairs[:NAMES]:
        alike = [other for other in near[latin[:3]] + near[latin[-3:]] if other not in known[arabic]]
        alike = draw.sample(alike, min(30, len(alike)))
        scores["same"].append(same_name(arabic, latin))
        scores["random"].append(same_name(arabic, draw.choice(pairs)[1]))
        if alike:
            nearest = max(
                alike, key=lambda other: difflib.SequenceMatcher(None, other, latin, autojunk=False).ratio()
            )
            scores["near"].append(same_name(arabic, nearest))
    rate = sum(map(len, scores.values())) / (time.perf_counter() - begun)
    shown = []
    for strangers in ("random", "near"):
        right = sum(score >= 0.5 for score in scores["same"])
        wrong = sum(score >= 0.5 for score in scores[strangers])
        f1 = 2 * right / (len(scores["same"]) + right + wrong)
        shares = f1, right / len(scores["same"]), wrong / len(scores[strangers])
        shown.append((f"same or {strangers}", *map(figure, shares)))
    print_table(("names", "F1", "recall", "strangers taken for the same"), shown)
    print_table(("names", "a second"), [("comparisons, the choice of near names included", f"{rate:.0f}")])


def swapped(dev: Path, language: str) -> tuple[str, int, str, str]:
    """A name of PUD's marked ones, after another capitalised word, replaced by another name of the list."""
    records = [json.loads(line) for line in lines_of(dev / "pud.jsonl.gz")]
    persons = sorted({row["en"].title() for row in rows(dev / "names_person.en-ar.tsv.gz")
                      if int(row["count"]) > 20 and len(row["en"]) > 4 and row["en"].isalpha()})  # fmt: skip
    draw = random.Random(2)  # noqa: S311
    tried = found = exact = 0
    for record in records:
        text = record[language]
        for name in sorted(set(record[f"propn_{language}"])):
            if text.count(name) != 1 or len(name) < 4 or not name.isalpha() or not name[0].isupper():
                continue
            other = draw.choice(persons)
            start = text.index(name)
            found_here = differences(record["ar"], text.replace(name, other), language)
            tried += 1
            found += bool(found_here)
            exact += any(each.target.start == start for each in found_here)
    return f"another name, pud ar–{language}", tried, figure(found / tried), figure(exact / tried)


def wrong_places(dev: Path, language: str) -> Iterator[tuple[str, int, str, str]]:
    """A country of the translation replaced by another country; the same with a letter changed."""
    countries = sorted(
        {form.shown for place, forms in gazetteer(language).places.items() for form in forms[:1]
         if len(place) == 2 and len(form.words) == 1 and len(form.shown) > 5}
    )  # fmt: skip
    draw = random.Random(3)  # noqa: S311
    tried: Counter[str] = Counter()
    found: Counter[str] = Counter()
    texts = [
        each
        for name, tongue, listed in sound(dev)
        if tongue == language and name != "tico19"
        for each in listed
    ]
    for source, target in texts:
        for country in countries:
            if target.count(country) != 1:
                continue
            start = target.index(country)
            letter = draw.randrange(1, len(country) - 2)
            distorted = country[:letter] + draw.choice("bdfgklmnprst") + country[letter + 1 :]
            for kind, other in (("other", draw.choice(countries)), ("distorted", distorted)):
                tried[kind] += 1
                wrong = differences(source, target.replace(country, other), language)
                found[kind] += any(each.target.start == start for each in wrong)
    for kind, words in (("distorted", "a country with a letter changed"), ("other", "another country")):
        share = figure(found[kind] / tried[kind])
        yield f"{words}, ar–{language}", tried[kind], share, share


def sound(dev: Path) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    records = [json.loads(line) for line in lines_of(dev / "pud.jsonl.gz")]
    names = ("flores_devtest", "tico19")
    tables = {
        name: [line.split("\t") for line in lines_of(dev / f"{name}.ar-fr-en.tsv.gz")] for name in names
    }
    for column, language in ((1, "fr"), (2, "en")):
        yield "pud", language, [(record["ar"], record[language]) for record in records]
        for name, lines in tables.items():
            yield name, language, [(line[0], line[column]) for line in lines]


def false_alarms(name: str, language: str, texts: list[tuple[str, str]]) -> tuple[str, int, str, str, str]:
    """A row of figures; the first flags go to standard error."""
    begun = time.perf_counter()
    found = [(source, each) for source, target in texts for each in differences(source, target, language)]
    kinds = Counter(each.kind for _, each in found)
    segments = len({source for source, _ in found})
    rate = len(texts) / (time.perf_counter() - begun)
    for _, each in found[:SHOWN]:
        print(f"{name}: {each.kind}: {each.source.text} / {each.target.text}", file=sys.stderr)
    shown = ", ".join(f"{kind} {times}" for kind, times in sorted(kinds.items()))
    return f"{name} ar–{language}", len(texts), figure(segments / len(texts), 4), shown, f"{rate:.0f}"


SHOWN = 12


def differences(source: str, target: str, language: str) -> list[NameDifference]:
    pair = Pair(
        Document("source", "ar", source).passage(), Document("target", language, target).passage(), None, 1.0
    )
    return [each for each in name_differences([pair]) if each.kind != "convention"]


def rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def lines_of(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [line.rstrip("\n") for line in lines]
