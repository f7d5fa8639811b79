"""What is known of a word by its form alone, worked out once for each form: texts repeat their words."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from re import compile as pattern

from auditor.clitics import stems
from auditor.folding import folded
from auditor.languages import language_data
from auditor.names.gazetteer import PlaceForm, gazetteer
from auditor.names.transliteration import arabic_letters, latin_letters, spelled_alike

_NO_NAME = pattern(r"^(?:[وفبكل]?ال|لل|است|[وف]?(?:ست|سي)|مت)|(?:ون|ين|ات|تها|ها|هم|وا|يه)$")
SHORTEST_STEM = 4
"""Letters of what is left of a common word without its ending."""


@dataclass(frozen=True, slots=True, eq=False)
class WordForm:
    """`readings`: folded, of an Arabic word also without particles, the fullest first; `letters`: those compared.

    `is_name`: written as one and, in either language, outside the common vocabulary; `is_rare`: also where it is taken
    for an inflected word, or for the opening of a sentence. `is_bare`: rare, without article, and without what Arabic
    verbs and plurals begin and end with. `begins`: the places whose names may begin with the word.
    """

    is_arabic: bool
    folded: str
    readings: tuple[str, ...]
    letters: tuple[str, ...]
    is_name: bool
    is_capital: bool
    is_rare: bool
    is_bare: bool
    is_title: bool
    begins: tuple[PlaceForm, ...] = field(repr=False)



@lru_cache(maxsize=1 << 16)
def arabic_form(written: str) -> WordForm:
    """An Arabic word as it is written, vowels and all."""
    word = folded(written)
    stemmed = stems(word)
    bare = [each[2:] for each in stemmed if each.startswith("ال") and len(each) > 4]
    known = tuple(dict.fromkeys((*stemmed, *bare)))
    letters = tuple(dict.fromkeys(filter(None, map(arabic_letters, known))))
    rare = _is_rare(word, known)
    return WordForm(
        True,
        word,
        known,
        letters,
        _is_name(word, known),
        is_capital=False,
        is_rare=rare,
        is_bare=rare and not _NO_NAME.search(word),
        is_title=not titles().isdisjoint(known),
        begins=gazetteer("ar").beginning(tuple(filter(word.endswith, known))),
    )


@lru_cache(maxsize=1 << 16)
def latin_form(written: str, opens: bool) -> WordForm:  # noqa: FBT001
    """A French or English word as it is written; `opens`: it opens a sentence, where any word has a capital."""
    word = folded(written)
    capital = written[0].isupper()
    name = capital and word not in common_latin() and word not in _calendar() and written[1:].islower()
    begins = (*gazetteer("fr").beginning((word,)), *gazetteer("en").beginning((word,)))
    return WordForm(
        False,
        word,
        (word,),
        _spellings(latin_letters(written)),
        name,
        capital,
        is_rare=name and not opens,
        is_bare=False,
        is_title=False,
        begins=begins,
    )


@lru_cache(maxsize=1 << 18)
def alike(one: WordForm, other: WordForm) -> float:
    """The probability that two words of the two sides spell the same name, in whatever reading."""
    latin, arabic = (other, one) if one.is_arabic else (one, other)
    return max(
        (spelled_alike(each, letters) for letters in latin.letters for each in arabic.letters), default=0.0
    )


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


@cache
def _calendar() -> frozenset[str]:
    """Months, days, languages: written with a capital in English, names of nobody."""
    return frozenset(language_data("en", "names")["no_names"])


@cache
def titles() -> frozenset[str]:
    """Arabic words that may be followed by a name: the minister, the colonel."""
    return frozenset(language_data("ar", "names")["titles"].split())


def _is_name(word: str, known: tuple[str, ...]) -> bool:
    """Whether an Arabic word is in Arabic letters and common in no reading."""
    if not word.isalpha() or any(each < "\u0600" for each in word):
        return False
    return common_words().isdisjoint(known)


def _is_rare(word: str, known: tuple[str, ...]) -> bool:
    """Whether a name is common in no reading, with or without its ending, or the beginning of a verb."""
    if not _is_name(word, known):
        return False
    table, common = language_data("ar", "names"), common_words()
    for reading in known:
        rests = [reading.removesuffix(ending) for ending in ("", *table["word_endings"])]
        rests += [rest.removeprefix(lead) for rest in rests for lead in table["word_beginnings"]]
        if any(len(rest) >= SHORTEST_STEM and (rest in common or rest + "ه" in common) for rest in rests):
            return False
    return True


def _spellings(letters: str) -> tuple[str, ...]:
    """The letters of a word; Chinese names in Pinyin also as they sound: Zhang is تشانغ, Qing تشينغ."""
    sounded = letters.replace("zh", "ch")
    if "qu" not in sounded:
        sounded = sounded.replace("q", "ch")
    return tuple(dict.fromkeys(filter(None, (letters, sounded))))
