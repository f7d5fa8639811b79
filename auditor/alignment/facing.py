"""Passages of both sides that stand alone beside each other, and may all the same be a pair, one of them short of a clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from auditor.alignment.one_sided import SURE
from auditor.bitext import Bitext, Passage


def faced(bitexts: Iterable[Bitext]) -> dict[tuple[int, int], tuple[Passage, Passage]]:
    """Those of all the bitexts, by the id of the bitext and the index of the bead."""
    return {
        (id(bitext), number): (source, target)
        for bitext in bitexts
        for number, source, target in facing(bitext)
    }


def facing(bitext: Bitext) -> Iterator[tuple[int, Passage, Passage]]:
    """Each such passage of the source and of the target, with the index of the first of their two beads.

    Neither is surely alone, so that nobody says it is missing on the other side (`one_sided`).
    """
    for number, (one, other) in enumerate(pairwise(bitext.pairs)):
        if max(one.confidence, other.confidence) >= SURE:
            continue
        if one.source and not one.target and other.target and not other.source:
            yield number, one.source, other.target
        elif one.target and not one.source and other.source and not other.target:
            yield number, other.source, one.target
