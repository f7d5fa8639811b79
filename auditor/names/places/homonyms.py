"""Places of two countries that Arabic writes alike, by `homonyms` in languages/ar/places.toml: القنيطرة is Kenitra or Quneitra.

Which of the two is meant is told by the countries that the text names, or `tells` has a region of; where it names that of one alone, the other's form is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from auditor.languages import language_data
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import WordForm
from auditor.names.pair.sides import Side
from auditor.names.people.sequences import PartDifference

OTHER = 0.78
"""Confidence: what a text is about is told by the countries that it names, if not wholly."""

Forms = dict[str, frozenset[str]]
"""By the country of the gazetteer the folded Latin forms of its place."""


def homonym_differences(
    pair: Comparison, sides: Sequence[tuple[Side, Side] | None]
) -> Iterator[PartDifference]:
    """The places that have the form of one of another country, in text order."""
    for here, word in enumerate(pair.source.words):
        forms = _forms(word)
        if not forms:
            continue
        told = _told(pair.source).union(*[_told(both[0]) for both in sides if both])
        right = _united(forms[country] for country in forms if country in told)
        wrong = _united(forms[country] for country in forms if country not in told) - right
        times = sum(_forms(each) == forms for each in pair.source.words)
        if not right or sum(each.folded in right for each in pair.target.words) >= times:
            continue
        there = [
            at for at, other in enumerate(pair.target.words) if other.is_capital and other.folded in wrong
        ]
        if len(there) == 1:
            yield PartDifference("homonym", here, there[0], OTHER)


@lru_cache(maxsize=1 << 10)
def _told(side: Side) -> frozenset[str]:
    """The countries that a side names otherwise, or is about by a region, a town or a river of theirs."""
    regions, readings = _regions(), {each for word in side.words for each in word.readings}
    named = [each.places for each in side.mentions if not _forms(side.words[each.first])]
    return frozenset().union(*named) | {regions[each] for each in regions.keys() & readings}


@cache
def _regions() -> dict[str, str]:
    table: dict[str, str] = language_data("ar", "places")["tells"]
    return {word: country for country, words in table.items() for word in words.split()}


def _united(forms: Iterator[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*forms)


@lru_cache(maxsize=1 << 16)
def _forms(word: WordForm) -> Forms:
    """The places that a word may be, as it ends; none for most words."""
    table = _table()
    return next((table[each] for each in word.readings if each in table and word.folded.endswith(each)), {})


@cache
def _table() -> dict[str, Forms]:
    listed: dict[str, dict[str, str]] = language_data("ar", "places")["homonyms"]
    return {
        name: {country: frozenset(forms.split()) for country, forms in of.items()}
        for name, of in listed.items()
    }
