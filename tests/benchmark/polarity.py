"""Negations, opposites, strangers, scrambled words and questions: what of planted errors is found, and what is flagged in sound text.

FOLDER holds `dev/`; with `train/` beside it, United Nations documents and news as well, on which nothing but the weight
of words that may hold a negation was learned. Errors are put in by rule: a “not” before a verb, or taken out; the
translation of another row; words in random order. The pairs of tests/data/polarity.toml were written for this.
"""

import csv
import gzip
import random
import re
import tomllib
import zlib
from collections import Counter
from pathlib import Path

from auditor.config import Options
from auditor.findings import Severity
from auditor.pipeline import Auditor
from auditor.readers.records import PairRecord
from tests.benchmark.detection.sound import lines, sound_sets
from tests.benchmark.tables import print_table

PAIRS = Path(__file__).parents[1] / "data" / "polarity.toml"
CODES = ("negation-changed", "meaning-changed")
ROWS = 400  # of each set, about
TRAIN = {
    "ar-fr": {"un_v1_testset"},
    "ar-en": {"un_v1_testset"},
    "fr-en": {"un_v1_testset", "wmt_newstest_fr-en"},
}
SURE = 0.9  # pairs of the sound sets below this confidence are no translations; they are counted apart
ADDED = {
    "en": re.compile(r"\b(is|are|was|were|has|have|will|could|may|should|would|had|must)\b(?! not)"),
    "fr": re.compile(
        r"(?<![nlsd]['’])(?<!ne )(?<!t-)(?<!y )\b(a|ont|est|sont|était|étaient|peut|peuvent|doit|doivent|sera|seront"
        r"|avait|avaient|fut)\b(?! (?:pas|plus|rien|jamais|aucun))"
    ),
}
REMOVED = {
    "en": (
        (r"\bcannot\b", "can"),
        (r"\b(is|are|was|were|did|does|do|has|have|had|could|would|should)n[’']t\b", r"\1"),
        (r"\bnot (?!only)", ""),
        (r"\bno longer\b", "still"),
    ),
    "fr": ((r"\b([Nn]e |[Nn][’'])(\w+)((?: \w+)?) (pas|plus|jamais)\b", r"\2\3"),),
}


def main(folder):
    auditor = Auditor(Options(select=CODES))
    columns = ("press-like pairs", "half", "n", "flagged, major", "any severity")
    print_table(columns, list(press_like(auditor)))
    sets = {
        name: thinned(rows) for name, rows in sound_sets(folder / "dev") if not name.startswith("numbers")
    }
    if (folder / "train").is_dir():
        for pair, corpora in TRAIN.items():
            sets |= train_sets(folder / "train", pair, corpora)
    print_table(
        (
            "sound segments",
            "n",
            "negation, major",
            "any severity",
            "meaning, major",
            "any severity",
            "no translations",
        ),
        [(name, *alarms(auditor, rows)) for name, rows in sets.items()],
    )
    print_table(
        ("planted", "n", "found, major", "any severity"),
        [(name, *recall(auditor, rows, code)) for name, rows, code in planted(folder / "dev", sets) if rows],
    )


def press_like(auditor):
    """What is said of the pairs of tests/data/polarity.toml, by kind, and of their sound translations, by half."""
    counts = Counter()
    rows = []
    for each in tomllib.loads(PAIRS.read_text(encoding="utf-8"))["pair"]:
        language = "fr" if "fr" in each else "en"
        half = "reported" if zlib.crc32(each["ar"].encode()) % 2 else "fitted"
        rows.append(("sound", half, (each["ar"], each[language], ("ar", language))))
        if "swap" in each:
            faulty = each[language].replace(*each["swap"])
            rows += [
                (kind, half, (each["ar"], faulty, ("ar", language))) for kind in (each["kind"], "all faulty")
            ]
    for (kind, half, _), pair in zip(rows, checked(auditor, [row for _, _, row in rows]), strict=True):
        severities = [each.severity for each in pair.findings if each.code in CODES]
        counts[kind, half, "n"] += 1
        counts[kind, half, "major"] += any(each >= Severity.MAJOR for each in severities)
        counts[kind, half, "any"] += bool(severities)
    for kind, half in sorted({key[:2] for key in counts}):
        of = counts[kind, half, "n"]
        yield (kind, half, of, *(f"{counts[kind, half, what] / of:.2f}" for what in ("major", "any")))


