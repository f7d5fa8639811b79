"""Which words are names and which are common, by lists: those learned from running text, and those of the language data."""

from __future__ import annotations

from functools import cache, lru_cache

from auditor.damage.word_forms import forms_of
from auditor.folding import folded
from auditor.languages import language_data
from auditor.names.words.nameness import common_words, known_names, nameness, word_list
from auditor.names.words.verbs import is_verb

SHORTEST_READING = 3
"""Letters of what is left of a common word without its particles."""
EVIDENT = 1.5
"""Log-odds of a word's letters from which on it is a name though it might be a common word with a particle: سخالين, فالون."""
SHORTEST_STEM = 4
"""Letters of what is left of a common word without its ending."""

TENS = 20
"""Numbers from which on a word for one names nobody: سبع is a name."""
_SCALES = ("scale", "dual_scale")


@cache
def common_latin() -> frozenset[str]:
    """Folded French and English words that are written in lower case."""
    short = (
        word for language in ("fr", "en") for word in language_data(language, "names")["short_words"].split()
    )
    return word_list("common_latin.txt.gz") | frozenset(short)


@lru_cache(maxsize=1 << 16)
def is_word_of(written: str, word: str, language: str) -> bool:
    """Whether a word of French or English, as it is written and folded, is one of the language in whatever number, not a name."""
    if any(word.removesuffix(ending) in common_latin() for ending in ("", "s", "es", "x")):
        return True
    return forms_of(language).level(written.lower()) > 0 and word not in word_list("latin_names.txt.gz")


@cache
def calendar() -> frozenset[str]:
    """Months, days, languages: written with a capital in English, names of nobody."""
    return frozenset(language_data("en", "names")["no_names"])


@cache
def no_names() -> frozenset[str]:
    """Arabic words written as names are that name nobody: months, coins, loanwords, large numbers."""
    listed = language_data("ar", "names")["no_names"].split()
    tables: dict[str, dict[str, list[str]]] = language_data("ar", "quantities")
    scales = [form for room in _SCALES for forms in tables[room].values() for form in forms]
    tens = [form for value, forms in tables["cardinal"].items() if int(value) >= TENS for form in forms]
    words = (folded(form) for form in (*scales, *tens))
    return frozenset((*listed, *(word for word in words if len(word) >= SHORTEST_READING)))


@cache
def implied_places() -> dict[str, str]:
    table: dict[str, str] = language_data("ar", "names")["implied"]
    return table


@cache
def joiners() -> frozenset[str]:
    """Arabic words that make one name with the word after them: عبد, بن, ابو."""
    table = language_data("ar", "names")
    return frozenset((table["servant"], *table["kinship"]))


@cache
def titles() -> frozenset[str]:
    """Arabic words that may be followed by a name: the minister, the colonel."""
    return frozenset(language_data("ar", "names")["titles"].split())


def is_name(word: str, known: tuple[str, ...]) -> bool:
    """Whether an Arabic word is in Arabic letters and known for a name, or common in no reading that is long enough."""
    if not word.isalpha() or min(word) < "\u0600" or not no_names().isdisjoint(known):
        return False
    bare, names, common = word.removeprefix("ال"), known_names(), common_words()
    if word in names or bare in names:
        return True
    if word in common or bare in common:
        return False
    for each in known:
        if each in common and len(each) >= SHORTEST_READING:
            return nameness(word) >= EVIDENT
    return not is_verb(word)


def is_rare(known: tuple[str, ...]) -> bool:
    """Whether a name is common in no reading, with or without its ending, or the beginning of a verb."""
    table, common = language_data("ar", "names"), common_words()
    endings, beginnings = tuple(table["word_endings"]), tuple(table["word_beginnings"])
    for reading in known:
        rests = [reading]
        if reading.endswith(endings):
            rests += [reading.removesuffix(ending) for ending in endings if reading.endswith(ending)]
        rests += [
            rest.removeprefix(lead)
            for rest in rests
            if rest.startswith(beginnings)
            for lead in beginnings
            if rest.startswith(lead)
        ]
        if any(len(rest) >= SHORTEST_STEM and (rest in common or rest + "ه" in common) for rest in rests):
            return False
    return True
