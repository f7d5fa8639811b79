"""The negations of one side of a pair, and which of them have no counterpart on the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from auditor.polarity.phrases import Found
from auditor.polarity.reading import (
    LIMITING,
    Side,
    bases,
    clause_words,
)
from auditor.polarity.renderings import Renderings
from auditor.polarity.standing import (
    KNOWN,
    REACH,
    SURE,
    holders,
    licences,
    links_from,
    zones,
)
from auditor.word_alignment import WordAlignment

SLACK = 1.5
"""Words by which places may differ that count as the same."""
FEW = frozenset({"adjective", "verbal"})
"""Labels of negations that deny the next word alone."""
SINGULAR = frozenset({"denying", "except"})
"""Labels of what is judged by itself where the source has it."""


class Denials:
    """The negations of `own`, the source if `lost`, against the `other` side."""

    def __init__(self, own: Side, other: Side, alignment: WordAlignment, *, lost: bool) -> None:
        self.own, self.other, self.lost = own, other, lost
        self.linked = links_from(alignment.links, lost=lost)
        self._renderings = Renderings(own, other)
        self.more = len(own.negations) - len(other.negations)
        self.scopes = {mark: negated_words(own, mark) for mark in own.negations}
        self.singular = [mark for mark in own.marks if lost and mark.label in SINGULAR]
        self.scopes |= {mark: negated_words(own, mark) for mark in self.singular}

    @cached_property
    def known(self) -> dict[int, dict[int, float]]:
        """The content words of the other side that render each negated word: by the lexicon or, where that knows none, by a
        sure link.
        """
        return {
            place: self._counterparts(place, by_link=mark.label not in FEW)
            for mark, scope in self.scopes.items()
            for place in scope
        }

    @cached_property
    def met(self) -> dict[Found, Found]:
        scopes = {mark: self.scopes[mark] for mark in self.own.negations}
        return holders(scopes, self.known, self.linked, self.other.negations)

    @cached_property
    def loose(self) -> list[Found]:
        """What may stand for a negation of this side."""
        reach = REACH + 2 if self.lost else REACH - 1
        return licences(self.own, self.other, self._renderings, self.linked, reach)

    @cached_property
    def held(self) -> dict[Found, Found]:
        return holders(self.scopes, self.known, self.linked, self.loose)

    def singular_candidates(self) -> Iterator[Found]:
        """The exceptions, and the verbs that deny, to which nothing answers."""
        return filter(self._is_unanswered, self.singular)

    def candidates(self) -> Iterator[Found]:
        """The negations that none of the other side belongs to."""
        if not self.own.negations or (self.more <= 0 and len(self.met) < len(self.other.negations)):
            return
        met = set(self.met.values())
        others = zones([each for each in self.other.negations if each not in self.met])
        for mark in self.own.negations:
            scope = self.scopes[mark]
            is_met = mark in met or self._has_prefix(scope)
            if not is_met and others.isdisjoint(self._plain_places(scope)):
                yield mark

    def _is_unanswered(self, mark: Found) -> bool:
        """Whether no exception of the other side, or nothing that is linked to a verb that denies, holds a negation."""
        if mark.label == "except":
            return not any(each.label in LIMITING for each in self.other.marks)
        marked = {place for each in self.other.marks if each.label != "neutral" for place in each.places}
        spots = {
            spot
            for place in mark.places
            for spot in (*self.linked.get(place, ()), *self._renderings.of(place))
        }
        return marked.isdisjoint(spots)

    def plain(self, mark: Found) -> tuple[float, int | None, float]:
        """Of the renderings of the negated words the nearest in relative place: its strength, its place, how far it is
        beyond a word or two.
        """
        mine, theirs = len(self.own.words), len(self.other.words)
        slack = SLACK / min(mine, theirs)
        found = [
            (max(0.0, abs((place + 0.5) / mine - (spot + 0.5) / theirs) - slack), -value, spot)
            for place in self.scopes[mark]
            for spot, value in self.known[place].items()
            if value >= KNOWN
        ]
        if not found:
            return 0.0, None, 0.0
        apart, strength, spot = min(found)
        return -strength, spot, apart

    def _counterparts(self, place: int, *, by_link: bool) -> dict[int, float]:
        other = self.other
        known = {
            spot: value
            for spot, value in self._renderings.of(place).items()
            if other.words[spot].is_content and not other.is_name(spot)
        }
        if by_link and not any(value >= KNOWN for value in known.values()):
            known |= {
                spot: score
                for spot, score in self.linked.get(place, {}).items()
                if score >= SURE and other.words[spot].is_content and not other.is_name(spot)
            }
        return known

    def _plain_places(self, scope: Sequence[int]) -> set[int]:
        return {spot for place in scope for spot, value in self.known[place].items() if value >= KNOWN}

    def _has_prefix(self, scope: Sequence[int]) -> bool:
        """Whether the other side has a negated word with a negative prefix (inchangée for لم يتغير)."""
        return any(
            self._renderings.strength(place, base) >= KNOWN
            for form in self.other.forms
            for base in bases(form, self.other.language)
            for place in scope
        )


def negated_words(side: Side, mark: Found) -> list[int]:
    """The content words that a negation denies: those within it and the next ones up to a punctuation mark or a word
    that begins a clause, at most two, of an Arabic adjective one.
    """
    first, last = mark.places[0], mark.places[-1]
    ends = clause_words(side.language)
    places = [place for place in range(first + 1, last) if place not in mark.places]
    for place in range(last + 1, min(len(side.words), last + 1 + REACH)):
        if side.breaks_before(place) or side.forms[place] in ends:
            break
        places.append(place)
    most = 1 if mark.label in FEW else 2
    return [place for place in places if side.words[place].is_content][:most]
