"""The tokens of many texts, each word read once."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from threading import Lock
from typing import Any
from unicodedata import is_normalized

import numpy as np
from numpy.typing import NDArray
from tokenizers import AddedToken, Tokenizer

from auditor.embedding.word_by_word import normalised, reading_of

TOGETHER = 512
"""Texts read at once: enough for every core, few enough for any memory."""
LETTERS_TOGETHER = 2**20
"""Characters after which no more texts are read at once."""
KEPT = 2**20
"""Characters of the words that are kept, as they are written, and as many again of them normalised: some 130,000 words as
written and half as many normalised take 45 MB."""
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""JSON can carry them; UTF-8, and so the tokenizer, cannot."""
END = "\n"
"""Between words that the tokenizer is given together; no word that holds one is among them."""
GROUP = 32
"""Words given together. From 8 to 512 it took the same time, two thirds of that of single ones."""
COMMON = "\0-\u06ff\u2000-\u206f"
"""Latin, Greek, Cyrillic, Hebrew and Arabic letters and general punctuation: their normal forms have been the same in
all versions of Unicode that Python and the tokenizers know."""

Ids = NDArray[np.int32]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Bags:
    """Tokens of some texts one after the other: those of text n are `ids[bounds[n]:bounds[n + 1]]`."""

    ids: Ids
    bounds: Places


class WholeTexts:
    """The tokens of each text as the tokenizer gives them."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer

    def bags(self, texts: Sequence[str]) -> Bags:
        found = encoded(self._tokenizer, map(sound, texts))
        return Bags(np.frombuffer(b"".join(found), np.int32), bounds_of([len(ids) // 4 for ids in found]))


class Words:
    """The same tokens, for a tokenizer that reads word by word; keeps those of the words it has met.

    What is kept never changes what is found: a text has the same tokens in whatever order texts come.
    """

    def __init__(self, tokenizer: Tokenizer, separator: str | None, *, by_character: bool) -> None:
        self._tokenizer = tokenizer
        self._separator = separator
        self._normalised = NormalWords(tokenizer) if by_character else None
        self._lock = Lock()
        self._forget()

    def bags(self, texts: Sequence[str]) -> Bags:
        words = [text.split(self._separator) for text in texts]
        ends = bounds_of(list(map(len, words)))
        with self._lock:
            found = self._places(list(chain.from_iterable(words)))
            begins, counts, pool = self._begins.kept[found], self._counts.kept[found], self._pool.kept
        bounds = np.zeros(len(found) + 1, np.int64)
        np.cumsum(counts, out=bounds[1:])
        steps = np.repeat(begins - bounds[:-1], counts) + np.arange(bounds[-1])
        return Bags(pool[steps], bounds[ends])

    def _forget(self) -> None:
        self._letters = 0
        self._known: dict[str, int] = {}
        self._begins, self._counts, self._pool = Growing(np.int64), Growing(np.int64), Growing(np.int32)

    def _places(self, words: list[str]) -> Places:
        """For each word where its begin and count stand; those not met before are read."""
        if self._letters > KEPT:
            self._forget()
        places = np.fromiter(map(self._known.get, words, repeat(-1)), np.int64, len(words))
        missing = np.flatnonzero(places < 0).tolist()
        if missing:
            self._learn(list(dict.fromkeys(words[place] for place in missing)))
            places[missing] = [self._known[words[place]] for place in missing]
        return places

    def _learn(self, words: list[str]) -> None:
        ids = self._read(words)
        counts = np.array([len(one) // 4 for one in ids], np.int64)
        self._begins.add(self._pool.length + np.cumsum(counts) - counts)
        self._counts.add(counts)
        self._pool.add(np.frombuffer(b"".join(ids), np.int32))
        self._known.update(zip(words, range(len(self._known), len(self._known) + len(words)), strict=True))
        self._letters += sum(map(len, words))

    def _read(self, words: list[str]) -> list[bytes]:
        """The tokens of each word."""
        odd = words if self._normalised is None else self._normalised.odd(words)
        found = dict(zip(odd, encoded(self._tokenizer, map(sound, odd)), strict=True)) if odd else {}
        if self._normalised is not None and len(found) < len(words):
            common = [word for word in words if word not in found]
            found.update(zip(common, self._normalised.read(common), strict=True))
        return [found[word] for word in words]


class Growing:
    """Numbers to which others are added: the first `length` of `kept`, which has room for more."""

    def __init__(self, kind: type[np.integer[Any]]) -> None:
        self.kept: NDArray[np.integer[Any]] = np.zeros(1024, kind)
        self.length = 0

    def add(self, numbers: NDArray[np.integer[Any]]) -> None:
        end = self.length + len(numbers)
        if end > len(self.kept):
            room = np.zeros(max(end, 2 * len(self.kept)), self.kept.dtype)
            room[: self.length] = self.kept[: self.length]
            self.kept = room
        self.kept[self.length : end] = numbers
        self.length = end


class NormalWords:
    """Tokens of words of common characters, normalised by a table of what the tokenizer makes of each.

    Most words differ from others by case and punctuation only, and the tokenizer takes its time over normalising.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        added = (re.escape(token.content) for token in tokenizer.get_added_tokens_decoder().values())
        self._odd = re.compile("|".join([f"{END}|[^{COMMON}]", *added]))
        self._table = CharacterTable(tokenizer)
        self._bare = Tokenizer(tokenizer.model)
        self._bare.pre_tokenizer = tokenizer.pre_tokenizer
        self._bare.add_tokens([AddedToken(END, normalized=False)])
        self._end = self._bare.token_to_id(END)
        self._forget()

    def odd(self, words: list[str]) -> list[str]:
        """Those that are not in normal form, not of common characters, or hold a token that is found before normalising."""
        return [
            word
            for some in groups(words)
            if self._is_odd(" ".join(some))
            for word in some
            if self._is_odd(word)
        ]

    def read(self, words: list[str]) -> list[bytes]:
        """The tokens of words that are not odd, one at least."""
        parts = [word.split(" ") for word in END.join(words).translate(self._table).split(END)]
        if self._letters > KEPT:
            self._forget()
        known = self._known
        new = list(dict.fromkeys(part for some in parts for part in some if part not in known))
        known.update(zip(new, self._encoded(new), strict=True))
        self._letters += sum(map(len, new))
        return [b"".join([known[part] for part in some]) for some in parts]

    def _forget(self) -> None:
        self._letters = 0
        self._known = {"": b""}

    def _is_odd(self, words: str) -> bool:
        return self._odd.search(words) is not None or not is_normalized("NFKC", words)

    def _encoded(self, words: list[str]) -> list[bytes]:
        """As `encoded`, with a mark after each word, for the tokenizer is slow to begin a text."""
        texts = [END.join([*some, ""]) for some in groups(words)]
        ids = array("i")
        for encoding in self._bare.encode_batch_fast(texts, add_special_tokens=False):
            ids.extend(encoding.ids)
        ends = (np.flatnonzero(np.frombuffer(ids, np.int32) == self._end) * ids.itemsize).tolist()
        found = ids.tobytes()
        return [
            found[begin:end]
            for begin, end in zip([0, *(end + ids.itemsize for end in ends)], ends, strict=False)
        ]


