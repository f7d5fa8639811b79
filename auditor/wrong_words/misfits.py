"""Target words that nothing in the source means: what speaks for and against each, of all pairs of a batch at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from auditor.word_alignment.links import Floats, WordAlignment
from auditor.wrong_words import fluency, surroundings
from auditor.wrong_words.candidates import OPEN
from auditor.wrong_words.laid_out import LOWEST, Columns, Doubles, Integers, Words, logits, two_greatest

CLOSE = 0.16
"""A word that means the same as a source word with at least this probability is never judged."""
KNOWN = 0.35
"""Likewise one that lexicon or spelling know as the counterpart of a source word this well."""
LEAST = 0.3
"""Likewise one whose lack of a counterpart surprises less. With all three, 3 % of what could be reported is left out."""
FEATURES = (
    "meaning",  # log-odds that the word means the same as a source word: the best of the pair
    "second",  # the next best
    "lead",  # likewise less the log-odds of the best other target word for the same source word, if that has any
    "known",  # the strongest lexicon entry or likeness of spelling between the word and a source word
    "similarity",  # cosine with the nearest source word
    "plausibility",  # of the best link
    "surprise",  # that such a word has no counterpart
    "rank",  # how many uncovered words of the target are more surprising
    "count",  # log frequency
    "capital",
    "length",  # letters
    "place",  # relative place in the target
    "before",  # log-odds of the meaning of the content word before; 0 if there is none near
    "after",
    "source_words",  # number of content words
    "target_words",
    "ratio",  # log of the words of the target over those of the source
    "open_source",  # share of the content words that are uncovered
    "open_target",
    "source_surprise",  # sum over the uncovered words
    "target_surprise",  # likewise, of the other words of the target
    *surroundings.FEATURES,
    *fluency.FEATURES,
)


@dataclass(frozen=True, slots=True)
class Misfits:
    """The judged target words of a batch: `numbers` of their pairs, `places` in them, features (words, FEATURES)."""

    numbers: NDArray[np.int64]
    places: NDArray[np.int64]
    rows: Floats


def misfits(alignments: Sequence[WordAlignment]) -> Misfits:
    """The target words that hardly mean the same as any source word; names have a room of their own."""
    judged = [
        number
        for number, each in enumerate(alignments)
        if each.target.language in surroundings.LANGUAGES and each.source_words and each.target_words
    ]
    nothing = np.zeros(0, np.int64)
    if not judged:
        return Misfits(nothing, nothing, np.zeros((0, len(FEATURES)), np.float32))
    some = [alignments[number] for number in judged]
    sources, targets = Words(some, 0), Words(some, 1)
    chosen = _chosen(targets)
    columns = Columns(some, targets, chosen)
    kept = np.flatnonzero(columns.most("known") < KNOWN)
    if not len(kept):
        return Misfits(nothing, nothing, np.zeros((0, len(FEATURES)), np.float32))
    chosen = chosen[kept]
    columns = Columns(some, targets, chosen)
    numbers = np.array(judged)[targets.owners[chosen]]
    places = chosen - targets.starts[targets.owners[chosen]]
    spoken = list(zip(numbers.tolist(), places.tolist(), strict=True))
    parts = (
        _fits(columns),
        _around(sources, targets, chosen),
        surroundings.spoken(alignments, spoken),
        fluency.fits(alignments, numbers, places),
    )
    return Misfits(numbers, places, np.concatenate(parts, axis=1))


def _chosen(targets: Words) -> Integers:
    """The target words that may be judged, as places among those of all pairs."""
    found = np.flatnonzero((targets.wonder >= LEAST) & (targets.best < CLOSE))
    owners = targets.owners[found]
    places = found - targets.starts[owners]
    kept = [
        not (place and targets.words[owner][place].reading.is_capital)
        for owner, place in zip(owners.tolist(), places.tolist(), strict=True)
    ]
    return found[np.array(kept, np.bool_)]


def _fits(columns: Columns) -> Floats:
    """The features up to "plausibility", shape (chosen, 6)."""
    meaning = columns.flat("meaning")
    cells = meaning[columns.cells]
    found = np.empty((6, len(columns.starts)), np.float32)
    found[0], found[1] = two_greatest(cells, columns.starts, columns.heights)
    found[:2] = logits(found[:2])
    row_starts = np.cumsum(columns.row_sizes) - columns.row_sizes
    rivals = logits(np.stack(two_greatest(meaning, row_starts, columns.row_sizes)))[:, columns.rows]
    own = logits(cells)
    others = np.where(own == rivals[0], rivals[1], rivals[0])
    is_alone = np.repeat(columns.widths, columns.heights) < 2
    found[2] = columns.greatest(np.where(is_alone, own, np.minimum(own, own - others)))
    for row, table in enumerate(("known", "similarity", "plausibility"), start=3):
        found[row] = columns.most(table)
    return found.T


def _around(sources: Words, targets: Words, chosen: Integers) -> Floats:
    """The features from "surprise" to "target_surprise", shape (chosen, 15)."""
    owners = targets.owners[chosen]
    places = chosen - targets.starts[owners]
    sizes = targets.sizes[owners]
    wonder = targets.wonder[chosen]
    words = [
        targets.words[owner][place].reading
        for owner, place in zip(owners.tolist(), places.tolist(), strict=True)
    ]
    ratio = np.log((targets.sizes + 1) / (sources.sizes + 1))
    lack = targets.lack[owners] - np.where(targets.best[chosen] < OPEN, wonder, 0.0)
    shares = (each.loose / np.maximum(1, each.contents) for each in (sources, targets))
    found = (
        wonder, _ranks(targets, chosen), targets.count[chosen],
        np.array([word.is_capital for word in words]), np.array([len(word.form) for word in words]),
        places / np.maximum(1, sizes - 1), _beside(targets, chosen, -1), _beside(targets, chosen, 1),
        *(each[owners] for each in (sources.contents, targets.contents, ratio, *shares, sources.lack)), lack,
    )  # fmt: skip
    return np.stack(found, axis=1).astype(np.float32)


def _ranks(targets: Words, chosen: Integers) -> Doubles:
    """How many uncovered words of its pair are more surprising than each chosen one."""
    sizes = targets.sizes[targets.owners[chosen]]
    starts = np.cumsum(sizes) - sizes
    others = np.arange(int(sizes.sum())) + np.repeat(targets.starts[targets.owners[chosen]] - starts, sizes)
    more = targets.is_loose[others] & (targets.wonder[others] > np.repeat(targets.wonder[chosen], sizes))
    found: Doubles = np.add.reduceat(more, starts, dtype=np.float64)
    return found


def _beside(targets: Words, chosen: Integers, step: int) -> Doubles:
    """The log-odds of the meaning of the next content word at most two words away in one direction; 0 if there is none."""
    held = np.clip(targets.best, LOWEST, 1 - LOWEST)
    found = np.zeros(len(chosen))
    last = len(targets.owners) - 1
    for away in (2 * step, step):
        other = np.clip(chosen + away, 0, last)
        fits = (other == chosen + away) & (targets.owners[other] == targets.owners[chosen])
        fits &= targets.is_content[other]
        found = np.where(fits, np.log(held[other] / (1 - held[other])), found)
    return found
