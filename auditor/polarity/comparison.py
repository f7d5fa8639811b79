"""All that is compared of one pair."""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.bitext import Passage
from auditor.polarity.negation import NegationChange, negation_changes
from auditor.polarity.opposites import Opposite, opposites
from auditor.polarity.order import is_scrambled
from auditor.polarity.quoted import Quotation
from auditor.polarity.reading import Side, read_side
from auditor.word_alignment import WordAlignment


@dataclass(frozen=True, slots=True)
class PairPolarity:
    """Both sides as read, the negations that one has alone, the opposites, and whether the target is out of order."""

    source: Side = field(repr=False)
    target: Side = field(repr=False)
    negations: tuple[NegationChange, ...]
    opposites: tuple[Opposite, ...]
    is_scrambled: bool
    alignment: WordAlignment = field(repr=False)

    def denied(self, change: NegationChange) -> tuple[Passage, Passage]:
        """The passages that tell of it, its own side first."""
        return Quotation(self.source, self.target, self.alignment, change).passages()


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
        alignment,
    )
