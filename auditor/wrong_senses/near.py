"""Words that mean nearly what a row of the table of polysemes says is wrong: no row lists every synonym."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

import numpy as np

from auditor.bitext import Passage
from auditor.terms.tsv import Polyseme
from auditor.word_alignment.links import Link, WordAlignment
from auditor.word_alignment.vectors import Floats, WordEncoder, embed, word_vectors
from auditor.word_alignment.words import Word
from auditor.wrong_senses.known import is_usual
from auditor.wrong_senses.linked import SURE
from auditor.wrong_senses.stems import accepted_stems

ALIKE = 0.5
"""Cosine with a forbidden rendering from which on a word means nearly the same. With AHEAD, 24 of 23,000 uses in sound
sentences; .4 gives 34, .6 gives 15."""
AHEAD = 0.1
"""By how much it exceeds the cosine with every accepted rendering."""


NEAR = "near"
"""The `reach` of what is not listed, but nearly."""
MANY = 1 << 10
"""Lists of renderings whose vectors are kept: 20 MB."""
REMEMBERED = 1 << 16
"""Verdicts that are kept, each of a row and a word."""


class SureWords:
    """The content words of the target that stand for words of the original, surely and for nothing else there."""

    def __init__(self, alignment: WordAlignment) -> None:
        found: dict[int, list[Link]] = {}
        for link in alignment.links:
            found.setdefault(link.source, []).append(link)
        self._words = [
            (alignment.source_words[own[0].source].start, alignment.target_words[own[0].target])
            for own in found.values()
            if len(own) == 1 and own[0].score >= SURE and alignment.target_words[own[0].target].is_content
        ]

    def of(self, source: Passage) -> list[Word]:
        """Those for the words of a place of the original."""
        return [word for start, word in self._words if source.start <= start < source.end]


class Nearness:
    """Which words are near to what is forbidden, by the word vectors of one encoder; what was asked once is remembered."""

    def __init__(self, encoder: WordEncoder) -> None:
        self.encoder = encoder
        self._units: dict[tuple[int, str, bool], Floats] = {}
        self._verdicts: dict[tuple[int, str, str], bool] = {}

    def prepare(self, asked: Iterable[tuple[Polyseme, Sequence[Word]]], language: str) -> None:
        """Embeds the forbidden renderings of rows that will be compared with words, MANY of them, in one call."""
        wanted: dict[tuple[int, str, bool], tuple[str, ...]] = {}
        for row, words in asked:
            key = id(row), language, False
            if key not in self._units and any(
                (id(row), word.spelling, language) not in self._verdicts for word in words
            ):
                wanted[key] = row.term.forbidden.get(language, ())
        some = dict(islice(wanted.items(), MANY))
        if len(self._units) + len(some) > MANY:
            self._units.clear()
        vectors = embed(chain.from_iterable(some.values()), self.encoder)
        self._units.update((key, vectors.units_of(renderings)) for key, renderings in some.items())

    def wrong(
        self, rows: Sequence[Polyseme], source: Passage, words: Sequence[Word], language: str
    ) -> Iterator[Word]:
        """Those of the words that are nearer to a forbidden rendering of a row than to any accepted one.

        A usual rendering of the source words in the translation lexicon, or a form of an accepted one, never is.
        """
        for word in words:
            known = any(word.stem in accepted_stems(row, language) for row in rows)
            is_near = not known and any(self._is_near(row, word.spelling, language) for row in rows)
            if is_near and not is_usual(source.text, word.form, language):
                yield word

    def _is_near(self, row: Polyseme, spelling: str, language: str) -> bool:
        key = id(row), spelling, language
        found = self._verdicts.get(key)
        if found is None:
            unit = word_vectors(self.encoder).unit(spelling)
            forbidden = self._nearest(row, unit, language, accepted=False)
            found = (
                forbidden >= ALIKE and forbidden - self._nearest(row, unit, language, accepted=True) >= AHEAD
            )
            if len(self._verdicts) >= REMEMBERED:
                self._verdicts.clear()
            self._verdicts[key] = found
        return found

    def _nearest(self, row: Polyseme, unit: Floats, language: str, *, accepted: bool) -> float:
        """The best cosine of a word with the accepted or the forbidden renderings of a row; -1 where there is none."""
        key = id(row), language, accepted
        units = self._units.get(key)
        if units is None:
            renderings = (row.term.forms if accepted else row.term.forbidden).get(language, ())
            if not renderings:
                return -1.0
            if len(self._units) >= MANY:
                self._units.clear()
            units = self._units[key] = embed(renderings, self.encoder).units_of(renderings)
        return float(np.max(units @ unit, initial=-1.0))


_LAST: list[Nearness] = []


def nearness(encoder: WordEncoder) -> Nearness:
    """That of one encoder, kept until another is used."""
    if not _LAST or _LAST[0].encoder is not encoder:
        _LAST[:] = [Nearness(encoder)]
    return _LAST[0]
