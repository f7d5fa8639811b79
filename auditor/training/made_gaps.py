"""Pairs in which a clause or a word was left out of one side, or put into it: what gaps are learned from.

Clauses, phrases and words are what `gap_pieces` says. Left out: a piece of one side; the gap is what the other side had
linked to it, where that is one stretch. Put in: a piece of another sentence of the same set. Everything is drawn with a
fixed seed.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.bitext import Passage
from auditor.training.corpora import clean, rows
from auditor.training.gap_pieces import left_out, put_in
from auditor.training.judged_words import json_rows, passage, plain_rows
from auditor.word_alignment import WordAligner, WordAlignment

LINKED, PURE = 0.3, 0.75
"""Plausibility from which on a content word is linked; share of the linked words of a gap that are linked to what was left out."""
Operation = tuple[str, str, int]
OPERATIONS: tuple[Operation, ...] = tuple(
    itertools.product(("clause", "word"), ("left out", "put in"), (0, 1))
)
PHRASES: tuple[Operation, ...] = tuple(itertools.product(("phrase",), ("left out", "put in"), (0, 1)))
EACH = 3
"""Operations drawn for each sound pair."""
PROSE = {
    "un_v1_devset": 250, "un_v1_testset": 250, "ndi_catco_guide": 100, "gndem": 70, "wmt_newstest_fr-en": 500,
    "xquad": 100, "mt_geneval": 130, "refugies_info": 50, "nextstrain_sitrep": 35, "cc_legalcode": 35,
    "dz_treasury": 50, "debian_handbook": 70, "mozilla_org": 70,
}  # fmt: skip
"""Rows taken of each corpus of running prose and language pair, about."""
SHORTEST, LONGEST = 8, 60
"""Words of the translation of such a row."""
PAIRS = (("ar", "fr"), ("ar", "en"), ("fr", "en"))
SEED = 7
TOGETHER = 100
"""Rows that are aligned at once, with what is made of them."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sound pair; `is_fitted_on` where weights may be fitted on it: all of train, even rows of the development sets."""

    set: str
    source: Passage
    target: Passage
    is_fitted_on: bool

    def side(self, side: int) -> Passage:
        return (self.source, self.target)[side]


@dataclass(frozen=True, slots=True)
class MadePair:
    """A pair, sound or with a gap: `kind` says how it was made ("sound", "clause left out", "word put in", ...).

    `gap` is the slice of the side `side` that the other lacks, in characters of its passage; empty in a sound pair.
    """

    kind: str
    row: Row
    alignment: WordAlignment
    side: int
    gap: tuple[int, int]
    words: int


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be aligned; `cut` is the slice that was left out of the side that `side` is not."""

    kind: str
    row: Row
    source: Passage
    target: Passage
    side: int
    gap: tuple[int, int] = (0, 0)
    cut: tuple[int, int] = (0, 0)


def development_rows(dev: Path) -> Iterator[Row]:
    """FLORES, PUD and every third row of TICO-19 in three language pairs."""
    for name, table in (
        ("flores", plain_rows(dev / "flores_devtest.ar-fr-en.tsv.gz")),
        ("pud", json_rows(dev / "pud.jsonl.gz")),
        ("tico19", plain_rows(dev / "tico19.ar-fr-en.tsv.gz")[::3]),
    ):
        for one, other in PAIRS:
            for number, row in enumerate(table):
                yield Row(name, passage(row[one], one), passage(row[other], other), number % 2 == 0)


def prose_rows(train: Path) -> Iterator[Row]:
    """Rows of PROSE, evenly over each corpus."""
    for one, other in (("ar", "en"), ("ar", "fr"), ("fr", "en")):
        found: dict[str, list[tuple[str, str]]] = {}
        for row in rows(train / f"{one}-{other}.tsv.gz"):
            if row["corpus"] in PROSE and SHORTEST <= len(row[other].split()) <= LONGEST:
                found.setdefault(row["corpus"], []).append((clean(row[one]), clean(row[other])))
        for corpus, texts in found.items():
            for source, target in texts[:: max(1, len(texts) // PROSE[corpus])]:
                yield Row(corpus, passage(source, one), passage(target, other), is_fitted_on=True)


def made_pairs(
    sound: Sequence[Row],
    aligner: WordAligner,
    *,
    each: int = EACH,
    operations: Sequence[Operation] = OPERATIONS,
) -> Iterator[MadePair]:
    """Each sound pair, then those that were made of it by some of the operations."""
    draw = random.Random(SEED)  # noqa: S311, a sample, not a secret
    groups = itertools.groupby(sound, key=lambda row: (row.set, row.source.language, row.target.language))
    for _, group in groups:
        alike = list(group)
        for start in range(0, len(alike), TOGETHER):
            planned = [
                [
                    _Plan("sound", row, row.source, row.target, -1),
                    *_plans(row, draw.choice(alike), draw, draw.sample(operations, len(operations))[:each]),
                ]
                for row in alike[start : start + TOGETHER]
            ]
            aligned = iter(aligner.align([(plan.source, plan.target) for plans in planned for plan in plans]))
            for plans in planned:
                first = None
                for plan in plans:
                    alignment = next(aligned)
                    first = first or alignment
                    made = _made(plan, alignment, first)
                    if made is not None:
                        yield made


def _plans(row: Row, other: Row, draw: random.Random, operations: Sequence[Operation]) -> Iterator[_Plan]:
    for unit, how, side in operations:
        of, own = row.side(side), other.side(side)
        if how == "left out":
            plan = left_out(of, unit, draw)
        else:
            plan = None if of.text == own.text else put_in(of, own, unit, draw)
        if plan is None:
            continue
        text, gap, cut = plan
        changed = passage(text, of.language)
        source, target = (row.source, changed) if side else (changed, row.target)
        yield _Plan(f"{unit} {how}", row, source, target, 1 - side if how == "left out" else side, gap, cut)


def _made(plan: _Plan, alignment: WordAlignment, sound: WordAlignment) -> MadePair | None:
    """None where nothing is known to be the gap."""
    if not alignment.source_words or not alignment.target_words:
        return None
    side = plan.side
    if side < 0:
        return MadePair(plan.kind, plan.row, alignment, side, plan.gap, 0)
    gap = plan.gap if plan.gap[1] else _counterpart(sound, side, plan.cut)
    words = (alignment.source_words, alignment.target_words)[side]
    content = sum(word.is_content and gap[0] <= word.start and word.end <= gap[1] for word in words)
    least = 1 if plan.kind.startswith("word") else 2
    return MadePair(plan.kind, plan.row, alignment, side, gap, content) if content >= least else None


def _counterpart(sound: WordAlignment, side: int, cut: tuple[int, int]) -> tuple[int, int]:
    """What of one side is linked to a slice of the other, or nothing where that is no stretch of its own."""
    own, other = (sound.source_words, sound.target_words)[:: 1 if side == 0 else -1]
    plausibility = sound.plausibility if side == 0 else sound.plausibility.T
    links = [
        (place, int(row.argmax()))
        for place, row in enumerate(plausibility)
        if own[place].is_content and row.max() >= LINKED
    ]
    inside = [place for place, link in links if cut[0] <= other[link].start and other[link].end <= cut[1]]
    if not inside:
        return 0, 0
    between = sum(inside[0] <= place <= inside[-1] for place, _ in links)
    if len(inside) < PURE * between:
        return 0, 0
    return own[inside[0]].start, own[inside[-1]].end
