"""Negations that one side has and the other has not."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.polarity.denial import SINGULAR, Denials, negated_words
from auditor.polarity.judgement import judged
from auditor.polarity.phrases import Found
from auditor.polarity.reading import Side
from auditor.polarity.signals import features
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
    singular = any(mark.label in SINGULAR for mark in source.marks)
    if not (singular or source.negations or target.negations):
        return []
    linked = are_linked(source, target, alignment.links)
    found: list[NegationChange] = []
    for lost in (True,) if linked else (True, False):
        own, other = (source, target) if lost else (target, source)
        if not own.negations and not (lost and singular):
            continue
        denials = Denials(own, other, alignment, lost=lost)
        marks = [*denials.singular_candidates(), *(() if linked else denials.candidates())]
        more = len(own.negations) - len(other.negations)
        unmet = sorted((_change(denials, mark) for mark in marks), key=lambda each: -each.probability)
        found += unmet[: max(1, more)]
    return sorted(found, key=lambda each: -each.probability)


def _change(denials: Denials, mark: Found) -> NegationChange:
    return NegationChange(
        denials.lost,
        mark,
        tuple(denials.scopes[mark]),
        denials.plain(mark)[1],
        judged(kind_of(denials, mark), features(denials, mark)),
    )


def kind_of(denials: Denials, mark: Found) -> str:
    """Which weights judge a negation."""
    if denials.lost and mark.label not in {"verb", "noun"}:
        return mark.label
    return "lost" if denials.lost else "added"
