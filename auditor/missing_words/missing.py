"""Words that are missing in sentences of a translation: seams that limp, where a word of the original has no counterpart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from auditor.bitext import Passage
from auditor.forest import Forest, calibrated_forest
from auditor.gaps.looseness import Looseness
from auditor.missing_words.features import OPEN, PairSides, Seam
from auditor.missing_words.pieces import Piece, pieces
from auditor.missing_words.seams import seams
from auditor.odds import probability
from auditor.stored import stored_arrays
from auditor.word_alignment.links import WordAlignment

TORN = 2.0
"""Log-odds that the most suspicious seam of a translation must have by its text alone for its original to be looked at."""
LEAST = 0.5
"""Confidence from which on a missing word is reported."""
LANGUAGES = ("fr", "en")
TOGETHER = 256
"""Translations whose seams are judged at once."""
Torn = tuple[list[Piece], list[float]]
"""The pieces of a translation and the log-odds of its seams."""


@dataclass(frozen=True, slots=True)
class MissingWord:
    """A place of the translation at which a word is missing, the pieces around it included.

    `before` and `after`: those pieces. `source` is the word of the original that nothing renders. `confidence` in [0, 1]
    is the probability that a word is missing there where one pair in 20 lacks one. `torn`: how many seams of the
    translation limp.
    """

    place: Passage
    before: str
    after: str
    source: Passage
    confidence: float
    torn: int

    @property
    def shown(self) -> str:
        """Where it is missing, in words."""
        return f"between “{self.before}” and “{self.after}”" if self.before else f"before “{self.after}”"


def missing_words(alignments: Sequence[WordAlignment]) -> list[MissingWord | None]:
    """Of each pair the word that is most surely missing in its translation, if any is."""
    found: list[MissingWord | None] = [None] * len(alignments)
    judged = list(judged_seams(alignments))
    if not judged:
        return found
    forest, scale, offset = _judge()
    rows = np.array([each.features for _, _, listed in judged for each in listed], np.float32)
    odds = iter((scale * forest.logits(rows).astype(np.float64) + offset).tolist())
    for number, pair, listed in judged:
        likely, best = max(((next(odds), each) for each in listed), key=lambda one: one[0])
        confidence = round(probability(likely), 2)
        if confidence >= LEAST and best.word >= 0 and not _is_beside_code(pair, best.place):
            found[number] = _missing(pair, best, confidence)
    return found


def judged_seams(alignments: Sequence[WordAlignment]) -> Iterator[tuple[int, PairSides, list[Seam]]]:
    """The pairs in whose translation a word may be missing, by their number, and the seams at which it may."""
    torn = sorted(_torn(alignments), key=lambda each: each[0])
    if not torn:
        return
    loose = Looseness([alignments[number] for number, _ in torn])
    for place, (number, (text, odds)) in enumerate(torn):
        pair = PairSides(alignments[number], loose.side(place, 0), loose.side(place, 1), text, odds)
        listed = list(pair.seams())
        if listed:
            yield number, pair, listed


def _torn(alignments: Sequence[WordAlignment]) -> Iterator[tuple[int, Torn]]:
    """The translations with a suspicious seam, by number of the pair."""
    for language in LANGUAGES:
        own = [
            number
            for number, each in enumerate(alignments)
            if each.target.language == language and each.source_words and each.target_words
        ]
        for start in range(0, len(own), TOGETHER):
            some = own[start : start + TOGETHER]
            texts = [pieces(alignments[number].target.text) for number in some]
            for number, text, odds in zip(some, texts, seams(language).log_odds(texts), strict=True):
                if max(odds[:-1], default=OPEN) > TORN:
                    yield number, (text, odds)


def _is_beside_code(pair: PairSides, place: int) -> bool:
    """Whether capitals stand beside a seam, an acronym or a letter with figures: the original may spell them out (اتش for H1)."""
    text = pair.alignment.target.text
    beside = pair.pieces[max(0, place - 1) : place + 1]
    return any(
        text[start:end].isupper() and (end - start > 1 or text[end : end + 1].isdigit())
        for _, _, start, end in beside
    )


def _missing(pair: PairSides, seam: Seam, confidence: float) -> MissingWord:
    target = pair.alignment.target
    before, after = pair.pieces[max(0, seam.place - 1)], pair.pieces[seam.place]
    return MissingWord(
        Passage(target.document, target.start + before.start, target.start + after.end),
        target.text[before.start : before.end] if seam.place else "",
        target.text[after.start : after.end],
        pair.own.words[seam.word].passage,
        confidence,
        sum(odds > TORN for odds in pair.odds[:-1]),
    )


@cache
def _judge() -> tuple[Forest, float, float]:
    """As fitted by `python -m auditor.training missing_words`."""
    return calibrated_forest(stored_arrays("auditor.missing_words", "forest.npz"))
