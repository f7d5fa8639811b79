"""Words whose letters no convention of Arabic names accounts for, and rightly: Halilhodžić, İstanbul, Aghlabides, Nabataean.

A letter such as č or ş gives those around it the values of its own language, and the learned word for a people or a dynasty has
the vowels of its founder, not those of the Arabic plural.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from auditor.languages import language_data
from auditor.names.spelling.conformity import same_kinds, spells

LEAST_STEM = 3
"""Letters that are left of a word without the ending of a people."""


@lru_cache(maxsize=1 << 16)
def is_of_others(written: str) -> bool:
    """Whether a Latin word, as it is written, has a letter of another orthography than those of French, English and Arabic names."""
    return not _foreign_letters().isdisjoint(written.lower())


@cache
def _foreign_letters() -> frozenset[str]:
    return frozenset(language_data("ar", "names")["foreign_letters"])


@lru_cache(maxsize=1 << 16)
def is_foreign(arabic: str) -> bool:
    """Whether a folded Arabic word ends as foreign names do: خليلوزيتش, إمام أوغلو."""
    return arabic.endswith(_foreign_endings())


@cache
def _foreign_endings() -> tuple[str, ...]:
    return tuple(language_data("ar", "names")["foreign_endings"].split())


def is_learned(arabic: Iterable[str], latin: str) -> bool:
    """Whether a folded Latin word is the learned one for a people that a word, in one of its readings, names, or its plural:
    الأوسكار is the Oscars.
    """
    return any(_is_learned(each, latin) or _is_plural(each, latin) for each in arabic)


@lru_cache(maxsize=1 << 16)
def _is_plural(arabic: str, latin: str) -> bool:
    is_definite = arabic.startswith(("ال", "لل"))
    return is_definite and latin.endswith("s") and spells(arabic[2:], latin[:-1])


@lru_cache(maxsize=1 << 16)
def _is_learned(arabic: str, latin: str) -> bool:
    ours, theirs = _endings()
    stems = [latin.removesuffix(each) for each in theirs if latin.endswith(each)]
    peoples = [arabic.removesuffix(each).removeprefix("ال") for each in ours if arabic.endswith(each)]
    return any(
        len(stem) >= LEAST_STEM and len(people) >= LEAST_STEM and same_kinds((people,), stem)
        for stem in stems
        for people in peoples
    )


@cache
def _endings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What peoples end with in Arabic, and in French and English."""
    table = language_data("ar", "names")
    return tuple(table["arabic_peoples"].split()), tuple(table["learned_peoples"].split())
