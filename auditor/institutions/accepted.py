"""The words that the accepted renderings of terms are made of, and how near another word is to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from auditor.terms import Term
from auditor.terms.senses import content_keys
from auditor.word_alignment.lexicon import vocabulary
from auditor.word_alignment.vectors import Floats, WordEncoder, word_vectors
from auditor.word_alignment.words import Word, analysis, tokens

BEGINNING = 6
"""Letters that words of one family begin with: économie, économique."""
MANY = 1 << 11
"""Terms whose words are kept."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """Of one term in one language: the keys, stems and beginnings of the words, and the words as they are written.

    `each`: of each rendering the folded content words with their stems.
    """

    keys: frozenset[str]
    stems: frozenset[str]
    beginnings: frozenset[str]
    spellings: tuple[str, ...]
    each: tuple[tuple[tuple[str, str], ...], ...]

    def has(self, word: Word, keys: Sequence[str]) -> bool:
        """Whether a word with these keys is one of them, or of the family of one."""
        return (
            word.stem in self.stems
            or word.form[:BEGINNING] in self.beginnings
            or any(key in self.keys for key in keys)
        )


class AcceptedWords:
    """Those of the terms that are met, by the word vectors of one encoder."""

    def __init__(self, encoder: WordEncoder) -> None:
        self.encoder = encoder
        self._vectors = word_vectors(encoder)
        self._known: dict[tuple[int, str], tuple[Term, Accepted]] = {}
        self._units: dict[tuple[str, ...], Floats] = {}

    def of(self, term: Term, language: str) -> Accepted:
        key = id(term), language
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= MANY:
                self._known.clear()
                self._units.clear()
            found = self._known[key] = term, _read(term.forms.get(language, ()), language)
        return found[1]

    def likeness(self, accepted: Accepted, word: Word) -> float:
        """The best cosine of a word with an accepted one; 0 where there is none."""
        if not word.spelling or not accepted.spellings:
            return 0.0
        units = self._units.get(accepted.spellings)
        if units is None:
            units = np.stack([self._vectors.unit(spelling) for spelling in accepted.spellings])
            self._units[accepted.spellings] = units
        return float(np.max(units @ self._vectors.unit(word.spelling)))


def _read(forms: Sequence[str], language: str) -> Accepted:
    counts = vocabulary(language).bare_count
    each = [
        {
            form[start:end].lower(): (folded, analysis(folded, language, counts)[0])
            for folded, start, end in tokens(form)
            if len(folded) > 1 and analysis(folded, language, counts)[1]
        }
        for form in forms
    ]
    words = {spelling: word for some in each for spelling, word in some.items()}
    return Accepted(
        frozenset(key for form in forms for key in content_keys(form, language)),
        frozenset(stem for _, stem in words.values()),
        frozenset(form[:BEGINNING] for form, _ in words.values() if len(form) >= BEGINNING),
        tuple(words),
        tuple(tuple(some.values()) for some in each if some),
    )


_LAST: list[AcceptedWords] = []


def accepted_words(encoder: WordEncoder) -> AcceptedWords:
    """Those of one encoder, kept until another is used."""
    if not _LAST or _LAST[0].encoder is not encoder:
        _LAST[:] = [AcceptedWords(encoder)]
    return _LAST[0]
