"""Whether what one side of a pair seems to lack stands in the pair before or after."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.gaps.features import PairReading
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.vectors import WordEncoder, embed
from auditor.word_alignment.words import Word

NEAR, NEAR_SHARE = 0.45, 0.5
"""Cosine with a word of the pair before or after from which on a word stands there, and how many of the words of a gap must."""
TAKEN = 0.8
"""Plausibility of a link in its own pair from which on a word there renders nothing of another."""


def stands_near(
    alignments: Sequence[WordAlignment],
    number: int,
    side: int,
    reading: PairReading,
    encoder: WordEncoder | None,
    *,
    only_free: bool = False,
) -> bool:
    """Whether half of the words of a stretch mean the same as words of the other side of the pair before or after.

    `only_free`: those words there count alone that hardly any word of their own pair stands for.
    """
    stretch = reading.stretches[side]
    words = [word for word in reading.sides[side].words[stretch.first : stretch.last] if word.is_content]
    for near in (number - 1, number + 1):
        if not 0 <= near < len(alignments):
            continue
        others = _content_words(alignments[near], 1 - side, only_free=only_free)
        vectors = embed((word.spelling for word in (*words, *others)), encoder)
        cosines = vectors.cosines((word.spelling for word in words), (word.spelling for word in others))
        if others and float((cosines.max(axis=1) >= NEAR).mean()) >= NEAR_SHARE:
            return True
    return False


def _content_words(alignment: WordAlignment, side: int, *, only_free: bool) -> tuple[Word, ...]:
    words = (alignment.source_words, alignment.target_words)[side]
    if not only_free or not alignment.source_words or not alignment.target_words:
        return tuple(word for word in words if word.is_content)
    taken = alignment.plausibility.max(axis=1 - side).tolist()
    return tuple(word for word, most in zip(words, taken, strict=True) if word.is_content and most < TAKEN)
