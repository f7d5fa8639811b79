"""Known places of the translation that the original does not name, facing one of its own that nothing stands for: Jbeil for جبلة.

The letters may be near, as those of two places often are, or even be the name's: what counts is that another place is called so.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import SPELLS, are_alike
from auditor.names.pair.known_places import is_listed, is_noun, is_sure, kind_before, local_place
from auditor.names.pair.listed_forms import is_own
from auditor.names.pair.native_names import explains
from auditor.names.pair.sides import is_nationality
from auditor.names.places.local_places import PlaceDifference
from auditor.names.places.owned_names import is_anothers, is_spelled_as_often
from auditor.names.words.place_owners import owners
from auditor.names.words.vocabulary import common_latin

SURE, LIKELY = 0.75, 0.66
"""Confidence of a place that is one beyond doubt, and of one that a preposition alone tells of."""
NEAR = 0.3
"""Difference of places, as a share of the side, up to which a place stands for another."""
SHORTEST = 4


def foreign_places(pair: Comparison) -> Iterator[PlaceDifference]:
    """The local places of the original for which another known place stands, in text order."""
    strangers = [there for there in range(len(pair.target.words)) if _is_known(pair, there)]
    taken: set[int] = set()
    for here in range(len(pair.source.words)) if strangers else ():
        confidence = _certainty(pair, here)
        if not confidence:
            continue
        near = [
            there
            for there in strangers
            if there not in taken
            and (confidence == SURE or there not in pair.target.covered)
            and _faces(pair, here, there)
        ]
        if near and not is_spelled_as_often(pair, here, near[0]):
            taken.add(near[0])
            yield PlaceDifference("place", here, here, (near[0], near[0]), confidence)


def _is_known(pair: Comparison, there: int) -> bool:
    """Whether a word with a capital is the listed form of places of which the original names none."""
    word = pair.target.words[there]
    if not word.is_capital or len(word.folded) < SHORTEST or word.folded in common_latin():
        return False
    mention = pair.target.mention_at(there)
    if mention is not None:
        return not is_nationality(mention) and not any(mention.places & side.places for side in pair.sources)
    places = owners(word.folded)
    return bool(places) and not any(
        not places.isdisjoint(each.readings) for side in pair.sources for each in side.words
    )


def _certainty(pair: Comparison, here: int) -> float:
    word = pair.source.words[here]
    name = local_place(word)
    if name is None or here in pair.source.covered or word.is_title:
        return 0.0
    if is_sure(word, name) or kind_before(pair.source, here) is not None:
        return SURE
    is_joined = word.folded != name and (
        word.is_name or is_listed(pair.source, here) or word.folded.startswith("ب")
    )
    return LIKELY if is_joined or is_noun(pair.source, here) else 0.0


def _faces(pair: Comparison, here: int, there: int) -> bool:
    """Whether a place may stand for a name, and spells no other word of the original."""
    words, other = pair.source.words, pair.target.words[there]
    if abs(here / len(words) - there / len(pair.target.words)) > NEAR or is_own(words[here], other):
        return False
    if explains(words[here], other) and not is_anothers(pair, here, there):
        return False
    return not any(
        explains(word, other) or is_own(word, other) or (word.is_name and are_alike(word, other, SPELLS))
        for side in pair.sources
        for word in side.words
        if word.folded != words[here].folded
    )
