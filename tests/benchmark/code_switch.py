"""How well words of another language are found: `python -m tests.benchmark FOLDER code_switch`.

FOLDER holds `dev/`. Planted clauses, sentences and Arabic words with their spans; inserts of 1, 2, 3 and 6 words
made on the fly; sound text, where every flag is called a false alarm though some are foreign words indeed.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from auditor.bitext import Document
from auditor.language_runs import Run, read_runs
from auditor.language_runs.scores import plain
from auditor.language_runs.words import WORD
from tests.benchmark.tables import figure, print_table

INSERTS = 600
SEED = 7


def main(folder: Path) -> None:
    dev = folder / "dev"
    rows = list(json_lines(dev / "code_switch.jsonl.gz"))
    planted(rows)
    sound = sound_texts(dev)
    false_alarms(sound)
    false_alarms({("sound side of planted", main): texts for main, texts in sound_sides(rows).items()})
    inserts(sound)


def planted(rows: list[dict[str, Any]]) -> None:
    """Character F1, share found at all, share found exactly (but for punctuation at the edges)."""
    tallies: dict[tuple[str, ...], Tally] = defaultdict(Tally)
    for row in rows:
        runs = read(row["bad"], row["main"])
        for key in ((row["kind"],), (row["kind"], row["main"])):
            tallies[key].add(row["bad"], runs, *row["span"])
    rows = [(", ".join(key), *tally.row()) for key, tally in sorted(tallies.items())]
    print_table(("planted", *Tally.COLUMNS), rows)


def false_alarms(sound: dict[tuple[str, str], list[str]]) -> None:
    flagged = total = 0
    rows = []
    for (name, main), texts in sorted(sound.items()):
        begun = time.perf_counter()
        found = [(text, runs) for text in texts if (runs := read(text, main))]
        rate = len(texts) / (time.perf_counter() - begun)
        flagged, total = flagged + len(found), total + len(texts)
        rows.append(
            (f"{name}, {main}", len(texts), len(found), f"{len(found) / len(texts):.2%}", f"{rate:.0f}")
        )
        for _, runs in found:
            shown = " | ".join(f"{run.passage.text} ({run.log_odds:.1f})" for run in runs)
            print(f"{name} {main}: {shown}", file=sys.stderr)
    rows.append(("all", total, flagged, f"{flagged / total:.2%}", "–"))
    print_table(("sound", "sentences", "flagged", "share", "a second"), rows)


def inserts(sound: dict[tuple[str, str], list[str]]) -> None:
    """Words of one text put between two words of another.

    One word alone is drawn among those in small letters that no sound text of the main language has. Of several, many
    are names, figures or words that both languages have: "telling" are those with at least two words that are drawn likewise.
    """
    texts = {main: sound["flores", main] for main in ("fr", "en")}
    vocabulary = {
        main: {
            plain(word)
            for (_, each), found in sound.items()
            if each == main
            for text in found
            for word in WORD.findall(text)
        }
        for main in texts
    }
    rows = []
    for main, other in (("fr", "en"), ("en", "fr")):
        for length in (1, 2, 3, 6):
            draw, tally, telling = random.Random(SEED), Tally(), Tally()  # noqa: S311
            while tally.texts < INSERTS:
                words, host = draw.choice(texts[other]).split(), draw.choice(texts[main]).split()
                start, place = draw.randrange(max(1, len(words) - length)), draw.randrange(1, len(host))
                insert = " ".join(words[start : start + length]).strip(" .,;:()«»“”\"'?!\u00a0")
                if not insert or (
                    length == 1 and (not insert.islower() or plain(insert) in vocabulary[main])
                ):
                    continue
                before = " ".join(host[:place]) + " "
                text = f"{before}{insert} {' '.join(host[place:])}"
                place_of = text, read(text, main), len(before), len(before) + len(insert)
                tally.add(*place_of)
                tells = [
                    word
                    for word in WORD.findall(insert)
                    if word.islower() and plain(word) not in vocabulary[main]
                ]
                if len(tells) > 1:
                    telling.add(*place_of)
            rows.append((f"{length} of {other} in {main}", *tally.row()))
            if length > 1:
                rows.append((f"{length} of {other} in {main}, telling", *telling.row()))
    print_table(("words inserted", *Tally.COLUMNS), rows)


class Tally:
    COLUMNS = ("texts", "character F1", "found", "found exactly")

    def __init__(self) -> None:
        self.shared = self.given = self.wanted = self.found = self.exact = self.texts = 0

    def add(self, text: str, runs: tuple[Run, ...], start: int, end: int) -> None:
        wanted = set(range(start, end))
        given = {place for run in runs for place in range(run.passage.start, run.passage.end)}
        self.shared += len(wanted & given)
        self.wanted += len(wanted)
        self.given += len(given)
        self.found += not wanted.isdisjoint(given)
        edges = {text[place] for place in wanted ^ given}
        self.exact += len(runs) == 1 and not any(map(str.isalnum, edges))
        self.texts += 1

    def row(self) -> tuple[str, ...]:
        f1 = 2 * self.shared / max(1, self.given + self.wanted)
        return (
            f"{self.texts:,}",
            figure(f1),
            figure(self.found / self.texts),
            figure(self.exact / self.texts),
        )


def read(text: str, main: str) -> tuple[Run, ...]:
    return read_runs(Document("text", main, text).passage(), main)


def sound_texts(dev: Path) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for name, path in (("flores", "flores_devtest"), ("tico19", "tico19")):
        with gzip.open(dev / f"{path}.ar-fr-en.tsv.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                _, french, english = line.rstrip("\n").split("\t")[:3]
                found[name, "fr"][french] = found[name, "en"][english] = None
    for row in json_lines(dev / "pud.jsonl.gz"):
        for main in ("fr", "en"):
            found["pud", main][row[main]] = None
    for row in json_lines(dev / "human_errors.en-fr.jsonl.gz"):
        if row["system"].startswith("reference"):
            found["bio references", row["lp"][-2:]][row["tgt"]] = None
    return {key: list(texts) for key, texts in found.items()}


def sound_sides(rows: list[dict[str, Any]]) -> dict[str, list[str]]:
    return {main: sorted({row["good"] for row in rows if row["main"] == main}) for main in ("fr", "en")}


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)
