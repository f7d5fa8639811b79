"""Numbers: corruptions found by kind, alarms on sound translations, values of the recognizer cases read exactly.

Every segment pair is compared by itself, as `auditor check` does. A corruption counts as found when a difference
covers the changed characters (for a dropped number: when any difference is reported that the sound pair has not).
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path

from auditor.alignment.belonging import belonging
from auditor.bitext import Document, Pair
from auditor.embedding import Encoder, load_encoder
from auditor.quantities import Difference, Kind, PairQuantities, compare_quantities, read_quantities
from auditor.quantities.differ.confidence import confidence
from tests.benchmark.tables import figure, print_table

MODELS = ("NumberModel", "OrdinalModel", "PercentModel")
# Kinds of recognizer cases that no press text has, or that are read otherwise on purpose, by how they are written.
_FIFTHS = r"(twenty|hundred|thousand)[a-z -]*[ -](fifths?|firsts)"
_CINQUIEMES = r"(vingt|cent|mille)[a-zé -]*[ -](cinqui[eè]mes?|uni[eè]me|premières)"
_AKHMAS = r"(مائة|مئة|عشرون|عشرين|ثلاثون|ثلاثين)[\w ]* ([أا]خماس|خمس|خمسين|وخُمسَين)"
LEFT_OUT = {
    kind: re.compile(pattern)
    for kind, pattern in {
        "powers and floating point (1.1^23, 12.32e+14)": r"\^|\d[eE][+-]?\d|x10",
        "addresses, telephone numbers, dates (192.168.1.2): strings of digits": (
            r"\d\.\d+\.\d+\.\d|\d-\d{3}-\d|\d/\d+/\d{4}"
        ),
        "a part said by two whole numbers (one out of three, un sur trois): both are read": (
            r"\b(over|out of|sur|على)\b|\b1 in\b|(واحد|ثلاثة|مائة|1) (من|في) |جزء|[أا]جزاء|من مائة"
        ),
        "lakh and crore, groups of two digits (12,34,567)": r"lakh|crore|\d,\d\d,\d{3}",
        "digits before the word hundred (3 hundred and 21)": r"\d\s*(hundred|cents?\b|مائة|مئة)",
        "letters for thousands and more that stand apart or touch no money (10G, 2.33 k)": (
            r"\d(G|b|MM)\b|\d\s+[GMk]\b"
        ),
        "fractions of more than the whole or of dozens of parts (twenty-three fifths, one twenty-fifth)": (
            rf"{_FIFTHS}|{_CINQUIEMES}|{_AKHMAS}|خمس خمس|خمس العشرون|وعشرونات"
        ),
        "tens and units added one by one, a part of another scale added (a billion and a half million)": (
            r"(twenty|vingt) (and|et) t\w+ (and|et)|illi(on|ard)s? (and|et) [\w ]+ millions?$"
        ),
        "dozens added to hundreds, and cut short (3 dzs)": r"(hundred|cent|مائة)\b.*(dozens|douzaines|دزينتين)|do?zs",
        "parts of a million and less, which the expected decimals do not show": r"illion(th|i[eè]me)s?\b",
        "Arabic words for a part that are another word as well, alone (خمس: five, ثمن: price)": r"(^|و )خمس$|\bثمن\b",
        "a minus apart from its number, sums in words": r"^- \d|[a-z0-9] - [a-z\d]|\d - ",
    }.items()
}


def differences(
    source: str, target: str, source_language: str, target_language: str
) -> tuple[Difference, ...]:
    """What `auditor check` finds: the pair as sure as it is that its sides belong together, where its numbers differ at all."""
    one = Document("source", source_language, source)
    other = Document("target", target_language, target)
    read = (
        read_quantities(one.passage(), source_language),
        read_quantities(other.passage(), target_language),
    )
    found = compare_quantities([PairQuantities(Pair(one.passage(), other.passage(), None, 1.0), *read)])
    if not found:
        return ()
    return compare_quantities([PairQuantities(aligned(one, other), *read)])


@cache
def encoder() -> Encoder:
    return load_encoder(None)


def aligned(source: Document, target: Document) -> Pair:
    """The two texts as one bead, with its similarity and confidence."""
    whole = (source.passage(), target.passage())
    ((confidence, similarity),) = belonging([whole], encoder())
    return Pair(*whole, similarity, confidence)


def json_lines(path: Path) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def table(path: Path, header: list[str] | None = None) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, header, delimiter="\t", quoting=csv.QUOTE_NONE)


def has_digits(*texts: str) -> bool:
    return any(any(character.isdecimal() for character in text) for text in texts)


def found(row: dict) -> bool:
    reported = differences(row["src_ar"], row["bad"], "ar", row["tgt_lang"])
    start, end = row["start"], row["start"] + len(row["new"])
    if any(
        each.target and each.target.start < max(end, start + 1) and start < each.target.end
        for each in reported
    ):
        return True
    before = differences(row["src_ar"], row["good"], "ar", row["tgt_lang"])
    return len(reported) > len(before)


def measure_recall(folder: Path) -> None:
    total, hits = Counter(), Counter()
    for row in json_lines(folder / "numbers_corrupted.jsonl.gz"):
        hit = found(row)
        known = "value in source" if row["value_in_src"] else "value not in source"
        for key in ("all", row["kind"], row["tgt_lang"], known):
            total[key] += 1
            hits[key] += hit
    print_table(("corruptions", "planted", "found"), shares(hits, total))


def sound_pairs(folder: Path) -> Iterator[tuple[str, str, str, str, str]]:
    """(set, source, target, source language, target language) of translations by people, with digits on a side."""
    for row in json_lines(folder / "numbers_sound.jsonl.gz"):
        yield f"numbers_sound {row['kind']}", row["src_ar"], row["tgt"], "ar", row["tgt_lang"]
    for name in ("flores_devtest", "tico19"):
        for row in table(folder / f"{name}.ar-fr-en.tsv.gz", ["ar", "fr", "en"]):
            for one, other in (("ar", "en"), ("ar", "fr"), ("fr", "en"), ("en", "fr")):
                yield name, row[one], row[other], one, other
    for row in json_lines(folder / "pud.jsonl.gz"):
        for one, other in (("ar", "en"), ("ar", "fr"), ("en", "fr")):
            yield "pud", row[one], row[other], one, other
    for row in table(folder / "contratico_ar_fr.tsv.gz"):
        yield "contratico good", row["src_ar"], row["fr_good"], "ar", "fr"


def measure_alarms(folder: Path) -> None:
    total, alarms, codes = Counter(), Counter(), Counter()
    seconds = 0.0
    encoder()  # loaded before the clock starts
    for name, source, target, one, other in sound_pairs(folder):
        if not has_digits(source, target):
            continue
        started = time.process_time()
        reported = differences(source, target, one, other)
        seconds += time.process_time() - started
        for key in (f"{name} {one}-{other}", f"all {one}-{other}"):
            total[key] += 1
            alarms[key] += bool(reported)
        codes.update(f"{each.code} {each.severity.label}" for each in reported)
    print_table(("sound pairs with digits", "pairs", "share with an alarm"), shares(alarms, total, 4))
    print_table(("alarms by code and severity", ""), sorted(codes.items()))
    print_table(("speed", ""), [("segments a second", f"{total.total() / 2 / seconds:.0f}")])


def measure_confidence(folder: Path) -> None:
    """How often each kind of difference is right: the even rows are those of data/confidence.toml, the odd ones the test."""
    right, wrong = (Counter(), Counter()), (Counter(), Counter())
    for number, row in enumerate(json_lines(folder / "numbers_corrupted.jsonl.gz")):
        before = {each.how for each in differences(row["src_ar"], row["good"], "ar", row["tgt_lang"])}
        for each in differences(row["src_ar"], row["bad"], "ar", row["tgt_lang"]):
            if each.how not in before:
                (right if covers(each, row) else wrong)[number % 2][each.how] += 1
    seen = set()
    for number, (name, *pair) in enumerate(sound_pairs(folder)):
        if has_digits(*pair[:2]) and tuple(pair) not in seen and not name.startswith("numbers_sound"):
            seen.add(tuple(pair))
            wrong[number % 2].update(each.how for each in differences(*pair))
    rows = [
        (how, *(f"{right[side][how]} / {wrong[side][how]}" for side in (0, 1)), figure(confidence(how), 2))
        for how in sorted({*right[0], *right[1], *wrong[0], *wrong[1]} - {"order", "sign"})
    ]
    print_table(("kind of difference", "right / wrong, even", "odd", "confidence"), rows)


def covers(difference: Difference, row: dict) -> bool:
    """Whether the difference is the planted one: it overlaps the changed characters, or says that something is missing."""
    if row["kind"] == "drop" and (difference.target is None or difference.how == "bare sign"):
        return True
    start, end = row["start"], max(row["start"] + len(row["new"]), row["start"] + 1)
    target = difference.target
    return target is None or (target.start < end and start < target.end)


def expected_values(row: dict) -> list[Fraction]:
    values = []
    for result in row["results"]:
        text = (result.get("Resolution") or {}).get("value", "").rstrip("%").replace(",", ".")
        values.append(Fraction(text).limit_denominator(10**6))
    return values


def measure_readings(folder: Path) -> None:
    total, right, left_out = Counter(), Counter(), Counter()
    for row in json_lines(folder / "recognizers.jsonl.gz"):
        if row["model"] not in MODELS or not row["results"]:
            continue
        try:
            values = expected_values(row)
        except (ValueError, TypeError, AttributeError):
            continue  # "next", "last": positions, not values
        kind = next((kind for kind, pattern in LEFT_OUT.items() if pattern.search(row["input"])), None)
        document = Document("case", row["lang"], row["input"])
        quantities = [
            each for each in read_quantities(document.passage(), row["lang"]) if each.kind is not Kind.MONTH
        ]
        read = [
            {Fraction(-value if each.negative else value).limit_denominator(10**6) for value in each.readings}
            for each in quantities
        ]
        exact = all(any(value in readings for readings in read) for value in values)
        left_out[kind] += 1
        keys = ["all", "all that a press text may have", f"{row['model']} {row['lang']}"]
        for key in keys[: 1 if kind else 3]:
            total[key] += 1
            right[key] += exact
    del left_out[None]
    print_table(("left out of the recognizer cases", "cases"), left_out.most_common())
    print_table(("recognizer cases", "cases", "values all read"), shares(right, total))


def shares(part: Counter, total: Counter, digits: int = 3) -> list[tuple[str, str, str]]:
    return [(key, f"{total[key]:,}", figure(part[key] / total[key], digits)) for key in sorted(total)]


def main(folder: Path) -> None:
    """Prints the figures for the shared data folder."""
    measure_recall(folder / "dev")
    measure_alarms(folder / "dev")
    measure_confidence(folder / "dev")
    measure_readings(folder / "dev")
