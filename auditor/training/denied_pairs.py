"""The negations of sound pairs, and of the same with a negation taken out or put in, with what is known of them."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from auditor.alignment.belonging import belonging
from auditor.bitext import Document, Passage
from auditor.embedding import Encoder
from auditor.polarity.denial import Denials
from auditor.polarity.phrases import Found
from auditor.polarity.reading import read_side
from auditor.polarity.signals import NONE, StandIn, features, named, stand_ins
from auditor.training.belonging import row_sets
from auditor.training.corpora import LANGUAGE_PAIRS, rows
from auditor.training.planted_polarity import Planted, planted
from auditor.word_alignment import WordAligner, WordAlignment

SEED = 4
SHARES = {"dev": 1.0, "best": 1.0, "other": 0.06}
"""Of the rows by register how many are read; of those from French into English a third of that."""
BEST = ("un_v1", "ndi_", "wmt_", "udhr", "xquad", "mlqa")
"""Beginnings of the names of the corpora whose register is nearest to the press."""
SAME = 0.9
"""Probability of belonging together below which a pair is not sound."""
BATCH = 256
LENGTHS = range(30, 600)
"""Characters of the originals that are read."""
LIKELY = 0.8
"""Affinity from which on a negation is the counterpart of another where one is taken out."""
BESIDE = 3
"""Words from the expected place within which what was taken out was the counterpart."""
DENIES = re.compile(
    r"(?<!\w)[وف]?(?:لا|لم|لن|ليس\w*|ألا|غير|[بلك]?عدم|دون|بدون|بلا|سوى|إلا|باستثناء|عدا|لولا|لايوجد|لايمكن)(?!\w)"
    r"|\b(?:not|cannot|\w+n[’']t|never|no|none|nobody|nothing|neither|without|ne|sans|aucun|aucune|nul|nulle)\b|\bn[’']"
)


class Pair(NamedTuple):
    """A row: where it is from, both texts, their languages, whether anything is fitted on it."""

    register: str
    source: str
    target: str
    languages: tuple[str, str]
    is_fitted_on: bool


class Example(NamedTuple):
    """A negation: what is known of it, but for what words are worth; `names` are as `signals.named` gives them, `met` the affinity of its counterpart. `number` is that of its pair."""

    number: int
    pair: Pair
    lost: bool
    kind: str
    row: list[float]
    words: list[StandIn]
    names: tuple[str, str, str]
    met: float
    is_planted: bool


def pairs(folder: Path) -> Iterator[Pair]:
    """The rows in whose texts anything denies."""
    draw = random.Random(SEED)  # noqa: S311, a sample, not a secret
    for each in every_pair(folder):
        share = SHARES[each.register] / (3 if each.languages[0] == "fr" else 1)
        if len(each.source) in LENGTHS and draw.random() < share:
            yield each


def every_pair(folder: Path) -> Iterator[Pair]:
    yield from development_pairs(folder)
    for left, right in LANGUAGE_PAIRS:
        for row in rows(folder / "train" / f"{left}-{right}.tsv.gz"):
            if row["corpus"] != "quran":
                register = "best" if row["corpus"].startswith(BEST) else "other"
                yield Pair(register, row[left], row[right], (left, right), checksum(row[left]) % 10 < 8)


def development_pairs(folder: Path) -> Iterator[Pair]:
    for _, found in row_sets(folder / "dev"):
        for row in found:
            for target in ("fr", "en"):
                yield Pair("dev", row["ar"], row[target], ("ar", target), checksum(row["ar"]) % 2 == 0)


def checksum(text: str) -> int:
    return zlib.crc32(text.encode())


def gather(folder: Path, encoder: Encoder) -> Iterator[Example]:
    """The negations of sound pairs and the planted ones."""
    draw = random.Random(SEED)  # noqa: S311
    aligner = WordAligner(encoder)
    every = pairs(folder)
    number = 0
    while batch := list(islice(every, BATCH)):
        both = [documents(each) for each in batch]
        sound = [
            each for each, (likely, _) in zip(batch, belonging(both, encoder), strict=True) if likely >= SAME
        ]
        denied = [bool(DENIES.search(each.source) or DENIES.search(each.target)) for each in sound]
        made: list[tuple[int, Pair, Planted, tuple[Denials, Denials]]] = []
        aligned = aligner.align([documents(each) for each in sound])
        for each, alignment, asked in zip(sound, aligned, denied, strict=True):
            number += 1
            sides = both_denials(alignment)
            if asked:
                for denials in sides:
                    yield from examples(number, each, denials)
            planted_ones = planted(each.source, each.target, each.languages, draw)
            made += [(number, each, one, sides) for one in planted_ones]
        changed = aligner.align(
            [documents(each._replace(source=one.source, target=one.target)) for _, each, one, _ in made]
        )
        for (place, each, one, sides), alignment in zip(made, changed, strict=True):
            yield from planted_examples(place, each, one, sides, alignment)


def documents(pair: Pair) -> tuple[Passage, Passage]:
    first, second = pair.languages
    return Document("", first, pair.source).passage(), Document("", second, pair.target).passage()


def both_denials(alignment: WordAlignment) -> tuple[Denials, Denials]:
    """The negations of the source, and those of the target."""
    source = read_side(alignment.source_words, alignment.source.language)
    target = read_side(alignment.target_words, alignment.target.language)
    return Denials(source, target, alignment, lost=True), Denials(target, source, alignment, lost=False)


def examples(
    number: int, pair: Pair, denials: Denials, marks: Sequence[Found] | None = None
) -> Iterator[Example]:
    """The negations of a side, those that have a sure counterpart without their features; with `marks`, planted ones."""
    asked = set(denials.candidates())
    for claim in denials.claims:
        if marks is not None and claim.mark not in marks:
            continue
        words = list(stand_ins(denials, claim))
        row = features(denials, claim, [], NONE) if claim in asked else []
        met = denials.met.get(claim.mark, (None, 0.0))[1]
        yield Example(
            number,
            pair,
            denials.lost,
            claim.mark.label,
            row,
            words,
            named(denials, claim),
            met,
            marks is not None,
        )


def planted_examples(
    number: int, pair: Pair, one: Planted, sound: tuple[Denials, Denials], alignment: WordAlignment
) -> Iterator[Example]:
    """The negations of a planted pair that lost their counterpart, or were put in."""
    lost, added = both_denials(alignment)
    denials = lost if one.kind != "added" else added
    if one.kind == "added" and one.target != pair.target:
        start, end = changed_span(one.target, pair.target)
        marks = list(touched(added, start, end))
    elif one.kind == "added":
        before, start, end = sound[1], *changed_span(pair.source, one.source)
        marks = [
            mark
            for mark, (answer, _) in before.met.items()
            if overlaps(before.other.passage(answer.places), start, end)
        ]
    else:
        before, start, end = sound[0], *changed_span(pair.target, one.target)
        marks = [claim.mark for claim in before.claims if stands_for(before, claim.mark, start, end)]
    changed = pair._replace(source=one.source, target=one.target)
    yield from examples(number, changed, denials, marks)


def changed_span(longer: str, other: str) -> tuple[int, int]:
    """What of a text is not as in the other."""
    most = min(len(longer), len(other))
    start = next((place for place in range(most) if longer[place] != other[place]), most)
    back = next(
        (place for place in range(most - start) if longer[-1 - place] != other[-1 - place]), most - start
    )
    return start, max(start + 1, len(longer) - back)


def overlaps(passage: Passage, start: int, end: int) -> bool:
    return passage.start < end and start < passage.end


def touched(denials: Denials, start: int, end: int) -> Iterator[Found]:
    for claim in denials.claims:
        if any(overlaps(denials.own.words[place].passage, start, end) for place in claim.mark.places):
            yield claim.mark


def stands_for(denials: Denials, mark: Found, start: int, end: int) -> bool:
    """Whether what was taken out of the target was the counterpart of a negation: the one that it has, or what stands nearest."""
    words = denials.other.words
    if mark in denials.met:
        answer, value = denials.met[mark]
        return value >= LIKELY and any(overlaps(words[place].passage, start, end) for place in answer.places)
    (claim,) = (each for each in denials.claims if each.mark == mark)
    spots = [place for place, word in enumerate(words) if overlaps(word.passage, start, end)]
    return bool(spots) and min(abs(place - claim.centre) for place in spots) <= BESIDE
