"""How well names are compared, on development data: `python -m tests.benchmark FOLDER names`. FOLDER holds `dev/`."""

from __future__ import annotations

import csv
import difflib
import gzip
import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from auditor.bitext import Document, Pair
from auditor.checks.name_changed import SURE
from auditor.folding import folded
from auditor.names import NameDifference, name_deviations, name_differences, same_name
from auditor.names.spelling.conformity import conforms
from auditor.names.words.gazetteer import gazetteer
from auditor.names.words.vocabulary import common_latin
from tests.benchmark.tables import figure, print_table
from tests.press_names import NameText, WrongName, name_texts

NAMES = 4000
SIZE = 12


def main(folder: Path) -> None:
    """What leftover names are judged by is fitted on even rows; planted and sound pairs are odd ones."""
    spelling(folder / "dev")
    letters(folder / "dev")
    planted = []
    for language in ("fr", "en"):
        planted += marked_names(folder / "dev", language)
        planted += wrong_places(folder / "dev", language)
    print_table(
        ("planted in a translation", "tried", "found", "major"), [*planted, *perturbed(folder / "dev")]
    )
    print_table(("press names", "sentences", "flagged", "errors", "found", "major"), map(press_names, (0, 1)))
    print_table(
        ("sound", "sentences", "share flagged", "major", "by kind", "pairs a second"),
        [false_alarms(*each) for each in sound(folder / "dev")],
    )
    print_table(
        ("documents of 12 pairs", "tried", "found"),
        [row for language in ("fr", "en") for row in documents(folder / "dev", language)],
    )


def press_names(half: int) -> tuple[str, int, int, int, str, str]:
    """Sentences of the press with names made wrong, of one half (tests/data/names)."""
    texts = [each for each in name_texts() if each.half == half]
    flagged = sum(bool(differences(each.original, each.sound, each.language)) for each in texts)
    found = [levels(hits(each, error)) for each in texts for error in each.errors]
    return ("looked at", "held apart")[half], len(texts), flagged, len(found), *shares(found)


def hits(text: NameText, error: WrongName) -> list[NameDifference]:
    """What is found of a name made wrong: where it stands, or of the original alone."""
    start = text.sound.index(error.right)
    end = start + len(error.wrong)
    return [
        each
        for each in differences(text.original, text.faulty(error), text.language)
        if each.target is None or not error.wrong or (each.target.start <= end and start <= each.target.end)
    ]


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


def letters(dev: Path) -> None:
    """Of names with a letter that foreign ones hardly have, and of those with the nearest other that begins or ends alike, how many conform."""
    names = rows(dev / "names_person.en-ar.tsv.gz")
    pairs = [
        (row["ar"], row["en"]) for row in names if " " not in row["ar"] + row["en"] and len(row["en"]) > 3
    ]
    pairs = sorted({pair for pair in pairs if len(pair[0]) > 3 and not set("حعصضظقط").isdisjoint(pair[0])})
    known, near = defaultdict(set), defaultdict(list)
    for arabic, latin in pairs:
        known[arabic].add(latin)
        near[latin[:3]].append(latin)
        near[latin[-3:]].append(latin)
    same, other = [], []
    for arabic, latin in pairs:
        same.append(conforms(folded(arabic), latin))
        alike = [each for each in near[latin[:3]] + near[latin[-3:]] if each not in known[arabic]]
        if alike:
            nearest = max(
                alike, key=lambda each: difflib.SequenceMatcher(None, each, latin, autojunk=False).ratio()
            )
            other.append(conforms(folded(arabic), nearest))
    shares = sum(same) / len(same), sum(other) / len(other)
    print_table(
        ("Arabic names", "conform", "near strangers that conform"), [(str(len(pairs)), *map(figure, shares))]
    )


