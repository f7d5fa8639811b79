"""Fits how likely a negation without counterpart, or an opposite, is an error: `python -m auditor.training polarity FOLDER OUT`.

Sound pairs of running text and of the development sets, against the same with a negation or an opposite planted. A fifth of the
pairs of running text, by a checksum of the original, and half of those of the development sets are left out for reporting.
OUT is auditor/polarity/data.
"""

from __future__ import annotations

import random
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from math import log
from pathlib import Path
from typing import NamedTuple

import numpy as np

from auditor.alignment.belonging import belonging
from auditor.bitext import Document, Passage
from auditor.embedding import Encoder, load_encoder
from auditor.polarity import opposites, signals
from auditor.polarity.denial import Denials
from auditor.polarity.negation import kind_of
from auditor.polarity.reading import Side, read_side
from auditor.polarity.standing import are_linked
from auditor.training.belonging import row_sets
from auditor.training.corpora import LANGUAGE_PAIRS, rows
from auditor.training.planted_opposites import Opposites, turned
from auditor.training.planted_polarity import planted
from auditor.training.weights import logistic
from auditor.word_alignment import WordAligner, WordAlignment

SEED = 4
SHARES = {"ar": 0.12, "fr": 0.03}
"""Of the rows of running text by their first language, how many are read."""
BEST = ("un_v1", "ndi_", "wmt_")
"""Beginnings of the names of the corpora whose register is nearest to the press."""
WORTH = {"dev": 4.0, "best": 2.0, "other": 0.3}
"""How often a row counts."""
SAME = 0.9
"""Probability of belonging together below which a pair is not sound."""
RIDGE, RIDGE_OF_FEW = 5.0, 2.0
FEW = frozenset({"without", "adjective", "verbal"})
USUAL = 30.0
"""Times that every pair of opposites is taken to have been met beside those that were counted."""
BATCH = 256
LIMITS = {
    "lost": (0.85, 1.1), "without": (0.2, 0.6), "adjective": (0.5, 0.8), "verbal": (1.1, 1.4), "added": (0.45, 0.8),
    "except": (-0.2, 0.3), "denying": (0.9, 1.2), "opposite": (0.4, 0.8),
}  # fmt: skip
"""Log odds from which on a finding is worth a minor and a major remark: set by what they flag of the sound pairs of
`tests/benchmark/polarity.py`, together about five and two and a half in a thousand, a third of them errors indeed. In the weights that are shipped the
biases of "lost" and "added" stand 1.1 higher than these limits make them, with the same sound pairs in view: half as many errors
again are found in French, at .1 % more of the sound pairs.
"""


class Pair(NamedTuple):
    """A row: where it is from, both texts, their languages, whether weights are fitted on it."""

    register: str
    source: str
    target: str
    languages: tuple[str, str]
    is_fitted_on: bool


class Example(NamedTuple):
    """What is known of a candidate, and whether it was planted; `name` is its pair of opposites, or the words of a negation."""

    kind: str
    name: str
    features: tuple[float, ...]
    is_planted: bool
    pair: Pair


def main(folder: Path, out: Path) -> None:
    """Writes weights.toml and worth.toml."""
    encoder = load_encoder(None)
    known = {language: Opposites(language, texts(folder, language)) for language in ("fr", "en")}
    examples = list(gather(folder, encoder, known))
    counts = Counter((each.name, each.is_planted) for each in examples if each.kind == "opposite")
    names = sorted({name for name, _ in counts})
    tables = {kind: fit(kind, [each for each in examples if each.kind == kind], counts) for kind in LIMITS}
    header = "# Log odds by feature, fitted by `python -m auditor.training polarity`; 0.5 and 0.7 are the probabilities\n"
    header += "# from which on a finding is worth a minor and a major remark.\n"
    write(out / "weights.toml", header, tables)
    header = "# What a pair of opposites adds to the log odds of an error: how often it was met where opposites were\n"
    header += "# planted, against how often in sound translations.\n"
    write(out / "worth.toml", header, {"opposite": {name: round(worth(counts, name), 2) for name in names}})


def texts(folder: Path, language: str) -> Iterator[str]:
    for row in rows(folder / "train" / f"ar-{language}.tsv.gz"):
        yield row[language]


def pairs(folder: Path) -> Iterator[Pair]:
    draw = random.Random(SEED)  # noqa: S311, a sample, not a secret
    for _, found in row_sets(folder / "dev"):
        for row in found:
            for target in ("fr", "en"):
                yield Pair("dev", row["ar"], row[target], ("ar", target), checksum(row["ar"]) % 2 == 0)
    for left, right in LANGUAGE_PAIRS:
        for row in rows(folder / "train" / f"{left}-{right}.tsv.gz"):
            if 25 < len(row[left]) < 450 and row["corpus"] != "quran" and draw.random() < SHARES[left]:
                register = "best" if row["corpus"].startswith(BEST) else "other"
                yield Pair(register, row[left], row[right], (left, right), checksum(row[left]) % 10 < 8)


def checksum(text: str) -> int:
    return zlib.crc32(text.encode())


