"""Fits what tells that a word is missing in a translation: `python -m auditor.training missing_words FOLDER OUT --texts FOLDER …`.

Single words of content are left out of the translations of FOLDER/dev, and of the sound ones of the texts (folders as
tests/press/README.md describes them); DEMETR brings others. A forest learns to tell the seams that they left from all
others, by FEATURES; OUT is the file to write. Of the development sets only the half is read that others are fitted on as well.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.embedding import load_encoder
from auditor.missing_words.missing import judged_seams
from auditor.pipeline import Auditor
from auditor.training.denied_pairs import checksum
from auditor.training.forest import Plan, by_halves, fitted
from auditor.training.judged_words import passage, table_rows
from auditor.training.leftover_names import calibrate
from auditor.training.made_gaps import Row, development_rows, made_pairs
from auditor.training.told import sound_text, text_folders
from auditor.word_alignment import WordAligner, WordAlignment

Doubles = NDArray[np.float64]

EACH = 4
"""Words left out of each translation, one at a time."""
REMOVED = ("verb_removed", "noun_removed", "subj_removed", "ne_removed", "adj_adv_removed")
"""Endings of the names of the errors of DEMETR that leave a word out."""
HERE, NEAR = 3, 25
"""Characters up to which a seam is the one that a word left, and up to which one beside it teaches nothing."""
PLAN = Plan(trees=200, levels=5, rate=0.1, ridge=10.0)
TOGETHER = 512


class Torn(NamedTuple):
    """A pair of the set `name`; `cut`: where a word was left out of its translation, None in a sound one; `group`: common to
    all of one sound text.
    """

    name: str
    group: int
    is_fitted_on: bool
    alignment: WordAlignment
    cut: int | None


class Judged(NamedTuple):
    """The features of the seams of a pair that are looked at, and which of them a word left: 1, 0, or -1 where that teaches nothing."""

    group: int
    is_torn: bool
    features: list[tuple[float, ...]]
    truth: list[int]


def add_options(parser: argparse.ArgumentParser) -> None:
    """What this training takes beyond FOLDER and OUT."""
    parser.add_argument("--texts", type=Path, nargs="+", required=True, help="folders of texts")


def main(folder: Path, out: Path, texts: Sequence[Path]) -> None:
    """Raises AuditorError where a file is missing, and for a folder without texts."""
    auditor = Auditor()
    sound = [row for part in texts for text in text_folders(part) for row in sound_rows(text, auditor)]
    fitted_on = [each for each in torn_pairs(folder / "dev") if each.is_fitted_on]
    every = list(judged([*fitted_on, *words_left_out(sound)]))
    rows, truth, groups = _columns(every)
    even = np.ones(len(rows))
    judges = by_halves(rows, truth, even, groups % 2, PLAN)
    best = [
        float(judges[each.group % 2].logits(np.array(each.features, np.float32)).max())
        for each in every
        if each.features
    ]
    pairs = [(each.features, each.is_torn) for each in every]
    calibration = np.array(calibrate(best, pairs), np.float32)
    judge = fitted(rows, truth, even, PLAN)
    np.savez_compressed(out, allow_pickle=False, calibration=calibration, **judge.arrays("forest"))


def torn_pairs(dev: Path) -> Iterator[Torn]:
    """Sound pairs of development sets, and those in whose translation a word is missing."""
    yield from words_left_out(list(development_rows(dev)))
    aligner = WordAligner(load_encoder(None))
    listed = [row for row in table_rows(dev / "demetr.fr-en.tsv.gz") if row["pert_name"].endswith(REMOVED)]
    for column in ("mt_en_good", "mt_en_pert"):
        pairs = [(passage(row["src_fr"], "fr"), passage(row[column], "en")) for row in listed]
        for row, alignment in zip(listed, aligner.align(pairs), strict=True):
            sound, text = row["mt_en_good"], row[column]
            cut = None if text == sound else _shared(sound, text)
            name = f"DEMETR {row['pert_name'].partition('_id')[2].partition('_')[2].replace('_', ' ')}"
            yield Torn(name, checksum(sound), checksum(row["src_fr"]) % 2 == 0, alignment, cut)


def words_left_out(rows: Sequence[Row]) -> Iterator[Torn]:
    """Each of the sound pairs, and the same without one of the words of its translation."""
    operations = [("word", "left out", 1)] * EACH
    for made in made_pairs(rows, WordAligner(load_encoder(None)), each=EACH, operations=operations):
        sound, text = made.row.target.text, made.alignment.target.text
        cut = None if made.kind == "sound" else _shared(sound, text)
        name = f"{made.row.set} {made.row.source.language}–{made.row.target.language}"
        yield Torn(name, checksum(sound), made.row.is_fitted_on, made.alignment, cut)


def sound_rows(text: Path, auditor: Auditor) -> Iterator[Row]:
    """The pairs of sentences of the sound translation of a text."""
    language, original, sound = sound_text(text)
    bitext = auditor.align(*auditor.documents(("original", original), (language, sound)))
    for pair in bitext.pairs:
        if pair.source is not None and pair.target is not None:
            sides = passage(pair.source.text, "ar"), passage(pair.target.text, language)
            yield Row("press", *sides, is_fitted_on=True)


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))


def judged(pairs: Sequence[Torn]) -> Iterator[Judged]:
    """All of them, also those without a seam that is looked at."""
    source = iter(pairs)
    while some := list(islice(source, TOGETHER)):
        found = {
            number: (pair, seams) for number, pair, seams in judged_seams([each.alignment for each in some])
        }
        for number, each in enumerate(some):
            pair, seams = found.get(number, (None, []))
            truth = [_truth(pair.pieces[seam.place].start, each.cut) for seam in seams if pair]
            yield Judged(each.group, each.cut is not None, [seam.features for seam in seams], truth)


def _truth(start: int, cut: int | None) -> int:
    """1 for the seam that a word left, 0 for others, -1 for one near it."""
    if cut is None:
        return 0
    apart = abs(start - cut)
    return 1 if apart <= HERE else -1 if apart < NEAR else 0


def _columns(every: Sequence[Judged]) -> tuple[NDArray[np.float32], Doubles, NDArray[np.int64]]:
    """The features of all seams that teach something, whether a word left them, and the groups of their pairs."""
    taught = [
        (features, truth, each.group)
        for each in every
        for features, truth in zip(each.features, each.truth, strict=True)
        if truth >= 0
    ]
    features, truths, groups = zip(*taught, strict=True)
    return np.array(features, np.float32), np.array(truths, np.float64), np.array(groups, np.int64)
