"""Words like “unstable” for a source word that is rendered by “stable” and has nothing negative near it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.polarity.answered import apart
from auditor.polarity.poles import agree, is_turned
from auditor.polarity.reading import Side, bases
from auditor.polarity.renderings import Renderings
from auditor.polarity.rewordings import implies_negation
from auditor.polarity.signals import HOLDING
from auditor.word_alignment import WordAlignment

PLAIN, PREFIXED = 0.35, 0.12
"""The root of a translation probability from which on a word is rendered by another, and from which on by that with a
negative prefix.
"""
LINKED = 0.5
"""Score of a link from which on it is the rendering of a word that the lexicon does not know."""
FARTHEST = 0.45
"""Difference of the relative places of two words, as a share of the passage, beyond which they are not compared."""


def prefixed(source: Side, target: Side, alignment: WordAlignment) -> Iterator[tuple[int, int]]:
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
        if not plain or is_turned(target, mark) or _is_rendering(source, spot, plain, renderings, alignment):
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


def _is_rendering(
    source: Side, spot: int, plain: Iterable[str], renderings: Renderings, alignment: WordAlignment
) -> bool:
    """Whether a word that is negated (عدم دفع) is rendered by the target word, or one that the lexicon does not know is linked
    to it.
    """
    for place in range(len(source.words)):
        known = any(renderings.strength(place, base) >= PLAIN for base in plain)
        if known and _is_near_mark(source, place):
            return True
        if not known and any(
            link.source == place and link.target == spot and link.score >= LINKED for link in alignment.links
        ):
            return True
    return False


def _is_near_mark(side: Side, place: int) -> bool:
    return any(abs(mark.places[0] - place) <= 4 for mark in side.marks)
