"""Where on the other side of a pair the counterpart of a negation is to be expected, and what stands there for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from auditor.polarity.phrases import Found
from auditor.polarity.poles import word_poles
from auditor.polarity.reading import Side, bases
from auditor.polarity.renderings import Renderings
from auditor.polarity.scope import FEW, is_copula, negated_words, predicate
from auditor.word_alignment import Link

KNOWN = 0.3
"""The root of a translation probability from which on a word counts as a rendering of another."""
LINKED = 0.5
"""Score of a link from which on it tells as much as the lexicon."""
SURELY = 0.9
"""Score of a link, or root of a translation probability, from which on a word surely renders another."""
AROUND = (4, 6)
"""Words before and after a negation whose links tell where its counterpart is to be expected."""
SPREAD = 12.0
"""Words off the expected place that weigh as much as the surest rendering."""
FIRST = 0.15
"""What the rendering of the first negated word, the verb, has in advance of that of the second."""
NEAR = 8.0
"""Words from which on a negation is not near."""
LESS = 0.25
"""What a link to a negated word counts less than the lexicon."""
PREFIXED = 2
"""Words before one that has a rendering with a negative prefix within which its negation stands."""
END = 8.0
"""Words that the end of a sentence counts for."""
ENDS = frozenset(".!?؟;؛")
BETTER = 0.05
"""How much more surely another word must render one for that to have no need of a word that may render it as well."""
NEARNESS = 0.6
"""What it counts that a negation stands in the very place, where a sure link or rendering counts 1."""


class Claim(NamedTuple):
    """A negation with what it says of the other side: `place`, where its counterpart is to be expected; `spot`, the word
    there that renders one of the negated words at `scope`, with its `strength` in (0, 1], None where there is none.
    """

    mark: Found
    scope: tuple[int, ...]
    place: float
    spot: int | None
    strength: float

    @property
    def centre(self) -> float:
        return self.place if self.spot is None else self.spot


class Bridge:
    """From the words of the `own` side to those of the `other`, by lexicon and links; `linked` gives scores by own place
    and other place.
    """

    def __init__(self, own: Side, other: Side, links: Iterable[Link], *, lost: bool) -> None:
        self.own, self.other = own, other
        self.linked: dict[int, dict[int, float]] = {}
        for one, two, score in links:
            here, there = (one, two) if lost else (two, one)
            self.linked.setdefault(here, {})[there] = score
        self.renderings = Renderings(own, other)

    def strengths(self, place: int) -> dict[int, float]:
        """The words of the other side that may render a word, with what speaks for it, in (0, 1]."""
        found = dict(self.renderings.of(place))
        for spot, score in self.linked.get(place, {}).items():
            if score >= LINKED and found.get(spot, 0.0) < score:
                found[spot] = score
        return found

    @cached_property
    def _rendered(self) -> dict[int, list[tuple[float, int]]]:
        """For each word of the other side the content words, and negations, of the own side that it may render, and how
        surely.
        """
        found: dict[int, list[tuple[float, int]]] = {}
        for place, word in enumerate(self.own.words):
            if word.is_content or place in self._marked:
                known = self.renderings.of(place) if word.is_content else {}
                linked = self.linked.get(place, {})
                for spot in {*known, *linked}:
                    value = max(known.get(spot, 0.0), linked.get(spot, 0.0))
                    found.setdefault(spot, []).append((value, place))
        return found

    def explained(self, spot: int, claim: Claim) -> float:
        """How surely a word of the other side stands for a word other than a negation and what it negates, in [0, 1]."""
        own = {*claim.scope, *claim.mark.places}
        found = [(value, place) for value, place in self._rendered.get(spot, ()) if place not in own]
        if found and bases(self.other.forms[spot], self.other.language):
            found = [
                each for each in found if not self._marked.isdisjoint(range(each[1] - PREFIXED, each[1] + 1))
            ]
        return max((value for value, _ in found), default=0.0)

    def is_spare(self, spot: int, claim: Claim) -> bool:
        """Whether each word that it may stand for, but for a negation and what it negates, has another, better rendering."""
        own = {*claim.scope, *claim.mark.places}
        return all(
            any(there != spot and known >= value + BETTER for there, known in self.strengths(place).items())
            for value, place in self._rendered.get(spot, ())
            if place not in own
        )

    @cached_property
    def _marked(self) -> set[int]:
        return {place for mark in self.own.marks for place in mark.places}

    def rendered(self, spot: int, claim: Claim) -> float:
        """How surely it stands for what is negated, in [0, 1]; a link tells nothing where the lexicon knows another word,
        for what has a negation in it is linked to what is negated as well.
        """
        if self._echoed and spot in self._echoed and not self._echoed[spot].isdisjoint(claim.scope):
            return 1.0
        if not self.other.words[spot].is_content:
            return 0.0
        return max((self._renders(place, spot) for place in claim.scope), default=0.0)

    @cached_property
    def _echoed(self) -> dict[int, set[int]]:
        """For the words of the other side that hold a negation the own words that hold the same one: لا يوقف, is suspensive."""
        found: dict[int, set[int]] = {}
        for mark in self.other.marks:
            if mark.label == "words":
                said = word_poles(
                    tuple(self.other.forms[place] for place in mark.places), self.other.language
                )
                if said:
                    alike = {
                        place
                        for place, form in enumerate(self.own.forms)
                        if said & word_poles((form,), self.own.language)
                    }
                    found |= dict.fromkeys(mark.places, alike)
        return found

    def _renders(self, place: int, spot: int) -> float:
        known = self.renderings.of(place)
        if any(value >= LINKED for value in known.values()):
            return known.get(spot, 0.0)
        return max(known.get(spot, 0.0), self.linked.get(place, {}).get(spot, 0.0) - LESS)

    def away(self, spot: int, claim: Claim) -> float:
        """How many words it is from where the counterpart of a negation is expected; a sentence's end counts for many."""
        return abs(spot - claim.centre) + END * (not self.is_beside(spot, claim))

    def is_beside(self, spot: int, claim: Claim) -> bool:
        """Whether it is in the sentence where the counterpart of a negation is expected."""
        centre = max(0, min(len(self._sentences) - 1, round(claim.centre)))
        return self._sentences[spot] == self._sentences[centre]

    @cached_property
    def _sentences(self) -> list[int]:
        """The number of the sentence in which each word of the other side is."""
        text = self.other.words[0].document.text
        number, end, found = 0, self.other.words[0].start, []
        for word in self.other.words:
            if not ENDS.isdisjoint(text[end : word.start]):
                number += 1
            end = word.end
            found.append(number)
        return found

    def claim(self, mark: Found) -> Claim:
        scope = tuple(negated_words(self.own, mark))
        place = self._expected(mark)
        best, spot, strength = -1.0, None, 0.0
        telling = scope[:1] if predicate(self.own, mark) in scope[:1] and self._is_known(scope[0]) else scope
        for order, each in enumerate(telling):
            for there, value in self.strengths(each).items():
                if value < KNOWN or self.other.is_name(there) or not self._is_telling(mark, there, value):
                    continue
                if is_copula(self.own.forms[each]) and not self.renderings.of(each):
                    continue
                worth = value - abs(there - place) / SPREAD - FIRST * order
                if worth > best:
                    best, spot, strength = worth, there, value
        return Claim(mark, scope, place, spot, strength)

    def _is_known(self, place: int) -> bool:
        """Whether anything on the other side renders a word."""
        return any(
            value >= LINKED and self.other.words[spot].is_content
            for spot, value in self.strengths(place).items()
        )

    def _is_telling(self, mark: Found, there: int, value: float) -> bool:
        """Whether a word tells where a negation stands: a content word, or what surely renders an adjective (enough)."""
        return self.other.words[there].is_content or (mark.label in FEW and value >= SURELY)

    def _expected(self, mark: Found) -> float:
        """By what the words around are linked to, or else by the share of the passage before it."""
        before, after = AROUND
        spots = sorted(
            spot
            for place in range(mark.places[0] - before, mark.places[-1] + after + 1)
            for spot, score in self.linked.get(place, {}).items()
            if score >= LINKED and self.other.words[spot].is_content
        )
        if spots:
            return float(spots[len(spots) // 2])
        return (mark.places[-1] + 1) / len(self.own.words) * len(self.other.words) - 1

    def affinity(self, claim: Claim, mark: Found, reached: Sequence[int]) -> float:
        """How much a mark of the other side speaks for being the counterpart of a negation, from 0: a link, what it
        negates (`reached`), its place.
        """
        spots = {*mark.places, *reached}
        linked = max(
            (
                self.linked.get(place, {}).get(spot, 0.0)
                for place in claim.mark.places
                for spot in mark.places
            ),
            default=0.0,
        )
        said = max(
            (
                value
                for place in claim.scope
                for spot, value in self.strengths(place).items()
                if spot in spots
            ),
            default=0.0,
        )
        near = max(0.0, 1 - min(abs(place - claim.centre) for place in mark.places) / NEAR)
        return linked + said + NEARNESS * near


def are_linked(source: Side, target: Side, links: Sequence[Link]) -> bool:
    """Whether either side has a single negation, linked to that of the other."""
    if len(source.negations) != 1 or len(target.negations) != 1:
        return False
    ours, theirs = source.negations[0].places, target.negations[0].places
    return any(link.source in ours and link.target in theirs for link in links)


def distance(mark: Found, spot: float) -> float:
    return min(abs(place - spot) for place in mark.places)
