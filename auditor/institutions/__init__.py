"""Names of bodies and offices and fixed terms, read part by part in the original, and what the translation has for each part.

Imported lazily: it loads the translation lexicon.
"""

from auditor.bitext import Bitext
from auditor.institutions.calqued import Alignments, calqued_terms
from auditor.institutions.misrendered import Misrendered, misrendered_names
from auditor.institutions.term_readings import Calqued
from auditor.terms.uses import TermUses
from auditor.word_alignment.vectors import WordEncoder

__all__ = ["Calqued", "Misrendered", "misrendered"]


def misrendered(
    bitext: Bitext, terms: TermUses, alignments: Alignments, encoder: WordEncoder
) -> tuple[tuple[Misrendered, ...], tuple[Calqued, ...]]:
    """The names of bodies of which a part is wrong, and the terms rendered word by word, of an Arabic original."""
    return misrendered_names(bitext, terms, alignments), calqued_terms(bitext, terms, alignments, encoder)
