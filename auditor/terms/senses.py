"""What a word may mean by itself: the senses out of which a literal rendering of a term is made."""

from __future__ import annotations

from functools import cache, lru_cache

from auditor.bitext import Document
from auditor.clitics import stems
from auditor.terms.inflection import arabic_forms, arabic_origins, shared_stem
from auditor.terms.loading import PRESS
from auditor.terms.matching import KeyedPassage
from auditor.terms.tsv import Cells, read_senses


@lru_cache(maxsize=16384)
def senses(word: str, language: str) -> frozenset[str]:
    """The keys of the words of `language` that dictionaries have for a folded Arabic word, right in a term or not.

    Empty for a word that the shipped table does not have.
    """
    rows = _rows()
    found: set[str] = set()
    for key in stems(word):
        for origin in rows.keys() & arabic_origins(key):
            form, row = rows[origin]
            if key in arabic_forms(form, first=True) or key in arabic_forms(form, first=False):
                found.update(sense for each in row.get(language, ()) for sense in _only_key(each, language))
    return frozenset(found)


@lru_cache(maxsize=16384)
def content_keys(form: str, language: str) -> tuple[str, ...]:
    """The keys of the words of a form, without articles and prepositions."""
    words = KeyedPassage(Document("", language, form).passage(), language).words
    return tuple(word.keys[0] for word in words if not word.skipped)


def _only_key(sense: str, language: str) -> tuple[str, ...]:
    keys = content_keys(sense, language)
    return keys if len(keys) == 1 else ()


@cache
def _rows() -> dict[str, tuple[str, Cells]]:
    """Each form and its row by the form's stem."""
    return {shared_stem(form): (form, row) for row in read_senses(PRESS) for form in row["ar"]}
