"""Names of bodies and offices of which one part is rendered as something else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.bitext import Bitext, Passage, span
from auditor.institutions.counterparts import Counterparts
from auditor.institutions.names import Name, Part, read_names
from auditor.institutions.renderings import Rendering, find_rendering
from auditor.institutions.scope import displaced
from auditor.institutions.strangers import Strangers
from auditor.terms.matching import keyed_passage
from auditor.terms.uses import TermUse, TermUses
from auditor.word_alignment.links import WordAlignment

NEAR = 3
"""Words between a rendering and what the term base accepts for one of its parts, at most."""
DISPLACED = 0.65
"""Confidence of an adjective that stands by another noun."""
UNSURE = 0.75
"""Factor of the confidence where a head is a common word and only an adjective makes a name of it."""
SENSE = 0.85
"""Confidence of a word that is another sense of the part."""
LONG = 3
"""Parts of a name from which on its head is no common word, adjective or not."""
Alignments = Callable[[], Mapping[int, WordAlignment]]


@dataclass(frozen=True, slots=True)
class Misrendered:
    """A name with the rendering of all of it, and which words stand for which in it; `confidence` in [0, 1]."""

    source: Passage
    target: Passage
    part: Passage
    wrong: Passage
    confidence: float


def misrendered_names(bitext: Bitext, terms: TermUses, alignments: Alignments) -> tuple[Misrendered, ...]:
    """In text order of the original, one for a name at most.

    A part is wrong that has no accepted rendering while others of its name have theirs next to a word that renders
    nothing in the name and stands for nothing else. A name that the term base knows by an accepted rendering is right.
    """
    sound: dict[int, list[TermUse]] = {}
    for use in terms.uses:
        if use.accepted is not None:
            sound.setdefault(use.pair, []).append(use)
    found: list[Misrendered] = []
    for number, pair in enumerate(bitext.pairs):
        if pair.source is None or pair.target is None:
            continue
        names = [
            name
            for name in read_names(keyed_passage(pair.source, "ar"))
            if not any(_covers(use.source, name.passage) for use in sound.get(number, ()))
        ]
        if names:
            found += _PairReader(names, sound.get(number, ()), alignments()[number]).wrong()
    return tuple(found)


def _covers(one: Passage, other: Passage) -> bool:
    return one.start <= other.start and other.end <= one.end


class _PairReader:
    """Judges the names of one pair."""

    def __init__(self, names: Sequence[Name], sound: Sequence[TermUse], alignment: WordAlignment) -> None:
        self._names, self._sound, self._alignment = names, sound, alignment
        self._keyed = keyed_passage(alignment.source, "ar")

    def wrong(self) -> Iterator[Misrendered]:
        for name in self._names:
            parts = name.judged
            counterparts = Counterparts(self._alignment, name)
            rendering = find_rendering(parts, counterparts.words, counterparts.free, counterparts.language)
            if rendering is None or not self._sureness(name, rendering):
                continue
            missing = [
                part
                for part in parts
                if part not in rendering.places and not self._is_settled(part, rendering)
            ]
            found = self._first(rendering, missing, counterparts) if missing else None
            if found is not None and found.confidence < SENSE and self._has_acronym(counterparts):
                continue
            yield from [found] if found else self._displaced(rendering, counterparts)

    def _displaced(self, rendering: Rendering, counterparts: Counterparts) -> Iterator[Misrendered]:
        for part, place, _ in displaced(counterparts, rendering, self._keyed):
            whole = _span(counterparts, rendering.taken)
            wrong = counterparts.words[place].passage
            yield Misrendered(counterparts.name.passage, whole, self._place(part), wrong, DISPLACED)

    @staticmethod
    def _has_acronym(counterparts: Counterparts) -> bool:
        """Whether an acronym stands for the name or a part of it, not between brackets behind its rendering."""
        own = (counterparts.words[place] for place in counterparts.own)
        return any(
            word.end - word.start > 1
            and word.passage.text.isupper()
            and word.document.text[word.start - 1 : word.start] != "("
            for word in own
        )

    def _sureness(self, name: Name, rendering: Rendering) -> float:
        """How much a head that is a common word as well is that of a name: 0 for one that nothing shows to be."""
        head = name.parts[0].row
        words = self._alignment.target_words
        if head is None or not head.is_weak:
            return 1.0
        if any(place and words[place].is_capital for place in rendering.taken):
            return 1.0
        is_described = any(part.kind == "modifier" for part in name.parts)
        return UNSURE if is_described or len(name.judged) >= LONG else 0.0

    def _is_settled(self, part: Part, rendering: Rendering) -> bool:
        """Whether the term base knows the part, and its rendering stands next to those of other parts."""
        place = self._place(part)
        words = self._alignment.target_words
        first, last = min(rendering.taken), max(rendering.taken)
        near = span([words[max(0, first - NEAR)].passage, words[min(len(words) - 1, last + NEAR)].passage])
        accepted = (use.accepted for use in self._sound if use.source.overlaps(place))
        return any(each is not None and each.overlaps(near) for each in accepted)

    def _place(self, part: Part) -> Passage:
        return self._keyed.part(part.first, part.last)

    def _first(
        self, rendering: Rendering, missing: Sequence[Part], counterparts: Counterparts
    ) -> Misrendered | None:
        """The first part that has a stranger."""
        strangers = Strangers(counterparts, rendering, self._sound)
        for part in missing:
            for place in strangers.of(part, self._place(part)):
                whole = _span(counterparts, {*rendering.taken, *strangers.own, place})
                wrong = counterparts.words[place].passage
                sureness = SENSE * self._sureness(counterparts.name, rendering)
                return Misrendered(counterparts.name.passage, whole, self._place(part), wrong, sureness)
        return None


def _span(counterparts: Counterparts, places: Iterable[int]) -> Passage:
    """From the first of the words to the last."""
    every = sorted(places)
    return span([counterparts.words[place].passage for place in (every[0], every[-1])])
