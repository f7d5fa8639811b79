"""The Latin forms that the lists of places have for a word of the original."""

from __future__ import annotations

from functools import lru_cache

from auditor.names.pair.forms import WordForm
from auditor.names.pair.known_places import SHORTEST, forms_of_place, peoples_of
from auditor.names.words.arab_places import arab_places
from auditor.names.words.listed_forms import listed_forms
from auditor.names.words.world_cities import forms_of_city

_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=1 << 16)
def own_forms(word: WordForm) -> frozenset[str]:
    """The folded Latin forms that the lists have for the place that a word may be, in whatever reading."""
    found = set(word.renderings)
    for each in word.readings:
        if word.folded.endswith(each) and len(each) >= SHORTEST:
            found |= (
                forms_of_place(each)
                | peoples_of(each)
                | arab_places().get(each, (False, _NONE))[1]
                | forms_of_city(each)
                | listed_forms("fixed_names.tsv").get(each, _NONE)
            )
    return frozenset(found)


@lru_cache(maxsize=1 << 16)
def is_own(word: WordForm, other: WordForm) -> bool:
    """Whether a word of the translation is one of the forms listed for a word of the original, with or without article."""
    forms = own_forms(word)
    return bool(forms) and (
        other.folded in forms
        or any(other.folded == article + form for form in forms for article in ("al", "el"))
    )
