"""All that is compared of one pair."""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.bitext import Passage
from auditor.polarity.denial import SINGULAR
from auditor.polarity.lists import affirming_words
from auditor.polarity.lost_clauses import lost_clauses
from auditor.polarity.negation import NegationChange, negation_changes
from auditor.polarity.opposites import Opposite, opposites
from auditor.polarity.order import is_scrambled
from auditor.polarity.reading import Side, read_side
from auditor.word_alignment import WordAlignment

CLOSE = 6
"""Words by which what is linked to the negated words may stand apart."""
NEXT = 2
"""Words beside those that stand for what is denied or excepted that are told with them."""
CLAUSE = 6
"""Words before what stands for a lost negation among which others tell what is said instead (had already, each of)."""


VERBAL = frozenset({"verb", "joined", "denying"})
"""Labels of negations of a verb."""


@dataclass(frozen=True, slots=True)
class PairPolarity:
    """Both sides as read, the negations that one has alone, the opposites, whether the target is out of order, and the places
    of clauses of the source that it leaves out with the word that governs them.
    """

    source: Side = field(repr=False)
    target: Side = field(repr=False)
    negations: tuple[NegationChange, ...]
    opposites: tuple[Opposite, ...]
    is_scrambled: bool
    lost: tuple[tuple[int, ...], ...]
    alignment: WordAlignment = field(repr=False)

    def denied(self, change: NegationChange) -> tuple[Passage, Passage]:
        """The negation with what it negates, and what stands for that on the other side: what is linked to the negated
        words near their plain rendering, the whole side where nothing is.
        """
        own, other = (self.source, self.target) if change.lost else (self.target, self.source)
        links = [(link.source, link.target) for link in self.alignment.links]
        linked = [(one, two) if change.lost else (two, one) for one, two in links]
        spots = {two for one, two in linked if one in change.negated and other.words[two].is_content}
        if change.plain is not None:
            spots = {spot for spot in spots if abs(spot - change.plain) <= CLOSE} | {change.plain}
            marked = {two for one, two in linked if one in change.mark.places}
            spots |= {spot for spot in marked if abs(spot - change.plain) <= 2 * CLOSE}
        elif not spots or max(spots) - min(spots) > 2 * CLOSE:
            spots = set(range(len(other.words)))
        if change.mark.label == "denying":  # the verb follows the subject that follows an Arabic verb
            spots |= {
                spot for spot in range(max(spots) + 1, max(spots) + 1 + NEXT) if spot < len(other.words)
            }
        elif change.mark.label == "except":
            after = range(change.mark.places[-1] + 1, change.mark.places[-1] + 1 + NEXT)
            excepted = {two for one, two in linked if one in after and other.words[two].is_content}
            spots |= {spot for each in excepted for spot in range(max(0, each - NEXT), each + 1)}
        if change.lost and change.mark.label not in SINGULAR:
            spots |= set(_said_before(other, min(spots)))
        is_holding = any(change.plain in mark.places for mark in other.marks)
        if change.lost and change.mark.label in VERBAL and change.plain is not None and not is_holding:
            verb = change.mark.places if change.mark.label == "denying" else change.negated[:1]
            if not any(one in verb and two in spots for one, two in linked):
                spots |= set(_verb_before(other, min(spots)))
        return own.passage(sorted({*change.mark.places, *change.negated})), other.passage(sorted(spots))


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


def compare_polarity(alignment: WordAlignment) -> PairPolarity:
    """Compares the two sides of a pair by the words that the word alignment read."""
    source = read_side(alignment.source_words, alignment.source.language)
    target = read_side(alignment.target_words, alignment.target.language)
    return PairPolarity(
        source,
        target,
        tuple(negation_changes(source, target, alignment)),
        tuple(opposites(source, target, alignment)),
        is_scrambled(alignment, target.forms),
        tuple(lost_clauses(source, target, alignment)),
        alignment,
    )
