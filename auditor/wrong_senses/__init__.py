"""Words of the original that a translation renders in another of their senses.

Imported lazily: it loads the translation lexicon.
"""

from auditor.wrong_senses.any_sense import renders_a_sense
from auditor.wrong_senses.listed import listed_senses
from auditor.wrong_senses.literal import literal_renderings
from auditor.wrong_senses.told import ToldSense, told_senses

__all__ = [
    "ToldSense",
    "listed_senses",
    "literal_renderings",
    "renders_a_sense",
    "told_senses",
]