def thinned(rows):
    rows = list(dict.fromkeys(rows))
    return rows[:: max(1, len(rows) // ROWS)]


def train_sets(folder, pair, corpora):
    languages = tuple(pair.split("-"))
    with gzip.open(folder / f"{pair}.tsv.gz", "rt", encoding="utf-8") as text:
        rows = [line.rstrip("\n").split("\t") for line in text]
    for corpus in sorted(corpora):
        chosen = [(*row[:2], languages) for row in rows if row[2] == corpus and 40 < len(row[0]) < 600]
        yield f"{corpus} {pair}", thinned(chosen)


def checked(auditor, rows):
    records = [PairRecord(place + 1, place, *row[:2], *row[2]) for place, row in enumerate(rows)]
    return list(auditor.check_all(records))


def alarms(auditor, rows):
    counts = Counter()
    strangers = 0
    for pair in checked(auditor, rows):
        if pair.bitext.pairs[0].confidence < 1 - SURE:
            strangers += 1
            continue
        for code in CODES:
            severities = [each.severity for each in pair.findings if each.code == code]
            counts[code, "any"] += bool(severities)
            counts[code, "major"] += any(each >= Severity.MAJOR for each in severities)
    shown = (f"{counts[code, kind] / len(rows):.2%}" for code in CODES for kind in ("major", "any"))
    return (len(rows), *shown, strangers)


def recall(auditor, rows, codes):
    found = Counter()
    for pair in checked(auditor, rows):
        severities = [each.severity for each in pair.findings if each.code in codes]
        found["any"] += bool(severities)
        found["major"] += any(each >= Severity.MAJOR for each in severities)
    return (len(rows), *(f"{found[kind] / len(rows):.2f}" for kind in ("major", "any")))


def planted(folder, sets):
    negation, meaning = ("negation-changed",), ("meaning-changed",)
    demetr = perturbed(folder)
    for kind, code in (("id8_negation", CODES), ("id7_antonym", CODES), ("id19_question", meaning)):
        yield f"demetr {kind}", demetr[kind], code
    for kind in ("id20_shuffled", "id33_shuffle_trans"):
        yield f"demetr {kind}", demetr[kind], meaning
    header, *rows = (line.split("\t") for line in lines(folder / "contratico_ar_fr.tsv.gz"))
    columns = [dict(zip(header, row, strict=True)) for row in rows]
    altered = [row for row in columns if row["perturbation"] == "alteration"]
    for side, language in (("src_ar", "ar"), ("src_en", "en")):
        pairs = [(row[side], row["fr_pert"], (language, "fr")) for row in altered]
        denied = [negations(row["fr_good"]) != negations(row["fr_pert"]) for row in altered]
        yield (
            f"contratico {language}–fr, negations",
            [pair for pair, yes in zip(pairs, denied, strict=True) if yes],
            CODES,
        )
        yield (
            f"contratico {language}–fr, other alterations",
            [pair for pair, yes in zip(pairs, denied, strict=True) if not yes],
            CODES,
        )
    for name, rows in sets.items():
        made = random.Random(name)  # noqa: S311
        yield f"{name}: negation added", [row for row in map(denying(made), rows) if row], negation
        yield f"{name}: negation removed", [row for row in map(affirming, rows) if row], negation
        yield f"{name}: another row", strangers(rows), meaning
        yield f"{name}: words in random order", [scrambled(row, made) for row in rows[::4]], meaning


def perturbed(folder):
    found = {}
    with gzip.open(folder / "demetr.fr-en.tsv.gz", "rt", encoding="utf-8") as text:
        for row in csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE):
            kind = row["pert_name"].split("_", 1)[1]
            found.setdefault(kind, []).append((row["src_fr"], row["mt_en_pert"], ("fr", "en")))
    return found


def negations(text):
    return len(re.findall(r"\b(?:ne|n)\b[ ’'].*?\b(?:pas|aucune?|jamais)\b", text))


def denying(made):
    def denied(row):
        source, target, languages = row
        places = list(ADDED[languages[1]].finditer(target))
        if not places:
            return None
        place = made.choice(places)
        if languages[1] == "en":
            return source, f"{target[: place.end()]} not{target[place.end() :]}", languages
        before = "n’" if place[0][0] in "aeéo" else "ne "
        return source, f"{target[: place.start()]}{before}{place[0]} pas{target[place.end() :]}", languages

    return denied


def affirming(row):
    source, target, languages = row
    for pattern, plain in REMOVED[languages[1]]:
        changed, times = re.subn(pattern, plain, target, count=1)
        if times:
            return source, changed, languages
    return None


def strangers(rows):
    half = len(rows) // 2
    pairs = zip(rows, [*rows[half:], *rows[:half]], strict=True)
    return [
        (one[0], other[1], one[2])
        for one, other in pairs
        if one[2] == other[2] and len(other[1].split()) >= 8 and len(one[0].split()) >= 5
    ]


def scrambled(row, made):
    words = row[1].rstrip(".").split()
    made.shuffle(words)
    return row[0], " ".join(words) + ".", row[2]
