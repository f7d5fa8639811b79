"""The words of a passage, each reduced to the stem under which the translation lexicon knows it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

from auditor.bitext import Document, Passage
from auditor.clitics import stems as readings
from auditor.folding import ASCII_DIGITS, fold, folded
from auditor.languages import function_words, language_data

_WORD = re.compile(r"[^\W\d_]+|\d+")
_LETTERS = "A-Za-zÀ-ÖØ-öø-ÿŒœء-غف-يٱپچژڤکگڭی"
_DIGITS = "0-9٠-٩"
_MARKS = "\u064b-\u0652\u0670"
_UNSEEN = "\u0640\u200b-\u200f\u00ad"
_USUAL = re.compile(f"[\t\n\r -~\u00a0«»°·،؛؟٪٫٬‐-…‹›€\u202f{_LETTERS}{_DIGITS}{_MARKS}{_UNSEEN}]*")
_WRITTEN = re.compile(
    "|".join(f"[{few}]+(?:[{_MARKS}{_UNSEEN}]+[{few}]+)*[{_MARKS}]*" for few in (_LETTERS, _DIGITS)).join(
        "()"
    )
)
"""What `_WORD` finds in the folded copy of a text of usual characters, with the marks and unseen characters within."""
_CONSONANTS = frozenset("bcdfglmnprstvz")
RARE = 0.1
"""A reading of an Arabic word must be seen this often, as a share of the word itself, to count as a word of its own."""
LONG, SHORT = 3.0, 0.5
"""Weight of the count of a remainder of four letters or more, and of a shorter one, against that of the whole word."""

Counts = Callable[[str], float]


class Reading(NamedTuple):
    """What a written word is taken for: `form` is folded, `stem` is what the lexicon knows it by, `is_content` false for
    words of grammar, `is_particle` true for those that have no counterpart of their own. `spelling` is what the embedding
    model knows it by: as written, in lower case; empty for particles.
    """

    form: str
    stem: str
    is_content: bool
    is_particle: bool
    is_capital: bool
    spelling: str


class Word(NamedTuple):
    """The slice [start, end) of a document and what it reads; a tuple, for a text has many and they are made at once."""

    document: Document
    start: int
    end: int
    reading: Reading

    @property
    def passage(self) -> Passage:
        return Passage(self.document, self.start, self.end)

    @property
    def form(self) -> str:
        return self.reading.form

    @property
    def stem(self) -> str:
        return self.reading.stem

    @property
    def is_content(self) -> bool:
        return self.reading.is_content

    @property
    def is_particle(self) -> bool:
        return self.reading.is_particle

    @property
    def is_capital(self) -> bool:
        return self.reading.is_capital

    @property
    def spelling(self) -> str:
        return self.reading.spelling

    @property
    def is_number(self) -> bool:
        return self.reading.form[0].isdigit()


def tokens(text: str) -> list[tuple[str, int, int]]:
    """Folded runs of letters or of figures, with their slices in `text`; apostrophes and hyphens divide.

    Vowel marks and accents that close a word belong to it.
    """
    copy = fold(text)
    in_place = copy.offsets == tuple(range(len(text) + 1))
    found = []
    for match in _WORD.finditer(copy.text):
        start, end = match.span() if in_place else copy.original(*match.span())
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        found.append((match[0], start, end))
    return found


def form_of(written: str) -> str:
    """What the first word of a text is folded to."""
    form = folded(written)
    return form if form.isalpha() or form.isdecimal() else tokens(written)[0][0]


def written_words(text: str, begin: int = 0) -> tuple[list[str], list[int], list[int]]:
    """The words as written, and where each begins and ends, counted from `begin`: those that `tokens` finds.

    Texts of usual characters are not folded for it.
    """
    if not _USUAL.fullmatch(text):
        found = tokens(text)
        words = [text[start:end] for _, start, end in found]
        return words, [begin + start for _, start, _ in found], [begin + end for _, _, end in found]
    pieces = _WRITTEN.split(text)  # every other one is a word
    places = list(accumulate(map(len, pieces), initial=begin))
    return pieces[1::2], places[1:-1:2], places[2::2]


def read_words(passage: Passage, counts: Counts) -> tuple[Word, ...]:
    """The words of a passage in text order; `counts` says how often a bare Arabic word was seen."""
    text, language = passage.text, passage.language
    return tuple(
        Word(
            passage.document,
            passage.start + start,
            passage.start + end,
            reading(text[start:end], form, language, counts),
        )
        for form, start, end in tokens(text)
    )


def reading(written: str, form: str, language: str, counts: Counts) -> Reading:
    """Of a word as written, which `form` is folded from."""
    stem, is_content = analysis(form, language, counts)
    is_particle = form in particles(language)
    spelling = "" if is_particle else written.lower()
    return Reading(form, stem, is_content, is_particle, written[0].isupper(), spelling)


@lru_cache(maxsize=1 << 16)
def analysis(form: str, language: str, counts: Counts) -> tuple[str, bool]:
    """The stem of a folded word, and whether it is a content word."""
    if form[0].isdigit():
        return (form.translate(ASCII_DIGITS).lstrip("0") or "0") if form.isdecimal() else form, True
    if form in function_words(language):
        return form, False
    if language == "ar":
        bare = arabic_reading(form, counts)
        if bare in function_words("ar"):
            return bare, False
        return arabic_stem(bare, counts), True
    return latin_stem(form, language), len(form) > 1


@cache
def particles(language: str) -> frozenset[str]:
    return frozenset(language_data(language, "words")["particles"].split())


def arabic_reading(form: str, counts: Counts) -> str:
    """The word without particles: of its readings the one seen most often as a bare word.

    A short remainder (زير of وزير) must be seen more often than the word itself, a long one may be seen less often,
    and each further letter taken off must double the count. The article counts for nothing: no bare word begins with it.
    """
    if form.isascii():
        return form
    best, most = form, counts(form)
    for reading in readings(form)[1:]:
        if len(reading) < 2:
            continue
        lead = form[: form.find(reading)] if reading in form else ""
        letters = len(form) - len(reading) - (2 if lead.endswith(("ال", "لل")) else 0)
        seen = counts(reading) * (LONG if len(reading) > 3 else SHORT) * 0.5 ** max(0, letters - 1)
        if seen > most:
            best, most = reading, seen
    if best.startswith("ال") and len(best) > 4 and not most:
        return best[2:]
    return best


def arabic_stem(bare: str, counts: Counts) -> str:
    """The word without regular endings of number, gender and nisba."""
    endings, always = _arabic_endings()
    if bare.endswith(endings):
        floor = RARE * counts(bare)
        for ending in endings:
            rest = bare[: -len(ending)]
            if bare.endswith(ending) and len(rest) >= 3 and max(counts(rest), counts(rest + "ه")) > floor:
                bare = rest
                break
    for ending in always:
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            bare = bare[: -len(ending)]
    return bare


@cache
def _arabic_endings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    table = language_data("ar", "words")
    return tuple(table["endings"]), tuple(table["always"])


def latin_stem(form: str, language: str) -> str:
    """The word without its longest known ending; of two equal consonants at the end one is kept."""
    endings, least, doubled = _endings(language)
    for length in range(min(8, len(form) - least), 0, -1):
        replacement = endings.get(form[-length:])
        if replacement is not None:
            form = form[:-length] + replacement
            break
    if doubled and len(form) > 3 and form[-1] == form[-2] and form[-1] in _CONSONANTS:
        return form[:-1]
    return form


@cache
def _endings(language: str) -> tuple[dict[str, str], int, bool]:
    table: dict[str, Any] = language_data(language, "words")
    pairs = (entry.partition(">") for entry in table["endings"].split())
    return {ending: replacement for ending, _, replacement in pairs}, table["least"], table["doubled"]
