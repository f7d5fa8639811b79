"""Towns that came back as other known towns of like letters: Gabès for قفصة, Jbeil for جبلة, Shuaiba for الشويخ.

A form that the lists have for another place, which the original does not name, stands where nothing else is the place. What the two
have in common tells that the one was taken for the other: a first letter, and most of the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import WordForm
from auditor.names.pair.known_places import is_named, local_place, place_at
from auditor.names.pair.listed_forms import is_own
from auditor.names.pair.native_names import explains
from auditor.names.people.sequences import PartDifference, is_heard
from auditor.names.spelling.distortion import edits
from auditor.names.words.place_owners import owners

FARTHEST = 0.35
"""Difference of places, as a share of the side, up to which a word may stand for a place."""
LETTERS, LETTERS_OF_LONG, LONG = 2, 3, 4
"""Letters in which the Arabic names of the two may differ, and if both are as long: one may be taken for the other."""
TAKEN = 0.76
"""Confidence."""
_ARTICLE = "ال"


def rival_places(pair: Comparison) -> Iterator[PartDifference]:
    """The places of the original that the translation calls by another's form, in text order."""
    for here, word in enumerate(pair.source.words):
        name = place_at(pair.source, here) if local_place(word) is not None else None
        if name is None or here in pair.source.covered or is_named(pair, name):
            continue
        if any(is_own(word, other) or explains(word, other) for other in pair.capitals):
            continue
        found = [
            there
            for there, other in enumerate(pair.target.words)
            if _is_other_place(name, other)
            and _is_here(pair, here, there)
            and not _is_of_source(pair, word, other)
        ]
        if len(found) == 1:
            yield PartDifference("place", here, found[0], TAKEN)


@lru_cache(maxsize=1 << 16)
def _is_other_place(name: str, other: WordForm) -> bool:
    """Whether a word is listed for places of like letters, and not for this one."""
    known = owners(other.folded) if other.is_capital else frozenset()
    return bool(known) and name not in known and any(_are_near(name, each) for each in known)


def _are_near(one: str, other: str) -> bool:
    most = LETTERS_OF_LONG if min(len(one), len(other)) >= LONG else LETTERS
    return one[:1] == other[:1] and edits(one, other) <= most


def _is_here(pair: Comparison, here: int, there: int) -> bool:
    return abs(here / len(pair.source.words) - there / len(pair.target.words)) <= FARTHEST


def _is_of_source(pair: Comparison, word: WordForm, other: WordForm) -> bool:
    """Whether another word of the original is that place, or sounds like the word."""
    names = owners(other.folded)
    names |= {_ARTICLE + each for each in names}
    return any(
        not names.isdisjoint(each.readings) for side in pair.sources for each in side.words
    ) or is_heard(pair, other, word)
