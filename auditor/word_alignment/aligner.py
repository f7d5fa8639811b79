"""Aligning the words of many pairs at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from threading import Lock

import numpy as np

from auditor.bitext import Passage
from auditor.word_alignment.blocks import Block, Floats, blocks_of, side
from auditor.word_alignment.cells import Cells, Evidence, gather
from auditor.word_alignment.lexicon import lexicon
from auditor.word_alignment.links import Link, WordAlignment, choose
from auditor.word_alignment.readings import Ints, readings
from auditor.word_alignment.rivals import candidates, contest, left
from auditor.word_alignment.scores import judged, link_weights, local_scores, meanings
from auditor.word_alignment.vectors import WordEncoder, word_vectors
from auditor.word_alignment.words import Word

_LOCK = Lock()
"""The words that were met are shared by all aligners."""


@dataclass(frozen=True, slots=True)
class Read:
    """The words of a pair, and their numbers among the readings of their languages."""

    words: tuple[tuple[Word, ...], tuple[Word, ...]]
    numbers: tuple[list[int], list[int]]


@dataclass(frozen=True, slots=True)
class Part:
    """What a block of a pair gives: links as places within it, and the four tables of an alignment."""

    block: Block
    links: list[Link]
    tables: tuple[Floats, ...]


class WordAligner:
    """Aligns words by lexicon, spelling, word vectors, place and neighbours."""

    def __init__(self, encoder: WordEncoder | None) -> None:
        self._vectors = word_vectors(encoder)

    def align(self, pairs: Sequence[tuple[Passage, Passage]]) -> tuple[WordAlignment, ...]:
        """The alignment of each pair of passages, in order; each distinct word is embedded once."""
        with _LOCK:
            read = self._read(pairs)
            columns = columns_of(pairs, read)
            parts: dict[int, list[Part]] = defaultdict(list)
            for members in by_languages(pairs):
                for part in self._parts([pairs[n] for n in members], [read[n] for n in members]):
                    parts[members[part.block.pair]].append(part)
        return tuple(
            joined(pair, each.words, parts.get(number, []), columns[number])
            for number, (pair, each) in enumerate(zip(pairs, read, strict=True))
        )

    def evidence(
        self, pairs: Sequence[tuple[Passage, Passage]]
    ) -> Iterator[tuple[list[Block], Cells, Evidence]]:
        """What speaks for the word pairs of pairs of the same two languages, as many blocks at once as fit."""
        return self._evidence(pairs, self._read(pairs))

    def _read(self, pairs: Sequence[tuple[Passage, Passage]]) -> list[Read]:
        languages = sorted({side.language for pair in pairs for side in pair})
        by_language = {language: readings(language) for language in languages}
        for words in by_language.values():
            words.make_room()
        self._vectors.make_room()
        read: list[Read] = []
        for source, target in pairs:
            ones, one = by_language[source.language].read(source)
            others, other = by_language[target.language].read(target)
            read.append(Read((one, other), (ones, others)))
        met: dict[str, list[int]] = {language: [] for language in languages}
        for (source, target), each in zip(pairs, read, strict=True):
            met[source.language] += each.numbers[0]
            met[target.language] += each.numbers[1]
        self._vectors.meet([(by_language[language], met[language]) for language in languages])
        return read

    def _evidence(
        self, pairs: Sequence[tuple[Passage, Passage]], read: Sequence[Read]
    ) -> Iterator[tuple[list[Block], Cells, Evidence]]:
        source, target = (readings(passage.language) for passage in pairs[0])
        dictionary = lexicon(source.language, target.language)
        for blocks in blocks_of([(len(each.numbers[0]), len(each.numbers[1])) for each in read]):
            ones = [(read[each.pair].numbers[0], each.top, each.bottom) for each in blocks]
            others = [(read[each.pair].numbers[1], each.left, each.right) for each in blocks]
            cells = Cells(side(ones, source, self._vectors), side(others, target, self._vectors))
            yield (
                blocks,
                cells,
                gather(cells, dictionary, self._vectors.units, (source.known, target.known)),
            )

    def _parts(self, pairs: Sequence[tuple[Passage, Passage]], read: Sequence[Read]) -> Iterator[Part]:
        weights = link_weights()
        for blocks, cells, evidence in self._evidence(pairs, read):
            scores = local_scores(evidence, weights.local, weights.kinds)
            found = candidates(cells, evidence, scores)
            scores[found.cells] = first = judged(contest(cells, found), weights.first)
            found = left(found, first)
            scores[found.cells] = second = judged(contest(cells, found), weights.second)
            links = choose(cells, found, second, weights.least)
            known = np.maximum(evidence.ahead, evidence.back)
            np.maximum(known, evidence.likeness, out=known)
            flat = scores, meanings(evidence, weights), known, evidence.cosine
            bounds = cells.bounds.tolist()
            for number, block in enumerate(blocks):
                own = slice(bounds[number], bounds[number + 1])
                shape = block.bottom - block.top, block.right - block.left
                yield Part(block, links[number], tuple(each[own].reshape(shape) for each in flat))


def by_languages(pairs: Sequence[tuple[Passage, Passage]]) -> list[list[int]]:
    """The numbers of the pairs, those of the same two languages together."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, (source, target) in enumerate(pairs):
        found[source.language, target.language].append(number)
    return list(found.values())


def columns_of(pairs: Sequence[tuple[Passage, Passage]], read: Sequence[Read]) -> list[tuple[Ints, Ints]]:
    """What is known of the words of both sides of each pair in numbers, looked up for all words of a language at once."""
    found: dict[tuple[int, int], Ints] = {}
    places = [(number, of) for number in range(len(pairs)) for of in (0, 1)]
    for language in sorted({pairs[number][of].language for number, of in places}):
        own = [(number, of) for number, of in places if pairs[number][of].language == language]
        words = [read[number].numbers[of] for number, of in own]
        table = readings(language).table[:, list(chain.from_iterable(words))]
        ends = pairwise(accumulate(map(len, words), initial=0))
        found.update((place, table[:, start:end]) for place, (start, end) in zip(own, ends, strict=True))
    return [(found[number, 0], found[number, 1]) for number in range(len(pairs))]


def joined(
    pair: tuple[Passage, Passage],
    words: tuple[tuple[Word, ...], tuple[Word, ...]],
    parts: Sequence[Part],
    columns: tuple[Ints, Ints],
) -> WordAlignment:
    """The alignment of a pair from its parts, of which no two have a source word in common."""
    if len(parts) == 1:
        return WordAlignment(*pair, *words, tuple(parts[0].links), columns, *parts[0].tables)
    tables = [np.zeros((len(words[0]), len(words[1])), np.float32) for _ in range(4)]
    links = []
    for part in parts:
        block = part.block
        for table, values in zip(tables, part.tables, strict=True):
            table[block.top : block.bottom, block.left : block.right] = values
        links += [Link(one + block.top, other + block.left, score) for one, other, score in part.links]
    return WordAlignment(*pair, *words, tuple(links), columns, *tables)
