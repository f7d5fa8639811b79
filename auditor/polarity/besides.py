"""What else the two words of a pair of opposites may stand for: each other's neighbours."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import NamedTuple

from auditor.polarity.phrases import Found
from auditor.polarity.poles import IDIOMS, Poles, is_turned, means, poles
from auditor.polarity.reading import Side
from auditor.word_alignment import WordAlignment


class Besides(NamedTuple):
    """The highest score of a link of the target word to another word of the source, and of the source word to another of the
    target, in [0, 1]; whether the source has another word for what the target word stands for, and the target another for
    what the source word does.
    """

    linked_source: float
    linked_target: float
    said_source: bool
    said_target: bool


class Neighbours:
    """The other words of a pair."""

    def __init__(self, source: Side, target: Side, alignment: WordAlignment) -> None:
        self._source, self._target, self._alignment = source, target, alignment

    @cached_property
    def _poles(self) -> tuple[Poles, Poles]:
        return poles(self._source), poles(self._target)

    def of(self, one: Found, other: Found) -> Besides:
        return Besides(
            *self._linked(one.places, other.places),
            self._is_said(self._target, other, self._source, one),
            self._is_said(self._source, one, self._target, other),
        )

    def _linked(self, ours: Collection[int], theirs: Collection[int]) -> tuple[float, float]:
        before = after = 0.0
        for place, spot, score in self._alignment.links:
            if spot in theirs and place not in ours and self._source.words[place].is_content:
                before = max(before, score)
            elif place in ours and spot not in theirs and self._target.words[spot].is_content:
                after = max(after, score)
        return before, after

    def _is_said(self, own: Side, word: Found, other: Side, but: Found) -> bool:
        """Whether the other side has, besides `but`, as many words as the own side of any pole that `word` stands for, negated
        opposites among them.
        """
        here, there = self._poles if own is self._source else self._poles[::-1]
        taken = set(word.places)
        for concept, both in here.items():
            if concept == IDIOMS:
                continue
            for pole in (0, 1):
                mine = [each for each in both[pole] if not taken.isdisjoint(each.places)]
                if concept in there and any(means(each, own, other.language) for each in mine):
                    said = list(_says(other, there[concept], pole, but, own.language))
                    if said and _count(said) >= _count(both[pole]):
                        return True
        return False


def _says(
    side: Side, both: tuple[list[Found], list[Found]], pole: int, but: Found, language: str
) -> Iterator[Found]:
    """The words that stand for a pole, plainly, and those of the other pole that are negated."""
    for turned in (False, True):
        for each in both[pole ^ turned]:
            is_other = set(each.places).isdisjoint(but.places)
            if is_other and is_turned(side, each) == turned and means(each, side, language):
                yield each


def _count(found: Collection[Found]) -> int:
    """How many words, those of overlapping expressions once."""
    return len({each.places[0] for each in found})
