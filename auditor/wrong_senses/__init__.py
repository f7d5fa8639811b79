"""Words of the original that a translation renders in another of their senses.

Imported lazily: it loads the translation lexicon.
"""

from auditor.wrong_senses.listed import listed_senses
from auditor.wrong_senses.literal import literal_renderings

__all__ = ["listed_senses", "literal_renderings"]
