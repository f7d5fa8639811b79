"""Words that stand without the accents that they bear."""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.bitext import Passage
from auditor.damage.word_forms import FORMS_HAVE, FREQUENT, SEEN, FormsOf, forms_of
from auditor.folding import folded
from auditor.languages import language_data

_TOKEN = re.compile(r"[^\W\d_]+")
_OPTIONAL = str.maketrans("îû", "iu")
ACCENTED_THERE = 7
"""Letters of a word that is the same word elsewhere in the document with accents."""


def accented_there(word: str, target: Passage) -> str | None:
    """How the document writes a word elsewhere, with accents."""
    if len(word) < ACCENTED_THERE or not word.isascii():
        return None
    return _accented_in(target.document.text, target.language).get(word)


@lru_cache(maxsize=1 << 16)
def with_accents(word: str, language: str) -> str | None:
    """The word that this is without its accents, where it is no French word; one that is a word of English is a common one.

    The spelling of 1990 does without most circumflex accents on i and u.
    """
    level = forms_of(language).level
    if language != "fr" or len(word) < 3 or not word.isascii() or level(word):
        return None
    accented = forms_of(language).accented(word)
    if (
        accented is None
        or accented.translate(_OPTIONAL) == word
        or word in language_data("fr", "damage")["bare"]
    ):
        return None
    if _is_verb(word, forms_of(language)):
        return None
    known_elsewhere = any(forms_of(each).level(word) for each in FORMS_HAVE)
    return accented if level(accented) >= (FREQUENT if known_elsewhere else SEEN) else None


def _is_verb(word: str, forms: FormsOf) -> bool:
    """Whether a word is a form of a verb whose participle is the same but for an accent: infecte, infectes."""
    data = language_data(forms.language, "damage")
    return any(
        word.endswith(ending)
        and any(forms.level(word.removesuffix(ending) + sign) >= SEEN for sign in data["verb_signs"])
        for ending in data["verb_endings"]
    )


@lru_cache(maxsize=4)
def _accented_in(text: str, language: str) -> dict[str, str]:
    """The words in small letters that a text writes with accents, by what they are without."""
    if language != "fr" or text.isascii():
        return {}
    words = [word for word in dict.fromkeys(_TOKEN.findall(text)) if word.islower() and not word.isascii()]
    return {
        folded(word): word
        for word in words
        if len(word) >= ACCENTED_THERE and not word.endswith(("é", "és", "ée", "ées", "à"))
    }