def marked_names(dev: Path, language: str) -> Iterator[tuple[str, int, str, str]]:
    """Each of PUD's marked names taken out, replaced by another of them, and by a person of the list."""
    records = [json.loads(line) for line in lines_of(dev / "pud.jsonl.gz")]
    persons = sorted({row["en"].title() for row in rows(dev / "names_person.en-ar.tsv.gz")
                      if int(row["count"]) > 20 and len(row["en"]) > 4 and row["en"].isalpha()})  # fmt: skip
    marked = [[name for name in sorted(set(record[f"propn_{language}"])) if is_planted(record[language], name)]
              for record in records]  # fmt: skip
    pool = sorted({name for names in marked for name in names})
    draw = random.Random(2)  # noqa: S311
    found: defaultdict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for record, names in list(zip(records, marked, strict=True))[1::2]:
        text = record[language]
        for name in names:
            for kind, other in (
                ("a name left out", ""),
                ("a marked name for another", draw.choice([each for each in pool if each not in text])),
                ("a person for a name", draw.choice(persons)),
            ):
                changed = text.replace(name, other) if other else re.sub(" +", " ", text.replace(name, ""))
                found[kind].append(levels(differences(record["ar"], changed, language)))
    for kind, each in found.items():
        yield f"{kind}, pud ar–{language}", len(each), *shares(each)


def is_planted(text: str, name: str) -> bool:
    if text.count(name) != 1 or len(name) < 4 or not name.isalpha() or not name[0].isupper():
        return False
    start = text.index(name)
    return (
        not text[start - 1 : start].isalpha()
        and not text[start + len(name) : start + len(name) + 1].isalpha()
    )


def perturbed(dev: Path) -> Iterator[tuple[str, int, str, str]]:
    for kind in ("critical_id9_ne_replaced", "critical_id25_ne_removed"):
        listed = [row for row in rows(dev / "demetr.fr-en.tsv.gz") if row["pert_name"] == kind]
        listed = [row for index, row in enumerate(listed) if index % 2]
        found = [levels(differences(row["src_fr"], row["mt_en_pert"], "en", "fr")) for row in listed]
        yield f"demetr {kind}", len(found), *shares(found)


def levels(found: list[NameDifference]) -> tuple[bool, bool]:
    """Whether something is found, and found major."""
    return bool(found), any(each.confidence >= SURE for each in found)


def shares(found: list[tuple[bool, bool]]) -> tuple[str, str]:
    return figure(sum(any_ for any_, _ in found) / len(found)), figure(
        sum(major for _, major in found) / len(found)
    )


def documents(dev: Path, language: str) -> Iterator[tuple[str, int, str]]:
    """A marked name of PUD in a sentence that stands three times, a letter of it changed in the last; and sound documents."""
    column = 1 if language == "fr" else 2
    draw = random.Random(4)  # noqa: S311
    found: list[bool] = []
    for record in [json.loads(line) for line in lines_of(dev / "pud.jsonl.gz")][1::2]:
        text = record[language]
        for name in sorted(set(record[f"propn_{language}"])):
            if len(name) < 5 or not is_planted(text, name) or folded(name) in common_latin():
                continue
            letter = draw.randrange(2, len(name) - 1)
            other = draw.choice([each for each in "bdfgklmnprst" if each != name[letter]])
            wrong = text.replace(name, name[:letter] + other + name[letter + 1 :])
            texts = [(record["ar"], text)] * 2 + [(record["ar"], wrong)]
            found.append(bool(name_deviations(bitext(texts, language))))
    yield (
        f"a letter of a repeated name changed, pud ar–{language}",
        len(found),
        figure(sum(found) / len(found)),
    )
    table = [line.split("\t") for line in lines_of(dev / "flores_devtest.ar-fr-en.tsv.gz")]
    flagged = []
    for start in range(0, len(table) - SIZE, SIZE):
        texts = [(line[0], line[column]) for line in table[start : start + SIZE]]
        flagged.append(bool(name_deviations(bitext(texts, language))))
    share = figure(sum(flagged) / len(flagged), 4)
    yield f"sound, flores_devtest ar–{language}", len(flagged), share


