"""Development sets that say which words stand for each other, and which words of a translation are wrong."""

from __future__ import annotations

import csv
import difflib
import gzip
import json
import random
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.bitext import Document, Passage
from auditor.word_alignment.words import Word

TOKEN = re.compile(r"\w+")
PUNCTUATION = re.compile(r"[.,;:!?()«»\"]")
WRONG_KINDS = {
    "critical_id7_antonym": "demetr_antonym",
    "critical_id9_ne_replaced": "demetr_name",
    "major_id3_hypernym": "demetr_hypernym",
}
NEGATED = "contratico_negated"
"""Alterations without another word: something was put in or left out, a negation mostly."""
THIRD = 3
"""Of TICO-19, which is large, every third row is judged."""
SYNTHETIC = 400
"""Sentences of each set and language pair in which one word is replaced by a word of another sentence."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair of passages with the slices of the target that are wrong, none in a sound pair; `kind` names set and kind."""

    kind: str
    source: Passage
    target: Passage
    wrong: tuple[tuple[int, int], ...]

    @property
    def is_fitted_on(self) -> bool:
        """Whether it belongs to the half that weights are fitted on; all rows of a source text fall on one side."""
        return zlib.crc32(self.source.text.encode()) % 2 == 0


def passage(text: str, language: str) -> Passage:
    return Document(f"text.{language}", language, text).passage()


def json_rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def table_rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def plain_rows(path: Path) -> list[dict[str, str]]:
    """Rows of a table without header: Arabic, French, English."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [dict(zip(("ar", "fr", "en"), line.rstrip("\n").split("\t"), strict=True)) for line in lines]


def judged(dev: Path) -> Iterator[Judged]:
    """All judged pairs of the folder `dev`, set by set."""
    for row in json_rows(dev / "wrong_terms.ar-fr.jsonl.gz"):
        if row["kind"] == "wrong_term":
            source = passage(row["ar"], "ar")
            yield Judged(
                "wrong_terms", source, passage(row["fr_bad"], "fr"), ((row["span"][0], row["span"][1]),)
            )
            yield Judged("wrong_terms_sound", source, passage(row["fr_good"], "fr"), ())
    for row in table_rows(dev / "contratico_ar_fr.tsv.gz"):
        if row["perturbation"] in ("alteration", "synonym"):
            source = passage(row["src_ar"], "ar")
            changed = changes(row["fr_good"], row["fr_pert"]) if row["perturbation"] == "alteration" else ()
            kind = (
                f"contratico_{row['perturbation']}"
                if changed or row["perturbation"] == "synonym"
                else NEGATED
            )
            yield Judged(kind, source, passage(row["fr_pert"], "fr"), changed)
            if row["perturbation"] == "alteration":
                yield Judged("contratico_sound", source, passage(row["fr_good"], "fr"), ())
    for row in table_rows(dev / "demetr.fr-en.tsv.gz"):
        if row["pert_name"] in WRONG_KINDS:
            source = passage(row["src_fr"], "fr")
            changed = changes(row["mt_en_good"], row["mt_en_pert"])
            yield Judged(WRONG_KINDS[row["pert_name"]], source, passage(row["mt_en_pert"], "en"), changed)
            yield Judged("demetr_sound", source, passage(row["mt_en_good"], "en"), ())
    for name, rows in (
        ("flores", plain_rows(dev / "flores_devtest.ar-fr-en.tsv.gz")),
        ("pud", json_rows(dev / "pud.jsonl.gz")),
        ("tico19", plain_rows(dev / "tico19.ar-fr-en.tsv.gz")[::THIRD]),
    ):
        for one, other in (("ar", "fr"), ("ar", "en"), ("fr", "en")):
            pairs = [(passage(row[one], one), passage(row[other], other)) for row in rows]
            yield from (Judged(f"{name}_{one}-{other}_sound", source, target, ()) for source, target in pairs)
            yield from replaced(f"{name}_{one}-{other}_replaced", pairs)


def further_sound(dev: Path) -> Iterator[Judged]:
    """The rows of TICO-19 that `judged` passes over."""
    rows = plain_rows(dev / "tico19.ar-fr-en.tsv.gz")
    rest = [row for number, row in enumerate(rows) if number % THIRD]
    for one, other in (("ar", "fr"), ("ar", "en"), ("fr", "en")):
        for row in rest:
            source, target = passage(row[one], one), passage(row[other], other)
            yield Judged(f"further_{one}-{other}_sound", source, target, ())


def changes(sound: str, wrong: str) -> tuple[tuple[int, int], ...]:
    """The slices of the words of `wrong` that stand where `sound` has others."""
    ones, others = list(TOKEN.finditer(sound)), list(TOKEN.finditer(wrong))
    matcher = difflib.SequenceMatcher(None, [m[0] for m in ones], [m[0] for m in others], autojunk=False)
    return tuple(
        (others[start].start(), others[end - 1].end())
        for tag, _, _, start, end in matcher.get_opcodes()
        if tag == "replace"
    )


def replaced(kind: str, pairs: Sequence[tuple[Passage, Passage]]) -> Iterator[Judged]:
    """Pairs with one longer lower-case target word replaced by such a word of another sentence; seeded."""
    draw = random.Random(kind)  # noqa: S311
    words = [
        [m for m in TOKEN.finditer(target.text) if len(m[0]) > 4 and m[0].islower()] for _, target in pairs
    ]
    for number in sorted(draw.sample(range(len(pairs)), min(SYNTHETIC, len(pairs)))):
        others = words[draw.randrange(len(pairs))]
        if words[number] and others:
            gone, come = draw.choice(words[number]), draw.choice(others)[0]
            if gone[0][:4] != come[:4]:
                source, target = pairs[number]
                text = target.text[: gone.start()] + come + target.text[gone.end() :]
                yield Judged(
                    kind, source, passage(text, target.language), ((gone.start(), gone.start() + len(come)),)
                )


def token_spans(tokens: Sequence[Sequence[str]], text: str) -> dict[str, tuple[int, int]]:
    """Where each token of a manual alignment stands; the parts of a contraction (ids a-b) stand where it does."""
    spans: dict[str, tuple[int, int]] = {}
    place = 0
    for name, form in tokens:
        start = text.find(form, place)
        if name in spans or start < 0:
            continue
        place = start + len(form)
        first, _, last = name.partition("-")
        spans.update({str(number): (start, place) for number in range(int(first), int(last or first) + 1)})
    return spans


def gold_links(
    row: dict[str, Any], other: str, english: Sequence[Word], words: Sequence[Word]
) -> set[tuple[int, int]]:
    """The manual links as places in our words: (English, other language)."""
    one = _places(row["en"], row["text_en"], english)
    two = _places(row[other], row[f"text_{other}"], words)
    return {
        (i, j)
        for token, linked in row["alignment"].items()
        for name in linked
        for i in one.get(token, ())
        for j in two.get(name, ())
    }


def _places(tokens: Sequence[Sequence[str]], text: str, words: Sequence[Word]) -> dict[str, list[int]]:
    return {
        name: [k for k, word in enumerate(words) if word.passage.start < end and start < word.passage.end]
        for name, (start, end) in token_spans(tokens, text).items()
    }
