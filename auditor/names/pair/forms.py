"""What is known of a word by its form alone, worked out once for each form: texts repeat their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache, reduce
from operator import and_
from re import Pattern
from re import compile as pattern

from auditor.clitics import stems
from auditor.folding import folded
from auditor.languages import language_data
from auditor.names.spelling.latin_likeness import latin_alike
from auditor.names.spelling.spelled import (
    begins_with,
    ceiling,
    consonant_bits,
    has_same_consonants,
    is_spelled,
    reach,
    spelled_alike,
)
from auditor.names.spelling.transliteration import arabic_letters, letters_of
from auditor.names.words.gazetteer import PlaceForm, beginnings, gazetteer
from auditor.names.words.nameness import latin_nameness, nameness
from auditor.names.words.renderings import is_rendering, renderings_of
from auditor.names.words.vocabulary import (
    calendar,
    common_latin,
    implied_places,
    is_name,
    is_rare,
    joiners,
    titles,
)

_NO_NAME = pattern(r"^(?:[وفبكل]?ال|لل|است|[وف]?(?:ست|سي)|مت)|(?:ون|ين|ات|تها|ها|هم|وا|يه)$")
SPELLS = 0.5
"""Probability from which on a word is the spelling of another."""
RENDERED = 0.95
"""Probability that a word stands for another that translations often have for it."""
ANY = -1
"""Of all consonants the bits."""
NO_NAME = -9.0
"""Log-odds to be a name of what is in the common vocabulary."""
LEAST_NAMENESS = -2.0
"""Log-odds of an Arabic word to be a name, below which its loss is not judged."""
SHORTEST = 3
"""Letters of a name whose loss is judged."""


@dataclass(frozen=True, slots=True, eq=False)
class WordForm:
    """`written`: as it stands; `readings`: folded, of an Arabic word also without particles, the fullest first; `letters`: those compared.

    `is_name`: written as one and, in either language, outside the common vocabulary; `is_rare`: also where it is taken
    for an inflected word, or for the opening of a sentence. `may_be_left`: a name that
    its loss is judged of. `begins`: the places whose names may begin with the word. `consonants`: as bits, those that a Latin word has in every
    spelling, or that an Arabic one may be spelled with in some reading. `renderings`: folded words that translations often
    have for it.
    """

    is_arabic: bool
    written: str
    folded: str
    readings: tuple[str, ...]
    letters: tuple[str, ...]
    is_name: bool
    is_capital: bool
    is_rare: bool
    is_title: bool
    is_joiner: bool
    is_acronym: bool
    nameness: float
    may_be_left: bool
    begins: tuple[PlaceForm, ...] = field(repr=False)
    consonants: int
    renderings: frozenset[str] = field(repr=False)

    @property
    def places(self) -> frozenset[str]:
        """The places whose names may begin with the word."""
        return frozenset([form.place for form in self.begins])

    @property
    def implied(self) -> str | None:
        """The place that an Arabic word means without naming it: الاحتلال is Israel."""
        known = implied_places().keys() & self.readings
        return implied_places()[min(known)] if known else None

    @property
    def is_bare(self) -> bool:
        """Whether an Arabic word is rare, without article, and without what verbs and plurals begin and end with."""
        return self.is_rare and self.is_arabic and not _NO_NAME.search(self.folded)

    @property
    def is_english(self) -> bool:
        """Whether a name in Latin letters holds such as French has others for."""
        return self.is_capital and bool(_english_marks().search(self.folded))

    def is_initial_of(self, other: WordForm) -> bool:
        """Whether one letter stands for a name: the J. of J. Stalin for جوزيف."""
        if len(self.folded) > 1 or not self.is_capital or not self.folded.isascii():
            return False
        return (
            any(begins_with(letters, self.folded) for letters in other.letters)
            if other.is_arabic
            else other.folded[0] == self.folded
        )


@lru_cache(maxsize=1 << 16)
def arabic_form(written: str) -> WordForm:
    """An Arabic word as it is written, vowels and all."""
    word = folded(written)
    stemmed = stems(word)
    bare = [each[2:] for each in stemmed if each.startswith("ال") and len(each) > 4]
    known = tuple(dict.fromkeys((*stemmed, *bare))) if bare else stemmed
    letters = known if word.isalpha() else tuple(dict.fromkeys(filter(None, map(arabic_letters, known))))
    name, acronym = is_name(word, known), written.isascii() and is_acronym(written)
    rare = name and is_rare(known)
    added = "".join(sorted(set("".join(letters)).difference(*letters[:1])))  # ا where لل has become ال
    likely = nameness(word) if name else NO_NAME
    joiner = not joiners().isdisjoint(known)
    begins = beginnings(word, known)
    return WordForm(
        is_arabic=not word.isascii(),
        written=written,
        folded=word,
        readings=known,
        letters=letters,
        is_name=name,
        is_capital=False,
        is_rare=rare,
        is_title=not titles().isdisjoint(known),
        is_joiner=joiner,
        is_acronym=acronym,
        nameness=likely,
        may_be_left=len(word) >= SHORTEST and (acronym or likely >= LEAST_NAMENESS) and not joiner,
        begins=begins,
        consonants=reach(letters[0]) | reach(added) if letters else 0,
        renderings=renderings_of(known),
    )


@lru_cache(maxsize=1 << 16)
def latin_form(written: str, opens: bool) -> WordForm:  # noqa: FBT001
    """A French or English word as it is written; `opens`: it opens a sentence, where any word has a capital."""
    plain = written.replace(".", "")  # U.S. is US
    word = folded(plain)
    capital = plain[0].isupper()
    name = capital and word not in common_latin() and word not in calendar() and plain[1:].islower()
    places = (*gazetteer("fr").beginning((word,)), *gazetteer("en").beginning((word,)))
    spelled = _spellings(letters_of(word))
    # US and AU are places, us and au are not.
    begins = tuple([form for form in places if plain.isupper() or not form.shown.isupper()])
    return WordForm(
        is_arabic=False,
        written=written,
        folded=word,
        readings=(word,),
        letters=spelled,
        is_name=name,
        is_capital=capital,
        is_rare=name and not opens,
        is_title=False,
        is_joiner=False,
        is_acronym=is_acronym(plain),
        nameness=latin_nameness(word) if name else NO_NAME,
        may_be_left=len(word) >= SHORTEST and (name or is_acronym(plain)),
        begins=begins,
        consonants=reduce(and_, map(consonant_bits, spelled), ANY),
        renderings=frozenset(),
    )


@lru_cache(maxsize=1 << 18)
def alike(one: WordForm, other: WordForm, least: float = 0.0) -> float:
    """The probability that two words of the two sides are the same name: spelled alike, in whatever reading, or known to be; 0
    where it is below `least`.
    """
    known = _known(one, other)
    if known is not None:
        return known if known >= least else 0.0
    found = 0.0
    for arabic, latin in _spellings_of(one, other):
        found = max(found, spelled_alike(arabic, latin, max(found, least)))
    return found


def are_alike(one: WordForm, other: WordForm, least: float) -> bool:
    """Whether `alike` is `least` or more, above 0: for most words known without the search for a path."""
    return _ceiling(one, other) >= least and alike(one, other, least) >= least


def likest(word: WordForm, others: Iterable[WordForm]) -> float:
    """The greatest probability that one of other words is the same name as a word; 0 where there are none."""
    found = 0.0
    for other in others:
        found = max(found, alike(word, other, found))
    return found


@lru_cache(maxsize=1 << 18)
def _ceiling(one: WordForm, other: WordForm) -> float:
    known = _known(one, other)
    return (
        max([ceiling(*each) for each in _spellings_of(one, other)], default=0.0) if known is None else known
    )


def _known(one: WordForm, other: WordForm) -> float | None:
    """The probability where no Arabic letters need be compared; None where they must be."""
    if not (one.is_arabic or other.is_arabic):
        return RENDERED if is_rendering(one.folded, other.folded) else latin_alike(one.folded, other.folded)
    latin, arabic = (other, one) if one.is_arabic else (one, other)
    return RENDERED if latin.folded in arabic.renderings else None


def _spellings_of(one: WordForm, other: WordForm) -> list[tuple[str, str]]:
    """The Arabic and the Latin letters of two words in all readings."""
    latin, arabic = (other, one) if one.is_arabic else (one, other)
    return [(each, letters) for letters in latin.letters for each in arabic.letters]


@lru_cache(maxsize=1 << 18)
def sounds_like(one: WordForm, other: WordForm) -> bool:
    """Whether two words, one of them none that names are made of, are spelled alike all the same: الكترون electron."""
    known = _known(one, other)
    if known is not None:
        return known >= SPELLS
    for arabic, latin in _spellings_of(one, other):
        if has_same_consonants(arabic, latin) and is_spelled(arabic, latin, SPELLS):
            return True
    return False


@cache
def _english_marks() -> Pattern[str]:
    return pattern("|".join(language_data("fr", "names")["english_marks"]))


def is_acronym(written: str) -> bool:
    return len(written) > 1 and written.isalpha() and written.isupper()


def _spellings(letters: str) -> tuple[str, ...]:
    """The letters of a word; Chinese names in Pinyin also as they sound: Zhang is تشانغ, Qing تشينغ."""
    sounded = letters.replace("zh", "ch")
    if "qu" not in sounded:
        sounded = sounded.replace("q", "ch")
    return tuple(dict.fromkeys(filter(None, (letters, sounded))))
