"""The words of many training pairs as numbers, and how likely each source word means the same as each target word."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from auditor.word_alignment.lexicon import lexicon, vocabulary
from auditor.word_alignment.likeness import likeness
from auditor.word_alignment.scores import link_weights
from auditor.word_alignment.vectors import Floats, WordEncoder
from auditor.word_alignment.words import analysis, particles, tokens

CHUNK = 20_000
"""Words embedded at once."""


@dataclass(frozen=True, slots=True)
class Read:
    """The words of a passage: places of stem (the last for unknown ones), of spelling, of form, and kinds, each (words,)."""

    stems: NDArray[np.int64]
    spellings: NDArray[np.int64]
    forms: NDArray[np.int64]
    content: NDArray[np.bool_]
    number: NDArray[np.bool_]
    capital: NDArray[np.bool_]


class Reader:
    """Reads passages of one language as `words.read_words` does, each form analysed once."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words = vocabulary(language)
        self.forms: list[str] = []
        self.spellings: list[str] = []
        self._small = particles(language)
        self._known: dict[str, tuple[int, int, bool, bool]] = {}
        self._places: dict[str, int] = {}

    def read(self, text: str) -> Read:
        found = []
        for form, start, end in tokens(text):
            stem, place, content, number = self._known.get(form) or self._analyse(form)
            spelling = "" if form in self._small else text[start:end].lower()
            at = self._places.setdefault(spelling, len(self._places))
            if at == len(self.spellings):
                self.spellings.append(spelling)
            found.append((stem, at, place, content, number, text[start].isupper()))
        table = np.array(found, np.int64).reshape(-1, 6).T
        return Read(table[0], table[1], table[2], table[3] == 1, table[4] == 1, table[5] == 1)

    def _analyse(self, form: str) -> tuple[int, int, bool, bool]:
        stem, content = analysis(form, self.language, self.words.bare_count)
        place = self.words.ids.get(stem, len(self.words.stems))
        known = self._known[form] = place, len(self.forms), content, form[0].isdigit()
        self.forms.append(form)
        return known

    def units(self, encoder: WordEncoder) -> Floats:
        """Vectors of length 1 of all spellings read so far, 0 for particles, shape (spellings, dimensions)."""
        parts = [
            encoder.sums(self.spellings[start : start + CHUNK])
            for start in range(0, len(self.spellings), CHUNK)
        ]
        sums = np.concatenate(parts).astype(np.float32)
        sums[[place for place, spelling in enumerate(self.spellings) if not spelling]] = 0
        sums /= np.linalg.norm(sums, axis=1, keepdims=True) + np.float32(1e-9)
        return sums


class Entries:
    """The lexicon of a language pair as a sorted list of word pairs; the last is for pairs it does not know."""

    def __init__(self, left: str, right: str) -> None:
        ahead, back = lexicon(left, right), lexicon(right, left)
        self.across = len(ahead.target.stems) + 1
        self._seen = np.zeros(len(ahead.source.stems) + 1)
        owners, others, self._forward = ahead.translations(np.arange(len(ahead.source.stems)))
        self._owners = owners
        self._keys = np.append(owners * self.across + others, np.iinfo(np.int64).max)
        order = np.argsort(self._keys[:-1], kind="stable")
        self._keys[:-1], self._owners = self._keys[:-1][order], owners[order]
        self._forward = np.append(self._forward[order], np.float32(0))
        again, lefts, backward = back.translations(np.arange(len(back.source.stems)))
        self._backward = np.zeros_like(self._forward)
        self._backward[np.searchsorted(self._keys, lefts * self.across + again)] = backward

    def count(self, read: Read, times: float) -> None:
        np.add.at(self._seen, read.stems, times)

    def places(self, one: Read, other: Read) -> NDArray[np.int64]:
        """The entry of each word pair, shape (one, other)."""
        keys = one.stems[:, None] * self.across + other.stems[None, :]
        places = np.searchsorted(self._keys, keys)
        places[self._keys[places] != keys] = len(self._keys) - 1
        return places

    def expected(self, places: NDArray[np.int64]) -> NDArray[np.float64]:
        """How often the two words of each entry stood for each other in what taught the lexicon."""
        owners = np.append(self._owners, len(self._seen) - 1)
        found: NDArray[np.float64] = self._forward[places] * self._seen[owners[places]]
        return found

    def strengths(self, places: NDArray[np.int64]) -> tuple[Floats, Floats]:
        """Square roots of p(right | left) and p(left | right)."""
        return np.sqrt(self._forward[places]), np.sqrt(self._backward[places])


def kept_shares(known: Entries, one: Read, other: Read, times: float) -> Floats:
    """What is left of each entry when what a pair itself may have put into it is taken out, in [0, 1]."""
    expected = known.expected(known.places(one, other))
    return np.clip(1 - times / np.maximum(expected, 1e-6), 0, 1).astype(np.float32)


def meaning_logits(
    readers: tuple[Reader, Reader],
    pair: tuple[Read, Read],
    units: tuple[Floats, Floats],
    known: Entries,
    kept: Floats | None = None,
) -> Floats:
    """The log-odds that two words mean the same, as `WordAlignment.meaning` has them; shape (left, right)."""
    weights = link_weights().meaning
    one, other = pair
    ahead, back = known.strengths(known.places(one, other))
    root = np.float32(1) if kept is None else np.sqrt(kept)
    cosine = units[0][one.spellings] @ units[1][other.spellings].T
    found: Floats = (
        weights["ahead"] * ahead * root
        + weights["back"] * back * root
        + weights["likeness"] * _likenesses(readers, one, other)
        + weights["cosine"] * cosine
        + weights["one"]
    ).astype(np.float32)
    return found


def _likenesses(readers: tuple[Reader, Reader], one: Read, other: Read) -> Floats:
    found = np.zeros((len(one.stems), len(other.stems)), np.float32)
    columns = [(int(j), readers[1].forms[other.forms[j]]) for j in np.flatnonzero(other.content)]
    for i in np.flatnonzero(one.content).tolist():
        form = readers[0].forms[one.forms[i]]
        for j, against in columns:
            if form.isascii() == against.isascii() or one.capital[i] or other.capital[j]:
                found[i, j] = likeness(form, against)
    return found
