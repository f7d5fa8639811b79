"""Whether a Latin word spells an Arabic one: quick tests by consonants, and the probability."""

from __future__ import annotations

from functools import cache, lru_cache

from auditor.names.transliteration import (
    INITIAL,
    LONG_VOWELS,
    LONGEST_NAME,
    VOWELS,
    features,
    model,
)
from auditor.odds import probability

LEAST = 2
"""Consonants of an Arabic word that is ruled out by them."""


@lru_cache(maxsize=1 << 12)
def begins_with(arabic: str, letter: str) -> bool:
    """Whether a Latin letter may begin the spelling of an Arabic word."""
    row = model().units[INITIAL].get(arabic[:1], {})
    return any(weight > 0 and latin.startswith(letter) for latin, weight in row.items())


@cache
def _letter_sets() -> tuple[dict[str, int], dict[str, int]]:
    """For each Arabic letter, as bits, the Latin consonants it may stand for; for each Latin consonant its bit."""
    bits = {
        chr(code): 1 << place
        for place, code in enumerate(range(ord("a"), ord("z") + 1))
        if chr(code) not in VOWELS
    }
    reach: dict[str, int] = {}
    for place in model().units:
        for arabic, row in place.items():
            mask = sum(
                {
                    bits[letter]
                    for latin, weight in row.items()
                    if weight > 0
                    for letter in latin
                    if letter in bits
                }
            )
            for letter in arabic:
                reach[letter] = reach.get(letter, 0) | mask
    return reach, bits


@lru_cache(maxsize=1 << 16)
def reach(arabic: str) -> int:
    """As bits, the Latin consonants that the letters of an Arabic word may stand for."""
    known = _letter_sets()[0]
    total = 0
    for letter in arabic:
        total |= known.get(letter, 0)
    return total


@lru_cache(maxsize=1 << 16)
def consonant_bits(latin: str) -> int:
    bits = _letter_sets()[1]
    return sum({bits[letter] for letter in latin if letter in bits})


def may_be_alike(arabic: str, latin: str) -> bool:
    """False where the lengths, a third of the consonants of the Latin word, or half of those of the Arabic one, rule it out: spares the search for a path."""
    if (
        not arabic
        or not latin
        or len(latin) > LONGEST_NAME
        or len(latin) > 3 * len(arabic) + 3
        or len(arabic) > 2 * len(latin) + 2
    ):
        return False
    wanted = consonant_bits(latin)
    strange = (wanted & ~reach(arabic)).bit_count()
    if 3 * strange > wanted.bit_count():
        return False
    consonants = _wanted(arabic)
    unheard = 0
    for each in consonants:
        if not each & wanted:
            unheard += 1
    return len(consonants) < LEAST or 2 * unheard <= len(consonants)


@lru_cache(maxsize=1 << 16)
def _wanted(arabic: str) -> tuple[int, ...]:
    """For each consonant of an Arabic word, as bits, the Latin consonants it may stand for."""
    known = _letter_sets()[0]
    return tuple(known.get(letter, 0) for letter in arabic if letter not in LONG_VOWELS)


def has_same_consonants(arabic: str, latin: str) -> bool:
    """Whether each consonant of either word may stand for one of the other: nearly so where one spells the other."""
    found = consonant_bits(latin)
    if found & ~reach(arabic):
        return False
    for wanted in _wanted(arabic):  # noqa: SIM110, a generator would take twice the time
        if not wanted & found:
            return False
    return True


@lru_cache(maxsize=1 << 17)
def spelled_alike(arabic: str, latin: str) -> float:
    """The probability that `latin` (a–z) spells `arabic` (folded letters), as they stand."""
    if not may_be_alike(arabic, latin):
        return 0.0
    logit = sum(
        weight * value for weight, value in zip(model().calibration, features(arabic, latin), strict=True)
    )
    return probability(logit)
