"""The content words of a text that the translation lexicon knows, by number: all that the alignment of sentences asks."""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.folding import folded
from auditor.word_alignment.lexicon import vocabulary
from auditor.word_alignment.words import analysis

_LETTERS = re.compile(r"[^\W\d_]+")


def known_words(text: str, language: str) -> list[int]:
    """Their places in the vocabulary of the language, in text order."""
    found = (_known(form, language) for form in _LETTERS.findall(folded(text)))
    return [place for place in found if place is not None]


@lru_cache(maxsize=1 << 16)
def _known(form: str, language: str) -> int | None:
    known = vocabulary(language)
    stem, is_content = analysis(form, language, known.bare_count)
    return known.ids.get(stem) if is_content else None
