"""The passages of both sides that tell of a negation that one of them has alone."""

from __future__ import annotations

from auditor.bitext import Passage
from auditor.polarity.denial import SINGULAR
from auditor.polarity.lists import affirming_words
from auditor.polarity.negation import NegationChange
from auditor.polarity.reading import Side
from auditor.polarity.scope import is_copula
from auditor.word_alignment import WordAlignment

CLOSE = 6
"""Words by which what is linked to the negated words may stand apart."""
NEXT = 2
"""Words beside those that stand for what is denied or excepted that are told with them."""
CLAUSE = 6
"""Words before what stands for a lost negation among which others tell what is said instead (had already, each of)."""
LINKED = 0.5
"""Score of a link from which on a word may stand for the negation itself."""
EXCEPTED = 6
"""Words behind an exception among which what it leaves out begins."""
VERBAL = frozenset({"verb", "joined", "denying"})
"""Labels of negations of a verb."""


class Quotation:
    """What is quoted of a change, the places of the `other` side ascending; `linked`: links from the `own` side to it."""

    def __init__(self, source: Side, target: Side, alignment: WordAlignment, change: NegationChange) -> None:
        self.change = change
        self.own, self.other = (source, target) if change.lost else (target, source)
        self.linked = [
            (one, two, score) if change.lost else (two, one, score) for one, two, score in alignment.links
        ]

    def passages(self) -> tuple[Passage, Passage]:
        """The negation with what it negates, and what stands for that on the other side: what says the same, or is linked to
        the negated words near their plain rendering, the whole side where nothing is.
        """
        change = self.change
        said = set(change.said) if self._is_near() else set()
        spots = said or self._rendering()
        if change.mark.label == "except":
            spots |= self._excepted()
        if change.lost and change.mark.label not in SINGULAR:
            spots |= set(_said_before(self.other, min(spots)))
        if not said:
            spots |= self._verb(spots)
        own = self.own.passage(sorted({*change.mark.places, *change.negated}))
        return own, self.other.passage(sorted(spots))

    def _rendering(self) -> set[int]:
        """What is linked to the negated words, near the plain rendering of one of them."""
        change, other = self.change, self.other
        spots = {
            two
            for one, two, _ in self.linked
            if one in change.negated and other.words[two].is_content and not is_copula(self.own.forms[one])
        }
        if change.plain is not None:
            plain = change.plain
            spots = {spot for spot in spots if abs(spot - plain) <= CLOSE} | {plain}
            marked = {two for one, two, score in self.linked if one in change.mark.places and score >= LINKED}
            spots |= {
                spot for spot in marked if abs(spot - plain) <= 2 * CLOSE and not self._is_parted(spot, plain)
            }
        elif not spots or max(spots) - min(spots) > 2 * CLOSE:
            spots = set(range(len(other.words)))
        if change.mark.label == "denying":  # the verb follows the subject that follows an Arabic verb
            spots |= set(range(max(spots) + 1, min(len(other.words), max(spots) + 1 + NEXT)))
        return spots

    def _is_near(self) -> bool:
        """Whether what is said instead stands near the plain rendering, if there is one; a verb that denies is no such."""
        plain = self.change.plain
        if plain is None or self.change.mark.label == "denying":
            return True
        return any(abs(spot - plain) <= CLOSE for spot in self.change.said)

    def _is_parted(self, spot: int, plain: int) -> bool:
        """Whether punctuation stands between two words of the other side."""
        return any(
            self.other.breaks_before(place) for place in range(min(spot, plain) + 1, max(spot, plain) + 1)
        )

    def _excepted(self) -> set[int]:
        """What stands for the first words that an exception leaves out, with the words before."""
        last = self.change.mark.places[-1]
        behind = [
            place
            for place in range(last + 1, min(len(self.own.words), last + 1 + EXCEPTED))
            if self.own.words[place].is_content
        ][: NEXT + 1]
        excepted = {two for one, two, _ in self.linked if one in behind and self.other.words[two].is_content}
        return {spot for each in excepted for spot in range(max(0, each - NEXT), each + 1)}

    def _verb(self, spots: set[int]) -> set[int]:
        """The words beside the spots where the verb should be, if no link tells where it is."""
        change, other = self.change, self.other
        is_holding = any(change.plain in mark.places for mark in other.marks)
        if not change.lost or change.mark.label not in VERBAL or change.plain is None or is_holding:
            return set()
        verb = change.mark.places if change.mark.label == "denying" else change.negated[:1]
        if any(one in verb and two in spots for one, two, _ in self.linked):
            return set()
        behind = set()
        linked = {two for _, two, _ in self.linked}
        for place in range(max(spots) + 1, min(len(other.words), max(spots) + 1 + NEXT)):
            if place in linked or other.breaks_before(place):
                break
            behind.add(place)
        return behind | set(_verb_before(other, min(spots)))


def _said_before(side: Side, spot: int) -> range:
    """The auxiliaries before a word, and all from the nearest word that affirms (already, each of), CLAUSE words at most."""
    affirming = affirming_words(side.language)
    first = spot
    is_joined = True
    for place in range(spot - 1, max(-1, spot - 1 - CLAUSE), -1):
        if side.breaks_before(place + 1):
            break
        is_joined = is_joined and not side.words[place].is_content
        if is_joined or side.forms[place] in affirming:
            first = place
    return range(first, spot)


def _verb_before(side: Side, spot: int) -> range:
    """The words from the nearest content word before another, CLAUSE words at most: where the verb should be."""
    for place in range(spot - 1, max(-1, spot - 1 - CLAUSE), -1):
        if side.breaks_before(place + 1):
            break
        if side.words[place].is_content:
            return range(place, spot)
    return range(spot, spot)
