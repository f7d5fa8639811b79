"""How reliably each word has a counterpart in sound pairs: `python -m auditor.training reliability FOLDER OUT`.

Counted over running text of a register that matters (`LEAST`), with the lexicon and the embedding model in place. The
lexicon was learned on the same pairs: what a pair itself put into an entry is taken out before the pair is judged by it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from auditor.embedding import load_encoder
from auditor.training.corpora import LANGUAGE_PAIRS, entries, running_text
from auditor.training.paired_words import Entries, Read, Reader, kept_shares, meaning_logits
from auditor.word_alignment.lexicon import Vocabulary, vocabulary
from auditor.word_alignment.reliability import STEPS
from auditor.word_alignment.vectors import WordEncoder
from auditor.wrong_words.candidates import OPEN

Doubles = NDArray[np.float64]

LEAST = 0.7
"""Times that a corpus is shown in one pass (corpora.toml) from which on its pairs count here."""
LONGEST = 60
"""Words of a side; longer pairs are left out."""
MOST = 60_000
"""Pairs of two languages, drawn by chance."""
PRIOR = 5.0
"""Occurrences that the prior of a stem weighs as much as: of 0.5 to 40, the likeliest on held-out occurrences."""
RIDGE = 30.0
"""Precision of the weights by which the prior is told from a stem's vector."""
TOLD = 3.0
"""Weighted occurrences from which on a stem tells the prior of others."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Weighted occurrences of each stem as a content word, and those with a counterpart; the last entry: unknown words."""

    seen: Doubles
    covered: Doubles


def main(folder: Path, out: Path) -> None:
    """Count over `folder`/train and write `out`/reliability.npz, beside the lexicon.

    Raises:
        AuditorError: a file is missing.
    """
    encoder = load_encoder(None)
    arrays = {}
    for left, right in LANGUAGE_PAIRS:
        for name, tally, words in zip(
            (f"{left}-{right}", f"{right}-{left}"),
            tallies(folder, left, right, encoder),
            (vocabulary(left), vocabulary(right)),
            strict=True,
        ):
            arrays[name] = surprises(tally, words, encoder)
    np.savez(out / "reliability.npz", allow_pickle=False, **arrays)


def tallies(folder: Path, left: str, right: str, encoder: WordEncoder) -> tuple[Tally, Tally]:
    """Of the words of the left language in pairs with the right one, and of the right."""
    readers = Reader(left), Reader(right)
    known = Entries(left, right)
    pairs = list(read_pairs(folder, readers, known))
    random.Random(0).shuffle(pairs)  # noqa: S311, a sample, not a secret
    units = readers[0].units(encoder), readers[1].units(encoder)
    found = tuple(
        Tally(np.zeros(len(each.words.stems) + 1), np.zeros(len(each.words.stems) + 1)) for each in readers
    )
    for one, other, times in pairs[:MOST]:
        logits = meaning_logits(readers, (one, other), units, known, kept_shares(known, one, other, times))
        for tally, side, best in zip(found, (one, other), (logits.max(1), logits.max(0)), strict=True):
            judged = side.content & ~side.number
            np.add.at(tally.seen, side.stems[judged], times)
            np.add.at(tally.covered, side.stems[judged], times * (best[judged] >= logit(OPEN)))
    return found[0], found[1]


def read_pairs(
    folder: Path, readers: tuple[Reader, Reader], known: Entries
) -> Iterator[tuple[Read, Read, float]]:
    """The pairs of running text to judge; `known` learns how often each stem was seen in all that taught the lexicon."""
    left, right = readers[0].language, readers[1].language
    for example in running_text(folder, left, right):
        one = readers[0].read(example.left)
        known.count(one, example.times)
        if example.times >= LEAST and 0 < len(one.stems) <= LONGEST:
            other = readers[1].read(example.right)
            if 0 < len(other.stems) <= LONGEST:
                yield one, other, example.times
    for example in entries(folder, left, right):
        known.count(readers[0].read(example.left), example.times)


def surprises(tally: Tally, words: Vocabulary, encoder: WordEncoder) -> NDArray[np.uint8]:
    """-log P(no counterpart) of each stem in steps of 1 / STEPS; the last entry is that of unknown words."""
    seen, covered = tally.seen[:-1], tally.covered[:-1]
    expected = prior(seen, covered, words, encoder)
    share = (covered + PRIOR * expected) / (seen + PRIOR)
    unknown = (tally.covered[-1] + PRIOR * expected.mean()) / (tally.seen[-1] + PRIOR)
    values = -np.log(1 - np.append(share, unknown))
    steps: NDArray[np.uint8] = np.clip(np.rint(values * STEPS), 0, 255).astype(np.uint8)
    return steps


def prior(seen: Doubles, covered: Doubles, words: Vocabulary, encoder: WordEncoder) -> Doubles:
    """P(counterpart) of each stem as told by its vector and frequency: words of one kind are alike in this.

    A ridge regression on the log-odds of the stems that were seen often enough.
    """
    spellings = [words.spelling(place).lower() for place in range(len(words.stems))]
    vectors = encoder.sums(spellings).astype(np.float64)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    count = np.log1p(words.counts.astype(np.float64))[:, None] / 10
    rows = np.concatenate([vectors, count, count**2, np.ones_like(count)], axis=1)
    told = seen >= TOLD
    weights = np.minimum(seen, 50)[told]
    odds = np.log((covered[told] + 0.5) / (seen[told] - covered[told] + 0.5))
    ridge = np.diag([RIDGE] * vectors.shape[1] + [RIDGE / 100] * 3)
    weighted = rows[told] * weights[:, None]
    factors = np.linalg.solve(rows[told].T @ weighted + ridge, weighted.T @ odds)
    return np.asarray(1 / (1 + np.exp(-(rows @ factors))))


def logit(probability: float) -> float:
    return float(np.log(probability / (1 - probability)))
