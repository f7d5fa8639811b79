"""Sentences of long texts that surely stand for each other, and the region round the path through them."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from auditor.alignment.region import Region, monotone, whole

Floats = npt.NDArray[np.float32]

WHOLE = 10_000
"""Places up to which every pair of sentences is compared: two texts of 100 sentences. The longer of the development documents
come out as well either way, in half the time."""
MARGIN = 4
"""Columns on either side of the way from anchor to anchor. Where the alignment comes near them they are widened. Development
documents align as well with 6; with 3 a bead or two are lost."""
WIDENING = 16
"""Columns that are added there."""
WIDEST = 250_000
"""Places between two anchors that are all compared; between anchors farther apart only a band along the straight way."""
DIMENSIONS = 128
"""Of each vector, by which anchors are looked for: a quarter of the time, and what they get wrong the chain leaves out."""
TOGETHER = 1024
"""Sentences compared at once with all of the other side."""


def region_of(source: Floats, target: Floats) -> Region:
    """The nodes among which to align, from additive vectors (n, dimensions) and (m, dimensions) of the sentences."""
    rows, columns = len(source), len(target)
    if rows * columns <= WHOLE:
        return whole(rows + 1, columns + 1)
    short = unit(source[:, :DIMENSIONS]), unit(target[:, :DIMENSIONS])
    chain = on_the_way(longest_chain(mutual_neighbours(*short)))
    return along([(0, 0), *chain, (rows, columns)])


def unit(vectors: npt.NDArray[np.floating]) -> Floats:
    """Rows of length 1; those of length 0 stay."""
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(norms > 0, norms, 1)).astype(np.float32)


def mutual_neighbours(source: Floats, target: Floats) -> list[tuple[int, int, float]]:
    """Sentences that are each the other's most similar, with their cosine, in the order of the source."""
    best = np.full(len(target), -2.0, np.float32)
    nearest = np.zeros(len(source), np.int64)
    cosines = np.zeros(len(source), np.float32)
    for begin in range(0, len(source), TOGETHER):
        own = slice(begin, begin + TOGETHER)
        block = source[own] @ target.T
        nearest[own] = block.argmax(axis=1)
        cosines[own] = block[np.arange(len(block)), nearest[own]]
        np.maximum(best, block.max(axis=0), out=best)
    mutual = np.flatnonzero((cosines == best[nearest]) & (cosines > 0))
    _, first = np.unique(nearest[mutual], return_index=True)
    return [(int(i), int(nearest[i]), float(cosines[i])) for i in mutual[np.sort(first)]]


def longest_chain(pairs: list[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """Of pairs in the order of the source those with the largest sum of cosines whose target sentences rise."""
    ends: list[int] = []  # target sentences, and the best sums of chains that end at or before them
    sums: list[float] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, column, worth) in enumerate(pairs):
        at = bisect_left(ends, column)
        total = worth + (sums[at - 1] if at else 0.0)
        before.append(last[at - 1] if at else -1)
        stop = at
        while stop < len(ends) and sums[stop] <= total:
            stop += 1
        ends[at:stop], sums[at:stop], last[at:stop] = [column], [total], [number]
    chain = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(pairs[number][:2])
        number = before[number]
    return chain[::-1]


def on_the_way(chain: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without those that stand off the straight way between their neighbours: a wrong anchor leads the path astray,
    while leaving a right one out only widens the region.
    """
    kept = []
    for before, at, after in zip(chain, chain[1:], chain[2:], strict=False):
        share = (at[0] - before[0]) / (after[0] - before[0])
        if abs(at[1] - before[1] - share * (after[1] - before[1])) <= MARGIN:
            kept.append(at)
    return kept


def along(corners: list[tuple[int, int]]) -> Region:
    """The region of the rectangles from corner to corner, with a margin."""
    rows, columns = corners[-1][0] + 1, corners[-1][1] + 1
    top, left, bottom, right = (
        np.array(each) for each in zip(*((*one, *other) for one, other in pairwise(corners)), strict=True)
    )
    own, broad = bottom + 1 - top, right - left
    gap = np.repeat(np.arange(len(top)), own)
    below = np.arange(len(gap)) - np.repeat(np.cumsum(own) - own, own)
    slope = np.maximum(1, bottom - top)
    straight = left[gap] + below * broad[gap] // slope[gap]
    reach = np.where(own * broad > WIDEST, WIDEST // (2 * own) + broad // slope, columns)[gap]
    first, end = np.full(rows, columns), np.zeros(rows, np.int64)
    np.minimum.at(first, top[gap] + below, np.maximum(left[gap], straight - reach) - MARGIN)
    np.maximum.at(end, top[gap] + below, np.minimum(right[gap], straight + reach) + MARGIN + 1)
    return monotone(first, end, columns)


def too_narrow(region: Region, passed: npt.NDArray[np.float64], share: float) -> npt.NDArray[np.bool_]:
    """Which rows have an edge that could be moved and that the alignment passes with more than this probability."""
    occupied = region.end > region.first
    left = passed[region.starts[:-1]] * (region.first > 0)
    right = passed[region.starts[1:] - 1] * (region.end < region.end[-1])
    found: npt.NDArray[np.bool_] = occupied & (np.maximum(left, right) > share)
    return found
