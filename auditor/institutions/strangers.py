"""Words in the rendering of a name that render no part of it and stand for nothing else in the original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from auditor.bitext import Passage
from auditor.institutions.counterparts import Counterparts
from auditor.institutions.names import Part
from auditor.institutions.renderings import LATIN, Rendering, hits
from auditor.institutions.tables import names_kind
from auditor.languages import function_words, language_data
from auditor.terms.uses import TermUse

OUTSIDE = 2
"""Words with content beyond those that render parts, on either side, that still belong to the rendering."""
_INNER = frozenset(" \u00a0\u202f'’-‐‑&")


class Strangers:
    """Those of one name in one pair."""

    def __init__(self, counterparts: Counterparts, rendering: Rendering, sound: Sequence[TermUse]) -> None:
        self._counterparts, self._rendering = counterparts, rendering
        self._words, self._name = counterparts.words, counterparts.name
        self._sound = [use.accepted for use in sound if use.accepted is not None]

    @cached_property
    def places(self) -> list[int]:
        """Their indices among the words of the translation."""
        taken = self._rendering.taken
        return [place for place in self._stretch if place not in taken and self._is_stranger(place)]

    @property
    def own(self) -> list[int]:
        """Those that are linked to the name."""
        return [place for place in self.places if place in self._counterparts.own]

    def of(self, part: Part, source: Passage) -> Iterator[int]:
        """The strangers that are another sense of a part that is rendered nowhere; what is merely linked to it is mostly right."""
        if part in self._rendering.elsewhere:
            return
        for place in self.places:
            if part.kind == "head" and names_kind(self._words[place].form, self._counterparts.language):
                continue
            if self._counterparts.is_sense(source, place):
                yield place

    @cached_property
    def _stretch(self) -> list[int]:
        """The words from the first to the last that render a part, and those to either side that are linked to the name."""
        taken = self._rendering.taken
        within = range(min(taken), max(taken) + 1)
        return sorted([*within, *(place for place in self._around if place in self._counterparts.own)])

    @cached_property
    def _around(self) -> list[int]:
        taken = self._rendering.taken
        return [*self._beyond(min(taken), -1), *self._beyond(max(taken), 1)]

    def _beyond(self, place: int, step: int) -> list[int]:
        found: list[int] = []
        left = OUTSIDE
        while 0 <= place + step < len(self._words) and left:
            if not self._is_joined(min(place, place + step)) or place + step in self._counterparts.others:
                break
            place += step
            left -= self._words[place].is_content
            found.append(place)
        return sorted(found)

    def _is_joined(self, place: int) -> bool:
        """Whether no punctuation parts a word from the next."""
        text = self._words[place].document.text
        return _INNER.issuperset(text[self._words[place].end : self._words[place + 1].start])

    def _is_stranger(self, place: int) -> bool:
        word = self._words[place]
        if not word.is_content or word.is_number or any(word.form in _empty(each) for each in LATIN):
            return False
        if any(word.passage.overlaps(each) for each in self._sound) or word.passage.text.isupper():
            return False
        if place in self._counterparts.others or place in self._accepted or self._is_open(place):
            return False
        if self._counterparts.is_beside(place) or self._counterparts.is_spelled(place):
            return False
        return place in self._counterparts.own or not self._counterparts.is_explained(place)

    @cached_property
    def _accepted(self) -> set[int]:
        """Whatever renders a part somewhere."""
        language, words = self._counterparts.language, self._words
        every = (hits(part, words, range(len(words)), language) for part in self._name.judged)
        return {place for some in every for places in some for place in places}

    def _is_open(self, place: int) -> bool:
        """Whether a word stands for a part that no table has."""
        opened = [part for part in self._name.parts if part.row is None]
        return bool(opened) and self._words[place].is_capital


@cache
def _empty(language: str) -> frozenset[str]:
    """Words of grammar, and those that names of bodies have for nothing in particular."""
    return function_words(language) | frozenset(language_data(language, "institutions")["fillers"])
