"""Words like “unstable” for a source word that is rendered by “stable” and has nothing negative near it."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.polarity.answered import apart
from auditor.polarity.poles import agree, is_turned
from auditor.polarity.reading import Side, bases
from auditor.polarity.renderings import Renderings
from auditor.polarity.rewordings import implies_negation
from auditor.polarity.signals import HOLDING

PLAIN, PREFIXED = 0.35, 0.12
"""The root of a translation probability from which on a word is rendered by another, and from which on by that with a
negative prefix.
"""
FARTHEST = 0.45
"""Difference of the relative places of two words, as a share of the passage, beyond which they are not compared."""


def prefixed(source: Side, target: Side) -> Iterator[tuple[int, int]]:
    """The places of a source word and of the target word that renders it with a negative prefix."""
    marks = [mark for mark in target.marks if mark.label == "words" and len(mark.places) == 1]
    if not marks or target.language == "ar":
        return
    if any(mark.label in HOLDING for mark in source.marks) or implies_negation(source):
        return
    renderings = Renderings(source, target)
    for mark in marks:
        spot = mark.places[0]
        plain = bases(target.forms[spot], target.language)
        if not plain or is_turned(target, mark):
            continue
        for place, word in enumerate(source.words):
            if (
                apart(source, place, target, spot, {}) > FARTHEST
                or not word.is_content
                or _is_near_mark(source, place)
            ):
                continue
            if agree(source, place, target, spot):
                continue
            if any(
                renderings.strength(place, base) >= PLAIN for base in plain
            ) and not renderings.has_other_source(spot, (), PREFIXED):
                yield place, spot


def _is_near_mark(side: Side, place: int) -> bool:
    return any(abs(mark.places[0] - place) <= 4 for mark in side.marks)
