"""Passages that stand elsewhere in the translation: beads across the order that the alignment keeps."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

import numpy as np

from auditor.alignment.counterparts import Bead, Counterpart, Passages, counterparts

DOUBT = 0.8  # posterior below which a bead gives its sentences to a better one
# Measured on documents held apart, with and without moved passages: no false move in those without.
LIKELY = 0.6  # probability from which a counterpart elsewhere is taken
BESIDE = 0.2  # the same right before or after one that is taken


@dataclass(frozen=True, slots=True)
class Placed:
    """A bead and the probability that it is right; `moved`: the others keep an order that this one does not."""

    bead: Bead
    confidence: float
    moved: bool = False
    taken: bool = False  # it is no bead of the alignment in order


def find_moved(sides: tuple[Passages, Passages], beads: Sequence[tuple[Bead, float]]) -> list[Placed]:
    """The beads of an alignment in order, given with their posteriors, and those that moved, in source order.

    Sentences of one-sided beads and of those that are in doubt are matched with each other, one to one, the likeliest
    first; a bead that loses sentences keeps the others.
    """
    takings = Takings(beads)
    loose = takings.loose(0), takings.loose(1)
    if not all(loose) or max(len(side.sentences) for side in sides) < 2:
        return takings.placed()
    likely = [each for each in counterparts(sides, loose) if each.probability >= BESIDE]
    while sum(takings.take(each) for each in likely if takings.is_likely(each)):
        pass
    return _in_reading_order(_marked(takings.placed(), sides))


class Takings:
    """The beads of an alignment, and what is taken from them to make others."""

    def __init__(self, beads: Sequence[tuple[Bead, float]]) -> None:
        self._given = tuple(beads)
        self._left = [bead for bead, _ in beads]
        self._taken: list[
            tuple[tuple[int, int], Placed]
        ] = []  # with their place: of a bead, before or after it
        self._starts: set[tuple[int, int]] = set()
        self._ends: set[tuple[int, int]] = set()
        self._owners: tuple[dict[int, int], dict[int, int]] = ({}, {})
        for number, (bead, _) in enumerate(beads):
            for side in (0, 1):
                self._owners[side].update(dict.fromkeys(_within(bead, side), number))

    def loose(self, side: int) -> list[int]:
        """The sentences that may be taken: without counterpart, in doubt, or where several stand against several."""
        return [
            sentence
            for bead, posterior in self._given
            for sentence in _within(bead, side)
            if posterior < DOUBT or min(bead[2:]) != 1
        ]

    def is_likely(self, found: Counterpart) -> bool:
        """Whether a counterpart is likely by itself or as the neighbour of one that is taken."""
        i, j, a, b = found.bead
        return found.probability >= LIKELY or (i, j) in self._ends or (i + a, j + b) in self._starts

    def take(self, found: Counterpart) -> bool:
        """Takes the sentences of a counterpart from their beads, if all are there and more is won than lost."""
        wanted = _within(found.bead, 0), _within(found.bead, 1)
        if any(sentence not in self._owners[side] for side in (0, 1) for sentence in wanted[side]):
            return False
        owners = sorted({self._owners[side][sentence] for side in (0, 1) for sentence in wanted[side]})
        rest = [_without(self._left[number], wanted) for number in owners]
        if sum(map(self._cost, owners, rest)) >= found.probability * sum(found.bead[2:]):
            return False
        home = self._owners[0][found.bead[0]]
        place = (home, 0 if found.bead[0] == self._left[home][0] else 2)
        for side in (0, 1):
            for sentence in wanted[side]:
                del self._owners[side][sentence]
        if found.bead == self._left[home]:  # the best place is where it stands
            return False
        self._taken.append((place, Placed(found.bead, found.confidence, taken=True)))
        for number, left in zip(owners, rest, strict=True):
            if left:
                self._left[number] = left
        i, j, a, b = found.bead
        self._starts.add((i, j))
        self._ends.add((i + a, j + b))
        return True

    def _cost(self, number: int, rest: Bead | None) -> float:
        """Sentences expected to lose a right counterpart; without limit where the rest would not hang together."""
        if rest is None:
            return inf
        bead, posterior = self._given[number]
        now = self._left[number]
        if not (now[2] and now[3]):
            return 0.0
        if rest[2] and rest[3]:  # of several against several nothing is lost: they only stand crosswise
            return 0.0 if min(bead[2:]) > 1 else posterior * (sum(now[2:]) - sum(rest[2:]))
        return posterior * sum(now[2:])

    def placed(self) -> list[Placed]:
        """All beads in source order; what lost its counterpart stands alone."""
        rows = list(self._taken)
        for number, ((given, posterior), left) in enumerate(zip(self._given, self._left, strict=True)):
            if left == given or (left[2] and left[3]):
                rows.append(((number, 1), Placed(left, posterior, taken=left != given)))
            else:
                rows += [((number, 1), Placed(each, 1 - posterior)) for each in _singles(left)]
        return [placed for _, placed in sorted(rows, key=_place_and_first)]


def _place_and_first(row: tuple[tuple[int, int], Placed]) -> tuple[tuple[int, int], int]:
    """What is taken from the end of a bead is taken from the last sentence on."""
    place, placed = row
    return place, placed.bead[0]


def _within(bead: Bead, side: int) -> range:
    return range(bead[side], bead[side] + bead[side + 2])


def _without(bead: Bead, wanted: tuple[range, range]) -> Bead | None:
    """What is left of a bead; None where that would be in two pieces."""
    found = list(bead)
    for side in (0, 1):
        left = [sentence for sentence in _within(bead, side) if sentence not in wanted[side]]
        if left and left[-1] - left[0] >= len(left):
            return None
        found[side], found[side + 2] = (left[0] if left else bead[side]), len(left)
    return found[0], found[1], found[2], found[3]


def _singles(bead: Bead) -> list[Bead]:
    i, j, a, b = bead
    return [*((i + place, j, 1, 0) for place in range(a)), *((i, j + place, 0, 1) for place in range(b))]


def _marked(beads: list[Placed], sides: tuple[Passages, Passages]) -> list[Placed]:
    """With `moved` on those taken beads that are not in the heaviest order in which all others stand."""
    both = [each for each in beads if each.bead[2] and each.bead[3]]
    if not any(each.taken for each in both):
        return beads
    masses = [_characters(each.bead, sides) if each.taken else 0 for each in both]
    weights = [mass if each.taken else 1 + sum(masses) for each, mass in zip(both, masses, strict=True)]
    ordered = _heaviest_order([each.bead[1] for each in both], weights)
    moved = {each.bead for place, each in enumerate(both) if place not in ordered}
    return [replace(each, moved=each.bead in moved) for each in beads]


def _in_reading_order(beads: list[Placed]) -> list[Placed]:
    """With what the target has alone before the next pair there that has not moved."""
    alone = deque(sorted((each for each in beads if not each.bead[2]), key=lambda each: each.bead[1]))
    found = []
    for each in beads:
        if each.bead[2]:
            if each.bead[3] and not each.moved:
                while alone and alone[0].bead[1] < each.bead[1]:
                    found.append(alone.popleft())
            found.append(each)
    return [*found, *alone]


def _characters(bead: Bead, sides: tuple[Passages, Passages]) -> int:
    return sum(
        int(side.lengths[first + size] - side.lengths[first])
        for side, first, size in zip(sides, bead[:2], bead[2:], strict=True)
    )


def _heaviest_order(places: Sequence[int], weights: Sequence[int]) -> set[int]:
    """Indices of the rising subsequence of the largest weight, all places different."""
    best = np.zeros(len(places), dtype=np.int64)
    came = np.full(len(places), -1)
    rank = np.array(places)
    for index in range(len(places)):
        earlier = np.where(rank[:index] < rank[index], best[:index], 0)
        if index and earlier.max():
            came[index] = int(earlier.argmax())
        best[index] = weights[index] + (earlier.max() if index else 0)
    found = set()
    index = int(best.argmax())
    while index >= 0:
        found.add(index)
        index = int(came[index])
    return found
