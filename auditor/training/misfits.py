"""The forests that judge target words that nothing in the source means: `python -m auditor.training misfits FOLDER OUT`.

Fitted on half of the development sets (`judged_words.Judged.is_fitted_on`) and on sound pairs of that half with planted
words; needs the word aligner, `reliability`, `phrasing` and `fluency` in place.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from auditor.embedding import load_encoder
from auditor.forest import Floats
from auditor.training import forest
from auditor.training.judged_words import Judged, further_sound, judged
from auditor.training.planted_words import planted
from auditor.training.weights import is_wrong, logistic
from auditor.word_alignment.aligner import WordAligner
from auditor.word_alignment.vectors import WordEncoder
from auditor.wrong_words.misfits import Misfits, misfits
from auditor.wrong_words.verdicts import DOUBTED, UNDOUBTED, second_rows, together

Doubles = NDArray[np.float64]

BATCH = 500
"""Pairs aligned at once."""
BESIDE = 0.5
"""What the sound words of a pair with a wrong one count."""
COUNTED = {"planted": 0.1, "replaced": 0.7}
"""What a wrong word counts that was planted at random, where one that people or models chose counts CHOSEN."""
CHOSEN = 2.0
FOLDS = 4
WRONG_SHARE = 0.1
"""Of the pairs, how many have a wrong word, where a confidence is to hold."""
MINOR_SHARE, MAJOR_SHARE = 0.0135, 0.0035
"""Of the sound pairs, how many may have a suspect, and one that is sure."""
PLAN = forest.Plan(trees=200, rate=0.13)
AGAIN = forest.Plan(trees=150, rate=0.08)
"""Of the second forest. With it as many wrong terms of the other half are found at .012 as without at .017."""
LEFT_OUT = ("contratico_synonym", "contratico_negated")
"""Kinds that say nothing of single words for sure."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The judged words of pairs, whether each is wrong, and what it counts in fitting."""

    pairs: tuple[Judged, ...]
    found: Misfits
    truth: Doubles
    weights: Doubles

    @property
    def folds(self) -> NDArray[np.int64]:
        """0 to FOLDS - 1 for each word; all pairs of one source text fall into one."""
        halves = [zlib.crc32(b"fold" + pair.source.text.encode()) // 7 % FOLDS for pair in self.pairs]
        return np.array(halves, np.int64)[self.found.numbers]


def main(folder: Path, out: Path) -> None:
    """Fit on `folder`/dev and write `out`/misfits.npz.

    Raises:
        AuditorError: a file is missing.
    """
    encoder = load_encoder(None)
    pairs = [pair for pair in judged(folder / "dev") if pair.is_fitted_on and pair.kind not in LEFT_OUT]
    pairs += [pair for pair in further_sound(folder / "dev") if pair.is_fitted_on]
    pairs += planted(folder / "dev", encoder, fitted_on=True)
    arrays = fit(sample(pairs, encoder))
    np.savez_compressed(out / "misfits.npz", allow_pickle=False, **arrays)


def sample(pairs: Sequence[Judged], encoder: WordEncoder) -> Sample:
    aligner = WordAligner(encoder)
    parts = []
    for start in range(0, len(pairs), BATCH):
        found = aligner.align([(pair.source, pair.target) for pair in pairs[start : start + BATCH]])
        each = misfits(found)
        wrong = [
            is_wrong(pairs[start + number], found[number].target_words[place].passage)
            for number, place in zip(each.numbers.tolist(), each.places.tolist(), strict=True)
        ]
        parts.append((each.numbers + start, each.places, each.rows, np.array(wrong, np.float64)))
    numbers, places, rows, truth = (np.concatenate(each) for each in zip(*parts, strict=True))
    beside = np.array([BESIDE if pair.wrong else 1.0 for pair in pairs])[numbers]
    counts = np.array([COUNTED.get(pair.kind.rpartition("_")[2], CHOSEN) for pair in pairs])[numbers]
    return Sample(tuple(pairs), Misfits(numbers, places, rows), truth, np.where(truth > 0, counts, beside))


def fit(given: Sample) -> dict[str, NDArray[np.generic]]:
    """All that is stored: both forests, and the calibration by forests that each saw the other folds of the texts."""
    rows, truth, weights, folds = given.found.rows, given.truth, given.weights, given.folds
    unseen = by_the_rest(rows, truth, weights, folds, PLAN)
    doubted = np.flatnonzero(unseen > DOUBTED)
    again = second_rows(given.found, unseen, doubted), truth[doubted], weights[doubted]
    twice = np.full(len(truth), UNDOUBTED, np.float32)
    twice[doubted] = by_the_rest(*again, folds[doubted], AGAIN)
    calibration = calibrated(given, together(given.found, twice))
    return {
        **forest.fitted(rows, truth, weights, PLAN).arrays("alone"),
        **forest.fitted(*again, AGAIN).arrays("again"),
        "calibration": np.array(calibration, np.float32),
    }


def by_the_rest(
    rows: Floats, truth: Doubles, weights: Doubles, folds: NDArray[np.int64], plan: forest.Plan
) -> Floats:
    """The log-odds of each word by a forest that was fitted on the other folds."""
    unseen = np.zeros(len(truth), np.float32)
    for fold in range(FOLDS):
        rest = folds != fold
        unseen[~rest] = forest.fitted(rows[rest], truth[rest], weights[rest], plan).logits(rows[~rest])
    return unseen


def calibrated(given: Sample, logits: Floats) -> tuple[float, float, float, float]:
    """Slope and offset of the log-odds of the best word of a pair; the confidences of MINOR_SHARE and MAJOR_SHARE."""
    best, right = best_words(given, logits)
    sound = np.array([pair.kind.endswith("sound") for pair in given.pairs])
    wrong = np.array([bool(pair.wrong) for pair in given.pairs])
    judged_pairs = np.flatnonzero((sound | wrong) & np.isfinite(best))
    shares = np.where(wrong, WRONG_SHARE / wrong.sum(), (1 - WRONG_SHARE) / sound.sum()) * len(sound)
    evidence = np.stack([best, np.ones_like(best)], axis=1)[judged_pairs]
    slope, offset = logistic(evidence, right[judged_pairs], 0.1, shares[judged_pairs])
    ranked = np.sort(best[sound])[::-1]
    cuts = [ranked[int(share * len(ranked))] for share in (MINOR_SHARE, MAJOR_SHARE)]
    minor, major = (float(1 / (1 + np.exp(-(slope * cut + offset)))) for cut in cuts)
    return float(slope), float(offset), minor, major


def best_words(given: Sample, logits: Floats) -> tuple[Doubles, Doubles]:
    """The log-odds of the best word of each pair (-inf without any), and whether that word is wrong."""
    best = np.full(len(given.pairs), -np.inf)
    right = np.zeros(len(given.pairs))
    for number, value, truth in zip(
        given.found.numbers.tolist(), logits.tolist(), given.truth.tolist(), strict=True
    ):
        if value > best[number]:
            best[number], right[number] = value, truth
    return best, right
