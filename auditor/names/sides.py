"""The words of both sides of a pair as far as names are concerned: places named, names that may be, capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from auditor.bitext import Passage
from auditor.names.forms import WordForm, arabic_form, latin_form
from auditor.names.gazetteer import PlaceForm

_LATIN = re.compile(r"(\b(?:[A-Z]\.){2,}|[^\W\d_]+)")
_MARKS = r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u00ad\u2060\ufeff"
_ARABIC = re.compile(rf"([^\W_][\w{_MARKS}]*(?:['’‘ʼ´\-‐‑][\w{_MARKS}]+)*)")
_OPENERS = frozenset('.!?…:\n«“”"(–—[')
_BLANKS = " \u00a0\u202f\t"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of the gazetteer as a side names it: words `first` to `last`, and the forms that stand there."""

    places: frozenset[str]
    first: int
    last: int
    forms: tuple[PlaceForm, ...] = field(repr=False)


def is_nationality(mention: Mention) -> bool:
    """Whether a place is named by an adjective or a people only."""
    return all(form.ending for form in mention.forms)


@dataclass(frozen=True, slots=True)
class Side:
    """The words of a passage in text order, where each begins and ends in the document, and the places it names.

    `places`: those of all mentions; `covered`: words that belong to a mention; `capitals`: the words with a capital, each
    once; `names`: words that are names and belong to no mention.
    """

    passage: Passage
    words: tuple[WordForm, ...]
    starts: tuple[int, ...] = field(repr=False)
    ends: tuple[int, ...] = field(repr=False)
    mentions: tuple[Mention, ...]
    places: frozenset[str]
    covered: frozenset[int]
    capitals: tuple[WordForm, ...] = field(repr=False)
    names: tuple[int, ...] = field(repr=False)

    def part(self, first: int, last: int) -> Passage:
        """The stretch from a word to a word, both within."""
        return Passage(self.passage.document, self.starts[first], self.ends[last])

    def between(self, one: int, other: int) -> str:
        """The text between two words, the earlier first."""
        return self.passage.document.text[self.ends[one] : self.starts[other]]


def read_side(passage: Passage) -> Side:
    """The names of a passage: Arabic, or French and English, which name places in either's way."""
    text, place = passage.text, passage.start
    is_arabic = passage.language == "ar"
    words: list[WordForm] = []
    starts: list[int] = []
    ends: list[int] = []
    parts = (_ARABIC if is_arabic else _LATIN).split(text)
    for index in range(1, len(parts), 2):
        before, written = parts[index - 1], parts[index]
        place += len(before)
        starts.append(place)
        place += len(written)
        ends.append(place)
        if is_arabic:
            words.append(arabic_form(written))
        else:
            opens = before != " " and written[0].isupper() and _opens(before, first=index == 1)
            words.append(latin_form(written, opens))
    mentions = _mentions(words)
    places = frozenset().union(*[mention.places for mention in mentions])
    covered = frozenset([word for each in mentions for word in range(each.first, each.last + 1)])
    capitals = tuple(dict.fromkeys([word for word in words if word.is_capital]))
    names = tuple([index for index, word in enumerate(words) if word.is_name and index not in covered])
    return Side(passage, tuple(words), tuple(starts), tuple(ends), mentions, places, covered, capitals, names)


def _opens(before: str, *, first: bool) -> bool:
    """Whether a sentence, a quotation or a line begins after a text between words."""
    rest = before.rstrip(_BLANKS)
    if not rest:
        return first
    if rest[-1] in _OPENERS:
        return True
    return rest[-1] == "-" and rest != before and (len(rest) == 1 or rest[-2] in _BLANKS)


def _mentions(words: list[WordForm]) -> tuple[Mention, ...]:
    mentions = []
    following = 0
    for index, word in enumerate(words):
        if not word.begins or index < following:
            continue
        if word.longest == 1:
            mentions.append(Mention(word.places, index, index, word.begins))
            continue
        hits = [form for form in word.begins if len(form.words) == 1 or form.stands_at(words, index)]
        if hits:
            longest = max([len(form.words) for form in hits])
            forms = tuple([form for form in hits if len(form.words) == longest])
            places = frozenset([form.place for form in forms])
            following = index + longest
            mentions.append(Mention(places, index, following - 1, forms))
    return tuple(mentions)
