"""The negations of one side of a pair, and which of them have no counterpart on the other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from auditor.polarity.lists import conditional_words, excepting_words, plain_words
from auditor.polarity.phrases import Found
from auditor.polarity.reading import DEMANDING, LIMITING, Side, bases
from auditor.polarity.scope import FEW, reached_words
from auditor.polarity.standing import Bridge, Claim
from auditor.word_alignment import WordAlignment

SINGULAR = frozenset({"denying", "except"})
"""Labels of what is judged by itself where the source has it."""
ANSWERING = DEMANDING | SINGULAR
"""Labels of what a negation of the other side may be the counterpart of."""
LIMITED = LIMITING | {"faint"}
"""Labels of what may stand for an exception: “little” does for “nothing but a little”."""
LEAST = 0.45
"""Affinity from which on a negation may be the counterpart of another."""
NEAR = 8
"""Words from the expected place of a verb that denies within which a word that holds a negation may render it."""
FREE = 0.7
"""How surely such a word renders another from which on it does not."""
CONDITIONED = 9
"""Words before a negation among which what makes a condition of it stands."""
TAKEN = 0.8
"""Score of a link from which on a word that limits renders another."""
SURE = 1.25
"""... and from which on nobody need ask."""


def _allows(side: Side) -> bool:
    """Whether all that limits on a side excepts something (may … except), with nothing like “only”."""
    limits = [mark for mark in side.marks if mark.label in LIMITING]
    words = excepting_words(side.language)
    return bool(limits) and all(
        not words.isdisjoint(side.forms[place] for place in mark.places) for mark in limits
    )


def _is_denied(side: Side, mark: Found) -> bool:
    """Whether a verb that denies stands right behind a negation: لم تتوقف عن is one denial."""
    before = mark.places[0] - 1
    return mark.label == "denying" and any(before in each.places for each in side.negations)


def is_condition(mark: Found) -> bool:
    """Whether an exception is one word with the next (ما لم), not a negation that another word limits."""
    places = mark.places
    return mark.label == "except" and places[-1] - places[0] < len(places)


def _plain(side: Side, mark: Found) -> Found:
    """A negation that an exception limits, without it."""
    if (
        mark.label == "except"
        and len(mark.places) > 1
        and side.forms[mark.places[0]] in plain_words(side.language)
    ):
        return Found("verb", mark.places[:1])
    return mark


class Denials:
    """The negations of `own`, the source if `lost`, against the `other` side."""

    def __init__(self, own: Side, other: Side, alignment: WordAlignment, *, lost: bool) -> None:
        self.own, self.other, self.lost = own, other, lost
        self.bridge = Bridge(own, other, alignment.links, lost=lost)
        asked = ANSWERING if lost else DEMANDING
        allows = lost and _allows(other)
        self.claims = [
            self.bridge.claim(_plain(own, mark) if allows else mark)
            for mark in own.marks
            if mark.label in asked and not _is_denied(own, mark)
        ]
        answering, plain = DEMANDING | {"neutral"} if lost else ANSWERING, plain_words(other.language)
        self.answers = [
            mark
            for mark in other.marks
            if mark.label in answering or any(other.forms[place] in plain for place in mark.places)
        ]

    @cached_property
    def affinities(self) -> dict[Found, dict[Found, float]]:
        """From each negation to each that may answer it."""
        reached = [(mark, reached_words(self.other, mark)) for mark in self.answers]
        return {
            claim.mark: {mark: self.bridge.affinity(claim, mark, words) for mark, words in reached}
            for claim in self.claims
        }

    @cached_property
    def met(self) -> dict[Found, tuple[Found, float]]:
        """The counterpart of each negation that has one, with its affinity: each answers one, the nearest of kin first."""
        alone = {claim.mark for claim in self.claims if self._has_prefix(claim) or self._has_limit(claim)}
        every = [
            (-value, one.places, two.places, one, two)
            for one, found in self.affinities.items()
            for two, value in found.items()
            if value >= LEAST and one not in alone
        ]
        met: dict[Found, tuple[Found, float]] = {}
        taken: set[Found] = set()
        for value, _, _, one, two in sorted(every):
            if one not in met and two not in taken:
                met[one] = (two, -value)
                taken.add(two)
        return met

    def _has_prefix(self, claim: Claim) -> bool:
        """Whether an adjective is rendered by a word with a negative prefix (unqualified for غير مؤهل)."""
        if claim.mark.label not in FEW or claim.spot is None:
            return False
        return bool(bases(self.other.forms[claim.spot], self.other.language))

    def _has_limit(self, claim: Claim) -> bool:
        """Whether a condition (ما لم) is rendered by a word that limits: unless."""
        return is_condition(claim.mark) and self.limits[claim.mark] >= LEAST

    @cached_property
    def free(self) -> list[Found]:
        """The negations of the other side that are the counterpart of none."""
        taken = {mark for mark, _ in self.met.values()}
        return [mark for mark in self.answers if mark not in taken]

    @cached_property
    def limits(self) -> dict[Found, float]:
        """How much each exception is akin to the limitation of the other side that belongs to it, 0 if none is left."""
        marks = [mark for mark in self.other.marks if mark.label in LIMITED]
        reached = [(mark, reached_words(self.other, mark)) for mark in marks]
        claims = [claim for claim in self.claims if claim.mark.label == "except"]
        every = sorted(
            (-self._limiting(claim, mark, words), claim.mark.places, mark.places)
            for claim in claims
            for mark, words in reached
        )
        found: dict[tuple[int, ...], float] = {}
        taken: set[tuple[int, ...]] = set()
        for value, one, two in every:
            if one not in found and two not in taken:
                found[one] = -value
                taken.add(two)
        return {claim.mark: found.get(claim.mark.places, 0.0) for claim in claims}

    def _limiting(self, claim: Claim, mark: Found, reached: list[int]) -> float:
        """How much a limitation is akin to an exception; in its sentence any may be its counterpart."""
        beside = self.bridge.is_beside(mark.places[0], claim)
        return self.bridge.affinity(claim, mark, reached) + LEAST * beside

    def doubtful(self) -> Iterator[Claim]:
        """The exceptions that one word of the other side limits, which renders another word."""
        for claim in self.claims:
            if claim.mark.label == "except" and self.limits[claim.mark] >= LEAST:
                limits = [mark for mark in self.other.marks if mark.label in LIMITED]
                near = [mark for mark in limits if self.bridge.is_beside(mark.places[0], claim)]
                if all(any(map(self.is_taken, mark.places)) for mark in near):
                    yield claim

    def candidates(self) -> Iterator[Claim]:
        """The negations that have no sure counterpart."""
        for claim in self.claims:
            mark = claim.mark
            if mark.label == "except":
                if (
                    self.limits[mark] >= LEAST
                    or self._is_twice_denied(mark)
                    or self._is_without(mark)
                    or self._is_denied_condition(mark)
                ):
                    continue
            elif self.met.get(mark, (None, 0.0))[1] >= SURE or (
                mark.label == "denying" and self._is_rendered(mark)
            ):
                continue
            yield claim

    def is_taken(self, place: int) -> bool:
        """Whether a word of the other side surely renders a word of the own side that limits nothing: a single pitch."""
        limiting = {spot for mark in self.own.marks if mark.label in LIMITING for spot in mark.places}
        return any(
            linked.get(place, 0.0) >= TAKEN and own not in limiting and self.own.words[own].is_content
            for own, linked in self.bridge.linked.items()
        )

    def _is_twice_denied(self, mark: Found) -> bool:
        """Whether two negations say what is excepted: not … without."""
        labels = [each.label for each in (*self.met.get(mark, ())[:1], *self.free)]
        return mark in self.met and len(labels) > 1 and "without" in labels

    def _is_without(self, mark: Found) -> bool:
        """Whether a condition comes to what would be without it: but for, sans."""
        return is_condition(mark) and mark in self.met and self.met[mark][0].label == "without"

    def _is_denied_condition(self, mark: Found) -> bool:
        """Whether a condition and a negation right behind it say what one word does (ما لم): if they do not pay."""
        if not is_condition(mark) or mark not in self.met:
            return False
        denying = self.met[mark][0].places[-1]
        before = self.other.forms[max(0, denying - CONDITIONED) : denying]
        return not conditional_words(self.other.language).isdisjoint(before)

    def _is_rendered(self, mark: Found) -> bool:
        """Whether a word that holds a negation, or a negation, renders a verb that denies or is linked to it, or stands
        near and renders nothing else.
        """
        marked = {
            place
            for each in self.other.marks
            for place in each.places
            if each.label != "neutral"
            and not (each.label == "optional" and self.other.words[place].is_content)
        }
        spots = {spot for place in mark.places for spot in self.bridge.linked.get(place, ())}
        spots |= {spot for place in mark.places for spot in self.bridge.renderings.of(place)}
        if not marked.isdisjoint(spots):
            return True
        (claim,) = (each for each in self.claims if each.mark == mark)
        return any(
            self.bridge.away(spot, claim) <= NEAR and self.bridge.explained(spot, claim) < FREE
            for spot in marked
        )
