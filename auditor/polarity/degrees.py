"""What nearly happened, of which a translation says that it did, or the other way round: had run out for كادت تنفد."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from auditor.languages import language_data
from auditor.polarity.lists import plain_words
from auditor.polarity.patterns import word_patterns
from auditor.polarity.phrases import Found, Phrases
from auditor.polarity.poles import opposite_phrases
from auditor.polarity.reading import Side
from auditor.word_alignment import Link, WordAlignment

VERB = 7
"""Words after a marker among which its verb stands."""
PERSONS = frozenset("يتن")
"""The letters that begin the verb after كاد."""
AROUND = 8
"""Words around the counterpart of the verb among which the degree may be said."""
LINKED = 0.5
"""Score of a link from which on two words are each other's renderings."""
SURE = 0.8
"""The same where a marker surely is rendered by a word that is not listed."""
AUXILIARIES = 2
"""Words without content before the counterpart of the verb that are told with it."""


class Degree(NamedTuple):
    """Places of the marker and its verb, and of the counterpart of the verb, on the source and on the target."""

    source: tuple[int, ...]
    target: tuple[int, ...]


def changed_degrees(source: Side, target: Side, alignment: WordAlignment) -> Iterator[Degree]:
    """What nearly happens on the one side and simply does on the other; of Arabic originals."""
    if source.language != "ar":
        return
    ours, theirs = (_phrases(side.language)["nearly"].find(side.forms) for side in (source, target))
    for mark in ours:
        found = _changed(source, target, mark, alignment.links)
        if found is not None:
            yield Degree(*found)
    back = [Link(spot, place, score) for place, spot, score in alignment.links]
    for mark in theirs:
        found = _changed(target, source, mark, back)
        if found is not None:
            yield Degree(*found[::-1])


def _changed(
    own: Side, other: Side, mark: Found, links: Sequence[Link]
) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """The places of what nearly happens, and of its counterpart where nothing around that says so."""
    first, last = mark.places[0], mark.places[-1]
    if first and own.forms[first - 1] in plain_words(own.language) | _listed(own.language, "denied_by"):
        return None
    verb = _verb(own, last)
    spots = [spot for place, spot, score in links if place == verb and score >= LINKED]
    if verb is None or not spots:
        return None
    if any(
        place in mark.places and spot not in spots and score >= SURE and other.words[spot].is_content
        for place, spot, score in links
    ):
        return None
    start = max(0, min(spots) - AROUND)
    around = other.forms[start : max(spots) + AROUND + 1]
    if _phrases(other.language)["said"].find(around):
        return None
    return (*mark.places, verb), tuple(sorted({*_auxiliaries(other, min(spots)), *spots}))


def _verb(side: Side, last: int) -> int | None:
    """The verb after a marker: in Arabic the next word that may be one, or what its preposition governs."""
    places = [
        place
        for place in range(last + 1, min(len(side.words), last + 1 + VERB))
        if side.words[place].is_content
    ]
    if side.language == "ar" and side.forms[last] not in _listed("ar", "governing"):
        verbs = [place for place in places if side.forms[place][0] in PERSONS]
        places = verbs or places
    return places[0] if places else None


def _auxiliaries(side: Side, spot: int) -> range:
    """The words without content right before another."""
    first = spot
    while first > max(0, spot - AUXILIARIES) and not side.words[first - 1].is_content:
        if side.breaks_before(first):
            break
        first -= 1
    return range(first, spot)


@cache
def _listed(language: str, name: str) -> frozenset[str]:
    return frozenset(language_data(language, "polarity")["nearly"].get(name, "").split())


@cache
def _phrases(language: str) -> dict[str, Phrases]:
    """What tells that something nearly happens: `nearly` beyond doubt, `said` perhaps."""
    opposite_phrases(language)  # the first to number the patterns that both have
    table, patterns = language_data(language, "polarity")["nearly"], word_patterns(language)
    both = {"nearly": table["nearly"], "said": f"{table['nearly']}, {table['said']}"}
    return {
        kind: Phrases(language, [(kind, each.strip()) for each in listed.split(",")], patterns=patterns)
        for kind, listed in both.items()
    }
