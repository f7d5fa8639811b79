"""How much better than by chance the passages of a pair explain each other's words: `wording` for many lone pairs at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from auditor.alignment.wording import ANY_WORD
from auditor.bitext import Passage
from auditor.word_alignment import known_words_of, lexicon, vocabulary

Array = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


def explained_pairs(pairs: Sequence[tuple[Passage, Passage]]) -> tuple[Array, Integers]:
    """For each pair, all of the same two languages: the nats of both directions, and the known content words of both sides."""
    if not pairs:
        return np.zeros(0), np.zeros(0, np.int64)
    languages = pairs[0][0].language, pairs[0][1].language
    sides = [_Words([each[side] for each in pairs], languages[side]) for side in (0, 1)]
    nats = _explained(*sides) + _explained(*sides[::-1])
    return nats, sides[0].counts + sides[1].counts


class _Words:
    """The known content words of passages of one language: `places` in its vocabulary, `owners` the passage of each."""

    def __init__(self, passages: Sequence[Passage], language: str) -> None:
        found = [known_words_of(each.text, language) for each in passages]
        self.language = language
        self.counts = np.fromiter(map(len, found), np.int64, len(found))
        self.owners = np.repeat(np.arange(len(found)), self.counts)
        self.places = np.fromiter(chain.from_iterable(found), np.int64, len(self.owners))


def _explained(source: _Words, target: _Words) -> Array:
    """For each pair how well the source words explain the target words: sum over these of the log of the mixture."""
    size = len(vocabulary(target.language).counts)
    keys, worth = _offers(source, target, size)
    wanted = target.owners * size + target.places
    distinct, which = np.unique(keys, return_inverse=True)
    totals = np.append(np.bincount(which, worth, len(distinct)), 0.0)
    at = np.searchsorted(distinct, wanted)
    at[at == len(distinct)] = 0
    ratios = np.where(distinct[at] == wanted, totals[at], 0.0) if len(distinct) else np.zeros(len(wanted))
    shares = (1 - ANY_WORD) / np.maximum(1, source.counts)
    nats = np.log(ANY_WORD + shares[target.owners] * ratios)
    return np.bincount(target.owners, nats, len(source.counts)).astype(np.float64)


def _offers(source: _Words, target: _Words, size: int) -> tuple[Integers, Array]:
    """Pair and target word, as one number, that a source word of the pair may become, with p(word | source word) / p(word)."""
    usual = vocabulary(target.language).counts.astype(np.float64)
    usual /= usual.sum()
    if source.language == target.language:
        return source.owners * size + source.places, 1 / usual[source.places]
    owners, others, ahead = lexicon(source.language, target.language).translations(source.places)
    present = np.zeros(size, np.bool_)
    present[target.places] = True
    kept = np.flatnonzero(present[others] & (ahead > 0))
    owners, others = owners[kept], others[kept]
    return source.owners[owners] * size + others, ahead[kept] / usual[others]
