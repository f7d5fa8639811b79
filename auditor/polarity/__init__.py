"""What a pair says and denies: negations, opposites and the order of the words, compared between its sides.

Imported lazily: it looks words up in the translation lexicon.
"""

from auditor.polarity.comparison import PairPolarity, compare_polarity
from auditor.polarity.negation import NegationChange
from auditor.polarity.opposites import Opposite

__all__ = ["NegationChange", "Opposite", "PairPolarity", "compare_polarity"]
