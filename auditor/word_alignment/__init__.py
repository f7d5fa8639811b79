"""Which target words stand for which source words, and the words that stand for nothing in the original.

Imported lazily: it loads numpy and the translation lexicon.
"""

from auditor.word_alignment.aligner import WordAligner
from auditor.word_alignment.gaps import CoverageJudgement, Gap, find_gaps, judge_coverage
from auditor.word_alignment.known_words import known_words, known_words_of
from auditor.word_alignment.lexicon import lexicon, vocabulary
from auditor.word_alignment.links import Link, WordAlignment
from auditor.word_alignment.vectors import WordEncoder
from auditor.word_alignment.words import Word
from auditor.word_alignment.wrong_words import Suspect, suspects

__all__ = [
    "CoverageJudgement",
    "Gap",
    "Link",
    "Suspect",
    "Word",
    "WordAligner",
    "WordAlignment",
    "WordEncoder",
    "find_gaps",
    "judge_coverage",
    "known_words",
    "known_words_of",
    "lexicon",
    "suspects",
    "vocabulary",
]
