"""Which target words stand for which source words.

Imported lazily: it loads numpy and the translation lexicon.
"""

from auditor.word_alignment.aligner import WordAligner
from auditor.word_alignment.known_words import known_words, known_words_of
from auditor.word_alignment.lexicon import lexicon, vocabulary
from auditor.word_alignment.links import Link, WordAlignment
from auditor.word_alignment.vectors import WordEncoder
from auditor.word_alignment.words import Word

__all__ = [
    "Link",
    "Word",
    "WordAligner",
    "WordAlignment",
    "WordEncoder",
    "known_words",
    "known_words_of",
    "lexicon",
    "vocabulary",
]
