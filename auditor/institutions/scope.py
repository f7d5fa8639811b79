"""Adjectives that the translation gives to another noun of a name than the original does."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from auditor.institutions.counterparts import Counterparts
from auditor.institutions.names import Part
from auditor.institutions.renderings import Rendering
from auditor.languages import language_data
from auditor.terms.matching import KeyedPassage

_FEMININE = ("ه", "ات")
_PLURALS = frozenset(language_data("ar", "institutions")["plurals"].split())


def displaced(
    counterparts: Counterparts, rendering: Rendering, keyed: KeyedPassage
) -> Iterator[tuple[Part, int, int]]:
    """Adjectives with their place in the translation and the place of the noun that they stand by, which they do not agree with.

    Arabic: the last word of a name, a feminine adjective of its feminine head, behind a masculine noun. In French an adjective
    follows its noun; in English it stands before, and the noun that it stands before ends the name.
    """
    parts = [part for part in counterparts.name.parts if part in rendering.places]
    for before, part in pairwise(parts):
        if before.kind != "field" or part.kind != "modifier" or part.first != before.last + 1:
            continue
        head = parts[0]
        if head.kind != "head" or _agree(keyed, before, part) or not _agree(keyed, head, part):
            continue
        there, noun = rendering.places[part], rendering.places[before]
        wanted = noun[-1] + 1 if counterparts.language == "fr" else noun[-1] - 1
        if len(there) == 1 and there[0] == wanted and _ends(counterparts, max(there[0], noun[-1]), rendering):
            yield part, there[0], noun[-1]


def _agree(keyed: KeyedPassage, noun: Part, adjective: Part) -> bool:
    """Whether gender allows an adjective to belong to a noun: the first word of the head, the last of what stands before it."""
    place = noun.first if noun.kind == "head" else noun.last
    return _is_feminine(keyed, place) == _is_feminine(keyed, adjective.first)


def _is_feminine(keyed: KeyedPassage, place: int) -> bool:
    """By its ending, or as a plural of things."""
    keys = keyed.words[place].keys
    return keys[0].endswith(_FEMININE) or not _PLURALS.isdisjoint(keys)


def _ends(counterparts: Counterparts, place: int, rendering: Rendering) -> bool:
    """Whether the rendering goes no further: "Central Anti-Corruption Court" is right, "combating central corruption" is not."""
    return place == max(rendering.taken) and place + 1 not in counterparts.own
