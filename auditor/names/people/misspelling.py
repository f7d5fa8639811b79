"""Which parts of persons' names may be called misspelled: Arabic ones, since foreign ones are written in Arabic in many ways."""

from __future__ import annotations

from auditor.names.pair.forms import WordForm
from auditor.names.pair.persons import is_given
from auditor.names.spelling.orthographies import is_foreign

CLEAR = 0.95
"""Probability from which on a word that no convention explains is let pass all the same."""
_ARABIC_ONLY = frozenset("حخعصضطظذق")  # letters that foreign names are hardly written with


def is_misspelled(word: WordForm, likeness: float) -> bool:
    """Whether a word that no convention spells so is an Arabic name, and not all too near."""
    if not (is_given(word) or word.folded.startswith("ال") or not _ARABIC_ONLY.isdisjoint(word.folded)):
        return False
    return likeness < CLEAR and not is_foreign(word.folded)
