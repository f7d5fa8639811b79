"""What stands in a translation where a name of the original, known by the words around it or by a list, should."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.names.difference import NameDifference
from auditor.names.known_bodies import body_differences
from auditor.names.misspelled import misspelled_names
from auditor.names.near_strangers import near_strangers
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.plain_words import is_plain
from auditor.names.pair.sides import Side
from auditor.names.people.joined_names import joined_differences
from auditor.names.people.meant_persons import person_differences
from auditor.names.people.sequences import part_differences
from auditor.names.people.titled import titled_differences
from auditor.names.person_runs import run_differences
from auditor.names.places.beside_joiners import joiner_differences
from auditor.names.places.confused_countries import confused_countries
from auditor.names.places.confused_places import confused_places
from auditor.names.places.fixed_names import fixed_differences
from auditor.names.places.foreign_places import foreign_places
from auditor.names.places.homonyms import homonym_differences
from auditor.names.places.kind_names import kind_differences
from auditor.names.places.local_places import PlaceDifference, place_differences
from auditor.names.places.meant_places import meant_places
from auditor.names.places.whole_names import whole_differences
from auditor.names.places.world_places import world_differences
from auditor.names.rival_bodies import rival_differences
from auditor.names.rival_persons import rival_persons
from auditor.names.spelled_neighbours import spelled_neighbours


def standing_differences(pair: Comparison, sides: Sequence[tuple[Side, Side] | None]) -> list[NameDifference]:
    """What stands where a name, known by the words around it, should."""
    source, target = pair.source, pair.target
    found = []
    parts = (
        *part_differences(pair),
        *titled_differences(pair, sides),
        *misspelled_names(pair),
        *run_differences(pair),
        *rival_persons(pair, sides),
    )
    for each in (
        *parts,
        *homonym_differences(pair, sides),
        *confused_places(pair),
        *spelled_neighbours(pair),
        *joiner_differences(pair),
        *near_strangers(pair),
    ):
        named, stands = source.part(each.here, each.here), target.part(each.there, each.there)
        found.append(NameDifference(each.kind, named, stands, None, each.confidence))
    for place in (
        *confused_countries(pair, sides),
        *fixed_differences(pair),
        *(each for each in place_differences(pair) if not _is_plain(pair, each)),
        *kind_differences(pair),
        *world_differences(pair),
        *(each for each in foreign_places(pair) if not _is_plain(pair, each)),
    ):
        named = source.part(place.first, place.last)
        instead = target.part(*place.stands) if place.stands else None
        found.append(NameDifference(place.kind, named, instead, None, place.confidence))
    for meant in (*person_differences(pair), *meant_places(pair)):
        named, stands = source.part(meant.first, meant.last), target.part(meant.begin, meant.end)
        found.append(NameDifference("translated", named, stands, None, meant.confidence))
    for rival in rival_differences(pair):
        named, stands = source.part(rival.first, rival.last), target.part(rival.begin, rival.end)
        found.append(NameDifference("place", named, stands, None, rival.confidence))
    for joined in joined_differences(pair):
        named, stands = source.part(joined.first, joined.last), target.part(joined.there, joined.there)
        found.append(NameDifference("translated", named, stands, None, 0.8))
    for body in body_differences(pair):
        named, stands = source.part(body.first, body.last), target.part(body.there, body.there)
        found.append(NameDifference(body.kind, named, stands, None, body.confidence))
    for half in whole_differences(pair):
        named, stands = source.part(half.first, half.last), target.part(*(half.stands or (0, 0)))
        found.append(NameDifference(half.kind, named, stands, None, half.confidence))
    return found


def _is_plain(pair: Comparison, each: PlaceDifference) -> bool:
    """Whether what seems a place is one word of the language, that no other word of the translation means."""
    return each.kind != "translated" and each.first == each.last and is_plain(pair.source, each.first)
