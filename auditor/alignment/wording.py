"""How much better the words of one side are explained by the words of the other than by chance.

A word's probability in a passage is a mixture: one of the translations of the other passage's words, as the
translation lexicon has them, or any word of the language (IBM model 1, Brown et al. 1993, with the unigram for the empty
word). The evidence is the logarithm of its ratio to the probability of the word anywhere. Unlike a count of covered
words it does not grow by joining more sentences to a bead: those dilute the translations.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from auditor.alignment.meetings import meetings
from auditor.alignment.region import Region
from auditor.alignment.sides import Occurrences, Side
from auditor.word_alignment import lexicon, vocabulary

Array = npt.NDArray[np.float64]
Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]
ANY_WORD = 0.6
"""Share of the mixture that is any word of the language: of .1, .3, .6 and .8 the best on the fitted documents, with little
between the last two."""


def explained(source: Side, target: Side, pairs: Region, sizes: int) -> list[Floats]:
    """For runs of 1 to `sizes` source sentences: how well each explains each target sentence, in nats.

    `found[a - 1][place]`, for the place of sentences (i, j) in the region: the words of target sentence j from source
    sentences i to i + a - 1. Runs that leave the region in column j are judged by what is inside.
    """
    columns = Columns(pairs, target.words, len(target))
    ratios = columns.ratios(*offered(source, target))
    counts = np.bincount(source.words.owners, minlength=len(source))
    before = np.concatenate([[0], np.cumsum(counts)])
    found = []
    total = np.zeros_like(ratios)
    for size in range(1, sizes + 1):
        columns.add_row(total, ratios, size - 1)
        last = np.minimum(columns.turned.columns + size, columns.turned.end[columns.turned.rows])
        words = np.maximum(1, before[last] - before[columns.turned.columns])
        likelihood = total * (np.float32(1 - ANY_WORD) / np.repeat(words, columns.words).astype(np.float32))
        found.append(columns.by_place(np.log(likelihood + np.float32(ANY_WORD))))
    return found


def offered(source: Side, target: Side) -> tuple[Occurrences, Floats]:
    """The target words that the source sentences' words may become, with p(target word | source word) / p(target word).

    Of two texts in one language each word becomes itself.
    """
    usual = vocabulary(target.language).counts
    usual = usual / usual.sum()
    if source.language == target.language:
        return source.words, 1 / usual[source.words.things]
    owners, others, ahead = lexicon(source.language, target.language).translations(source.words.things)
    present = np.zeros(len(usual), dtype=bool)
    present[target.words.things] = True
    kept = present[others] & (ahead > 0)
    return Occurrences(source.words.owners[owners[kept]], others[kept]), ahead[kept] / usual[others[kept]]


class Columns:
    """A region's sentence pairs column by column, each with the words of its target sentence beside each other.

    `turned`: the region column by column; `words`: how many words each of its places has; `starts`: where they begin.
    """

    def __init__(self, pairs: Region, words: Occurrences, columns: int) -> None:
        self.pairs = pairs
        self.target = words
        self.turned = pairs.turned()
        counts = np.bincount(words.owners, minlength=columns)
        self.first_word = np.cumsum(counts) - counts
        self.words = counts[self.turned.rows]
        self.starts = np.cumsum(self.words) - self.words
        self.size = int(self.words.sum())

    def ratios(self, translations: Occurrences, worth: Floats) -> Floats:
        """For each word of each pair: the sum over the source sentence's words of p(word | source word) / p(word)."""
        found = np.zeros(self.size, np.float32)
        for number, word, place in meetings(self.pairs, translations, self.target):
            column = self.target.owners[word]
            pair = self.turned.places(column, self.pairs.rows[place])
            at = self.starts[pair] + word - self.first_word[column]
            found += np.bincount(at, worth[number], self.size).astype(np.float32)
        return found

    def add_row(self, total: Floats, values: Floats, offset: int) -> None:
        """Adds to each word of each pair its value `offset` rows on, where the column still has that row."""
        inside = np.flatnonzero(self.turned.columns + offset < self.turned.end[self.turned.rows])
        sizes = self.words[inside]
        places = np.repeat(self.starts[inside] - (np.cumsum(sizes) - sizes), sizes) + np.arange(sizes.sum())
        total[places] += values[places + offset * np.repeat(sizes, sizes)]

    def by_place(self, values: Floats) -> Floats:
        """The sums over the words of each pair, in the order of the region."""
        found = np.zeros(self.pairs.size, np.float32)
        filled = np.flatnonzero(self.words)
        if len(filled):
            order = self.pairs.places(self.turned.columns[filled], self.turned.rows[filled])
            found[order] = np.add.reduceat(values, self.starts[filled])
        return found
