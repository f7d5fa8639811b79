"""The source word that a wrong target word stands for: one without rendering whose neighbours are those of the target word."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.word_alignment.lexicon import lexicon
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.reliability import surprise
from auditor.word_alignment.words import Word
from auditor.wrong_words.candidates import NEAR, distance, rendering, support, uncovered

WONDER = 0.3
"""What the surprise at a source word without rendering weighs against the score of linked neighbours."""


@dataclass(frozen=True, slots=True)
class Partner:
    """A source word and its usual rendering; None where it is not clear that the word lacks one."""

    word: Word
    suggestion: str | None


def partner(alignment: WordAlignment, target: int) -> Partner:
    """The uncovered source word with a known rendering that fits the place best; without any, the content word that does."""
    words = alignment.source_words
    dictionary = lexicon(alignment.source.language, alignment.target.language)
    wonder = surprise(words, alignment.source.language, alignment.target.language)
    best, suggestion, most = None, None, float("-inf")
    for place in uncovered(words, alignment.meaning.max(axis=1)):
        known = rendering(words[place], dictionary)
        fit = support(alignment, place, target) - NEAR * distance(alignment, place, target)
        fit += WONDER * float(wonder[place])
        if known is not None and fit > most:
            best, suggestion, most = words[place], known.spellings[0], fit
    if best is not None:
        return Partner(best, suggestion)
    content = [place for place, word in enumerate(words) if word.is_content] or list(range(len(words)))
    return Partner(words[min(content, key=lambda place: distance(alignment, place, target))], None)
