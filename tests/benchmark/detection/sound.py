"""Sound human translations of the development data. They were translated by people, now and then wrongly: a flag can be right."""

import gzip
import json


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
