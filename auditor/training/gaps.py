"""Fits how gaps inside sentences are found: `python -m auditor.training gaps FOLDER OUT`.

Writes OUT, a JSON file, and the forest beside it as `.npz`.

Clauses and words left out of running prose of `train/` and of the development sets, or put into it (`made_gaps`). Of the
development sets even rows are fitted on; the others are for measuring.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.embedding import load_encoder
from auditor.forest import Forest
from auditor.gaps import coverage, features, likelihood
from auditor.gaps.looseness import WORD, Looseness
from auditor.gaps.margins import Margins
from auditor.gaps.traits import gap_table, word_traits
from auditor.training import forest
from auditor.training.gap_thresholds import PLAN, Judged, columns, thresholds
from auditor.training.made_gaps import (
    OPERATIONS,
    PAIRS,
    PHRASES,
    PROSE,
    MadePair,
    development_rows,
    made_pairs,
    prose_rows,
)
from auditor.training.weights import logistic
from auditor.word_alignment import WordAligner
from auditor.word_alignment.vectors import WordEncoder, embed

Doubles = NDArray[np.float64]
LOG = logging.getLogger("auditor.training")

PROSE_WORTH, WORTH = 0.15, {"word": 0.1, "phrase": 0.5}
"""What a pair of train counts for the judgement of stretches against one of the development sets, which nothing else was
learned from; what a single word and a phrase count against a clause."""
EACH = 6
"""Operations drawn for each sound pair."""
OVERLAP = 0.5
"""Of the content words of stretch and gap (2 shared / sum), from which on the stretch is the gap."""
TOGETHER = 200
"""Pairs whose words are read at once."""
STEP = 6
"""Of the pairs, each how many gives its words to the fit of the words."""


def main(folder: Path, out: Path) -> None:
    """Writes the fitted weights to `out`; those in place serve while the lengths and words are fitted."""
    encoder = load_encoder(None)
    aligner = WordAligner(encoder)
    fitted = [row for row in development_rows(folder / "dev") if row.is_fitted_on]
    rows = [*fitted, *prose_rows(folder / "train")]
    made = list(made_pairs(rows, aligner, each=EACH, operations=(*OPERATIONS, *PHRASES)))
    LOG.info("fits on %d pairs", len(made))
    table, judge = fit(made, encoder)
    np.savez_compressed(out.with_suffix(".npz"), allow_pickle=False, **judge.arrays("gap"))
    out.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def fit(made: Sequence[MadePair], encoder: WordEncoder | None) -> tuple[dict[str, Any], Forest]:
    """The table of data/gaps.json, and the forest of data/gaps.npz."""
    table: dict[str, Any] = {"lengths": lengths(made), "words": fit_words(made[::STEP])}
    use(table)
    judged = stretches(made, encoder)
    chosen = [place for place, each in enumerate(judged) if each.is_taught]
    rows, truth, worth = columns([judged[place] for place in chosen])
    size = len(features.WORDY)
    table["promise"] = named(features.WORDY, logistic(rows[:, :size], truth, times=worth))
    judge = forest.fitted(rows.astype(np.float32), truth, worth, PLAN)
    LOG.info("forest of %d stretches", len(rows))
    every = (*features.GLANCE, "stretch")
    table |= {"reported": 99.0, "major": 1.0, "calibration": [1.0, 0.0], "odds": dict.fromkeys(every, 0.0)}
    use(table, judge)
    rows, truth, worth = sides(made, encoder)
    table["odds"] = named(every, logistic(rows, truth, times=worth))
    return table | thresholds(made, judged), judge


def named(names: Sequence[str], weights: Doubles) -> dict[str, float]:
    return dict(zip(names, (round(float(each), 4) for each in weights), strict=True))


def use(table: dict[str, Any], judge: Forest | None = None) -> None:
    """Makes the rooms judge by these weights."""
    if judge is not None:
        likelihood.gap_forest()["gap"] = judge
    coverage.forget_weights()
    features.forget_lengths()
    gap_table().clear()
    gap_table().update(table)


def lengths(made: Sequence[MadePair]) -> dict[str, list[float]]:
    """Median and standard deviation of the log of target length / source length, in characters, of sound pairs."""
    found = {}
    for one, other in PAIRS:
        ratios = [
            np.log(len(each.row.target.text) / len(each.row.source.text))
            for each in made
            if each.kind == "sound" and (each.row.source.language, each.row.target.language) == (one, other)
        ]
        found[f"{one}-{other}"] = [round(float(np.median(ratios)), 4), round(float(np.std(ratios)), 4)]
    return found


def fit_words(made: Sequence[MadePair]) -> dict[str, float]:
    """Weights of WORD: words of sound pairs against those of clauses that were made gaps, and the words around them."""
    rows: list[list[float]] = []
    truth: list[bool] = []
    for each in made:
        if each.kind.startswith("word"):
            continue
        for side in (0, 1) if each.kind == "sound" else (each.side,):
            evidence = word_evidence(each, side)
            rows += evidence
            truth += in_gap(each, side)
    weights = logistic(np.array(rows), np.array(truth, np.float64), 0.1)
    return named(WORD, weights)


def word_evidence(made: MadePair, side: int) -> list[list[float]]:
    """WORD of the words of one side, particles left out."""
    alignment = made.alignment
    language, other = ((alignment.source, alignment.target)[each].language for each in (side, 1 - side))
    meaning = alignment.meaning.max(axis=1 - side).tolist()
    strength = alignment.plausibility.max(axis=1 - side).tolist()
    sizes = len(alignment.source_words), len(alignment.target_words)
    claimed = Margins(np.array([sizes])).claims([alignment.plausibility])
    claim = (claimed[: sizes[0]], claimed[sizes[0] :])[side].tolist()
    factors: dict[str, float] = {"others": float(np.log(sizes[1 - side]))}
    found = []
    words = (alignment.source_words, alignment.target_words)[side]
    traits = word_traits(alignment.columns[side], language, other)
    for number, (word, mean, place, part) in enumerate(zip(words, meaning, strength, claim, strict=True)):
        if word.is_particle:
            continue
        factors |= {"one": 1.0, "meaning": mean, "place": place, "either": max(mean, place)}
        factors |= {
            "meaning_squared": mean * mean,
            "place_squared": place * place,
            "both": mean * place,
            "claim": part,
        }
        factors |= {name: float(values[number]) for name, values in traits.items()}
        found.append([factors[name] if name in factors else _product(factors, name) for name in WORD])
    return found


def _product(factors: dict[str, float], name: str) -> float:
    one, _, other = name.rpartition("_")
    return factors[one] * factors[other]


def in_gap(made: MadePair, side: int) -> list[bool]:
    """Of the same words whether they are in the gap."""
    words = (made.alignment.source_words, made.alignment.target_words)[side]
    start, end = made.gap if side == made.side else (0, 0)
    return [start <= word.start and word.end <= end for word in words if not word.is_particle]


def worth_of(made: MadePair) -> float:
    return WORTH.get(made.kind.split()[0], 1.0) * (PROSE_WORTH if made.row.set in PROSE else 1.0)


def stretches(made: Sequence[MadePair], encoder: WordEncoder | None) -> list[Judged]:
    """Of both sides of sound pairs, and of the side of the others that has the gap."""
    found = []
    for number, each in enumerate(made):
        if number % TOGETHER == 0:
            loose = Looseness([one.alignment for one in made[number : number + TOGETHER]])
        if max(loose.totals[2 * (number % TOGETHER) :][:2]) < coverage.LOOKED_AT:
            continue
        reading = features.PairReading.of(loose, number % TOGETHER)
        words = chain(each.alignment.source_words, each.alignment.target_words)
        vectors = embed((word.spelling for word in words), encoder)
        is_sound = each.kind == "sound"
        for side in (0, 1) if is_sound else (each.side,):
            if reading.stretches[side].content:
                wordy = features.wordy_features(reading, side)
                row = likelihood.all_features(reading, side, wordy, vectors)
                is_gap = not is_sound and overlap(each, reading) >= OVERLAP
                found.append(Judged(number, side, row, is_gap, is_sound, worth_of(each)))
    return found


def sides(made: Sequence[MadePair], encoder: WordEncoder | None) -> tuple[Doubles, Doubles, Doubles]:
    """GLANCE and log-odds of the stretch, of the sides that have a gap and of those of sound pairs; which have one; what each counts."""
    chosen = [
        (number, side)
        for number, each in enumerate(made)
        for side in ((0, 1) if each.kind == "sound" else (each.side,))
    ]
    alignments = [each.alignment for each in made]
    glances = features.glances(Looseness(alignments))
    judged = coverage.judge_coverage(alignments, encoder)
    rows = [
        [*glances[2 * number + side], max(judged[number].stretch[side], coverage.LOW)]
        for number, side in chosen
    ]
    truth = np.array([made[number].kind != "sound" for number, _ in chosen], np.float64)
    worth = np.array([worth_of(made[number]) for number, _ in chosen])
    return np.array(rows), truth, worth


def overlap(made: MadePair, reading: features.PairReading) -> float:
    """Twice the content words that stretch and gap share, by the sum of both."""
    stretch, words = reading.stretches[made.side], reading.sides[made.side].words
    start, end = made.gap
    shared = sum(
        word.is_content and start <= word.start and word.end <= end
        for word in words[stretch.first : stretch.last]
    )
    return 2 * shared / max(1, stretch.content + made.words)