def gather(folder: Path, encoder: Encoder, known: dict[str, Opposites]) -> Iterator[Example]:
    draw = random.Random(SEED)  # noqa: S311
    aligner = WordAligner(encoder)
    every = pairs(folder)
    while batch := list(islice(every, BATCH)):
        both = [documents(each) for each in batch]
        sound = [
            each for each, (likely, _) in zip(batch, belonging(both, encoder), strict=True) if likely >= SAME
        ]
        made: list[tuple[str, int, Pair, list[Example]]] = []
        for each, alignment in zip(sound, aligner.align([documents(each) for each in sound]), strict=True):
            found = list(candidates(each, alignment, is_planted=False))
            yield from found
            for kind, source, target in planted(each.source, each.target, each.languages, draw):
                made.append((kind, -1, each._replace(source=source, target=target), found))
            changed = turned(*sides(alignment), known[each.languages[1]], draw)
            if changed is not None:
                made.append(("opposite", changed[1], each._replace(target=changed[0]), found))
        aligned = aligner.align([documents(pair) for _, _, pair, _ in made])
        for (kind, start, pair, found), alignment in zip(made, aligned, strict=True):
            yield from new_candidates(kind, start, pair, found, alignment)


def documents(pair: Pair) -> tuple[Passage, Passage]:
    first, second = pair.languages
    return Document("", first, pair.source).passage(), Document("", second, pair.target).passage()


def sides(alignment: WordAlignment) -> tuple[Side, Side]:
    return (
        read_side(alignment.source_words, alignment.source.language),
        read_side(alignment.target_words, alignment.target.language),
    )


def candidates(pair: Pair, alignment: WordAlignment, *, is_planted: bool) -> Iterator[Example]:
    source, target = sides(alignment)
    linked = are_linked(source, target, alignment.links)
    for lost in (True, False):
        own, other = (source, target) if lost else (target, source)
        found = Denials(own, other, alignment, lost=lost)
        for mark in (*found.singular_candidates(), *(() if linked else found.candidates())):
            name = own.passage(mark.places).text
            yield Example(kind_of(found, mark), name, signals.features(found, mark), is_planted, pair)
    for each in opposites.candidates(source, target, alignment):
        name = each.source.label.partition(" ")[0]
        yield Example("opposite", name, each.features, is_planted, pair)


def new_candidates(
    kind: str, start: int, pair: Pair, sound: Sequence[Example], alignment: WordAlignment
) -> Iterator[Example]:
    """Those of a planted pair that the sound one has not; of opposites those at the word that begins at `start`."""
    if kind == "opposite":
        for found in opposites.candidates(*sides(alignment), alignment):
            if alignment.target_words[found.target.places[0]].start == start:
                name = found.source.label.partition(" ")[0]
                yield Example(kind, name, found.features, is_planted=True, pair=pair)
        return
    kinds = {"lost", *FEW} if kind == "lost" else {kind}
    before = [each.name for each in sound if each.kind in kinds]
    for each in candidates(pair, alignment, is_planted=True):
        if each.kind not in kinds:
            continue
        if each.name in before:
            before.remove(each.name)
        else:
            yield each


def worth(counts: Counter[tuple[str, bool]], name: str, *, less: bool | None = None) -> float:
    """The log odds that a pair of opposites adds; `less`: without one that was planted, or one that was not."""
    planted_ones = sum(count for (_, is_planted), count in counts.items() if is_planted)
    sound = sum(counts.values()) - planted_ones
    share = sound / (sound + planted_ones)
    ours = counts[name, False] - (less is False) + USUAL * share
    theirs = counts[name, True] - (less is True) + USUAL * (1 - share)
    return log(theirs / ours * sound / planted_ones)


def fit(kind: str, examples: Sequence[Example], counts: Counter[tuple[str, bool]]) -> dict[str, float]:
    """The weights of a kind, scaled so that its LIMITS are the probabilities 0.5 and 0.7."""
    names = opposites.FEATURES if kind == "opposite" else signals.FEATURES
    fitted = [each for each in examples if each.pair.is_fitted_on]
    evidence = np.array([each.features for each in fitted], float)
    if kind == "opposite":
        evidence[:, -1] = [worth(counts, each.name, less=each.is_planted) for each in fitted]
    truth = np.array([each.is_planted for each in fitted], float)
    times = np.array([WORTH[each.pair.register] for each in fitted])
    times[truth == 1] *= times[truth == 0].sum() / times[truth == 1].sum()
    weights = logistic(evidence, truth, RIDGE_OF_FEW if kind in FEW else RIDGE, times)
    minor, major = LIMITS[kind]
    scale = log(0.7 / 0.3) / (major - minor)
    weights = weights * scale
    weights[0] -= minor * scale
    return {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}


def write(path: Path, header: str, tables: dict[str, dict[str, float]]) -> None:
    lines = [header.rstrip("\n")]
    for kind, table in tables.items():
        lines += ["", f"[{kind}]", *(f'"{name}" = {value}' for name, value in table.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
