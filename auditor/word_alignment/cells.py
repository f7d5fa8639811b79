"""The evidence of every word pair of many passages by itself: lexicon, spelling, vectors, kind of word and place.

A cell is a source word with a target word of the same block. Cells stand one after the other: block by block, source word
by source word, in the order of the target.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from auditor.word_alignment.blocks import Floats, Side
from auditor.word_alignment.lexicon import Lexicon
from auditor.word_alignment.likeness import likeness
from auditor.word_alignment.readings import Column, Ints, Kind
from auditor.word_alignment.words import Reading

NEAR = 0.15
"""Distance of relative places that counts half: what stands far off may stand anywhere."""


class Cells:
    """Where the cells of some blocks stand: `widths` (source words,) are the target words that each meets, `starts`
    (source words + 1,) its first cell, `columns` (cells,) the target word of each, `bounds` (blocks + 1,) where blocks begin.
    """

    def __init__(self, source: Side, target: Side) -> None:
        self.source, self.target = source, target
        self.widths = np.diff(target.starts)[source.blocks]
        self.starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(self.widths)])
        self.bounds = self.starts[source.starts]
        self.size = int(self.starts[-1])
        self._shift = self.starts[:-1] - target.starts[source.blocks]
        self.columns = np.arange(self.size) - np.repeat(self._shift, self.widths)

    def at(self, rows: Ints, columns: Ints) -> Ints:
        """The cells of source words with target words of their block."""
        found: Ints = self._shift[rows] + columns
        return found

    def rows(self, cells: Ints) -> Ints:
        """The source words of cells, which are in order."""
        return np.repeat(np.arange(len(self.widths)), np.diff(np.searchsorted(cells, self.starts)))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Of each cell: sqrt p(target | source), sqrt p(source | target), likeness of the strings, cosine of the vectors, distance
    of the relative places d as d / (d + NEAR), and the Kinds of both words as 3 times the source's plus the target's.
    """

    ahead: Floats
    back: Floats
    likeness: Floats
    cosine: Floats
    distance: Floats
    kinds: Ints


def gather(
    cells: Cells, lexicon: Lexicon, units: Floats, readings: tuple[Sequence[Reading], Sequence[Reading]]
) -> Evidence:
    """The evidence of all cells; `units` are the word vectors, of length 1, whose rows both sides name."""
    source, target = cells.source, cells.target
    ahead, back, alike = np.zeros((3, cells.size), np.float32)
    found, roots = translated(cells, lexicon)
    ahead[found], back[found] = roots[:, 0], roots[:, 1]
    found, likely = spelt_alike(cells, readings)
    alike[found] = likely
    distance = np.repeat(source.places, cells.widths)
    distance -= target.places.take(cells.columns)
    kinds = np.repeat(source.table[Column.KIND] * len(Kind), cells.widths)
    kinds += target.table[Column.KIND].take(cells.columns)
    np.abs(distance, out=distance)
    distance /= distance + np.float32(NEAR)
    return Evidence(ahead, back, alike, cosines(cells, units), distance, kinds)


def translated(cells: Cells, lexicon: Lexicon) -> tuple[Ints, Floats]:
    """The cells whose words the lexicon has as translations, and the square roots of their probabilities, both ways."""
    source, target = cells.source, cells.target
    ones, others = source.table[Column.STEM], target.table[Column.STEM]
    theirs = np.flatnonzero(others >= 0)
    present = np.zeros(len(lexicon.target.stems), np.bool_)
    present[others[theirs]] = True
    ours = np.flatnonzero(ones >= 0)
    owners, words, roots = lexicon.roots(ones[ours], present)
    rows = ours[owners]
    width = len(present)
    met, place = meetings(source.blocks[rows] * width + words, target.blocks[theirs] * width + others[theirs])
    return cells.at(rows[met], theirs[place]), roots[met]


def spelt_alike(
    cells: Cells, readings: tuple[Sequence[Reading], Sequence[Reading]]
) -> tuple[Ints, list[float]]:
    """The cells whose words may be alike as strings, and how much they are: names and figures, and between languages of one
    script every content word.
    """
    source, target = cells.source, cells.target
    ours, first = _spelt(source)
    theirs, second = _spelt(target)
    one, other = meetings(first, second)
    row, place = ours[one], theirs[other]
    ascii_one, ascii_other = source.table[Column.ASCII][row], target.table[Column.ASCII][place]
    capital = source.table[Column.CAPITAL][row] + target.table[Column.CAPITAL][place]
    latin = ascii_one + ascii_other == 2
    # What begins alike has the same letters; where both are Latin letters, consonants alone do not count.
    fit = ((ascii_one == ascii_other) | (capital > 0)) & ~(latin & (first[one] & 1 == 1))
    row, place = row[fit], place[fit]
    ones, others = readings
    pairs = zip(source.numbers[row].tolist(), target.numbers[place].tolist(), strict=True)
    return cells.at(row, place), [likeness(ones[one].form, others[other].form) for one, other in pairs]


def _spelt(side: Side) -> tuple[Ints, Ints]:
    """The content words of a side twice, and as numbers their blocks with how they begin, and with their first consonants."""
    content = np.flatnonzero(side.table[Column.KIND] == Kind.CONTENT)
    blocks = side.blocks[content]
    begin, consonant = side.table[Column.BEGIN][content], side.table[Column.CONSONANT][content]
    some = consonant >= 0
    total = len(side.starts)
    keys = np.concatenate([(begin * total + blocks) * 2, (consonant[some] * total + blocks[some]) * 2 + 1])
    return np.concatenate([content, content[some]]), keys


def cosines(cells: Cells, units: Floats) -> Floats:
    """Of the word vectors of each cell; 0 where a word has none."""
    found = np.zeros(cells.size, np.float32)
    ones, one_starts = _with_vectors(cells.source)
    others, other_starts = _with_vectors(cells.target)
    widths = np.diff(other_starts)[cells.source.blocks[ones]]
    ends = np.cumsum(widths)
    dense = np.empty(int(widths.sum()), np.float32)
    rows, columns = cells.source.vectors[ones], cells.target.vectors[others]
    begin = 0
    for (top, bottom), (left, right) in zip(
        pairwise(one_starts.tolist()), pairwise(other_starts.tolist()), strict=True
    ):
        end = begin + (bottom - top) * (right - left)
        one, other = units.take(rows[top:bottom], axis=0), units.take(columns[left:right], axis=0)
        np.matmul(one, other.T, out=dense[begin:end].reshape(bottom - top, right - left))
        begin = end
    first = ends - widths
    place = np.arange(len(dense)) + np.repeat(other_starts[cells.source.blocks[ones]] - first, widths)
    found[cells.at(np.repeat(ones, widths), others[place])] = dense
    return found


def _with_vectors(side: Side) -> tuple[Ints, Ints]:
    """The words of a side that have a vector, and where those of each block begin (blocks + 1,)."""
    some = side.vectors > 0
    before = np.concatenate([np.zeros(1, np.int64), np.cumsum(some)])
    return np.flatnonzero(some), before[side.starts]


def meetings(one: Ints, other: Ints) -> tuple[Ints, Ints]:
    """The places of all equal numbers in both, in the order of the first."""
    order = np.argsort(other, kind="stable")
    ordered = other[order]
    first = np.searchsorted(ordered, one)
    counts = np.searchsorted(ordered, one, side="right") - first
    owners = np.repeat(np.arange(len(one)), counts)
    return owners, order[np.arange(len(owners)) + np.repeat(first - (np.cumsum(counts) - counts), counts)]
