"""How much better the words of one side are explained by the words of the other than by chance.

A word's probability in a passage is a mixture: one of the translations of the other passage's words, as the
translation lexicon has them, or any word of the language (IBM model 1, Brown et al. 1993, with the unigram for the empty
word). The evidence is the logarithm of its ratio to the probability of the word anywhere. Unlike a count of covered
words it does not grow by joining more sentences to a bead: those dilute the translations.
"""

from __future__ import annotations

from math import log

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
    tracks = Tracks(pairs, offered(source, target), target.words, sizes)
    columns = tracks.columns
    counts = np.bincount(source.words.owners, minlength=len(source))
    before = np.concatenate([[0], np.cumsum(counts)])
    order = pairs.places(columns.columns, columns.rows)
    found = []
    total = tracks.ratios.copy()
    for size in range(1, sizes + 1):
        if size > 1:
            total[: 1 - size] += tracks.ratios[size - 1 :]
        last = np.minimum(columns.columns + size, columns.end[columns.rows])
        words = np.maximum(1, before[last] - before[columns.columns])
        each = np.empty(pairs.size, np.float32)
        each[order] = tracks.evidence(total, (np.float32(1 - ANY_WORD) / words).astype(np.float32))
        found.append(each)
    return found


def offered(source: Side, target: Side) -> tuple[Occurrences, Floats]:
    """The target words that the source sentences' words may become, with p(target word | source word) / p(target word).

    Of two texts in one language each word becomes itself.
    """
    usual = vocabulary(target.language).counts
    usual = usual / usual.sum()
    if source.language == target.language:
        return source.words, 1 / usual[source.words.things]
    distinct, which = np.unique(source.words.things, return_inverse=True)
    owners, others, ahead = lexicon(source.language, target.language).translations(distinct)
    present = np.zeros(len(usual), dtype=bool)
    present[target.words.things] = True
    kept = present[others] & (ahead > 0)
    owners, others, worth = owners[kept], others[kept], ahead[kept] / usual[others[kept]]
    counts = np.bincount(owners, minlength=len(distinct))
    starts = np.cumsum(counts) - counts
    own = counts[which]
    at = np.repeat(starts[which] - (np.cumsum(own) - own), own) + np.arange(own.sum())
    return Occurrences(np.repeat(source.words.owners, own), others[at]), worth[at]


class Tracks:
    """The words of the target, each with its sentence's source sentences one after the other: `ratios` has for each of these
    the sum over its words of p(word | source word) / p(word).

    Only words that have anything from the source sentences: the others' evidence is the same whatever the run. Behind each
    track stand zeros for the runs that go past its end.
    """

    def __init__(
        self, pairs: Region, translations: tuple[Occurrences, Floats], words: Occurrences, sizes: int
    ) -> None:
        self.columns = columns = pairs.turned()
        offers, worth = translations
        number, word, place = meetings(pairs, offers, words)
        met = np.zeros(len(words.things), dtype=bool)
        met[word] = True
        track = np.cumsum(met) - 1
        owners = words.owners[met]
        self.none = np.bincount(words.owners[~met], minlength=pairs.width)[columns.rows] * log(ANY_WORD)
        lengths = np.diff(columns.starts)[owners]
        starts = np.cumsum(lengths + sizes - 1) - lengths - (sizes - 1)
        self.ratios = np.bincount(
            starts[track[word]] + pairs.rows[place] - columns.first[words.owners[word]],
            worth[number],
            int((lengths + sizes - 1).sum()),
        ).astype(np.float32)
        cells = np.arange(lengths.sum(), dtype=np.int32)
        passed = np.cumsum(lengths) - lengths
        self.filled = cells + np.repeat((starts - passed).astype(np.int32), lengths)
        self.pairs = cells + np.repeat((columns.starts[owners] - passed).astype(np.int32), lengths)

    def evidence(self, total: Floats, shares: Floats) -> Array:
        """For each pair, column by column: the sum over its words of the logarithm of the mixture, of which each source word
        makes `shares`.
        """
        likelihood = total.take(self.filled)
        likelihood *= shares.take(self.pairs)
        likelihood += np.float32(ANY_WORD)
        np.log(likelihood, out=likelihood)
        found: Array = np.bincount(self.pairs, likelihood, self.columns.size).astype(np.float64)
        return self.none + found
