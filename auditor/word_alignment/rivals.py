"""What the cells that may be links are worth among their rivals and neighbours.

They contend twice: by the scores that they have by themselves, and those that are left once more, by the scores of the first
time.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from auditor.word_alignment.blocks import Floats
from auditor.word_alignment.cells import Cells, Evidence
from auditor.word_alignment.readings import Column, Ints, Kind

Doubles = NDArray[np.float64]

FLOOR = 0.02
"""Local score below which a cell is no candidate: 10 % of the manual links of Arabic and 7 % of those of French lie there."""
LEFT = 0.05
"""Score of the first time below which a candidate is none any more; one in three is left."""
SURE = 0.999
"""Scores count no more than this, and no less than the rest to 1."""
CLEAR = 0.3
"""Score from which on the best cell of both its words is an anchor for the others."""
HALFWAY = 6.0
"""Words of displacement that count half."""
OWN = (
    "ahead", "back", "likeness", "cosine", "distance",  # as in Evidence
    "source_count", "target_count",  # logarithms of the frequencies of the stems
    "capital", "figure", "one_figure",  # one of both has a capital; both are numbers; one of both is
    *(f"{one}_{other}" for one in Kind.__members__ for other in Kind.__members__),  # the kinds of both
)  # fmt: skip
"""What speaks for a candidate by itself."""
AMONG = (
    "logit",  # log odds of the score
    "row", "column",  # its lead over the best other candidate of the source word, of the target word
    "row_share", "column_share",  # its share of the scores of all candidates of the source word, of the target word
    "neighbours",  # the best clear candidate one or two words before, plus that after, in either order
    "diagonal", "crossed",  # scores of the candidates one word on in both texts, or on in one and back in the other
    "above", "beside",  # the better of the candidates of the same target word and the source words next to it; turned
    "jump", "jump_back",  # displacement from where the anchors before and after lead one to expect it; turned
)  # fmt: skip
"""What speaks for it among the others."""
FEATURES = (*OWN, *AMONG)
_AROUND = tuple((down, across) for downs in ((-2, -1), (1, 2)) for down in downs for across in (-2, -1, 1, 2))
_NEXT = ((-1, -1), (1, 1), (-1, 1), (1, -1), (-1, 0), (1, 0), (0, -1), (0, 1))
_DOWN = np.array([down for down, _ in (*_AROUND, *_NEXT)])
_ACROSS = np.array([across for _, across in (*_AROUND, *_NEXT)])
_FRAME = 2


@dataclass(frozen=True, slots=True)
class Candidates:
    """Cells that may be links, in order: places among all cells, source words, target words, scores, and OWN, shape
    (OWN, candidates).
    """

    cells: Ints
    rows: Ints
    columns: Ints
    scores: Floats
    own: Doubles


def candidates(cells: Cells, evidence: Evidence, scores: Floats) -> Candidates:
    """Those of the first time, by the local scores of all cells."""
    chosen = np.flatnonzero(scores >= FLOOR)
    rows, columns = cells.rows(chosen), cells.columns[chosen]
    own = np.zeros((len(OWN), len(chosen)))
    for place, name in enumerate(OWN[:5]):
        own[place] = getattr(evidence, name)[chosen]
    source, target = cells.source.table, cells.target.table
    own[5], own[6] = np.log1p(source[Column.COUNT][rows]), np.log1p(target[Column.COUNT][columns])
    own[7] = source[Column.CAPITAL][rows] | target[Column.CAPITAL][columns]
    figures = source[Column.FIGURE][rows] + target[Column.FIGURE][columns]
    own[8], own[9] = figures == 2, figures == 1
    own[10 + evidence.kinds[chosen], np.arange(len(chosen))] = 1
    return Candidates(chosen, rows, columns, scores[chosen], own)


def left(found: Candidates, scores: Floats) -> Candidates:
    """Those of the second time, by the scores of the first."""
    some = np.flatnonzero(scores >= LEFT)
    return Candidates(
        found.cells[some], found.rows[some], found.columns[some], scores[some], found.own[:, some]
    )


def contest(cells: Cells, found: Candidates) -> Doubles:
    """The FEATURES of each candidate, shape (FEATURES, candidates)."""
    count = len(found.cells)
    features = np.empty((len(FEATURES), count))
    if not count:
        return features
    order = np.argsort(found.columns, kind="stable")
    twice = np.concatenate([found.scores, found.scores[order]])
    leads = _leads(twice, np.concatenate([found.rows, found.columns[order] + len(cells.source.blocks)]))
    row, row_share = leads[:, :count]
    column, column_share = turned = np.empty((2, count), np.float32)
    turned[:, order] = leads[:, count:]
    clear = np.where((row >= 0) & (column >= 0), found.scores, np.float32(0))
    scores = np.minimum(np.maximum(found.scores, np.float32(1 - SURE)), np.float32(SURE))
    features[: len(OWN)] = found.own
    among = (
        np.log(scores / (1 - scores)), row, column, row_share, column_share,
        *_neighbours(cells, found, clear), *_jumps(cells, found, clear),
    )  # fmt: skip
    for place, value in enumerate(among, start=len(OWN)):
        features[place] = value
    return features


def _leads(scores: Floats, groups: Ints) -> Floats:
    """How far each score is ahead of the best other one of its group, and its share of the group's sum, shape (2, scores);
    `groups` rise.
    """
    changes = np.empty(len(groups), np.bool_)
    changes[0] = True
    np.not_equal(groups[1:], groups[:-1], out=changes[1:])
    starts = np.flatnonzero(changes)
    group = np.cumsum(changes) - 1
    best = np.maximum.reduceat(scores, starts)
    is_best = scores == best.take(group)
    second = np.maximum.reduceat(scores * ~is_best, starts)
    alike = np.add.reduceat(is_best, starts, dtype=np.int64) > 1
    second[alike] = best[alike]
    leads = np.empty((2, len(groups)), np.float32)
    leads[0] = scores - np.where(is_best, second.take(group), best.take(group))
    leads[1] = scores / np.add.reduceat(scores, starts).take(group)
    return leads


def _neighbours(cells: Cells, found: Candidates, clear: Floats) -> tuple[Floats, ...]:
    """The features neighbours, diagonal, crossed, above, beside.

    Each block is laid out with a frame of two empty cells on all sides, so that every candidate has all neighbours.
    """
    source, target = cells.source, cells.target
    widths = np.diff(target.starts) + 2 * _FRAME
    sizes = (np.diff(source.starts) + 2 * _FRAME) * widths
    ends = np.cumsum(sizes)
    blocks = source.blocks[found.rows]
    width = widths[blocks]
    down, across = found.rows - source.starts[blocks] + _FRAME, found.columns - target.starts[blocks] + _FRAME
    places = ends[blocks] - sizes[blocks] + down * width + across
    framed = np.zeros((2, int(ends[-1])), np.float32)
    framed[0, places], framed[1, places] = clear, found.scores
    near = places + _DOWN[:, None] * width + _ACROSS[:, None]
    around = framed[0].take(near[: len(_AROUND)])
    beside = framed[1].take(near[len(_AROUND) :])
    half = len(_AROUND) // 2
    return (
        around[:half].max(axis=0) + around[half:].max(axis=0),
        beside[0] + beside[1],
        beside[2] + beside[3],
        np.maximum(beside[4], beside[5]),
        np.maximum(beside[6], beside[7]),
    )


def _jumps(cells: Cells, found: Candidates, clear: Floats) -> Floats:
    """The features jump and jump_back, shape (2, candidates): how far the second word of each candidate lies from where the last
    anchor before the first word or the next behind it would have it, or the line between both.

    Words are counted with a gap before and behind each block, in which an anchor stands. Both ways are computed at once: as
    if the target's words came after those of the source, as first words of their own.
    """
    source, target = cells.source, cells.target
    gaps = np.arange(len(source.starts))
    frame = np.empty((2, len(gaps)), np.int64)
    frame[0], frame[1] = source.starts + gaps, target.starts + gaps
    words = np.empty((2, len(found.rows)), np.int64)
    words[0], words[1] = found.rows, found.columns
    words += source.blocks[found.rows] + 1
    others = words[::-1].copy()
    anchors = words[:, clear >= CLEAR]
    offset = int(frame[0, -1]) + 1
    words[1] += offset
    ones = np.concatenate([frame[0], anchors[0], frame[1] + offset, anchors[1] + offset])
    order = np.argsort(ones, kind="stable")
    ones = ones[order]
    twos = np.concatenate([frame[1], anchors[1], frame[0], anchors[0]])[order]
    last, following = np.searchsorted(ones, words) - 1, np.searchsorted(ones, words, side="right")
    one, two = ones[last], twos[last]
    length, height = ones[following] - one, twos[following] - two
    way, off = words - one, others - two
    nearest = np.minimum(np.abs(off - way), np.abs(off - way - height + length))
    displaced: Floats = np.minimum(nearest, np.abs(off - way * (height / length))).astype(np.float32)
    displaced /= displaced + np.float32(HALFWAY)
    return displaced
