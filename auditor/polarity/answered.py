"""Which words of a pair of opposites have a counterpart that stands for the same pole, and how far apart two words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.polarity.phrases import Found
from auditor.polarity.poles import Poles
from auditor.polarity.reading import Side
from auditor.word_alignment import WordAlignment

ANSWERING = 0.15
"""Probability that two words mean the same from which on one of a pole answers another wherever they stand."""
ANSWERED = 0.25
"""Difference of their places, as APART, up to which it does so at all."""
VERB_FIRST = 0.3
"""How much later than an Arabic verb at the head of its clause its counterpart may stand, after the subject."""
SUBJECT = 10
"""The same in words."""
LATER = 0.1
"""How much later the counterpart of an Arabic word stands in French and English, whose verbs follow their subject."""
BESIDE = 2
"""Words around another whose links tell where its counterpart is to be expected."""

ELSEWHERE = 0.95
"""Score of a link to another word from which on a word answers none that it is not linked to."""

Answered = tuple[set[int], set[int]]


def linked_places(alignment: WordAlignment) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for link in alignment.links:
        found.setdefault(link.source, []).append(link.target)
    return found


def answered(  # noqa: PLR0917
    source: Side, target: Side, here: Poles, there: Poles, shared: Sequence[str], alignment: WordAlignment
) -> dict[str, Answered]:
    """For each concept the places of the words of either side to which a word of the same pole on the other side answers, those
    that mean the same most and stand nearest, each once; a word of the target that is answered by its place alone is so for that concept alone.
    """
    linked = linked_places(alignment)
    sure = [
        (place, spot)
        for place, spot, score in alignment.links
        if score >= ELSEWHERE and source.words[place].is_content and target.words[spot].is_content
    ]
    ours: set[int] = set()
    theirs: set[int] = set()
    found: dict[str, set[int]] = {}
    for concept in shared:
        others = found[concept] = set()
        for pole in (0, 1):
            poles = here[concept], there[concept]
            surely = _Linked(
                sure, *({place for each in side[1 - pole] for place in each.places} for side in poles)
            )
            for means, one, other in _counterparts(
                source, target, here[concept][pole], there[concept][pole], alignment, linked, surely
            ):
                ours.update(one)
                others.update(other)
                if means:
                    theirs.update(other)
    return {concept: (ours, others | theirs) for concept, others in found.items()}


def _counterparts(  # noqa: PLR0917
    source: Side,
    target: Side,
    some: Sequence[Found],
    others: Sequence[Found],
    alignment: WordAlignment,
    linked: dict[int, list[int]],
    surely: _Linked,
) -> Iterator[tuple[bool, tuple[int, ...], tuple[int, ...]]]:
    """The words of one pole of both sides that answer each other, and whether they surely mean the same."""
    pairs = []
    for one in some:
        for other in others:
            if surely.elsewhere(one.places, other.places):
                continue
            value = max(float(alignment.meaning[i, j]) for i in one.places for j in other.places)
            away = apart(source, one.places[0], target, other.places[0], linked)
            later = _later(source, one.places[0], target, other.places[0])
            pairs.append((away - value + abs(later - LATER), one.places, other.places, value, away))
    mine: set[int] = set()
    theirs: set[int] = set()
    for _, one_places, other_places, value, away in sorted(pairs):
        if not mine.isdisjoint(one_places) or not theirs.isdisjoint(other_places):
            continue
        if value >= ANSWERING or away <= ANSWERED:
            mine.update(one_places)
            theirs.update(other_places)
            yield value >= ANSWERING, one_places, other_places


class _Linked:
    """The words of either side that are surely linked, by place.

    Not those of the other pole, at `ours` and `theirs`: a link to such a word tells of no other counterpart.
    """

    def __init__(self, sure: Sequence[tuple[int, int]], ours: set[int], theirs: set[int]) -> None:
        kept = [(place, spot) for place, spot in sure if place not in ours and spot not in theirs]
        self._ours = dict(kept)
        self._theirs = {spot: place for place, spot in kept}

    def elsewhere(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        """Whether some words are linked, but none to the others: each side has another counterpart."""
        spots = {self._ours[place] for place in ours if place in self._ours}
        places = {self._theirs[spot] for spot in theirs if spot in self._theirs}
        return bool((spots and spots.isdisjoint(theirs)) or (places and places.isdisjoint(ours)))


def _later(source: Side, place: int, target: Side, spot: int) -> float:
    """How much later a word of the target stands, by the relative places of both."""
    return (spot + 0.5) / len(target.words) - (place + 0.5) / len(source.words)


def apart(source: Side, place: int, target: Side, spot: int, linked: dict[int, list[int]]) -> float:
    """How far apart two words stand, as a share of the passage: by their relative places, or by where the words around the
    one are linked to.
    """
    later = _later(source, place, target, spot)
    if later > 0 and source.language == "ar" and (place < 2 or source.breaks_before(place)):
        later = max(0.0, later - max(VERB_FIRST, SUBJECT / len(target.words)))
    around = [
        abs(spot - near) for step in range(-BESIDE, BESIDE + 1) for near in linked.get(place + step, ())
    ]
    return min(abs(later), max(0, min(around, default=len(target.words)) - BESIDE) / len(target.words))
