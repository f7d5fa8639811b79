"""The words of both sides of a pair as far as names are concerned: places named, names that may be, capitals."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from auditor.bitext import Passage
from auditor.clitics import stems
from auditor.folding import folded
from auditor.folding import words as folded_words
from auditor.languages import language_data
from auditor.names.gazetteer import Form, gazetteer
from auditor.names.transliteration import arabic_letters, latin_letters

_LATIN = re.compile(r"[^\W\d_]+")
_OPENS = re.compile(r"(?:^|[.!?…:\n«“”\"(–—]|\s-)\s*[«“\"(\[]*\s*$")


_NO_NAME = re.compile(r"^(?:[وفبكل]?ال|لل|است|[وف]?(?:ست|سي)|مت)|(?:ون|ين|ات|تها|ها|هم|وا|يه)$")
SHORTEST_STEM = 4
"""Letters of what is left of a common word without its ending."""


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word of a side. `readings`: folded, of an Arabic word also without particles, the fullest first.

    `is_name`: written as one and, in either language, outside the common vocabulary; `is_rare`: also where it is taken
    for an inflected word, or for the opening of a sentence. `is_bare`: rare, without article, and without what Arabic
    verbs and plurals begin and end with.
    """

    passage: Passage = field(repr=False)
    readings: tuple[str, ...]
    letters: tuple[str, ...]
    is_name: bool
    is_capital: bool = False
    is_rare: bool = False
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of the gazetteer as a side names it: words `first` to `last`, and the forms that stand there."""

    places: frozenset[str]
    first: int
    last: int
    forms: tuple[Form, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Side:
    """The words of a passage in text order and the places it names."""

    passage: Passage
    words: tuple[NameWord, ...]
    mentions: tuple[Mention, ...]

    @property
    def places(self) -> frozenset[str]:
        return frozenset().union(*(mention.places for mention in self.mentions))

    def covered(self) -> frozenset[int]:
        """Words that belong to a mention."""
        return frozenset(
            index for mention in self.mentions for index in range(mention.first, mention.last + 1)
        )

    def part(self, first: int, last: int) -> Passage:
        start = self.words[first].passage
        return Passage(start.document, start.start, self.words[last].passage.end)


@lru_cache(maxsize=4096)
def read_side(passage: Passage, *languages: str) -> Side:
    """The names of a passage; places by what they are called in `languages`."""
    found = _arabic_words(passage) if passage.language == "ar" else _latin_words(passage)
    return Side(passage, found, _mentions(found, languages))


def _word_list(name: str) -> frozenset[str]:
    return frozenset(gzip.decompress((files("auditor.names") / "data" / name).read_bytes()).decode().split())


@cache
def common_words() -> frozenset[str]:
    """Arabic words without article that translations do not spell in Latin letters."""
    return _word_list("common.txt.gz")


@cache
def common_latin() -> frozenset[str]:
    """Folded French and English words that are written in lower case."""
    return _word_list("common_latin.txt.gz")


def _arabic_words(passage: Passage) -> tuple[NameWord, ...]:
    found = []
    for word, start, end in folded_words(passage.text):
        known = _arabic_readings(word)
        letters = tuple(dict.fromkeys(filter(None, map(arabic_letters, known))))
        name, rare = _is_name(word, known), _is_rare(word, known)
        found.append(
            NameWord(
                passage.part(start, end),
                known,
                letters,
                name,
                is_rare=rare,
                is_bare=rare and not _NO_NAME.search(word),
            )
        )
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _is_name(word: str, known: tuple[str, ...]) -> bool:
    """Whether an Arabic word is in Arabic letters and common in no reading."""
    if not word.isalpha() or any(each < "\u0600" for each in word):
        return False
    return not any(reading in common_words() for reading in known)


@lru_cache(maxsize=1 << 14)
def _is_rare(word: str, known: tuple[str, ...]) -> bool:
    """Whether a name is common in no reading, with or without its ending, or the beginning of a verb."""
    if not _is_name(word, known):
        return False
    table = language_data("ar", "names")
    for reading in known:
        rests = [reading.removesuffix(ending) for ending in ("", *table["word_endings"])]
        rests += [rest.removeprefix(lead) for rest in rests for lead in table["word_beginnings"]]
        if any(
            len(rest) >= SHORTEST_STEM and (rest in common_words() or rest + "ه" in common_words())
            for rest in rests
        ):
            return False
    return True


@lru_cache(maxsize=1 << 14)
def _arabic_readings(word: str) -> tuple[str, ...]:
    bare = [each[2:] for each in stems(word) if each.startswith("ال") and len(each) > 4]
    return tuple(dict.fromkeys((*stems(word), *bare)))


def _latin_words(passage: Passage) -> tuple[NameWord, ...]:
    text = passage.text
    found = []
    for match in _LATIN.finditer(text):
        word = match[0]
        start = match.start()
        capital = word[0].isupper()
        opening = capital and (start == 0 or _OPENS.search(text[max(0, start - 12) : start]) is not None)
        form = folded(word)
        name = capital and form not in common_latin() and form not in _calendar() and word[1:].islower()
        letters = _spellings(latin_letters(word))
        found.append(
            NameWord(
                passage.part(start, match.end()),
                (form,),
                letters,
                name,
                capital,
                is_rare=name and not opening,
            )
        )
    return tuple(found)


def _spellings(letters: str) -> tuple[str, ...]:
    """The letters of a word; Chinese names in Pinyin also as they sound: Zhang is تشانغ, Qing تشينغ."""
    sounded = letters.replace("zh", "ch")
    if "qu" not in sounded:
        sounded = sounded.replace("q", "ch")
    return tuple(dict.fromkeys(filter(None, (letters, sounded))))


def _mentions(found: tuple[NameWord, ...], languages: tuple[str, ...]) -> tuple[Mention, ...]:
    readings = [tuple(filter(word.readings[0].endswith, word.readings)) for word in found]
    mentions = []
    index = 0
    while index < len(found):
        here = [hit for language in languages for hit in gazetteer(language).at(readings, index)]
        last = max((last for _, last in here), default=-1)
        forms = tuple(form for form, end in here if end == last)
        if forms:
            mentions.append(Mention(frozenset(form.place for form in forms), index, last, forms))
        index = max(index, last) + 1
    return tuple(mentions)


@cache
def _calendar() -> frozenset[str]:
    """Months, days, languages: written with a capital in English, names of nobody."""
    return frozenset(language_data("en", "names")["no_names"])


def is_title(word: NameWord) -> bool:
    """Whether an Arabic word may be followed by a name: the minister, the colonel."""
    return any(reading in titles() for reading in word.readings)


@cache
def titles() -> frozenset[str]:
    return frozenset(language_data("ar", "names")["titles"].split())
