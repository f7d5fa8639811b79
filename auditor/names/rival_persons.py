"""Names for which the translation has the form of one that is near to them: “Hassan” for حسين, “Simon” for شمعون.

data/rival_names.tsv has the forms by which names of persons go. Where the translation has one of them, no sentence of the original has
its name, and one name that differs from it in its long vowels, or hardly, has no form of its own, that is who was meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import WordForm
from auditor.names.pair.listed_forms import is_own
from auditor.names.pair.native_names import explains, nearest
from auditor.names.pair.plain_words import is_plain
from auditor.names.pair.sides import Side, servant
from auditor.names.pair.worded import is_word_here
from auditor.names.people.sequences import PartDifference
from auditor.names.places.owned_names import is_spelling
from auditor.names.words.rival_names import owners_of, rival_forms

RIVAL = 0.66
"""Confidence: a name may be spelled in a way that another has made its own."""
MEANT = 1.0
"""Cost of an account up to which a form is meant for a name."""
LEAST = 3
"""Letters without long vowels that two names share."""
_LONG = str.maketrans("", "", "اويء")
_ARTICLE = "ال"


def rival_persons(pair: Comparison, sides: Sequence[tuple[Side, Side] | None]) -> Iterator[PartDifference]:
    """The names that came back as one near to them, in text order of the translation."""
    for there, other in enumerate(pair.target.words):
        owners = owners_of(other.folded) if other.is_capital else frozenset()
        if not owners or there in pair.shared_places or _is_named(pair, sides, owners):
            continue
        found = [here for here in _bearers(pair.source) if _is_meant(pair, here, there, owners)]
        if len({pair.source.words[here].folded for here in found}) == 1 and not _is_heard(
            pair, there, found[0]
        ):
            yield PartDifference("rival", found[0], there, RIVAL)


def _is_named(pair: Comparison, sides: Sequence[tuple[Side, Side] | None], names: frozenset[str]) -> bool:
    """Whether some sentence of the original has one of the names."""
    known = (*pair.sources, *(both[0] for both in sides if both))
    return any(not names.isdisjoint(word.readings) for side in known for word in side.words)


@lru_cache(maxsize=1 << 10)
def _bearers(side: Side) -> tuple[int, ...]:
    """The words of a side that are names of the list, or are written like one; what follows عبد is part of a name."""
    return tuple(
        here
        for here, word in enumerate(side.words)
        if _own(word) is not None and not (here and side.words[here - 1].folded == servant())
    )


@lru_cache(maxsize=1 << 16)
def _own(word: WordForm) -> str | None:
    """The name of the list that a word is."""
    known = rival_forms()
    if known.keys().isdisjoint(word.readings) or word.is_title:
        return None
    if word.written.endswith("ى"):  # على is no Ali
        return None
    return next((each for each in word.readings if each in known and word.folded.endswith(each)), None)


def _is_meant(pair: Comparison, here: int, there: int, owners: frozenset[str]) -> bool:
    """Whether a form is near to a name that the translation has none of the forms of."""
    word, other = pair.source.words[here], pair.target.words[there]
    name = _own(word)
    if name is None or is_word_here(word, pair.target):
        return False
    if is_plain(pair.source, here) and not explains(word, other):
        return False
    forms = rival_forms()[name]
    if other.folded in forms or is_own(word, other):
        return False
    spelled = [
        sum(_is_form(word, each, forms) and each is not other for each in side.words) for side in pair.targets
    ]
    named = sum(_own(each) == name for side in pair.sources for each in side.words)
    if spelled[0] or sum(spelled) >= named:
        return False
    bare = _bare(name)
    is_alike = len(bare) >= LEAST and bare in map(_bare, owners)
    return is_alike or nearest(word, other).cost <= MEANT


def _is_form(word: WordForm, other: WordForm, forms: frozenset[str]) -> bool:
    return other.is_capital and (other.folded in forms or is_spelling(word, other))


def _is_heard(pair: Comparison, there: int, here: int) -> bool:
    """Whether another word of the original is spelled by a form."""
    own, other = pair.source.words[here].folded, pair.target.words[there]
    return any(is_spelling(word, other) for side in pair.sources for word in side.words if word.folded != own)


def _bare(name: str) -> str:
    """A name without its article and its long vowels."""
    return name.removeprefix(_ARTICLE).translate(_LONG)
