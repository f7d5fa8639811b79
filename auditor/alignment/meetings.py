"""Where things of the source meet things of the target: the pairs of sentences of a region that share something."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from auditor.alignment.region import Region
from auditor.alignment.sides import Occurrences

Integers = npt.NDArray[np.int64]
TOGETHER = 16
"""Source sentences looked up at once, among what stands in the target sentences that one of them may meet."""


def meetings(region: Region, source: Occurrences, target: Occurrences) -> tuple[Integers, Integers, Integers]:
    """For every two occurrences of one thing in a pair of sentences of the region: the number of the occurrence in the
    source, that in the target, and the place of the pair in the region.
    """
    width = region.width + 1
    order = np.argsort(target.things * width + target.owners, kind="stable")
    keys = np.append((target.things * width + target.owners)[order], np.iinfo(np.int64).max)
    near = _near(region, source, target)
    rows = source.owners[near]
    base = source.things[near] * width
    left = np.searchsorted(keys, base + region.first[rows])
    some = np.flatnonzero(keys[left] < base + region.end[rows])
    near, rows, left = near[some], rows[some], left[some]
    met = np.searchsorted(keys, base[some] + region.end[rows]) - left
    number = np.repeat(np.arange(len(rows)), met)
    within = np.arange(len(number)) - np.repeat(np.cumsum(met) - met, met)
    other = order[left[number] + within]
    row, column = rows[number], target.owners[other]
    return near[number], other, region.starts[row] + column - region.first[row]


def _near(region: Region, source: Occurrences, target: Occurrences) -> Integers:
    """The occurrences of the source that have their like among the target sentences of their own and of neighbouring rows."""
    tops = np.arange(0, len(region.first), TOGETHER)
    bottoms = np.minimum(tops + TOGETHER, len(region.first))
    begins, ends = (np.searchsorted(source.owners, each) for each in (tops, bottoms))
    lefts = np.searchsorted(target.owners, region.first[tops])
    rights = np.searchsorted(target.owners, region.end[bottoms - 1])
    there = np.zeros(max(source.things.max(initial=0), target.things.max(initial=0)) + 1, dtype=bool)
    found = []
    for begin, end, left, right in zip(*map(np.ndarray.tolist, (begins, ends, lefts, rights)), strict=True):
        present = target.things[left:right]
        there[present] = True
        found.append(np.flatnonzero(there[source.things[begin:end]]) + begin)
        there[present] = False
    return np.concatenate([*found, np.zeros(0, np.int64)])


def shared(
    region: Region, source: Occurrences, target: Occurrences, weights: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """For each pair of sentences of the region the weight of the things that both hold."""
    number, _, place = meetings(region, source, target)
    return np.bincount(place, weights[source.things[number]], region.size).astype(np.float64)
