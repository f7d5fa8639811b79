"""How target words agree with what stands around them, as features of misfits."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from auditor.word_alignment.links import Floats, WordAlignment
from auditor.word_alignment.words import Word
from auditor.wrong_words.phrasing import EDGE, elision, evidence

LANGUAGES = ("fr", "en")
"""Those of translations whose phrasing is known."""
FEATURES = (
    "word_before",  # see phrasing.evidence
    "word_after",
    "kind_before",
    "kind_after",
    "kind_between",
    "kinds_before",
    "kinds_after",
    "seen_before",
    "elision",  # see phrasing.elision
    "break_before",  # punctuation before the word
    "break_after",
)
PUNCTUATION = frozenset(',.;:!?()[]«»"“”—–')


def spoken(alignments: Sequence[WordAlignment], places: Sequence[tuple[int, int]]) -> Floats:
    """The features of words given as number of the alignment and place, shape (words, FEATURES)."""
    found = np.zeros((len(places), len(FEATURES)), np.float32)
    by_language: dict[str, list[int]] = {language: [] for language in LANGUAGES}
    for row, (number, _) in enumerate(places):
        by_language[alignments[number].target.language].append(row)
    for language, members in by_language.items():
        fives = [_five(alignments[places[row][0]].target_words, places[row][1]) for row in members]
        if members:
            found[members, :8] = evidence(fives, language)
            found[members, 8:] = [
                _breaks(alignments[places[row][0]].target_words, places[row][1], five, language)
                for row, five in zip(members, fives, strict=True)
            ]
    return found


def _breaks(
    words: Sequence[Word], place: int, five: Sequence[str], language: str
) -> tuple[float, bool, bool]:
    """The features from "elision" on."""
    before = _gap(words, place) if place else ""
    after = _gap(words, place + 1) if place + 1 < len(words) else ""
    return (
        elision(five[1], five[2], before, language),
        not PUNCTUATION.isdisjoint(before),
        not PUNCTUATION.isdisjoint(after),
    )


def _five(words: Sequence[Word], place: int) -> tuple[str, str, str, str, str]:
    """The forms around a place, EDGE beyond the ends."""
    last = len(words)
    return (
        words[place - 2][3].form if place > 1 else EDGE,
        words[place - 1][3].form if place else EDGE,
        words[place][3].form,
        words[place + 1][3].form if place + 1 < last else EDGE,
        words[place + 2][3].form if place + 2 < last else EDGE,
    )


def _gap(words: Sequence[Word], place: int) -> str:
    """What stands between a word and the one before."""
    return words[place].document.text[words[place - 1].end : words[place].start]
