"""Numbers that come back with another value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from auditor.evidence import Evidence
from auditor.findings import Finding, Severity
from auditor.quantities import Quantity, changed_places, linked_numbers

if TYPE_CHECKING:
    from auditor.word_alignment import Word, WordAlignment

Link = tuple[Quantity, Quantity]
WITHIN = 2
"""Words behind a number among which the noun that it counts stands."""


@dataclass(frozen=True, slots=True)
class NumberChanged:
    """A number of the original has another value in the translation.

    Why it matters: a reader cannot see that 18525 was 18, that 3 milliards were millions, that the third session
    is the ninety-third; numbers are what readers quote.
    Flags: digits run together (18525 20 for 18 إلى 20), swapped (1965 for 1956), lost, added or replaced;
    another order of magnitude (5,2 % for 52 %, million for milliard); an ordinal cut short (third for 93rd); two
    numbers that have changed places (30 dead and 12 injured for 12 and 30), as their units, the ends of the range or
    the nouns that they count show.
    Passes: the same value in other digits, separators, words or roles (٢٥ = 25 = twenty-five, 1.500 = 1 500,
    الثالثة والتسعين = 93e, ثلاثة أرباع = 75 %, 15:30 = 3:30 pm); converted units and currencies; a value that the
    pair before or after has.
    Known limits: words for one and two never ask for a counterpart; where 1.500 may be 1500 or 1,5 both agree;
    two numbers that change places where the words they count are not known to the lexicon agree.
    Source: MQM, Accuracy > Mistranslation > Number. Quantities are compared as sets of exact readings; what is left
    over on both sides is paired off by the cheapest corruption that leads from one to the other.
    """

    code: ClassVar[str] = "number-changed"
    severity: ClassVar[Severity] = Severity.CRITICAL
    mqm: ClassVar[str] = "accuracy/mistranslation/number"
    its: ClassVar[str] = "numbers"

    least_lead: float = 0.8
    """By how much the nouns must fit better the other way round, in [0, 2]; see `_fits_better_crossed`."""

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        for difference in evidence.quantity_differences:
            if difference.code == self.code:
                yield difference.finding()
        yield from self._exchanged(evidence)

    def _exchanged(self, evidence: Evidence) -> Iterator[Finding]:
        for number, pair in enumerate(evidence.quantities):
            links = linked_numbers(pair) if len(pair.source) > 1 < len(pair.target) else []
            if len(links) < 2 or number not in evidence.word_alignments:
                continue
            words = evidence.word_alignments[number]
            for one, other in combinations(links, 2):
                if not one[0].readings & other[0].readings and self._fits_better_crossed(words, one, other):
                    for difference in changed_places(pair, one, other):
                        yield difference.finding()

    def _fits_better_crossed(self, words: WordAlignment, one: Link, other: Link) -> bool:
        """Whether what the numbers count means the same crosswise and not straight, by lexicon, spelling and vectors."""
        heads = [
            _counted(words.source_words, one[0]),
            _counted(words.source_words, other[0]),
            _counted(words.target_words, one[1]),
            _counted(words.target_words, other[1]),
        ]
        if None in heads or len(set(heads[:2])) < 2 or len(set(heads[2:])) < 2:
            return False
        first, second, to_first, to_second = (place for place in heads if place is not None)
        straight = words.meaning[first, to_first] + words.meaning[second, to_second]
        crossed = words.meaning[first, to_second] + words.meaning[second, to_first]
        return bool(crossed - straight >= self.least_lead)


def _counted(words: Sequence[Word], quantity: Quantity) -> int | None:
    """The place of the first content word behind a number, if it comes within WITHIN words."""
    behind = [place for place, word in enumerate(words) if word.passage.start >= quantity.passage.end]
    for place in behind[:WITHIN]:
        if words[place].is_number:
            return None
        if words[place].is_content:
            return place
    return None
