"""Target words that nothing in the source means: what speaks for and against each, of all pairs of a batch at once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from auditor.word_alignment import surroundings
from auditor.word_alignment.candidates import OPEN
from auditor.word_alignment.lexicon import vocabulary
from auditor.word_alignment.links import Floats, WordAlignment
from auditor.word_alignment.reliability import surprises
from auditor.word_alignment.words import Word, analysis

CLOSE = 0.16
"""A word that means the same as a source word with at least this probability is never judged."""
KNOWN = 0.35
"""Likewise one that lexicon or spelling know as the counterpart of a source word this well."""
LEAST = 0.3
"""Likewise one whose lack of a counterpart surprises less. With all three, 3 % of what could be reported is left out."""
MANY = 1 << 16
"""Forms of a language that are remembered."""
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
)
FAR = -12.0
LOWEST = 1e-5


@dataclass(frozen=True, slots=True)
class Misfits:
    """The judged target words of a batch: `numbers` of their pairs, `places` in them, features (words, FEATURES)."""

    numbers: NDArray[np.int64]
    places: NDArray[np.int64]
    rows: Floats


class _Lore(dict[str, tuple[float, float]]):
    """Of each form of a language: the surprise at its having no counterpart (-1 for words not judged), log frequency."""

    def __init__(self, language: str, other: str) -> None:
        super().__init__()
        self._language = language
        self._surprises = surprises(language, other).tolist()
        self._words = vocabulary(language)

    def __missing__(self, form: str) -> tuple[float, float]:
        if len(self) >= MANY:
            self.clear()
        stem, is_content = analysis(form, self._language, self._words.bare_count)
        place = self._words.ids.get(stem, -1)
        count = math.log1p(float(self._words.counts[place])) if place >= 0 else 0.0
        judged = is_content and not form[0].isdigit()
        found = self[form] = (self._surprises[place] if judged else -1.0, count)
        return found


@cache
def _lore(language: str, other: str) -> _Lore:
    return _Lore(language, other)


def misfits(alignments: Sequence[WordAlignment]) -> Misfits:
    """The target words that hardly mean the same as any source word; names have a room of their own."""
    numbers: list[int] = []
    places: list[int] = []
    parts: list[Floats] = []
    spoken: list[tuple[int, int]] = []
    for number, alignment in enumerate(alignments):
        if (
            alignment.target.language in surroundings.LANGUAGES
            and alignment.source_words
            and alignment.target_words
        ):
            found = _judged(alignment)
            if found is not None:
                chosen, rows = found
                places += chosen
                numbers += [number] * len(chosen)
                parts.append(rows)
                spoken += [(number, place) for place in chosen]
    if not parts:
        return Misfits(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros((0, len(FEATURES)), np.float32))
    meaning = np.concatenate(parts)
    rows = np.concatenate([meaning, surroundings.spoken(alignments, spoken)], axis=1)
    return Misfits(np.array(numbers), np.array(places), rows)


def _judged(alignment: WordAlignment) -> tuple[list[int], Floats] | None:
    """The places of the words to judge and their features up to "target_surprise"; None where there is none."""
    best = alignment.meaning.max(axis=0)
    target, source = alignment.target, alignment.source
    lore = _lore(target.language, source.language)
    known = [lore[word.reading.form] for word in alignment.target_words]
    near = best.tolist()
    words = alignment.target_words
    chosen = [
        place
        for place, (wonder, _) in enumerate(known)
        if wonder >= LEAST and near[place] < CLOSE and not (place and words[place].reading.is_capital)
    ]
    if not chosen:
        return None
    strongest = alignment.known[:, chosen].max(axis=0).tolist()
    chosen = [place for place, value in zip(chosen, strongest, strict=True) if value < KNOWN]
    if not chosen:
        return None
    lore = _lore(source.language, target.language)
    source_wonder = [lore[word.reading.form][0] for word in alignment.source_words]
    around = _around(alignment, [wonder for wonder, _ in known], near, source_wonder)
    found = np.empty((len(chosen), FEATURES.index("word_before")), np.float32)
    found[:, :6] = _fits(alignment, chosen)
    found[:, 6:] = [around.row(place, alignment.target_words[place], known[place]) for place in chosen]
    return chosen, found


def _fits(alignment: WordAlignment, chosen: list[int]) -> Floats:
    """The features up to "plausibility", shape (chosen, 6)."""
    meaning = alignment.meaning
    columns = meaning[:, chosen]
    found = np.empty((6, len(chosen)), np.float32)
    found[0] = columns.max(axis=0)
    found[1] = np.partition(columns, -2, axis=0)[-2] if len(columns) > 1 else LOWEST
    np.clip(found[:2], LOWEST, 1 - LOWEST, out=found[:2])
    found[:2] = np.log(found[:2] / (1 - found[:2]))
    found[2] = _leads(meaning, columns)
    found[3] = alignment.known[:, chosen].max(axis=0)
    found[4] = alignment.similarity[:, chosen].max(axis=0)
    found[5] = alignment.plausibility[:, chosen].max(axis=0)
    return found.T


def _leads(meaning: Floats, columns: Floats) -> Floats:
    """For each column the best over source words of how far it means them better than other target words do."""
    columns = np.clip(columns, LOWEST, 1 - LOWEST)
    logits = np.log(columns / (1 - columns))
    if meaning.shape[1] < 2:
        return np.asarray(logits.max(axis=0))
    two = np.clip(np.partition(meaning, -2, axis=1)[:, -2:], LOWEST, 1 - LOWEST)
    rivals = np.log(two / (1 - two))
    others = np.where(logits == rivals[:, 1:], rivals[:, :1], rivals[:, 1:])
    found: Floats = np.minimum(logits, logits - others).max(axis=0)
    return found


@dataclass(frozen=True, slots=True)
class _Around:
    """What the judged words of a pair have in common."""

    wonder: list[float]
    best: list[float]
    loose: list[float]  # surprise of the uncovered target words
    shared: tuple[float, ...]  # the features from "source_words" to "source_surprise"

    def row(self, place: int, word: Word, known: tuple[float, float]) -> tuple[float, ...]:
        """The features from "surprise" to "target_surprise"."""
        wonder, count = known
        before, after = (self._beside(place, step) for step in (-1, 1))
        rank = sum(other > wonder for other in self.loose)
        reading = word.reading
        return (
            wonder, rank, count, reading.is_capital, len(reading.form), place / max(1, len(self.best) - 1),
            before, after, *self.shared, sum(self.loose) - (wonder if self.best[place] < OPEN else 0.0),
        )  # fmt: skip

    def _beside(self, place: int, step: int) -> float:
        """The log-odds of the meaning of the next content word at most two words away in one direction."""
        for other in (place + step, place + 2 * step):
            if 0 <= other < len(self.best) and self.wonder[other] >= 0:
                value = min(max(self.best[other], LOWEST), 1 - LOWEST)
                return math.log(value / (1 - value))
        return 0.0


def _around(
    alignment: WordAlignment, wonder: list[float], best: list[float], source_wonder: list[float]
) -> _Around:
    loose = [value for value, near in zip(wonder, best, strict=True) if value >= 0 and near < OPEN]
    of_source = alignment.meaning.max(axis=1).tolist()
    missing = [
        value for value, near in zip(source_wonder, of_source, strict=True) if value >= 0 and near < OPEN
    ]
    sources = sum(value >= 0 for value in source_wonder)
    targets = sum(value >= 0 for value in wonder)
    ratio = math.log((len(wonder) + 1) / (len(source_wonder) + 1))
    shares = len(missing) / max(1, sources), len(loose) / max(1, targets)
    return _Around(wonder, best, loose, (sources, targets, ratio, *shares, sum(missing)))
