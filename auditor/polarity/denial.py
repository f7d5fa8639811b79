"""The negations of one side of a pair, and what speaks for and against their having no counterpart on the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from math import log

from auditor.polarity.poles import stands_opposite
from auditor.polarity.phrases import Found
from auditor.polarity.reading import Side, bases, clause_words, has_prefix, limiting_words
from auditor.polarity.renderings import Renderings
from auditor.polarity.standing import (
    HOLDING,
    KNOWN,
    REACH,
    SURE,
    distance,
    expected_place,
    held_places,
    holders,
    licences,
    links_from,
    zones,
)
from auditor.word_alignment import WordAlignment

FEATURES = (
    "bias", "noun", "without", "adjective", "english", "length",
    "none", "plain", "first", "second", "linked", "lone", "apart", "unplaced",
    "more", "others", "several", "free",
    "holding 2", "holding 5", "holding 12", "loose 2", "loose 5", "loose 12", "denied 3", "denied 8",
    "opposite", "double", "mark", "held", "limited", "with", "prefix",
)  # fmt: skip
"""What is looked at, in the order of the weights: see `Denials.features`."""
SLACK = 1.5
"""Words by which places may differ that count as the same."""
LIMITED = 16
"""Words after a negation within which an exception may limit it."""
NEAR = (2, 5, 12)
"""Words around the rendering of a negated word within which something else may stand for the negation."""


class Denials:
    """The negations of `own`, the source if `lost`, against the `other` side."""

    def __init__(self, own: Side, other: Side, alignment: WordAlignment, *, lost: bool) -> None:
        self.own, self.other, self.lost = own, other, lost
        self._alignment = alignment
        self._linked = links_from(alignment.links, lost=lost)
        self._renderings = Renderings(own, other)
        self.more = len(own.negations) - len(other.negations)
        self.scopes = {mark: negated_words(own, mark) for mark in own.negations}

    @cached_property
    def _known(self) -> dict[int, dict[int, float]]:
        """The content words of the other side that render each negated word: by the lexicon or, where that knows none, by a
        sure link.
        """
        return {
            place: self._counterparts(place, by_link=mark.label != "adjective")
            for mark, scope in self.scopes.items()
            for place in scope
        }

    @cached_property
    def _met(self) -> dict[Found, Found]:
        return holders(self.scopes, self._known, self._linked, self.other.negations)

    @cached_property
    def _loose(self) -> list[Found]:
        """What may stand for a negation of this side."""
        reach = REACH + 2 if self.lost else REACH - 1
        return licences(self.own, self.other, self._renderings, self._linked, reach)

    @cached_property
    def _held(self) -> dict[Found, Found]:
        marks = [each for each in self._loose if each.label in HOLDING]
        return holders(self.scopes, self._known, self._linked, marks)

    def candidates(self) -> Iterator[Found]:
        """The negations that none of the other side belongs to."""
        if not self.own.negations or (self.more <= 0 and len(self._met) < len(self.other.negations)):
            return
        met = set(self._met.values())
        others = zones([each for each in self.other.negations if each not in self._met])
        for mark, scope in self.scopes.items():
            if mark not in met and not self._has_prefix(scope):
                if others.isdisjoint(self._plain_places(scope)):
                    yield mark

    def features(self, mark: Found) -> tuple[float, ...]:
        """What FEATURES name, in that order."""
        scope = self.scopes[mark]
        strength, spot, apart = self.plain(mark)
        firsts = [max(self._known[place].values(), default=0.0) for place in (*scope[:2],)] + [0.0, 0.0]
        place = expected_place(mark, self._linked) if spot is None else spot
        others = self.other.negations
        near = [each for each in self._loose if self._held.get(each, mark) == mark]
        holding = _nearest([each for each in near if each.label in HOLDING], place)
        loose = _nearest([each for each in near if each.label not in HOLDING], place)
        denied = _nearest(others, place)
        length = min(len(self.own.words), len(self.other.words))
        return (
            1.0,
            mark.label == "noun",
            mark.label == "without",
            mark.label == "adjective",
            "en" in (self.own.language, self.other.language),
            log(max(4, length) / 20),
            spot is None,
            strength,
            firsts[0],
            firsts[1],
            self._link(scope[:1]),
            len(scope) == 1,
            apart,
            place is None,
            self.more > 0,
            bool(others),
            len(self.own.negations) > 1,
            len(self._met) < len(others),
            *(float(holding <= far) for far in NEAR),
            *(float(loose <= far) for far in NEAR),
            denied <= 3,
            denied <= 8,
            self._has_opposite(scope),
            self._is_double(mark),
            self._marked(mark),
            spot is not None and spot in held_places(self.other),
            self._is_limited(mark),
            mark.label == "without" and spot is not None and self.other.has_with(spot),
            mark.label == "adjective" and spot is not None and has_prefix(self.other.forms[spot], self.other.language),
        )  # fmt: skip

    def plain(self, mark: Found) -> tuple[float, int | None, float]:
        """Of the renderings of the negated words the nearest in relative place: its strength, its place, how far it is
        beyond a word or two.
        """
        mine, theirs = len(self.own.words), len(self.other.words)
        slack = SLACK / min(mine, theirs)
        found = [
            (max(0.0, abs((place + 0.5) / mine - (spot + 0.5) / theirs) - slack), -value, spot)
            for place in self.scopes[mark]
            for spot, value in self._known[place].items()
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
                for spot, score in self._linked.get(place, {}).items()
                if score >= SURE and other.words[spot].is_content and not other.is_name(spot)
            }
        return known

    def _plain_places(self, scope: Sequence[int]) -> set[int]:
        return {spot for place in scope for spot, value in self._known[place].items() if value >= KNOWN}

    def _has_prefix(self, scope: Sequence[int]) -> bool:
        """Whether the other side has a negated word with a negative prefix (inchangée for لم يتغير)."""
        return any(
            self._renderings.strength(place, base) >= KNOWN
            for form in self.other.forms
            for base in bases(form, self.other.language)
            for place in scope
        )

    def _is_limited(self, mark: Found) -> bool:
        """Whether an exception follows the negation (لا … إلا) where the other side has a word like “only”."""
        if not any(each.label == "only" for each in self.other.marks):
            return False
        after = self.own.forms[mark.places[-1] + 1 : mark.places[-1] + 1 + LIMITED]
        return not limiting_words(self.own.language).isdisjoint(after)

    def _has_opposite(self, scope: Sequence[int]) -> bool:
        """Whether the other side has the opposite of a negated word, as “remained closed” for لم تفتح."""
        return any(stands_opposite(self.own, place, self.other) for place in scope)

    def _is_double(self, mark: Found) -> bool:
        """Whether a word near the negation holds one itself."""
        return any(
            each.label in HOLDING and distance(each, mark.places[-1]) <= REACH
            for each in self.own.marks
            if each != mark
        )

    def _link(self, places: Sequence[int]) -> float:
        return max(
            (
                score
                for place in places
                for spot, score in self._linked.get(place, {}).items()
                if self.other.words[spot].is_content
            ),
            default=0.0,
        )

    def _marked(self, mark: Found) -> float:
        """How well any word of the other side that is no content word is linked to the negation itself."""
        return max(
            (
                score
                for place in mark.places
                for spot, score in self._linked.get(place, {}).items()
                if not self.other.words[spot].is_content
            ),
            default=0.0,
        )


def _nearest(marks: Sequence[Found], spot: int | None) -> int:
    """How far the nearest of some marks is from a place; 0 where the place is not known."""
    return min((0 if spot is None else distance(each, spot) for each in marks), default=NEAR[-1] + 1)


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
    most = 1 if mark.label == "adjective" else 2
    return [place for place in places if side.words[place].is_content][:most]
