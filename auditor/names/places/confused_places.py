"""Places whose Latin form is that of another known place: سوس is Souss, and Sousse is سوسة.

A spelling may have all the letters of a name and be, by custom, another's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import WordForm
from auditor.names.pair.known_places import forms_of_place, is_sure, kind_before, local_place
from auditor.names.people.sequences import PartDifference
from auditor.names.spelling.conformity import conforms
from auditor.names.words.place_owners import owners

CONFUSED = 0.68
"""Confidence: below that of a major finding, since a place may be spelled in a way that another has made its own."""


def confused_places(pair: Comparison) -> Iterator[PartDifference]:
    """The places of the original for which the translation has a form that is another place's alone, in text order."""
    for here, word in enumerate(pair.source.words):
        name = local_place(word)
        if name is None or not (is_sure(word, name) or kind_before(pair.source, here) or _has_forms(name)):
            continue
        spelled = [
            there
            for there, other in enumerate(pair.target.words)
            if other.is_capital and _is_meant(name, other)
        ]
        if len(spelled) != 1:
            continue
        known = owners(pair.target.words[spelled[0]].folded)
        if known and name not in known and not _is_named(pair, known):
            yield PartDifference("place", here, spelled[0], CONFUSED)


@lru_cache(maxsize=1 << 16)
def _is_meant(name: str, word: WordForm) -> bool:
    return name in owners(word.folded) or conforms(name, word.folded)


def _is_named(pair: Comparison, names: frozenset[str]) -> bool:
    return any(not names.isdisjoint(word.readings) for side in pair.sources for word in side.words)


def _has_forms(name: str) -> bool:
    """Whether the forms of a place are listed: whatever else a word is, another place's form is none of them."""
    return bool(forms_of_place(name))
