"""Where things of the source meet things of the target: the pairs of sentences of a region that share something."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from auditor.alignment.region import Region
from auditor.alignment.sides import Occurrences

Integers = npt.NDArray[np.int64]
TOGETHER = 1 << 20
"""Things looked up at once, so that memory stays bounded."""


def meetings(
    region: Region, source: Occurrences, target: Occurrences
) -> Iterator[tuple[Integers, Integers, Integers]]:
    """For every two occurrences of one thing in a pair of sentences of the region: the number of the occurrence in the
    source, that in the target, and the place of the pair in the region. In blocks.
    """
    width = region.width + 1
    order = np.argsort(target.things * width + target.owners, kind="stable")
    keys = (target.things * width + target.owners)[order]
    for begin in range(0, len(source.things), TOGETHER):
        rows = source.owners[begin : begin + TOGETHER]
        base = source.things[begin : begin + TOGETHER] * width
        left = np.searchsorted(keys, base + region.first[rows])
        met = np.maximum(0, np.searchsorted(keys, base + region.end[rows]) - left)
        number = np.repeat(np.arange(len(rows)), met)
        within = np.arange(len(number)) - np.repeat(np.cumsum(met) - met, met)
        other = order[left[number] + within]
        row, column = rows[number], target.owners[other]
        yield number + begin, other, region.starts[row] + column - region.first[row]


def shared(
    region: Region, source: Occurrences, target: Occurrences, weights: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """For each pair of sentences of the region the weight of the things that both hold."""
    found = np.zeros(region.size)
    for number, _, place in meetings(region, source, target):
        found += np.bincount(place, weights[source.things[number]], region.size)
    return found
