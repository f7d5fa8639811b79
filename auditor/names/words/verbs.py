"""Whether an Arabic word is a form of a verb, by the verbs of `languages/ar/verbs.toml` and what may be written onto them.

Arabic leaves out short vowels, so that a verb has few written stems; a word is taken apart at both ends, and a verb if one of them
is left. What is a name as well (يزيد, تدمر, رفعت) is none here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from auditor.folding import folded
from auditor.languages import language_data
from auditor.names.words.meant_list import meant_names
from auditor.names.words.nameness import nameness
from auditor.names.words.person_words import given_names

SHORTEST = 3
"""Letters of a stem; two that a weak or a doubled last one leaves have an ending of the past, and nothing more."""
LEAST_BARE = 4
"""Letters of a past tense without ending from which on it is a verb: shorter ones are names and nouns (نصر, سعد)."""
_WEAK = "يا"
_LEADS = ("", "و", "ف")
_FUTURE = ("", "س", "ل")
_PLURAL = "وا"
_PERSONS, _WE = ("ي", "ت", "ن"), "ن"
_IMPERFECT, _PAST, _OF_TWO = ("", "ون", "وا", "ان", "ن"), ("", "ت", "وا", "تا", "نا"), ("ت", "وا")
_BEFORE_OBJECTS = ("", "و", "ت")
_OBJECTS = ("ه", "ها", "هم", "هن", "هما", "نا")
UNNAMED = -0.9
"""Log-odds of its letters from which on a word is a name though it may be a verb: فيورينا."""
LEAST_PLURAL, LEAST_OF_US = 6, 4
"""Letters of a word that ends as a plural, and of a stem after the letter of “we”: shorter ones are names (بينوا, نجار)."""


@lru_cache(maxsize=1 << 16)
def is_verb(word: str) -> bool:
    """Whether a folded word is a form of a verb, has not the letters of a name, and no list has it, as it stands, for one."""
    if len(word) < SHORTEST or word.startswith("ال") or word in _listed() or nameness(word) >= UNNAMED:
        return False
    return any(_is_form(word[len(lead) :]) for lead in _LEADS if word.startswith(lead))


def _is_form(word: str) -> bool:
    return _is_past(word) or any(
        _is_imperfect(word[len(lead) :]) for lead in _FUTURE if word.startswith(lead)
    )


def _is_imperfect(word: str) -> bool:
    if not word.startswith(_PERSONS):
        return False
    is_ours = word.startswith(_WE)
    endings, least = (_IMPERFECT[:1], LEAST_OF_US) if is_ours else (_IMPERFECT, SHORTEST)
    return any(len(rest) >= least and rest in _imperfect() for rest in _rests(word[1:], endings))


def _is_past(word: str) -> bool:
    if word.endswith(_PLURAL) and len(word) < LEAST_PLURAL:
        return False
    if word in _past() and (len(word) >= LEAST_BARE or word in _hollow()):
        return True
    if any(word == stem + end for end in _OF_TWO if (stem := word.removesuffix(end)) in _past()):
        return True
    return any(len(rest) >= SHORTEST and rest in _past() for rest in _rests(word, _PAST) if rest != word)


def _rests(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    """A word without each ending, or object and what stands before it, that it may have."""
    yield from (word.removesuffix(ending) for ending in endings if word.endswith(ending))
    for each in _OBJECTS:
        if word.endswith(each):
            rest = word.removesuffix(each)
            yield from (rest.removesuffix(end) for end in _BEFORE_OBJECTS if rest.endswith(end))


@cache
def _listed() -> frozenset[str]:
    """Words that are names of persons or places."""
    places = language_data("ar", "places")
    words = {*places["spelled"].split(), *places["renamed"]}
    return frozenset(given_names() | words | {each.words[0] for each in meant_names()})


@cache
def _stems(number: int) -> frozenset[str]:
    """0: what the endings of the past follow; 1: what stands between the letter of a person and the endings."""
    return frozenset(
        stem
        for room, verbs in language_data("ar", "verbs").items()
        for verb in map(folded, verbs.split())
        for stem in _of_verb(verb, room)[number]
        if len(stem) > 1
    )


def _past() -> frozenset[str]:
    return _stems(0)


def _imperfect() -> frozenset[str]:
    return _stems(1)


@cache
def _hollow() -> frozenset[str]:
    return frozenset(map(folded, language_data("ar", "verbs")["hollow"].split()))


def _of_verb(verb: str, room: str) -> tuple[set[str], set[str]]:
    """The stems of the past and of the imperfect."""
    past, imperfect = {verb}, set(_present(verb, room))
    if room == "hollow":
        first, last = verb[0], verb[-1]
        past |= {first + last, f"{first}ي{last}"}
        imperfect |= {f"{first}{vowel}{last}" for vowel in ("", *"ويا")}
    elif room == "doubled":
        past.add(verb + verb[-1])
        imperfect.add(verb + verb[-1])
    elif room == "longer" and verb[1] == "ا":
        past.add(f"{verb[0]}و{verb[2:]}")
    if verb[-1] in _WEAK and room != "hollow":
        past |= {verb[:-1] + end for end in ("", "ي", "ا")}
        imperfect |= {each[:-1] + end for each in tuple(imperfect) for end in ("", "ي", "ا", "و")}
    elif room == "derived" and verb[-2] == "ا" and verb.startswith("ا"):
        past |= {verb[:-2] + vowel + verb[-1] for vowel in ("", "ي")}
        imperfect |= {verb[1:-2] + vowel + verb[-1] for vowel in ("", "ي")}
    return past, imperfect


def _present(verb: str, room: str) -> Iterator[str]:
    if room == "derived" and verb.startswith("ا"):
        yield verb[1:]
        return
    yield verb
    if room == "plain" and verb.startswith("و"):
        yield verb[1:]
