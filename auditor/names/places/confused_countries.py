"""Countries that are taken for each other by their names, by `confused` in languages/ar/names.toml: “libyen” for ليبيريا.

That a translation names Slovakia where the original, which never does, names Slovenia, needs no word beside them to be told, nor that
both are nouns or both adjectives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from auditor.languages import language_data
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.sides import Mention, Side, is_nationality
from auditor.names.places.local_places import PlaceDifference
from auditor.names.places.owned_names import is_spelling
from auditor.names.words.vocabulary import common_latin

CONFUSED = 0.8
"""Confidence: of the sound development pairs none has a country for another of its group that its text does not name."""


def confused_countries(
    pair: Comparison, sides: Sequence[tuple[Side, Side] | None]
) -> Iterator[PlaceDifference]:
    """The countries for which another of their group stands, in text order."""
    if not any(_groups().get(place) for place in pair.source.places) or not pair.is_about_as_long:
        return
    named = frozenset().union(
        *[both[0].places for both in sides if both], *[each.places for each in pair.sources]
    )
    taken: set[int] = set()
    for mention in pair.source.mentions:
        others = frozenset().union(*[_groups().get(place, frozenset()) for place in mention.places]) - named
        stands = next(
            (
                each
                for each in pair.target.mentions
                if each.first not in taken and each.places <= others and not _is_heard(pair, mention, each)
            ),
            None,
        )
        if stands is not None and _is_written(pair.target, stands):
            taken.add(stands.first)
            yield PlaceDifference("place", mention.first, mention.last, (stands.first, stands.last), CONFUSED)


def _is_heard(pair: Comparison, mention: Mention, stands: Mention) -> bool:
    """Whether another word of the original, which names no country, is spelled by what seems one: Albanese for ألبانيزي."""
    other = pair.target.words[stands.first]
    return any(
        word.is_name and is_spelling(word, other)
        for index, word in enumerate(pair.source.words)
        if not (mention.first <= index <= mention.last or index in pair.source.covered)
    )


def _is_written(side: Side, mention: Mention) -> bool:
    """Whether a place is written as a name, or as a people, by a word that ends as one: libérées is no Liberia."""
    word = side.words[mention.first]
    if any(form.shown for form in mention.forms):
        return word.is_capital or is_nationality(mention)
    return word.folded.endswith(_endings()) and word.folded not in common_latin()


@cache
def _endings() -> tuple[str, ...]:
    """What peoples end with in French and English, in both genders and numbers."""
    listed = [
        ending for language in ("fr", "en") for ending in language_data(language, "names")["nationalities"]
    ]
    return (*listed, *language_data("fr", "names")["other_nationalities"])


@cache
def _groups() -> dict[str, frozenset[str]]:
    """For each place the others of its groups."""
    found: dict[str, frozenset[str]] = {}
    for group in language_data("ar", "names")["confused"]:
        places = frozenset(group.split())
        for place in places:
            found[place] = found.get(place, frozenset()) | (places - {place})
    return found