def bitext(texts: list[tuple[str, str]], language: str) -> list[Pair]:
    source = Document("source", "ar", "\n".join(one for one, _ in texts))
    target = Document("target", language, "\n".join(other for _, other in texts))
    pairs = []
    here = there = 0
    for one, other in texts:
        parts = source.passage(here, here + len(one)), target.passage(there, there + len(other))
        pairs.append(Pair(*parts, None, 1.0))
        here, there = here + len(one) + 1, there + len(other) + 1
    return pairs


def wrong_places(dev: Path, language: str) -> Iterator[tuple[str, int, str, str]]:
    """A country of the translation replaced by another country; the same with a letter changed."""
    countries = sorted(
        {form.shown for place, forms in gazetteer(language).places.items() for form in forms[:1]
         if len(place) == 2 and len(form.words) == 1 and len(form.shown) > 5}
    )  # fmt: skip
    draw = random.Random(3)  # noqa: S311
    found: defaultdict[str, list[tuple[bool, bool]]] = defaultdict(list)
    texts = [
        each
        for name, original, tongue, listed in sound(dev)
        if (original, tongue) == ("ar", language) and name != "tico19"
        for each in listed
    ]
    for source, target in texts:
        for country in countries:
            if target.count(country) != 1:
                continue
            letter = draw.randrange(1, len(country) - 2)
            distorted = country[:letter] + draw.choice("bdfgklmnprst") + country[letter + 1 :]
            for kind, other in (("other", draw.choice(countries)), ("distorted", distorted)):
                wrong = differences(source, target.replace(country, other), language)
                found[kind].append(levels(wrong))
    for kind, words in (("distorted", "a country with a letter changed"), ("other", "another country")):
        yield f"{words}, ar–{language}", len(found[kind]), *shares(found[kind])


def sound(dev: Path) -> Iterator[tuple[str, str, str, list[tuple[str, str]]]]:
    """Odd rows of the sound sets: name, languages, texts."""
    records = [json.loads(line) for line in lines_of(dev / "pud.jsonl.gz")]
    tables = {"pud": [(record["ar"], record["fr"], record["en"]) for record in records]}
    for name in ("flores_devtest", "tico19"):
        tables[name] = [tuple(line.split("\t")) for line in lines_of(dev / f"{name}.ar-fr-en.tsv.gz")]
    languages = ("ar", "fr", "en")
    for name, table in tables.items():
        for one, other in ((0, 1), (0, 2), (1, 2)):
            yield name, languages[one], languages[other], [(row[one], row[other]) for row in table[1::2]]


def false_alarms(
    name: str, source: str, target: str, texts: list[tuple[str, str]]
) -> tuple[str, int, str, str, str, str]:
    """A row of figures; the first flags go to standard error."""
    begun = time.perf_counter()
    found = [differences(one, other, target, source) for one, other in texts]
    rate = len(texts) / (time.perf_counter() - begun)
    kinds = Counter(each.kind for listed in found for each in listed)
    for each in [each for listed in found for each in listed][:SHOWN]:
        shown = each.target.text if each.target else "–"
        print(f"{name}: {each.kind} {each.confidence}: {each.source.text} / {shown}", file=sys.stderr)
    any_, major = (sum(each) / len(texts) for each in zip(*map(levels, found), strict=True))
    shown = ", ".join(f"{kind} {times}" for kind, times in sorted(kinds.items()))
    return f"{name} {source}–{target}", len(texts), figure(any_, 4), figure(major, 4), shown, f"{rate:.0f}"


SHOWN = 12


def differences(source: str, target: str, language: str, original: str = "ar") -> list[NameDifference]:
    pair = Pair(
        Document("source", original, source).passage(),
        Document("target", language, target).passage(),
        None,
        1.0,
    )
    return [each for each in name_differences([pair]) if each.kind != "convention"]


def rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def lines_of(path: Path) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [line.rstrip("\n") for line in lines]
