"""How far each word of a text leans to the other language, given what capitals, loans and names leave of its score."""

from __future__ import annotations

from functools import cache

from auditor.language_runs.scores import PROPER, SIGN, plain, proper_words, scores
from auditor.language_runs.words import WORD, Word
from auditor.languages import language_data

NEUTRAL = -0.1
"""Just under even, so that neutral words beyond a comma stay out of a run."""
NAME = 0.2
"""What is left of a score inside a name: The Guardian, Times Square, Le Monde."""
LONGEST_PHRASE = 5  # words
LINKS_IN_A_ROW = 2
DIRECTIONS = frozenset({"north", "south", "east", "west", "nord", "sud", "est", "ouest"})
GENITIVES = frozenset({"of", "de", "du", "des", "d'"})
ARTICLES = frozenset({"the", "le", "la", "les", "l'"})


def leanings(words: list[Word], main: str, other: str) -> list[float]:
    """One leaning per word, in [-9, 9]: natural-log odds of the other language over the main one, -0.1 where neutral."""
    table, sign = scores(), SIGN[other]
    found = [NEUTRAL if word.is_masked or word.is_acronym else sign * table[word.text] for word in words]
    for place in loans(words, main):
        found[place] = NEUTRAL
    for name in names_in(words, links(other)):
        if not is_translatable(words, found, name, other):
            for place in name:
                found[place] *= NAME
    for place, word in enumerate(words):
        if word.opens_sentence and word.text[0].isupper() and plain(word.text) not in table.known:
            found[place] *= 1 if is_proper(word.text) else NAME
        elif (
            plain(word.text) in dates(other)
            and (word.is_capital or other == "fr")
            and _is_beside_figure(words, place)
        ):
            found[place] = PROPER
    return found


def is_proper(written: str) -> bool:
    """Whether a word is a country, a people, a month or a day as one of the languages spells it."""
    return written[0].isupper() and plain(written) in proper_words("en") | proper_words("fr")


def _is_beside_figure(words: list[Word], place: int) -> bool:
    around = words[max(0, place - 1) : place] + words[place + 1 : place + 2]
    return any(word.is_masked and word.text.isdigit() for word in around)


@cache
def dates(language: str) -> frozenset[str]:
    return frozenset(language_data(language, "language_runs")["dates"])


def loans(words: list[Word], main: str) -> list[int]:
    """Places of the words that are at home in the main language though they come from the other, or from Latin."""
    singles, phrases = home_words(main)
    heads = _phrase_heads(main)
    plains = [plain(word.text) for word in words]
    found = []
    for place, word in enumerate(plains):
        if word in singles or (word[-1:] == "s" and word[:-1] in singles):
            found.append(place)
        for size in range(2, LONGEST_PHRASE + 1) if word in heads else ():
            parts = plains[place : place + size]
            if {_phrase(parts), _phrase([*parts[:-1], "*"])} & phrases:
                found.extend(range(place, min(place + size, len(words))))
    return found


def _phrase(words: list[str]) -> str:
    return " ".join(words).replace("' ", "'")


@cache
def home_words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Loans of one word and of several."""
    data = language_data(language, "language_runs")
    return frozenset(data["loans"].split()), frozenset(data["phrases"])


@cache
def _phrase_heads(language: str) -> frozenset[str]:
    """The words that loans of several words begin with."""
    return frozenset(plain(match[0]) for phrase in home_words(language)[1] if (match := WORD.match(phrase)))


@cache
def links(language: str) -> frozenset[str]:
    return frozenset(language_data(language, "language_runs")["links"])


def names_in(words: list[Word], small: frozenset[str]) -> list[range]:
    """Stretches of words with capital letters, `small` words between two of them included.

    The word that opens a sentence belongs to a name that follows, unless it is a preposition.
    """
    found: list[range] = []
    place = 0
    while place < len(words):
        last = _end_of_name(words, place, small) if _may_open_name(words, place, small) else place - 1
        if last >= place:
            found.append(range(place, last + 1))
        place = max(place, last) + 1
    return found


def _may_open_name(words: list[Word], place: int, small: frozenset[str]) -> bool:
    word = words[place]
    if not word.opens_sentence or not word.text[0].isupper():
        return word.is_capital
    last = _end_of_name(words, place, small)
    follows = last > place and (words[place + 1].is_capital or plain(words[place + 1].text) in GENITIVES)
    return follows and (plain(word.text) not in small or plain(word.text) in ARTICLES)


def _end_of_name(words: list[Word], place: int, small: frozenset[str]) -> int:
    last = place
    for ahead in range(place + 1, len(words)):
        if _parts_names(words[ahead]) or ahead - last > LINKS_IN_A_ROW + 1:
            break
        if words[ahead].is_capital:
            last = ahead
        elif plain(words[ahead].text) not in small:
            break
    return last


def _parts_names(word: Word) -> bool:
    return word.follows_punctuation


def is_translatable(words: list[Word], found: list[float], name: range, other: str) -> bool:
    """Whether a name is one that every language puts in its own words, and stands in words of the other language.

    So are places and peoples, and names in common words that head an institution or event.
    """
    capitals = [words[place] for place in name if words[place].text[0].isupper()]
    others = [word for word in capitals if not is_proper(word.text)]
    if len(others) < len(capitals) and all(plain(word.text) in DIRECTIONS for word in others):
        return True
    known = scores().known
    ordinary = all(is_proper(word.text) or plain(word.text) in known for word in capitals)
    leaning = sum(found[place] > 1 for place in name if words[place].text[0].isupper())
    return ordinary and leaning >= 2 and _head(words, name) in heads(other)


def _head(words: list[Word], name: range) -> str:
    """The word that says what the name is of: the last before a link (Ministry of Health), but General behind it."""
    plains = []
    for place in name:
        if not words[place].text[0].isupper():
            break
        plains.append(plain(words[place].text))
    if plains[-1:] == ["general"]:
        plains = plains[-2:-1] or plains
    return plains[-1] if plains else ""


@cache
def heads(language: str) -> frozenset[str]:
    return frozenset(language_data(language, "language_runs")["institutions"])
