"""Whether any convention would spell an Arabic word so: each letter that is written must be heard in its place.

A probability forgives one letter in a long word; this does not: Serghouni is near to سرغيني, and no spelling of it. Only for
words that are known to stand for each other, and for Arabic names: foreign ones are written in Arabic in many ways.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from auditor.languages import language_data
from auditor.names.distortion import edits
from auditor.names.transliteration import latin_letters

_SHORT = "[aeiouyw]{0,3}?h?"
_UNHEARD = frozenset("aeiouywh")

_LATIN_KINDS = ("kgqcjx", "bpvf", "dt", "sz", "rl", "mn")
_ARABIC_KINDS = ("كغقجخ", "بف", "دتطضذثظ", "سزصش", "رل", "من")
_NASAL, _NASAL_AFTER = re.compile("50"), "0"
LEAST_KINDS, LONG_KINDS = 2, 3
"""Consonants that two names share to resemble each other; above the second one may differ."""


@lru_cache(maxsize=1 << 14)
def conforms(arabic: str, latin: str) -> bool:
    """Whether a Latin word is a spelling of a folded Arabic word, in whatever convention; the article may be missing."""
    letters = latin_letters(latin)
    bare = arabic.removeprefix("ال") if len(arabic) > 4 else arabic
    return any(
        _may_conform(form, letters) and _pattern(form).fullmatch(letters) is not None
        for form in dict.fromkeys((arabic, bare))
    )


def resembles(arabic: tuple[str, ...], latin: str) -> bool:
    """Whether a word, in one of its readings, and another have nearly the same kinds of consonants, as foreign names do.

    Kongmin is غوغمين, Koryo غوريو: too far from each other for a spelling, too near for another name.
    """
    return any(_resembles(each, latin) for each in arabic)


def same_kinds(arabic: tuple[str, ...], latin: str) -> bool:
    """Whether a word, in one of its readings, and another have consonants of the same kinds, n before k and g aside."""
    return any(_same_kinds(each, latin) for each in arabic)


@lru_cache(maxsize=1 << 14)
def _same_kinds(arabic: str, latin: str) -> bool:
    ours, theirs = (
        _NASAL.sub(_NASAL_AFTER, kinds)
        for kinds in (_kinds_of(arabic, _ARABIC_KINDS), _kinds_of(latin_letters(latin), _LATIN_KINDS))
    )
    return ours == theirs and len(ours) >= LEAST_KINDS


@lru_cache(maxsize=1 << 14)
def _resembles(arabic: str, latin: str) -> bool:
    ours, theirs = _kinds_of(arabic, _ARABIC_KINDS), _kinds_of(latin_letters(latin), _LATIN_KINDS)
    longest = max(len(ours), len(theirs))
    if ours[:1] != theirs[:1] or longest < LEAST_KINDS:
        return False
    return edits(ours, theirs) <= (1 if longest > LONG_KINDS else 0)


def _kinds_of(word: str, kinds: tuple[str, ...]) -> str:
    return "".join(str(place) for letter in word for place, kind in enumerate(kinds) if letter in kind)


def _may_conform(arabic: str, latin: str) -> bool:
    """Whether no letter of either word is alone: spares most words a pattern, which is dear to make."""
    written = frozenset(latin)
    allowed, wanted = _demands(arabic)
    return written <= allowed and not any(map(written.isdisjoint, wanted))


@lru_cache(maxsize=1 << 13)
def _demands(arabic: str) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """The Latin letters that a spelling may have, and for each letter of the word that is always heard those it is heard as."""
    parts = [_heard_as(spelled) for spelled in _spellings(arabic)]
    return _UNHEARD.union(*[letters for letters, _ in parts]), tuple(
        letters for letters, may_be_silent in parts if not may_be_silent
    )


@cache
def _heard_as(spelled: str) -> tuple[frozenset[str], bool]:
    """The letters in the pattern of a letter, and whether it matches nothing as well."""
    return frozenset(filter(str.isalpha, spelled)), re.fullmatch(f"(?:{spelled})", "") is not None


def _spellings(arabic: str) -> list[str]:
    """For each letter of a folded word the pattern of what it may be written as, in its place."""
    table: dict[str, str] = language_data("ar", "persons")["letters"]
    last = len(arabic) - 1
    return [
        table.get(f"{letter}$" if place == last else f"^{letter}" if place == 0 else letter)
        or table.get(letter, "")
        for place, letter in enumerate(arabic)
    ]


@lru_cache(maxsize=1 << 13)
def _pattern(arabic: str) -> re.Pattern[str]:
    parts = []
    for place, (letter, spelled) in enumerate(zip(arabic, _spellings(arabic), strict=True)):
        parts.append(f"(?:{spelled})")
        if place < len(arabic) - 1 or letter not in "اويهي":
            parts.append(_SHORT)
    return re.compile("".join(parts) + "(?:e|h)?")
