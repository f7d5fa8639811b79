"""Negations that one side has and the other has not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.polarity.denial import Denials, negated_words
from auditor.polarity.judgement import judged
from auditor.polarity.phrases import Found
from auditor.polarity.reading import Side
from auditor.polarity.standing import are_linked
from auditor.word_alignment import WordAlignment

__all__ = ["NegationChange", "negated_words", "negation_changes"]


@dataclass(frozen=True, slots=True)
class NegationChange:
    """A negation of one side without counterpart on the other.

    `lost`: the source has it, else the target. `mark`: its words. `negated`: the negated words; `plain`: the rendering of
    one of them, not negated, None where none has a known one. `probability`: that it is an error, in [0, 1].
    """

    lost: bool
    mark: Found
    negated: tuple[int, ...]
    plain: int | None
    probability: float


def negation_changes(source: Side, target: Side, alignment: WordAlignment) -> list[NegationChange]:
    """The negations without counterpart of either side, the surest first: no more of a side than it has more, or one."""
    if not source.negations and not target.negations:
        return []
    if are_linked(source, target, alignment.links):
        return []
    found: list[NegationChange] = []
    for lost in (True, False):
        own, other = (source, target) if lost else (target, source)
        more = len(own.negations) - len(other.negations)
        unmet = sorted(_unmet(Denials(own, other, alignment, lost=lost)), key=lambda each: -each.probability)
        found += unmet[: max(1, more)]
    return sorted(found, key=lambda each: -each.probability)


def _unmet(denials: Denials) -> Iterator[NegationChange]:
    for mark in denials.candidates():
        features = denials.features(mark)
        yield NegationChange(
            denials.lost,
            mark,
            tuple(denials.scopes[mark]),
            denials.plain(mark)[1],
            judged("lost" if denials.lost else "added", features),
        )
