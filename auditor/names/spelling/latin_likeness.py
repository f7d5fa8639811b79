"""Whether two words of two languages in Latin letters are one name: Poutine Putin, Bachar Bashar, Londres London."""

from __future__ import annotations

from functools import lru_cache

from auditor.languages import language_data
from auditor.names.spelling.distortion import edits

VOWELS = frozenset("aeiou")

SAME, NEAR, STRANGERS = 0.97, 0.7, 0.01
"""Probabilities that two words are one name: spelled or sounding the same; nearly; otherwise."""
LEAST = 3
"""Consonants that make two names one whatever their vowels."""
LONG, VERY_LONG = 4, 8
"""Sounds from which on one, and two, may differ between two forms of a name."""


def latin_alike(one: str, other: str) -> float:
    """The probability that two folded words are forms of one name, by their letters alone."""
    if one == other:
        return SAME
    if abs(len(one) - len(other)) > 4 or not one.isalpha() or not other.isalpha():
        return STRANGERS
    ours, theirs = sounds(one), sounds(other)
    if ours == theirs:
        return SAME
    if consonants(ours) == consonants(theirs) and len(consonants(ours)) >= LEAST:
        return NEAR
    size = max(len(ours), len(theirs))
    allowed = 2 if size >= VERY_LONG else 1 if size >= LONG else 0
    return NEAR if edits(ours, theirs) <= allowed else STRANGERS


def consonants(sounds: str) -> str:
    """The consonants of a name's sounds, of which c, g and k are one: Kondoz Kunduz."""
    return "".join("k" if letter in "cg" else letter for letter in sounds if letter not in VOWELS)


@lru_cache(maxsize=1 << 14)
def sounds(word: str) -> str:
    """A folded word as French and English would agree to write it: tch and ch are one, w is v, e at the end is silent."""
    for letters, sound in language_data("fr", "names")["sounds"].items():
        word = word.replace(letters, sound)
    found = ""
    for letter in word:
        if not found.endswith(letter):
            found += letter
    return found.rstrip("es") or found
