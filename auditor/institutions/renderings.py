"""Where the parts of a name are rendered in a translation: the stretch of words that renders most of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.institutions.names import Part
from auditor.institutions.tables import Wanted, fits
from auditor.terms.inflection import latin_key
from auditor.word_alignment.words import Word

SPREAD = 4
"""Words on either side of a rendering's middle beyond two for each part: articles and prepositions."""
MANY = 12
"""Places of a part that are looked at."""

LATIN = ("fr", "en")

Places = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rendering:
    """Where each part is rendered, as indices of words of the translation; a part without place is not rendered here.

    `elsewhere` are parts that are rendered outside of the stretch.
    """

    places: Mapping[Part, Places]
    elsewhere: frozenset[Part]

    @property
    def taken(self) -> frozenset[int]:
        return frozenset(place for places in self.places.values() for place in places)


def hits(part: Part, words: Sequence[Word], free: Sequence[int], language: str) -> list[Places]:
    """The places, among those that are `free`, of the accepted renderings of a part; of several words the closest.

    In the other language where there is none in that of the translation: names of foreign bodies are often left in theirs.
    """
    if part.row is None:
        return []
    for each in (language, *(other for other in LATIN if other != language)):
        found = _hits(part.row.wanted(each), words, free, each)
        if found:
            return found
    return []


def _hits(wanted: Wanted, words: Sequence[Word], free: Sequence[int], language: str) -> list[Places]:
    found: dict[Places, None] = {
        (place,): None
        for place in free
        if wanted.meets(words[place].form, latin_key(words[place].form, language))
    }
    for several in wanted.several:
        each = [[place for place in free if fits(words[place].form, one, language)] for one in several]
        for first in each[0] if all(each) else ():
            found[first, *(min(some, key=lambda place: abs(place - first)) for some in each[1:])] = None
    return list(found)[:MANY]


def find_rendering(
    parts: Sequence[Part], words: Sequence[Word], free: Sequence[int], language: str
) -> Rendering | None:
    """The stretch in which most parts have an accepted rendering, each a word of its own among those that are `free`.

    None where no part has any.
    """
    offers = {part: hits(part, words, free, language) for part in parts}
    reach = 2 * len(parts) + SPREAD
    best: dict[Part, Places] = {}
    rank: tuple[int, int] = (0, 0)
    for middle in sorted({place for some in offers.values() for places in some for place in places}):
        assigned = _assigned(offers, middle, reach)
        taken = [place for places in assigned.values() for place in places]
        if taken and (len(assigned), min(taken) - max(taken)) > rank:
            best, rank = assigned, (len(assigned), min(taken) - max(taken))
            if len(best) == len(parts):
                break
    if not best:
        return None
    taken = [place for places in best.values() for place in places]
    return Rendering(
        best, frozenset(part for part in parts if part not in best and _is_apart(offers[part], taken))
    )


def _assigned(offers: Mapping[Part, Sequence[Places]], middle: int, reach: int) -> dict[Part, Places]:
    """A place of its own for each part, the part with the fewest first, the place nearest to `middle`."""
    near = {
        part: sorted(
            (places for places in some if all(abs(place - middle) <= reach for place in places)),
            key=lambda places: (sum(abs(place - middle) for place in places) / len(places), places),
        )
        for part, some in offers.items()
    }
    found: dict[Part, Places] = {}
    taken: set[int] = set()
    for part, some in sorted(near.items(), key=lambda item: (len(item[1]), item[0].first)):
        free = next((places for places in some if taken.isdisjoint(places)), None)
        if free is not None:
            found[part] = free
            taken.update(free)
    return found


def _is_apart(some: Sequence[Places], taken: Sequence[int]) -> bool:
    return any(not set(places) <= set(taken) for places in some)
