"""Whether a negation turns a word of either side into its opposite."""

from __future__ import annotations

from functools import cached_property

from auditor.polarity.denial import LEAST, SURE, Denials
from auditor.polarity.phrases import Found
from auditor.polarity.poles import TURNING, is_turned
from auditor.polarity.reading import Side
from auditor.polarity.rewordings import is_refused
from auditor.polarity.scope import FEW
from auditor.word_alignment import WordAlignment

CLOSE = 4
"""Words between a negation and a word of the target that it turns as surely as one right before an Arabic word."""

NEXT = 3
"""Words behind a negation among which the word stands that it turns into what a verb that denies says."""


class Marks:
    """What turns the words of either side into their opposites."""

    def __init__(self, source: Side, target: Side, alignment: WordAlignment) -> None:
        self.source, self.target, self.alignment = source, target, alignment

    @cached_property
    def _denials(self) -> Denials:
        return Denials(self.source, self.target, self.alignment, lost=True)

    @cached_property
    def _met(self) -> tuple[set[Found], set[Found]]:
        """The negations of either side that surely are each other's counterparts."""
        met = self._denials.met
        sure = {one: other for one, (other, value) in met.items() if value >= SURE and one.label not in FEW}
        return set(sure), set(sure.values())

    def _is_denied_otherwise(self, one: Found) -> bool:
        """Whether a verb that denies (ونفى) stands for what the other side denies in another way (aucun … assure)."""
        return any(
            mark.label == "denying" and not set(mark.places).isdisjoint(one.places)
            for mark in self.source.marks
        ) and is_refused(self._denials)

    def _is_answered(self, one: Found, other: Found) -> bool:
        """Whether a verb that denies (فشل) has the negation of the other word (n’a pas réussi) for its counterpart."""
        return any(
            mark.label == "denying"
            and not set(mark.places).isdisjoint(one.places)
            and negation.places[0] < other.places[-1] <= negation.places[-1] + NEXT
            for mark, (negation, _) in self._denials.met.items()
        )

    def _is_limited(self, one: Found) -> bool:
        """Whether a word stands within an exception (لا تشمل … إلا إذا), or is one that the other side says as well."""
        return any(
            mark.label == "except"
            and (
                mark.places[0] < one.places[0] < mark.places[-1]
                or (one.places[0] in mark.places and self._denials.limits.get(mark, 0.0) >= LEAST)
            )
            for mark in self.source.marks
        )

    def _is_next(self, one: Found) -> bool:
        """Whether a negation stands right before a word of the source."""
        return any(mark.places[-1] == one.places[0] - 1 for mark in self.source.negations)

    def _is_close(self, other: Found) -> bool:
        """Whether a negation stands shortly before a word of the target, or around it."""
        place = other.places[-1]
        return any(
            mark.places[0] < place <= mark.places[-1] + CLOSE
            for mark in self.target.marks
            if mark.label in TURNING and not set(mark.places) <= set(other.places)
        )

    def are_alike(self, one: Found, other: Found) -> bool:
        """Whether a negation turns both words or neither, leaving out, where it does one, those that have a counterpart."""
        if self._is_denied_otherwise(one) or self._is_limited(one) or self._is_answered(one, other):
            return False
        if _is_faint(self.source, one) or _is_faint(self.target, other):
            here, there = (
                {mark for mark in side.marks if mark.label == "faint"} for side in (self.source, self.target)
            )
        elif self._is_next(one) and not self._is_close(other):
            return False  # لم يتمكنوا is "unable", whatever else is negated
        elif is_turned(self.source, one) == is_turned(self.target, other):
            return True
        else:
            here, there = self._met
        return is_turned(self.source, one, here) == is_turned(self.target, other, there)


def _is_faint(side: Side, each: Found) -> bool:
    """Whether a word nearly negates itself: seldom."""
    return any(mark.label == "faint" and mark.places[0] in each.places for mark in side.marks)
