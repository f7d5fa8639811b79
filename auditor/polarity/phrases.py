"""Phrases given as data, found among the folded words of a passage: single words, word sequences, sequences with a gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import reduce
from itertools import compress
from operator import or_
from typing import NamedTuple

from auditor.polarity.patterns import Remembered, WordPatterns

Labelled = tuple[tuple[int, ...], tuple[int, ...]]
"""Numbers of labels, places of words."""
GAP = 8
"""Words that may stand where a phrase has `..`."""


class Phrase(NamedTuple):
    """`label` is the number of what it stands for; `words` are numbers of word patterns; `gap` is the place of the word that
    the gap comes before, 1 or 0, which is without gap.
    """

    label: int
    words: tuple[int, ...]
    gap: int = 0


class Found(NamedTuple):
    """A phrase among the words of a passage: `places` of its words, ascending."""

    label: str
    places: tuple[int, ...]


class Meaning(NamedTuple):
    """What a word stands for by itself, as numbers of labels, and the phrases of several words that it begins, by the
    pattern of their second word: those whose second word is the next, and those with a gap before it. `bits`: the labels of
    all of these, the bit of each set. `second`: the patterns that it fits as the second word of others.
    """

    labels: tuple[int, ...]
    bits: int
    near: dict[int, tuple[Phrase, ...]]
    gapped: dict[int, tuple[Phrase, ...]]
    second: frozenset[int]


NOTHING = Meaning((), 0, {}, {}, frozenset())


class Known(NamedTuple):
    """The words of a passage that stand for anything: where they stand, and what for."""

    forms: Sequence[str]
    places: tuple[int, ...]
    meanings: tuple[Meaning, ...]

    def bits(self) -> int:
        """The labels of the phrases that may be among the words, the bit of each set: no other label is found there."""
        return reduce(or_, [meaning.bits for meaning in self.meanings], 0)


class Phrases:
    """Finds the phrases of one language. Where several begin at a word the longest without gap is taken, else the one
    with the nearest end, else the word itself; no two phrases share a word.

    A pattern is a sequence of words with spaces between; a word may give alternatives (`a|b`), begin or end in `*` for any
    beginning or ending, be `#` for a figure, or be `..` for up to GAP words. An Arabic word may have a conjunction before
    it, with `*` or `+` after it any particle; `~` before it allows the prefixes of the verb.
    """

    def __init__(
        self,
        language: str,
        labelled: Iterable[tuple[str, str]],
        *,
        patterns: WordPatterns | None = None,
        every: bool = False,
        final: tuple[str, ...] = (),
    ) -> None:
        """`patterns`: those of the language, where other phrases are made of them too. `every`: a word stands for all labels whose patterns it fits, not only for those that it fits best, and for its own
        even where it begins a phrase, but for phrases of the labels `final`.
        """
        self._patterns = patterns or WordPatterns(language)
        self._every = every
        self._starting: dict[int, list[Phrase]] = {}
        self._second: set[int] = set()
        self._meanings = Remembered(self._meaning)
        labels: dict[str, int] = {}
        for label, pattern in labelled:
            self._add(labels.setdefault(label, len(labels)), pattern.split())
        self.labels = list(labels)
        self._final = {number for label, number in labels.items() if label in final}

    def _add(self, label: int, words: Sequence[str]) -> None:
        gap = words.index("..") if ".." in words else 0
        numbers = tuple([self._patterns.number(word) for word in words if word != ".."])
        self._starting.setdefault(numbers[0], []).append(Phrase(label, numbers, gap))
        self._second.update(numbers[1:2])

    def _meaning(self, form: str) -> Meaning | None:
        """What a folded word stands for, None for nothing."""
        fits = self._patterns.fits[form]
        starting = [
            (rank, phrase) for number, rank in fits.items() for phrase in self._starting.get(number, ())
        ]
        second = frozenset(self._second.intersection(fits))
        if not starting:
            return NOTHING._replace(second=second) if second else None
        single = [(rank, phrase.label) for rank, phrase in starting if len(phrase.words) == 1]
        best = min((rank for rank, _ in single), default=0)
        labels = tuple(dict.fromkeys(label for rank, label in single if rank == best or self._every))
        several = [phrase for _, phrase in starting if len(phrase.words) > 1]
        near = _by_second(phrase for phrase in several if not phrase.gap)
        gapped = _by_second(phrase for phrase in several if phrase.gap)
        bits = {*labels, *(phrase.label for phrase in several)}
        return Meaning(labels, sum(1 << label for label in bits), near, gapped, second)

    def known(self, forms: Sequence[str]) -> Known:
        """Those of some folded words that may belong to a phrase."""
        places = self._patterns.places(forms)
        meanings = [self._meanings[forms[place]] for place in places]
        return Known(forms, tuple(compress(places, meanings)), tuple(filter(None, meanings)))

    def bits(self, forms: Sequence[str]) -> int:
        """The labels of the phrases that may be among folded words, the bit of each set."""
        return self.known(forms).bits()

    def exactly(self, form: str) -> set[str]:
        """The labels of which the word as it stands is a pattern."""
        numbers = self._patterns.exact.intersection(self._patterns.fits[form])
        phrases = [phrase for number in numbers for phrase in self._starting.get(number, ())]
        return {self.labels[phrase.label] for phrase in phrases if len(phrase.words) == 1}

    def find(self, forms: Sequence[str], wanted: int = -1) -> list[Found]:
        """The phrases among folded words, in text order; those with a label that is `wanted`, given as bits, and others."""
        found = self.among(self.known(forms), wanted)
        return [Found(self.labels[label], places) for numbers, places in found for label in numbers]

    def among(self, known: Known, wanted: int) -> list[Labelled]:
        """The same among words that are known: the numbers of the labels of each phrase and the places of its words."""
        found: list[Labelled] = []
        taken: set[int] = set()
        places, meanings = known.places, known.meanings
        following = zip(places, meanings, (*places[1:], -1), (*meanings[1:], NOTHING), strict=False)
        for index, (place, (labels, bits, near, gapped, _), after, then) in enumerate(following):
            if not bits & wanted or place in taken:
                continue
            best = None
            if near and after == place + 1 and not then.second.isdisjoint(near):
                best = self._best(known, place, index + 1, near, taken)
            if best is None and gapped:
                best = self._after_gap(known, index, taken)
            if best is not None:
                taken.update(best[1])
                found.append(best)
            if labels and (best is None or (self._every and self._final.isdisjoint(best[0]))):
                found.append((labels, (place,)))
        return found

    def _after_gap(self, known: Known, index: int, taken: AbstractSet[int]) -> Labelled | None:
        """Of the phrases with a gap that begin with a known word the longest of those with the shortest gap."""
        start, table = known.places[index], known.meanings[index].gapped
        for after in range(index + 1, len(known.places)):
            if known.places[after] - start > GAP:
                break
            best = self._best(known, start, after, table, taken)
            if best is not None:
                return best
        return None

    def _best(
        self,
        known: Known,
        start: int,
        after: int,
        table: dict[int, tuple[Phrase, ...]],
        taken: AbstractSet[int],
    ) -> Labelled | None:
        """The longest phrase whose second word is another known word."""
        place, second = known.places[after], known.meanings[after].second
        if second.isdisjoint(table) or place in taken:
            return None
        labels: list[int] = []
        longest = 0
        for number in second & table.keys():
            for phrase in table[number]:
                length = len(phrase.words)
                if length < longest or not self._goes_on(known.forms, phrase, place):
                    continue
                if not taken.isdisjoint(range(place, place + length - 1)):
                    continue
                if length > longest:
                    labels.clear()
                    longest = length
                labels.append(phrase.label)
        if not labels:
            return None
        chosen = tuple(sorted(set(labels))) if self._every else (min(labels),)
        return chosen, (start, *range(place, place + longest - 1))

    def _goes_on(self, forms: Sequence[str], phrase: Phrase, place: int) -> bool:
        """Whether the words of a phrase after the second stand after that, which stands at `place`."""
        rest = phrase.words[2:]
        if place + len(rest) >= len(forms):
            return False
        fits = self._patterns.fits
        return all(number in fits[form] for number, form in zip(rest, forms[place + 1 :], strict=False))


def _by_second(phrases: Iterable[Phrase]) -> dict[int, tuple[Phrase, ...]]:
    found: dict[int, tuple[Phrase, ...]] = {}
    for phrase in phrases:
        found[phrase.words[1]] = (*found.get(phrase.words[1], ()), phrase)
    return found
