"""Words that are no words: what was meant, where one slip explains it."""

from __future__ import annotations

import math
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from auditor.damage.edits import Slip, edited, slip
from auditor.damage.word_forms import COMMON, FORMS_HAVE, FormsOf, forms_of
from auditor.language_runs.scores import listed_words
from auditor.languages import language_data

SHORTEST = 4
STEM = 4
LONG, RARE, SEEN = 9, 2, 5
"""Letters from which a word meant may be so rare; what a shorter one was seen at least."""


class Misprint(NamedTuple):
    """`meant` is what one slip makes of the word; `score` says how much likelier that is than a word unknown here.

    `at_end`: the slip is the last letter, where words of one family differ as well.
    """

    meant: str
    kind: str
    score: float
    at_end: bool


@lru_cache(maxsize=1 << 16)
def misprints(word: str, language: str) -> tuple[Misprint, ...]:
    """What a word in small letters may have been meant to be, the likeliest first; nothing where it is a word."""
    forms = forms_of(language)
    if len(word) < SHORTEST or _is_known(word):
        return ()
    derived = is_derived(word, forms)
    found = []
    least = RARE if len(word) >= LONG else SEEN
    for meant in edited(word) & forms.known:
        if forms.level(meant) < least:
            continue
        made = slip(word, meant)
        if not derived or (made.kind == "double" and 0 < made.place < len(word) - 1):
            odd = forms.rarity(word) - forms.rarity(meant)
            score = _score(word, made, forms.level(meant), odd)
            found.append(Misprint(meant, made.kind, score, made.place >= len(word) - 1))
    return tuple(sorted(found, key=lambda each: (-each.score, each.meant)))


def _score(word: str, made: Slip, level: int, odd: float) -> float:
    """Log-odds; the weights are those of `data/slips.toml`."""
    weights = _weights()
    behind = len(word) - made.place
    score = weights["base"] + weights["kinds"][made.kind]
    score += (
        weights["level"] * math.log2(level) + weights["odd"] * odd + weights["letter"] * min(len(word), 10)
    )
    score += weights["first"] * (made.place == 0) + weights["last"] * (behind <= 1)
    score += weights["last_but_one"] * (behind == 2) + weights["uncommon"] * (level < COMMON)
    return float(score)


@lru_cache(maxsize=1 << 16)
def is_word(word: str, language: str) -> bool:
    """Whether a word is known in one of the languages, a form of a known word, or put together from known parts."""
    return _is_known(word) or is_derived(word, forms_of(language))


def _is_known(word: str) -> bool:
    """Whether a word is known in one of the languages, from training or from the dictionary."""
    return word in listed_words() or any(forms_of(each).level(word) for each in FORMS_HAVE)


def is_derived(word: str, forms: FormsOf) -> bool:
    """Whether a word is a form of a known word of the language, or put together from known parts."""
    return is_form(word, forms) or _is_compound(word, forms)


@lru_cache(maxsize=1 << 16)
def is_form(word: str, forms: FormsOf) -> bool:
    """Whether a word that was seen twice or more has the same stem and another ending of the same paradigm."""
    others = _endings(forms.language)
    for place in range(max(STEM, (len(word) + 1) // 2), len(word) + 1):
        ending = word[place:]
        if ending in others:
            stem = word[:place]
            if any(forms.level(stem + other) >= 2 for other in others[ending]):
                return True
    return False


def _is_compound(word: str, forms: FormsOf) -> bool:
    """Whether a known prefix and a word, or in English two words, are put together."""
    prefixes = _prefixes(forms.language)
    for place in range(2, len(word) - 3):
        head, rest = word[:place], word[place:]
        if head in prefixes and (forms.level(rest) >= 2 or (place >= 4 and is_form(rest, forms))):
            return True
        if forms.language == "en" and place >= 4 and forms.level(head) >= 5 <= forms.level(rest):
            return True
    return False


@cache
def _endings(language: str) -> dict[str, tuple[str, ...]]:
    """For each ending those of the same paradigms."""
    found: dict[str, dict[str, None]] = {}
    for line in language_data(language, "damage")["paradigms"]:
        paradigm = [ending.replace("-", "") for ending in line.split()]
        for ending in paradigm:
            found.setdefault(ending, {}).update(dict.fromkeys(paradigm))
    return {ending: tuple(others) for ending, others in found.items()}


@cache
def _prefixes(language: str) -> frozenset[str]:
    return frozenset(language_data(language, "damage")["prefixes"])


@cache
def _weights() -> dict[str, Any]:
    return tomllib.loads(files("auditor.damage").joinpath("data", "slips.toml").read_text(encoding="utf-8"))
