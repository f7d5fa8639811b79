"""The content words of a pair that nothing on the other side stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.word_alignment.candidates import OPEN
from auditor.word_alignment.links import Floats, WordAlignment
from auditor.word_alignment.words import Word


@dataclass(frozen=True, slots=True)
class Coverage:
    """Uncovered content words of both sides, and the share of content words that is covered, in [0, 1] (1 without any)."""

    source: tuple[Word, ...]
    target: tuple[Word, ...]
    source_share: float
    target_share: float


def coverage(alignment: WordAlignment) -> Coverage:
    """Which content words have no counterpart that means the same with a probability of `candidates.OPEN` or more."""
    score = alignment.meaning
    both = bool(alignment.source_words and alignment.target_words)
    source, source_share = _side(alignment.source_words, score.max(axis=1) if both else None)
    target, target_share = _side(alignment.target_words, score.max(axis=0) if both else None)
    return Coverage(source, target, source_share, target_share)


def _side(words: Sequence[Word], best: Floats | None) -> tuple[tuple[Word, ...], float]:
    content = [place for place, word in enumerate(words) if word.is_content]
    loose = tuple(words[place] for place in content if best is None or best[place] < OPEN)
    return loose, 1 - len(loose) / len(content) if content else 1.0
