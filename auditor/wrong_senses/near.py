"""Words that mean nearly what a row of the table of polysemes says is wrong: no row lists every synonym."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from auditor.bitext import Passage
from auditor.terms.tsv import Polyseme
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.vectors import Floats, WordEncoder, embed
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
"""Rows whose vectors are kept: 30 MB."""


def sure_words(alignment: WordAlignment, source: Passage) -> list[Word]:
    """The content words of the target that stand for words of a place of the original, surely and for nothing else there."""
    found: dict[int, list[tuple[Word, float]]] = {}
    for link in alignment.links:
        word = alignment.source_words[link.source]
        if source.start <= word.start < source.end:
            found.setdefault(link.source, []).append((alignment.target_words[link.target], link.score))
    return [
        own[0][0] for own in found.values() if len(own) == 1 and own[0][1] >= SURE and own[0][0].is_content
    ]


class Nearness:
    """Which words are near to what is forbidden, by the word vectors of one encoder."""

    def __init__(self, encoder: WordEncoder) -> None:
        self.encoder = encoder
        self._rows: dict[tuple[int, str], tuple[Floats, Floats]] = {}

    def wrong(
        self, rows: Sequence[Polyseme], source: Passage, words: Sequence[Word], language: str
    ) -> Iterator[Word]:
        """Those of the words that are nearer to a forbidden rendering of the rows than to any accepted one.

        A usual rendering of the source words in the translation lexicon, or a form of an accepted one, never is.
        """
        for word in words:
            known = any(word.stem in accepted_stems(row, language) for row in rows)
            if not known and not is_usual(source.text, word.form, language):
                accepted, forbidden = self._cosines(word.spelling, rows, language)
                if forbidden >= ALIKE and forbidden - accepted >= AHEAD:
                    yield word

    def _cosines(self, spelling: str, rows: Sequence[Polyseme], language: str) -> tuple[float, float]:
        """The best cosine of a word with an accepted, and with a forbidden rendering of rows; -1 where there is none."""
        unit = embed([spelling], self.encoder).units_of([spelling])[0]
        tables = [self._renderings(row, language) for row in rows]
        best = [max(float(np.max(each[side] @ unit, initial=-1.0)) for each in tables) for side in (0, 1)]
        return best[0], best[1]

    def _renderings(self, row: Polyseme, language: str) -> tuple[Floats, Floats]:
        """The vectors of the accepted and of the forbidden renderings of a row, each (renderings, dimensions)."""
        found = self._rows.get((id(row), language))
        if found is None:
            accepted, forbidden = row.term.forms.get(language, ()), row.term.forbidden.get(language, ())
            vectors = embed([*accepted, *forbidden], self.encoder)
            found = vectors.units_of(accepted), vectors.units_of(forbidden)
            if len(self._rows) >= MANY:
                self._rows.clear()
            self._rows[id(row), language] = found
        return found


_LAST: list[Nearness] = []


def nearness(encoder: WordEncoder) -> Nearness:
    """That of one encoder, kept until another is used."""
    if not _LAST or _LAST[0].encoder is not encoder:
        _LAST[:] = [Nearness(encoder)]
    return _LAST[0]
