"""What the translation lexicon knows of the words of two sides, each of one against each of the other."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from operator import attrgetter

from auditor.polarity.reading import Side
from auditor.word_alignment import lexicon


class Renderings:
    """From the words of one side to those of the other; either may be the source."""

    def __init__(self, own: Side, other: Side) -> None:
        self.own, self.other = own, other
        self._lexicon = lexicon(own.language, other.language)
        self._known: dict[int, dict[int, float]] = {}

    @cached_property
    def _places(self) -> dict[int, list[int]]:
        """Where the words of the other side stand, by their number in the lexicon."""
        found: dict[int, list[int]] = {}
        ids = self._lexicon.target.ids
        for place, stem in enumerate(map(attrgetter("reading.stem"), self.other.words)):
            if stem in ids and len(self.other.words[place].form) > 1:
                found.setdefault(ids[stem], []).append(place)
        return found

    def of(self, place: int) -> dict[int, float]:
        """Where the renderings of a word of the own side stand, with the root of the translation probability in the
        stronger direction, in (0, 1].
        """
        found = self._known.get(place)
        if found is None:
            found = self._known[place] = self._of(place)
        return found

    def _of(self, place: int) -> dict[int, float]:
        index = self._lexicon.source.ids.get(self.own.words[place].stem)
        if index is None:
            return {}
        known, places = self._lexicon.known(index), self._places
        return {spot: max(known[found]) for found in known.keys() & places.keys() for spot in places[found]}

    def at(self, place: int, spot: int) -> float:
        """The same for a word of either side; 0 if unknown."""
        word = self.other.words[spot]
        return self.strength(place, word.stem) if len(word.form) > 1 else 0.0

    def strength(self, place: int, stem: str) -> float:
        """The same for a word of the own side and a stem of the other language, wherever it stands; 0 if unknown."""
        index = self._lexicon.source.ids.get(self.own.words[place].stem)
        found = self._lexicon.target.ids.get(stem)
        if index is None or found is None:
            return 0.0
        return max(self._lexicon.known(index).get(found, (0.0, 0.0)))

    def has_other_source(self, spot: int, but: Collection[int], least: float) -> bool:
        """Whether a word of the own side, other than those at `but`, is rendered by the word at `spot`."""
        return any(self.at(place, spot) >= least for place in range(len(self.own.words)) if place not in but)
