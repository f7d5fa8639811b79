"""How alike two words are as strings: equal figures, the same letters, or a name in two scripts."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter

_ARABIC = str.maketrans(
    {
        **dict.fromkeys("ب", "b"), **dict.fromkeys("تطث", "t"), **dict.fromkeys("جغ", "g"), **dict.fromkeys("حخه", "h"),
        **dict.fromkeys("دض", "d"), **dict.fromkeys("سصشزذظ", "s"), **dict.fromkeys("قك", "k"), **dict.fromkeys("اويءع", ""),
        "ر": "r", "ف": "f", "ل": "l", "م": "m", "ن": "n",
    }
)  # fmt: skip
_DIGRAPHS = ((re.compile("kh|ch(?=[rl])"), "h"), (re.compile("ch|sh|sch"), "s"), (re.compile("th"), "t"), (re.compile("ph"), "f"),
             (re.compile("gh|dj"), "g"), (re.compile("c(?=[eiy])"), "s"), (re.compile("ck"), "k"))  # fmt: skip
_LATIN = str.maketrans(
    {**dict.fromkeys("aeiouwy'-", ""), "p": "b", "v": "f", "j": "g", "q": "k", "c": "k", "x": "k", "z": "s"}
)
_IN_DIGRAPHS = frozenset("hcj")
"""One of which every digraph has."""
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 15)
def skeleton(form: str) -> str:
    """The consonants of a folded word, in classes that Arabic and Latin spelling of a name have in common."""
    if form.isascii():
        if not _IN_DIGRAPHS.isdisjoint(form):
            for pattern, replacement in _DIGRAPHS:
                form = pattern.sub(replacement, form)
        form = form.translate(_LATIN)
    else:
        form = form.translate(_ARABIC)
    return _DOUBLED.sub(itemgetter(1), form)


@lru_cache(maxsize=1 << 16)
def likeness(one: str, other: str) -> float:
    """Of two folded words, in [0, 1]: 1 for the same, else how far they begin alike or share their consonants."""
    if one == other:
        return 1.0
    if one[0].isdigit() or other[0].isdigit():
        return 0.0
    if one.isascii() and other.isascii():
        return _common_start(one, other)
    return _shared_consonants(skeleton(one), skeleton(other))


def _common_start(one: str, other: str) -> float:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length / max(len(one), len(other)) if length >= 3 else 0.0


def _shared_consonants(one: str, other: str) -> float:
    """2 LCS / (length + length), 0 where a skeleton has but one consonant or they begin differently."""
    if min(len(one), len(other)) < 2 or one[0] != other[0] or abs(len(one) - len(other)) > 2:
        return 0.0
    row = [0] * (len(other) + 1)
    for a in one:
        diagonal = 0
        for place, b in enumerate(other, start=1):
            above = row[place]
            row[place] = diagonal + 1 if a == b else max(above, row[place - 1])
            diagonal = above
    return 2 * row[-1] / (len(one) + len(other))


def begin_of(form: str) -> int:
    """The first three letters as a number below 2 ** 39: words of one script are alike only if these are equal."""
    found = 0
    for letter in form[2::-1]:
        found = found << 13 | ord(letter) & 0x1FFF
    return found


def consonant_of(form: str) -> int:
    """The first consonant as a number: words of two scripts are alike only if these are equal; -1 where nothing is like them."""
    consonants = "" if form[0].isdigit() else skeleton(form)
    return ord(consonants[0]) if len(consonants) > 1 else -1
