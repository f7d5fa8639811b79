"""The words of both sides of a pair as far as names are concerned: places named, names that may be, capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from auditor.bitext import Passage
from auditor.names.forms import WordForm, arabic_form, latin_form
from auditor.names.gazetteer import PlaceForm

_LATIN = re.compile(r"[^\W\d_]+")
_MARKS = r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u00ad\u2060\ufeff"
_ARABIC = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*(?:['’‘ʼ´\-‐‑](?:[^\W_]|[{_MARKS}])+)*")
_OPENERS = frozenset(".!?…:\n«“”\"(–—[")
_BLANKS = " \u00a0\u202f\t"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of the gazetteer as a side names it: words `first` to `last`, and the forms that stand there."""

    places: frozenset[str]
    first: int
    last: int
    forms: tuple[PlaceForm, ...] = field(repr=False)


@dataclass(frozen=True)
class Side:
    """The words of a passage in text order, where each begins and ends in the document, and the places it names."""

    passage: Passage
    words: tuple[WordForm, ...]
    starts: tuple[int, ...] = field(repr=False)
    ends: tuple[int, ...] = field(repr=False)
    mentions: tuple[Mention, ...]

    @cached_property
    def places(self) -> frozenset[str]:
        return frozenset().union(*(mention.places for mention in self.mentions))

    @cached_property
    def covered(self) -> frozenset[int]:
        """Words that belong to a mention."""
        return frozenset(
            index for mention in self.mentions for index in range(mention.first, mention.last + 1)
        )

    @cached_property
    def capitals(self) -> tuple[WordForm, ...]:
        """The words with a capital, each once."""
        return tuple(dict.fromkeys(word for word in self.words if word.is_capital))

    def part(self, first: int, last: int) -> Passage:
        """The stretch from a word to a word, both within."""
        return Passage(self.passage.document, self.starts[first], self.ends[last])

    def between(self, one: int, other: int) -> str:
        """The text between two words, the earlier first."""
        return self.passage.document.text[self.ends[one] : self.starts[other]]


def read_side(passage: Passage) -> Side:
    """The names of a passage: Arabic, or French and English, which name places in either's way."""
    text, start = passage.text, passage.start
    words, starts, ends = [], [], []
    if passage.language == "ar":
        for match in _ARABIC.finditer(text):
            words.append(arabic_form(match[0]))
            starts.append(start + match.start())
            ends.append(start + match.end())
    else:
        for match in _LATIN.finditer(text):
            written, place = match[0], match.start()
            words.append(latin_form(written, written[0].isupper() and _opens(text, place)))
            starts.append(start + place)
            ends.append(start + match.end())
    return Side(passage, tuple(words), tuple(starts), tuple(ends), _mentions(words))


def _opens(text: str, place: int) -> bool:
    """Whether a sentence, a quotation or a line begins at a place of a text."""
    before = place - 1
    while before >= 0 and text[before] in _BLANKS:
        before -= 1
    if before < 0 or text[before] in _OPENERS:
        return True
    return text[before] == "-" and before + 1 < place and (before == 0 or text[before - 1] in _BLANKS)


def _mentions(words: list[WordForm]) -> tuple[Mention, ...]:
    mentions = []
    following = 0
    for index, word in enumerate(words):
        if index < following or not word.begins:
            continue
        hits = [form for form in word.begins if len(form.words) == 1 or form.stands_at(words, index)]
        if hits:
            longest = max(len(form.words) for form in hits)
            forms = tuple(form for form in hits if len(form.words) == longest)
            last = index + longest - 1
            mentions.append(Mention(frozenset(form.place for form in forms), index, last, forms))
            following = last + 1
    return tuple(mentions)
