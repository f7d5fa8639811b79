"""Whether a Latin name of one or more words is a spelling of an Arabic one, under any common convention, and how far a word is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from auditor.languages import language_data
from auditor.names.pair.forms import SPELLS, WordForm
from auditor.names.spelling.account import plain_letters
from auditor.names.spelling.conformity import spells
from auditor.names.spelling.distortion import edits
from auditor.names.spelling.latin_likeness import latin_alike
from auditor.names.spelling.spelled import is_spelled, spelled_alike
from auditor.names.spelling.transliteration import LONGEST_NAME, arabic_letters, features, latin_letters
from auditor.names.words.person_words import closing

LEAST_PART = 3
"""Letters of a part of a name that may be spelled alone."""
_BETWEEN = re.compile(r"[\s\-\u2010\u2011]+")


def same_name(arabic: str, latin: str) -> float:
    """The probability in [0, 1] that `latin` spells `arabic`, as written or without articles.

    Several words are compared as one: عبد اللطيف is Abdellatif, Abdul Latif, Abd al-Latif.
    """
    return max(
        (spelled_alike(one, other) for one in arabic_forms(arabic) for other in latin_forms(latin)),
        default=0.0,
    )


@lru_cache(maxsize=1 << 15)
def arabic_forms(name: str) -> tuple[str, ...]:
    """The letters of a name joined: as written, without its first article, with the article as it is spoken."""
    words = [arabic_letters(word) for word in _BETWEEN.split(name)]
    joined = "".join(words)
    found = [joined]
    if joined.startswith("ال") and len(joined) > 4:
        found.append(joined[2:])
    found += ["".join(map(_spoken, words)), "".join(map(_without_article, words))]
    return tuple(form for form in dict.fromkeys(found) if form)


def _spoken(word: str) -> str:
    """الرحمن as it sounds: اررحمن."""
    if word.startswith("ال") and len(word) > 4 and word[2] in language_data("ar", "names")["sun_letters"]:
        return "ا" + word[2] + word[2:]
    return word


def _without_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@cache
def articles() -> frozenset[str]:
    """What is written before Arabic names in Latin letters, folded: al, el, ech."""
    return frozenset(language_data("fr", "names")["articles"])


@lru_cache(maxsize=1 << 15)
def latin_forms(name: str) -> tuple[str, ...]:
    """The letters of a name joined: as written, and without articles that stand as words of their own."""
    words = [latin_letters(word) for word in _BETWEEN.split(name)]
    bare = [word for word in words if word not in articles()]
    return tuple(form for form in dict.fromkeys(("".join(words), "".join(bare))) if form)


def holds(one: WordForm, other: WordForm) -> bool:
    """Whether a part of one word, from its beginning or to its end, spells the other: بيتا in Betacoronavirus."""
    latin, arabic = (other, one) if one.is_arabic else (one, other)
    return any(
        is_spelled(ours, theirs, SPELLS)
        for whole in arabic.letters
        for spelled in latin.letters
        for ours, theirs in _parts(whole, spelled)
    )


def _parts(arabic: str, latin: str) -> Iterator[tuple[str, str]]:
    for size in range(LEAST_PART, len(latin)):
        yield arabic, latin[:size]
        yield arabic, latin[-size:]
    for size in range(LEAST_PART, len(arabic)):
        yield arabic[:size], latin
        yield arabic[-size:], latin


def resemblance(source: WordForm, others: Sequence[WordForm]) -> float:
    """How much of a word the likest of others spells, by the score a letter, in about [-1, 1]; 0 for strangers."""
    found = 0.0
    for other in others:
        if not (source.letters and other.letters):
            continue
        if not source.is_arabic:
            one, another = source.letters[0], other.letters[0]
            found = max(found, 1 - edits(one, another) / max(len(one), len(another)))
        elif len(other.letters[0]) <= LONGEST_NAME:
            found = max(found, max(features(each, other.letters[0])[2] for each in source.letters) / 10)
    return min(1.0, found)


def joined_alike(source: Sequence[WordForm], target: Sequence[WordForm]) -> float:
    """The probability that words one after the other spell a name together, as they stand and without article."""
    forms, latin = _joined(source, target)
    if not source[0].is_arabic:
        return latin_alike(forms[0], latin)
    return max([spelled_alike(each, latin) for each in forms], default=0.0)


def are_joined_alike(source: Sequence[WordForm], target: Sequence[WordForm], least: float = SPELLS) -> bool:
    """Whether `joined_alike` is `least` or more."""
    forms, latin = _joined(source, target)
    if not source[0].is_arabic:
        return latin_alike(forms[0], latin) >= least
    return any(is_spelled(each, latin, least) for each in forms) or (
        least <= SPELLS and _is_compound(source, latin)
    )


def _is_compound(source: Sequence[WordForm], latin: str) -> bool:
    """Whether letters account for a name of two words that are often written as one: عز الدين Azzedine, عبد الحفيظ Abdelhafid."""
    if len(source) != 2 or not (source[0].is_joiner or source[1].folded in closing()):
        return False
    second = plain_letters(source[1].written)
    return any(
        spells(first + second, latin) for first in source[0].readings if source[0].folded.endswith(first)
    )


def _joined(source: Sequence[WordForm], target: Sequence[WordForm]) -> tuple[list[str], str]:
    """What the words of the two sides are, written as one: the source in every form that is looked at."""
    latin = "".join([word.letters[0] for word in target if word.letters])
    if not source[0].is_arabic:
        return ["".join([word.folded for word in source])], latin
    whole = "".join([word.letters[0] for word in source if word.letters])
    if len(source) == 1:
        return [whole, whole.removeprefix("ال"), *source[0].letters], latin
    rest = "".join([word.letters[0] for word in source[1:] if word.letters])
    first = source[0]
    bare = [each + rest for each in first.letters[1:] if first.folded.endswith(each) and len(each) > 1]
    return [whole, whole.removeprefix("ال"), *bare], latin
