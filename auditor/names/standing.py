"""What stands in a translation where a name of the original, known by the words around it or by a list, should."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.names.difference import NameDifference
from auditor.names.doubled_names import doubled_names
from auditor.names.foreign_letters import foreign_letters
from auditor.names.known_bodies import body_differences
from auditor.names.misspelled import misspelled_names
from auditor.names.near_strangers import near_strangers
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.plain_words import is_plain
from auditor.names.pair.sides import Side
from auditor.names.parts_before import parts_before
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
from auditor.names.places.rival_places import rival_places
from auditor.names.places.whole_names import whole_differences
from auditor.names.places.world_places import world_differences
from auditor.names.rival_bodies import rival_differences
from auditor.names.rival_persons import rival_persons
from auditor.names.spelled_neighbours import spelled_neighbours

JOINED = 0.8
"""Confidence that the translated first word of a name is wrong."""


def standing_differences(pair: Comparison, sides: Sequence[tuple[Side, Side] | None]) -> list[NameDifference]:
    """What stands where a name, known by the words around it, should."""
    return [
        *_of_words(pair, sides),
        *_of_places(pair, sides),
        *_of_stretches(pair),
        *(_of_place(pair, half) for half in whole_differences(pair)),
    ]


def _of_words(pair: Comparison, sides: Sequence[tuple[Side, Side] | None]) -> Iterator[NameDifference]:
    for each in (
        *part_differences(pair),
        *parts_before(pair),
        *doubled_names(pair),
        *titled_differences(pair, sides),
        *misspelled_names(pair),
        *run_differences(pair),
        *rival_persons(pair, sides),
        *homonym_differences(pair, sides),
        *confused_places(pair),
        *spelled_neighbours(pair),
        *joiner_differences(pair),
        *near_strangers(pair),
        *foreign_letters(pair),
        *rival_places(pair),
    ):
        words = (each.here, each.here), (each.there, each.there)
        yield _difference(pair, each.kind, *words, each.confidence)


def _of_places(pair: Comparison, sides: Sequence[tuple[Side, Side] | None]) -> Iterator[NameDifference]:
    for place in (
        *confused_countries(pair, sides),
        *fixed_differences(pair),
        *(each for each in place_differences(pair) if not _is_plain(pair, each)),
        *kind_differences(pair),
        *world_differences(pair),
        *(each for each in foreign_places(pair) if not _is_plain(pair, each)),
    ):
        yield _of_place(pair, place)


def _of_stretches(pair: Comparison) -> Iterator[NameDifference]:
    for meant in (*person_differences(pair), *meant_places(pair)):
        stretches = (meant.first, meant.last), (meant.begin, meant.end)
        yield _difference(pair, "translated", *stretches, meant.confidence)
    for rival in rival_differences(pair):
        stretches = (rival.first, rival.last), (rival.begin, rival.end)
        yield _difference(pair, "place", *stretches, rival.confidence)
    for joined in joined_differences(pair):
        stretches = (joined.first, joined.last), (joined.there, joined.there)
        yield _difference(pair, "translated", *stretches, JOINED)
    for body in body_differences(pair):
        stretches = (body.first, body.last), (body.there, body.there)
        yield _difference(pair, body.kind, *stretches, body.confidence)


def _of_place(pair: Comparison, place: PlaceDifference) -> NameDifference:
    return _difference(pair, place.kind, (place.first, place.last), place.stands, place.confidence)


def _difference(
    pair: Comparison, kind: str, named: tuple[int, int], stands: tuple[int, int] | None, confidence: float
) -> NameDifference:
    """Of first and last word of a name, and of what stands for it."""
    instead = pair.target.part(*stands) if stands else None
    return NameDifference(kind, pair.source.part(*named), instead, None, confidence)


def _is_plain(pair: Comparison, each: PlaceDifference) -> bool:
    """Whether what seems a place is one word of the language, that no other word of the translation means."""
    return each.kind != "translated" and each.first == each.last and is_plain(pair.source, each.first)
