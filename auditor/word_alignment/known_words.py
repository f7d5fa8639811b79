"""The content words of a text that the translation lexicon knows, by number: all that the alignment of sentences asks."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from auditor.folding import folded
from auditor.word_alignment.lexicon import vocabulary
from auditor.word_alignment.words import analysis

_LETTERS = re.compile(r"[^\W\d_]+")
MANY = 1 << 16
"""Forms of a language whose places are remembered."""


def known_words(copy: str, language: str) -> list[int]:
    """The places in the vocabulary of the language that the words of a folded copy have, in text order."""
    places = _places(language)
    return [place for form in _LETTERS.findall(copy) if (place := places[form]) is not None]


def known_words_of(text: str, language: str) -> list[int]:
    """Those of the folded copy of a text; what stands between two spaces is folded once and remembered."""
    return list(chain.from_iterable(map(_pieces(language).__getitem__, text.split())))


class _Pieces(dict[str, list[int]]):
    """The places of the words in what stands between two spaces, by how it is written: no word has a space in it."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, written: str) -> list[int]:
        if len(self) >= MANY:
            self.clear()
        found = self[written] = known_words(folded(written), self._language)
        return found


class _Places(dict[str, int | None]):
    """The place of each form in the vocabulary; none for unknown words and words of grammar."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._vocabulary = vocabulary(language)

    def __missing__(self, form: str) -> int | None:
        if len(self) >= MANY:
            self.clear()
        stem, is_content = analysis(form, self._language, self._vocabulary.bare_count)
        self[form] = place = self._vocabulary.ids.get(stem) if is_content else None
        return place


@cache
def _places(language: str) -> _Places:
    return _Places(language)


@cache
def _pieces(language: str) -> _Pieces:
    return _Pieces(language)
