"""Whether any convention would spell an Arabic word so: each letter that is written must be heard in its place.

A probability forgives one letter in a long word; this does not: Serghouni is near to سرغيني, and no spelling of it. Only for
words that are known to stand for each other, and for Arabic names: foreign ones are written in Arabic in many ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from auditor.names.spelling.account import costs_at_most, heard_as
from auditor.names.spelling.distortion import edits
from auditor.names.spelling.spelled import consonant_bits
from auditor.names.spelling.transliteration import latin_letters

SPELLED = 0.6
"""Cost of an account up to which a word spells a name; above it lie 6 of 100 spellings in lists of Arabic names."""

_LATIN_KINDS, _ARABIC_KINDS = (
    {letter: str(kind) for kind, letters in enumerate(kinds.split()) for letter in letters}
    for kinds in ("kgqcjx bpvf dt sz rl mn", "كغقجخ بف دتطضذثظ سزصش رل من")
)
_NASAL, _NASAL_AFTER = re.compile("50"), "0"
_UNHEARD = re.compile(r"(?<=[aeo][uiy])l?[tdspxz]+$"), re.compile(r"g(?=n)|g(?=li)|b(?=v)")
"""Consonants that French does not speak at the end of a word, nor Italian and French before n, or b before v: Bugeaud بيجو,
Abagnara أبانيارا, Lefebvre لوفيفر.
"""
_ONE_SOUND = re.compile(r"([b-df-hj-np-tv-z])\1+|[sckgdt]h|dj|ck")
LEAST_KINDS, LONG_KINDS = 2, 3
"""Consonants that two names share to resemble each other; above the second one may differ."""


@lru_cache(maxsize=1 << 14)
def conforms(arabic: str, latin: str) -> bool:
    """Whether a Latin word is a spelling of a folded Arabic word, in whatever convention; the article may be missing."""
    letters = latin_letters(latin)
    return any(spells(form, letters) for form in _forms(arabic))


def conforms_to_any(names: frozenset[str], latin: str) -> bool:
    """Whether a Latin word is a spelling of one of many folded Arabic words, the same ones again and again."""
    letters = latin_letters(latin)
    written = consonant_bits(letters)
    return any(not written & lacking and spells(form, letters) for form, lacking in _forms_of(names))


@cache
def _forms_of(names: frozenset[str]) -> tuple[tuple[str, int], ...]:
    """What words may be the folded copies of, each with the consonants, as bits, that no letter of it is heard as."""
    forms = dict.fromkeys(form for name in sorted(names) for form in _forms(name))
    return tuple([(form, ~_demands(form)[0]) for form in forms])


def _forms(arabic: str) -> Iterator[str]:
    """What a folded word may be the folded copy of, as it stands and without article."""
    bare = arabic.removeprefix("ال") if len(arabic) > 4 else arabic
    for each in dict.fromkeys((arabic, bare)):
        yield from _unfolded(each)


@lru_cache(maxsize=1 << 14)
def _unfolded(arabic: str) -> tuple[str, ...]:
    """What a folded word may be the folded copy of, as far as it is heard: ه of ة, ي of ى and ئ."""
    whole = arabic.removesuffix("ه") + "ة" * arabic.endswith("ه")
    forms = {whole, whole.replace("اي", "ائ")}
    if arabic.endswith("ي"):
        forms |= {form[:-1] + "ى" for form in forms}
    return tuple(sorted(forms))


@lru_cache(maxsize=1 << 17)
def spells(arabic: str, latin: str) -> bool:
    """Whether a word a–z spells an Arabic one, as both are written: its account costs SPELLED at most."""
    return bool(latin) and _may_spell(arabic, latin) and costs_at_most(arabic, latin, SPELLED)


def _may_spell(arabic: str, latin: str) -> bool:
    """Whether no consonant of either word is alone: spares most words the account, which is dear."""
    written = consonant_bits(latin)
    allowed, wanted = _demands(arabic)
    if written & ~allowed:
        return False
    for bits in wanted:  # noqa: SIM110, a generator would take twice the time
        if not bits & written:
            return False
    return True


def heard_consonants(arabic: str) -> int:
    """As bits, the Latin consonants that the letters of a word are heard as."""
    return _demands(arabic)[0]


@lru_cache(maxsize=1 << 16)
def _demands(arabic: str) -> tuple[int, tuple[int, ...]]:
    """As bits, the Latin consonants that the letters of a word are heard as, and those of each letter that is never silent."""
    allowed, wanted = consonant_bits("hwy"), []
    for letter in arabic:
        bits, is_silent = _bits_of(letter)
        allowed |= bits
        if not is_silent:
            wanted.append(bits)
    return allowed, tuple(wanted)


@cache
def _bits_of(letter: str) -> tuple[int, bool]:
    spellings, may_be_silent = heard_as(letter)
    bits = 0
    for each in spellings:
        bits |= consonant_bits(each)
    return bits, may_be_silent


def resembles(arabic: tuple[str, ...], latin: str) -> bool:
    """Whether a word, in one of its readings, and another have nearly the same kinds of consonants, as foreign names do.

    Kongmin is غوغمين, Koryo غوريو: too far from each other for a spelling, too near for another name.
    """
    return any(_resembles(each, latin) for each in arabic)


def same_kinds(arabic: tuple[str, ...], latin: str) -> bool:
    """Whether a word, in one of its readings, and another have consonants of the same kinds, n before k and g aside."""
    return any(_same_kinds(each, latin) for each in arabic)


def same_kinds_in_any_order(arabic: tuple[str, ...], latin: str) -> bool:
    """Whether a word, in one of its readings, and another have as many consonants of each kind, three or more."""
    theirs = sorted(_kinds_of(_together(latin), _LATIN_KINDS))
    return len(theirs) > LEAST_KINDS and any(
        sorted(_kinds_of(each, _ARABIC_KINDS)) == theirs for each in arabic
    )


def _together(latin: str) -> str:
    """A Latin word whose doubled consonants, and those of two letters, are one."""
    return _ONE_SOUND.sub(lambda found: found[0][0], latin)


@lru_cache(maxsize=1 << 14)
def _same_kinds(arabic: str, latin: str) -> bool:
    ours = _NASAL.sub(_NASAL_AFTER, _kinds_of(arabic, _ARABIC_KINDS))
    return len(ours) >= LEAST_KINDS and any(
        ours == _NASAL.sub(_NASAL_AFTER, _kinds_of(each, _LATIN_KINDS))
        for each in _heard(latin_letters(latin))
    )


def _heard(latin: str) -> Iterator[str]:
    """A Latin word as it stands, without letters that some language does not speak, and with double ones as one."""
    yield latin
    for spoken in (*(unheard.sub("", latin) for unheard in _UNHEARD), _together(latin)):
        if spoken != latin:
            yield spoken


@lru_cache(maxsize=1 << 14)
def _resembles(arabic: str, latin: str) -> bool:
    ours = _kinds_of(arabic, _ARABIC_KINDS)
    return any(_are_near(ours, _kinds_of(each, _LATIN_KINDS)) for each in _heard(latin_letters(latin)))


def _are_near(ours: str, theirs: str) -> bool:
    """Whether kinds of consonants begin alike and differ in one at most of many."""
    longest = max(len(ours), len(theirs))
    if ours[:1] != theirs[:1] or longest < LEAST_KINDS:
        return False
    return edits(ours, theirs) <= (1 if longest > LONG_KINDS else 0)


def _kinds_of(word: str, kinds: dict[str, str]) -> str:
    return "".join([kinds[letter] for letter in word if letter in kinds])
