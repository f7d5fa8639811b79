"""Fits how likely an opposite is an error: `python -m auditor.training polarity FOLDER OUT`.

Sound pairs of running text and of the development sets, against the same with an opposite planted. A fifth of the
pairs of running text, by a checksum of the original, and half of those of the development sets are left out for reporting.
OUT is auditor/polarity/data.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from math import log
from pathlib import Path
from typing import NamedTuple

import numpy as np

from auditor.alignment.belonging import belonging
from auditor.embedding import Encoder, load_encoder
from auditor.polarity import opposites
from auditor.polarity.reading import Side, read_side
from auditor.training.corpora import LANGUAGE_PAIRS, rows
from auditor.training.denied_pairs import Pair, checksum, development_pairs, documents
from auditor.training.planted_opposites import Opposites, turned
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
RIDGE = 5.0
USUAL = 30.0
"""Times that every pair of opposites is taken to have been met beside those that were counted."""
BATCH = 256
LIMITS = (0.4, 0.8)
"""Log odds from which on a finding is worth a minor and a major remark: set by what they flag of the sound pairs of
`tests/benchmark/polarity.py`.
"""


class Example(NamedTuple):
    """What is known of a candidate, and whether it was planted; `name` is its pair of opposites."""

    name: str
    features: tuple[float, ...]
    is_planted: bool
    pair: Pair


def main(folder: Path, out: Path) -> None:
    """Writes weights.toml and worth.toml."""
    encoder = load_encoder(None)
    known = {language: Opposites(language, texts(folder, language)) for language in ("fr", "en")}
    examples = list(gather(folder, encoder, known))
    counts = Counter((each.name, each.is_planted) for each in examples if each.pair.is_fitted_on)
    names = sorted({name for name, _ in counts})
    header = "# Log odds by feature, fitted by `python -m auditor.training polarity`; 0.5 and 0.7 are the probabilities\n"
    header += "# from which on a finding is worth a minor and a major remark.\n"
    write(out / "weights.toml", header, {"opposite": fit(examples, counts)})
    header = "# What a pair of opposites adds to the log odds of an error: how often it was met where opposites were\n"
    header += "# planted, against how often in sound translations.\n"
    write(out / "worth.toml", header, {"opposite": {name: round(worth(counts, name), 2) for name in names}})


def texts(folder: Path, language: str) -> Iterator[str]:
    for row in rows(folder / "train" / f"ar-{language}.tsv.gz"):
        yield row[language]


def pairs(folder: Path) -> Iterator[Pair]:
    draw = random.Random(SEED)  # noqa: S311, a sample, not a secret
    yield from development_pairs(folder)
    for left, right in LANGUAGE_PAIRS:
        for row in rows(folder / "train" / f"{left}-{right}.tsv.gz"):
            if 25 < len(row[left]) < 450 and row["corpus"] != "quran" and draw.random() < SHARES[left]:
                register = "best" if row["corpus"].startswith(BEST) else "other"
                yield Pair(register, row[left], row[right], (left, right), checksum(row[left]) % 10 < 8)


def gather(folder: Path, encoder: Encoder, known: dict[str, Opposites]) -> Iterator[Example]:
    draw = random.Random(SEED)  # noqa: S311
    aligner = WordAligner(encoder)
    every = pairs(folder)
    while batch := list(islice(every, BATCH)):
        both = [documents(each) for each in batch]
        sound = [
            each for each, (likely, _) in zip(batch, belonging(both, encoder), strict=True) if likely >= SAME
        ]
        made: list[tuple[int, Pair]] = []
        for each, alignment in zip(sound, aligner.align([documents(each) for each in sound]), strict=True):
            yield from candidates(each, alignment)
            changed = turned(*sides(alignment), known[each.languages[1]], draw)
            if changed is not None:
                made.append((changed[1], each._replace(target=changed[0])))
        aligned = aligner.align([documents(pair) for _, pair in made])
        for (start, pair), alignment in zip(made, aligned, strict=True):
            yield from candidates(pair, alignment, start)


def sides(alignment: WordAlignment) -> tuple[Side, Side]:
    return (
        read_side(alignment.source_words, alignment.source.language),
        read_side(alignment.target_words, alignment.target.language),
    )


def candidates(pair: Pair, alignment: WordAlignment, start: int | None = None) -> Iterator[Example]:
    """The opposites of a sound pair, or of a planted one those at the word that begins at `start`."""
    for each in opposites.candidates(*sides(alignment), alignment):
        if start is None or alignment.target_words[each.target.places[0]].start == start:
            name = each.source.label.partition(" ")[0]
            yield Example(name, each.features, start is not None, pair)


def worth(counts: Counter[tuple[str, bool]], name: str, *, less: bool | None = None) -> float:
    """The log odds that a pair of opposites adds; `less`: without one that was planted, or one that was not."""
    planted_ones = sum(count for (_, is_planted), count in counts.items() if is_planted)
    sound = sum(counts.values()) - planted_ones
    share = sound / (sound + planted_ones)
    ours = counts[name, False] - (less is False) + USUAL * share
    theirs = counts[name, True] - (less is True) + USUAL * (1 - share)
    return log(theirs / ours * sound / planted_ones)


def fit(examples: Sequence[Example], counts: Counter[tuple[str, bool]]) -> dict[str, float]:
    """The weights, scaled so that LIMITS are the probabilities 0.5 and 0.7."""
    fitted = [each for each in examples if each.pair.is_fitted_on]
    evidence = np.array([each.features for each in fitted], float)
    evidence[:, -1] = [worth(counts, each.name, less=each.is_planted) for each in fitted]
    truth = np.array([each.is_planted for each in fitted], float)
    times = np.array([WORTH[each.pair.register] for each in fitted])
    times[truth == 1] *= times[truth == 0].sum() / times[truth == 1].sum()
    weights = logistic(evidence, truth, RIDGE, times)
    minor, major = LIMITS
    scale = log(0.7 / 0.3) / (major - minor)
    weights = weights * scale
    weights[0] -= minor * scale
    return {name: round(float(weight), 3) for name, weight in zip(opposites.FEATURES, weights, strict=True)}


def write(path: Path, header: str, tables: dict[str, dict[str, float]]) -> None:
    lines = [header.rstrip("\n")]
    for kind, table in tables.items():
        lines += ["", f"[{kind}]", *(f'"{name}" = {value}' for name, value in table.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
