"""Opposites that nothing ties to each other: they stand far apart, or are adjectives of scope of different things."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from auditor.polarity.phrases import Found
from auditor.polarity.reading import Side
from auditor.word_alignment import WordAlignment

SURE = 0.9
"""Score of a link from which on it tells where the words around are rendered."""
BESIDE = 2
"""Words around another within which such links stand."""
NOUN = 4
"""Words before or behind an adjective within which its noun stands: domestic, regional and subregional organizations."""
WITNESSES = 2
"""How many such links tell it."""
AWAY = 12
"""Words between all that they are linked to and a word from which on it does not stand where they tell."""
LINKED = 0.5
"""Score of a link from which on two nouns are each other's renderings."""


@cache
def _loose_pairs(kind: str) -> frozenset[str]:
    """Of one kind of data/loose_pairs.toml."""
    text = (files("auditor.polarity") / "data" / "loose_pairs.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)[kind].split())


def are_untied(source: Side, target: Side, alignment: WordAlignment, one: Found, other: Found) -> bool:
    """Whether two opposites that are not linked stand far apart, or tell the scope of things that are not linked either;
    those who act in one event whether they are not linked.
    """
    if one.label.partition(" ")[0] in _loose_pairs("actors") and not _are_linked(alignment, one, other):
        return True
    if any(place in one.places and spot in other.places for place, spot, _ in alignment.links):
        return False
    if one.label.partition(" ")[0] in _loose_pairs("scopes") and not _have_one_noun(
        source, target, alignment, one, other
    ):
        return True
    return _stand_apart(source, alignment, one.places, other.places)


def _are_linked(alignment: WordAlignment, one: Found, other: Found) -> bool:
    return any(
        place in one.places and spot in other.places and score >= LINKED
        for place, spot, score in alignment.links
    )


def _have_one_noun(source: Side, target: Side, alignment: WordAlignment, one: Found, other: Found) -> bool:
    """Whether a word beside the one, where its noun may stand, is linked to one beside the other."""
    ours, theirs = _nouns(source, one.places), _nouns(target, other.places)
    return any(place in ours and spot in theirs and score >= LINKED for place, spot, score in alignment.links)


def _nouns(side: Side, places: Sequence[int]) -> set[int]:
    """The places of content words before an adjective, and behind it where the language has them there."""
    last = places[0] if side.language == "ar" else min(len(side.words), places[-1] + NOUN + 1)
    around = range(max(0, places[0] - NOUN), last)
    return {place for place in around if side.words[place].is_content and place not in places}


def _stand_apart(source: Side, alignment: WordAlignment, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether all that the words around the one are surely linked to is far from the other; a verb at the head of its clause,
    which others have behind the subject, is left out.
    """
    first, last = ours[0], ours[-1]
    if source.language == "ar" and (first < BESIDE or source.breaks_before(first)):
        return False
    spots = [
        spot
        for place, spot, score in alignment.links
        if score >= SURE and first - BESIDE <= place <= last + BESIDE and place not in ours
    ]
    return len(spots) >= WITNESSES and all(abs(spot - each) >= AWAY for spot in spots for each in theirs)