class CharacterTable(dict[int, str]):
    """For `str.translate`: what the tokenizer's normaliser makes of each character, asked when it is first met."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        super().__init__({ord(END): END})
        self._tokenizer = tokenizer

    def __missing__(self, character: int) -> str:
        found = self[character] = normalised(self._tokenizer, chr(character))
        return found


def reader_of(tokenizer: Tokenizer) -> Words | WholeTexts:
    """Word by word where the tokenizer's settings allow it."""
    reading = reading_of(tokenizer)
    if reading is None:
        return WholeTexts(tokenizer)
    return Words(tokenizer, reading.separator, by_character=reading.by_character)


def batches(texts: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """The texts in pieces that fit in any memory, each with the place of its first."""
    first = letters = 0
    for place, text in enumerate(texts):
        letters += len(text)
        if place + 1 - first == TOGETHER or letters > LETTERS_TOGETHER:
            yield first, texts[first : place + 1]
            first, letters = place + 1, 0
    if first < len(texts):
        yield first, texts[first:]


def groups(words: list[str]) -> list[list[str]]:
    return [words[first : first + GROUP] for first in range(0, len(words), GROUP)]


def encoded(tokenizer: Tokenizer, texts: Iterable[str]) -> list[bytes]:
    """The ids of each text, 32 bits each."""
    return [
        array("i", encoding.ids).tobytes()
        for encoding in tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
    ]


def sound(text: str) -> str:
    """The text, of the same length, without what the tokenizer cannot take."""
    return text if text.isascii() else LONE_SURROGATE.sub("\ufffd", text)


def bounds_of(counts: list[int]) -> Places:
    bounds = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=bounds[1:])
    return bounds
