"""False alarms of all checks together: the share of sound human segments with a finding of major or above.

Every n-th row of each set, so that a run takes minutes. The sets were translated by people, now and then wrongly: a
flag can be right.
"""

import gzip
import json
from collections import Counter

from auditor.config import Options
from auditor.findings import Severity
from auditor.pipeline import Auditor
from auditor.readers.pairs import PairRecord
from tests.benchmark.tables import print_table

ROWS = 500  # of each set, about


def main(folder):
    auditor = Auditor(Options())
    shares = []
    total = flagged_in_all = 0
    for name, whole in sound_sets(folder / "dev"):
        rows = whole[:: max(1, len(whole) // ROWS)]
        codes = Counter()
        flagged = 0
        for number, (source, target, languages) in enumerate(rows):
            record = PairRecord(number + 1, number, source, target, *languages)
            found = {each.code for each in auditor.check(record).findings if each.severity >= Severity.MAJOR}
            codes.update(found)
            flagged += bool(found)
        total, flagged_in_all = total + len(rows), flagged_in_all + flagged
        shown = ", ".join(f"{code} {times}" for code, times in codes.most_common())
        shares.append((name, len(rows), f"{flagged / len(rows):.2%}", shown))
    shares.append(("all", total, f"{flagged_in_all / total:.2%}", ""))
    print_table(("sound segments", "n", "flagged at major or above", "by code"), shares)


def sound_sets(folder):
    for name in ("flores_devtest", "tico19"):
        rows = [line.split("\t") for line in lines(folder / f"{name}.ar-fr-en.tsv.gz")]
        yield f"{name} ar–fr", [(row[0], row[1], ("ar", "fr")) for row in rows]
        yield f"{name} ar–en", [(row[0], row[2], ("ar", "en")) for row in rows]
    rows = [json.loads(line) for line in lines(folder / "pud.jsonl.gz")]
    for language in ("fr", "en"):
        yield f"pud ar–{language}", [(row["ar"], row[language], ("ar", language)) for row in rows]
    rows = [json.loads(line) for line in lines(folder / "numbers_sound.jsonl.gz")]
    yield (
        "numbers_sound, unmodified",
        [(row["src_ar"], row["tgt"], ("ar", row["tgt_lang"])) for row in rows if row["kind"] == "unmodified"],
    )
    header, *rows = (line.split("\t") for line in lines(folder / "contratico_ar_fr.tsv.gz"))
    places = header.index("src_ar"), header.index("fr_good")
    yield "contratico, sound side", [(*(row[place] for place in places), ("ar", "fr")) for row in rows]
    rows = [json.loads(line) for line in lines(folder / "human_errors.en-fr.jsonl.gz")]
    yield (
        "human_errors, human references",
        [
            (row["src"], row["tgt"], tuple(row["lp"].split("-")))
            for row in rows
            if row["system"].startswith("reference")
        ],
    )


def lines(path):
    with gzip.open(path, "rt", encoding="utf-8") as text:
        return [line.rstrip("\n") for line in text]
