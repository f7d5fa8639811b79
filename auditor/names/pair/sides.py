"""The words of both sides of a pair as far as names are concerned: places named, names that may be, capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from auditor.bitext import Passage
from auditor.languages import language_data
from auditor.names.pair.forms import WordForm, arabic_form, latin_form
from auditor.names.words.gazetteer import PlaceForm

_LATIN = re.compile(r"(\b(?:[A-Z]\.){2,}|[^\W\d_]+)")
_MARKS = r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u00ad\u2060\ufeff"
_ARABIC = re.compile(rf"([^\W_][\w{_MARKS}]*(?:['’‘ʼ´\-‐‑][\w{_MARKS}]+)*)")
_OPENERS = frozenset('.!?…:\n«“”"(–—[')
_BLANKS = " \u00a0\u202f\t"
_COUNTRY_CODE = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of the gazetteer as a side names it: words `first` to `last`, and the forms that stand there."""

    places: frozenset[str]
    first: int
    last: int
    forms: tuple[PlaceForm, ...] = field(repr=False)

    @property
    def is_country(self) -> bool:
        """Countries have fixed names, cities and dynasties spellings: their codes are those of ISO 3166."""
        return all(len(place) == _COUNTRY_CODE for place in self.places)


def is_nationality(mention: Mention) -> bool:
    """Whether a place is named by an adjective or a people only."""
    return all(form.ending for form in mention.forms)


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """The words of a passage in text order, the text between and in them, and the places it names.

    `pieces`: the passage cut at the beginning and end of every word, so that word i is piece 2 i + 1; `places`: those of all
    mentions; `covered`: words that belong to a mention; `capitals`: the words with a capital, each once; `names`: words
    that are names and belong to no mention.
    """

    passage: Passage
    words: tuple[WordForm, ...]
    pieces: tuple[str, ...] = field(repr=False)
    mentions: tuple[Mention, ...]
    places: frozenset[str]
    covered: frozenset[int]
    capitals: tuple[WordForm, ...] = field(repr=False)
    names: tuple[int, ...] = field(repr=False)

    def part(self, first: int, last: int) -> Passage:
        """The stretch from a word to a word, both within."""
        start = sum(map(len, self.pieces[: 2 * first + 1]))
        return self.passage.part(start, start + sum(map(len, self.pieces[2 * first + 1 : 2 * last + 2])))

    def mention_at(self, place: int) -> Mention | None:
        """The mention that a word belongs to."""
        return next((each for each in self.mentions if each.first <= place <= each.last), None)

    def adjoins(self, one: int, other: int) -> bool:
        """Whether nothing but blanks stands between two words, the earlier first."""
        return not self.between(one, other).strip(_BLANKS)

    def between(self, one: int, other: int) -> str:
        """The text between two words, the earlier first."""
        return "".join(self.pieces[2 * one + 2 : 2 * other + 1])


@lru_cache(maxsize=1 << 10)
def folded_text(side: Side) -> str:
    """The folded words of a side between single spaces."""
    return " ".join(["", *(word.folded for word in side.words), ""])


@lru_cache(maxsize=1 << 12)
def read_side(passage: Passage) -> Side:
    """The names of a passage: Arabic, or French and English, which name places in either's way."""
    if passage.language == "ar":
        pieces = _ARABIC.split(passage.text)
        words = [arabic_form(written) for written in pieces[1::2]]
    else:
        pieces = _LATIN.split(passage.text)
        words = [
            latin_form(written, before != " " and written[0].isupper() and _opens(before))
            for before, written in zip(pieces[::2], pieces[1::2], strict=False)
        ]
        if words and words[0].is_capital:
            words[0] = latin_form(pieces[1], True)  # noqa: FBT003
    mentions = _mentions(words)
    names = [index for index, word in enumerate(words) if word.is_name]
    places: frozenset[str] = frozenset()
    covered: frozenset[int] = frozenset()
    if mentions:
        places = places.union(*[mention.places for mention in mentions])
        covered = frozenset([word for each in mentions for word in range(each.first, each.last + 1)])
        names = [index for index in names if index not in covered]
    capitals = dict.fromkeys([word for word in words if word.is_capital])
    return Side(
        passage, tuple(words), tuple(pieces), mentions, places, covered, tuple(capitals), tuple(names)
    )


def _opens(before: str) -> bool:
    """Whether a sentence, a quotation or a line begins after a text between words."""
    rest = before.rstrip(_BLANKS)
    if not rest:
        return False
    if rest[-1] in _OPENERS:
        return True
    return rest[-1] == "-" and rest != before and (len(rest) == 1 or rest[-2] in _BLANKS)


@cache
def servant() -> str:
    """عبد, which makes a person's name of the word after it: عبد الغاني is no Ghanaian."""
    return str(language_data("ar", "names")["servant"])


def _is_other_word(words: list[WordForm], index: int) -> bool:
    """Whether the word before or after tells that a place's name is a word there: القوة القاهرة, الرباط الصليبي."""
    for step, table in zip((-1, 1), _beside_words(), strict=True):
        beside = index + step
        known = table.keys() & words[index].readings
        around = words[beside].readings if known and 0 <= beside < len(words) else ()
        if any(not table[each].isdisjoint(around) for each in known):
            return True
    return False


@cache
def _beside_words() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """For words that are places as well, without article, those before, and those after, beside which they are none."""
    table: dict[str, dict[str, str]] = language_data("ar", "names")["no_place"]
    after, before = (
        {word: frozenset(others.split()) for word, others in table[room].items()}
        for room in ("after", "before")
    )
    return after, before


def _mentions(words: list[WordForm]) -> tuple[Mention, ...]:
    mentions = []
    following = 0
    for index, word in enumerate(words):
        if not word.begins or index < following or (index and words[index - 1].folded == servant()):
            continue
        hits = [form for form in word.begins if len(form.words) == 1 or form.stands_at(words, index)]
        if hits and word.is_arabic and _is_other_word(words, index):
            continue
        if hits:
            longest = max([len(form.words) for form in hits])
            forms = tuple([form for form in hits if len(form.words) == longest])
            places = frozenset([form.place for form in forms])
            following = index + longest
            mentions.append(Mention(places, index, following - 1, forms))
    return tuple(mentions)
