"""A letter-by-letter account of a Latin spelling of an Arabic name: which letters are heard, and what is left unexplained.

Arabic writes consonants and long vowels. Each consonant must be met in its order, a long vowel by a vowel of its kind; short
vowels stand anywhere between consonants, and ع, ء and the final ة may be silent (`languages/ar/spelling.toml`). Every
departure is one of SLIPS; the account is the cheapest path through the two words, its slips counted by kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import heappop, heappush
from itertools import chain
from math import inf

from auditor.languages import language_data

SLIPS = ("lost", "extra", "near", "far", "rare", "long_lost", "long_wrong", "hiatus", "odd", "ending", "glide",
         "breath")  # fmt: skip
"""Consonant that is not heard; Latin consonant without Arabic one; consonant heard as one of its kind, or of another;
unusual spelling; long vowel that is not heard, or as another; two vowels of which one has no letter; short vowel spelled
long; vowel at the end or beginning that no letter tells of; w or y between vowels; an h."""
LOST, EXTRA, NEAR, FAR, RARE, LONG_LOST, LONG_WRONG, HIATUS, ODD, ENDING, GLIDE, BREATH = range(len(SLIPS))
COSTS = (1.0, 1.0, 0.7, 1.2, 0.3, 0.8, 0.8, 0.7, 0.65, 0.65, 0.65, 0.4)
"""What the path pays for each: of names with letters that foreign ones hardly have, in lists of single names and of places, 92 to 96
of 100 cost 0.6 or less, and of those above half are other names (`tests/benchmark/names.py`)."""
MISHEARD = min(COSTS[NEAR], COSTS[FAR], COSTS[LONG_WRONG])
MOST_EACH = 0.4
"""Cost for each letter of the longer word above which a path is given up, and the account infinite."""
_MARKS = re.compile("[^ء-غف-يٱپچڤگڭکیھہژ]")
_NEUTRAL, _SHORT, _LONG = 0, 1, 2
_VOWELS = frozenset("aeiouy")
_THROAT = frozenset("عءئؤأ")
_HEARD = (_NEUTRAL, _SHORT, _LONG)
_SILENT, _ARTICLE = "-", "ال"
_LETTERS = str.maketrans("یکھہٱ", "يكههأ")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1+")
_RUN = re.compile(r"[aeiouy]+")
_CONSONANT = re.compile(r"kh|sh|ch|gh|th|dh|ph|dj|[bcdfghjklmnpqrstvwxz]")
_SHORT_VOWELS = frozenset({"a", "e", "i", "o", "u", "y", "ou", "eu"})

Slips = tuple[int, ...]
Options = tuple[tuple[str, bool], ...]  # Latin letters, whether they are rare for the Arabic ones
Choice = tuple[int, str, int, Slips]  # Arabic letters taken, Latin letters, what is heard last, slips
Step = tuple[int, int, int, Slips]  # Arabic and Latin letters taken, what is heard last, slips


@dataclass(frozen=True, slots=True)
class Account:
    """How often the best path slips in each of the ways of SLIPS, and what that costs."""

    slips: tuple[int, ...]
    cost: float


@lru_cache(maxsize=1 << 16)
def account(arabic: str, latin: str) -> Account:
    """The cheapest account of a word a–z for an Arabic word as it is written, without marks and particles."""
    cost, slips = _cheapest(arabic, latin, inf)
    return Account(tuple([slips.count(kind) for kind in range(len(SLIPS))]), cost)


def costs_at_most(arabic: str, latin: str, most: float) -> bool:
    """Whether the account costs `most` or less: the less that is, the fewer paths are followed."""
    return _cheapest(arabic, latin, most)[0] <= most


def _cheapest(arabic: str, latin: str, limit: float) -> tuple[float, Slips]:
    """The cost and the slips of the best path, infinite where every path costs more than `limit`.

    A place is its Arabic and Latin letters and what was heard last, as one number that grows with every step.
    """
    latin = _DOUBLED.sub(r"\1", latin)
    choices, most = _choices(arabic, limit), MOST_EACH * max(len(arabic), len(latin))
    width, kinds = len(latin) + 1, len(_HEARD)
    best: dict[int, tuple[float, Slips]] = {0: (0.0, ())}
    waiting = [0]
    while waiting:
        place = heappop(waiting)
        here, slipped = best[place]
        if here > most:
            continue
        (i, j), last = divmod(place // kinds, width), place % kinds
        steps = _steps(arabic, choices, i, latin[j:], last)
        if i < len(arabic) and limit >= MISHEARD:
            steps = chain(steps, _misheard(arabic[i], latin[j:], last))
        for taken, heard, after, slips in steps:
            cost = here + _cost(slips)
            if cost > limit:
                continue
            to = ((i + taken) * width + j + heard) * kinds + after
            if to not in best:
                heappush(waiting, to)
            elif cost >= best[to][0]:
                continue
            best[to] = cost, slipped + slips
    end = (len(arabic) * width + len(latin)) * kinds
    return min([best[end + last] for last in _HEARD if end + last in best], default=(inf, ()))


@cache
def _cost(slips: Slips) -> float:
    return sum(COSTS[slip] for slip in slips)


@lru_cache(maxsize=1 << 16)
def plain_letters(written: str) -> str:
    """An Arabic word as it is written, without vowels, marks and what else is no letter."""
    return _MARKS.sub("", written).translate(_LETTERS)


def _steps(
    arabic: str, choices: tuple[tuple[Choice, ...], ...], i: int, rest: str, last: int
) -> Iterator[Step]:
    """The ways on from a place that `choices` leave: `rest` is what is left of the Latin word, `last` what was heard before it."""
    if rest:
        yield from _unwritten(arabic, i, rest, last)
    for taken, spelled, after, slips in choices[i] if i < len(arabic) else ():
        if rest.startswith(spelled):
            if spelled:
                doubled = after == _LONG and last == _SHORT
                yield taken, len(spelled), after, (*slips, HIATUS) if doubled else slips
            else:
                opens = i == 0 and last == _NEUTRAL and arabic[0] == "ع" and rest[:1] not in _VOWELS
                yield taken, 0, last if after < 0 else after, (*slips, ENDING) if opens else slips


def _misheard(letter: str, rest: str, last: int) -> Iterator[Step]:
    """A letter heard as another consonant, or as other vowels."""
    if not _tables()["vowels"].get(letter) and letter not in _THROAT:
        heard = _CONSONANT.match(rest)
        if heard is not None:
            near = not _kinds().get(letter, frozenset()).isdisjoint(heard[0])
            yield 1, len(heard[0]), _NEUTRAL, (NEAR,) if near else (FAR,)
    elif (run := _RUN.match(rest)) is not None and letter not in "عء":
        hiatus = (HIATUS,) if last == _SHORT else ()
        for size in range(1, min(2, len(run[0])) + 1):
            yield 1, size, _LONG, (LONG_WRONG, *hiatus)


def _unwritten(arabic: str, i: int, rest: str, last: int) -> Iterator[Step]:
    """Latin letters that no Arabic letter is written for: short vowels, and what should not be there."""
    run = _RUN.match(rest)
    if run is not None:
        for size in range(1, min(3, len(run[0])) + 1):
            yield 0, size, _SHORT, _vowel_slips(arabic, i, rest[:size], last)
    if rest[0] in "wy" and last != _NEUTRAL:
        yield 0, 1, _NEUTRAL, (GLIDE,)
    elif rest[0] == "h":
        closes = i == len(arabic) and last != _NEUTRAL and len(rest) == 1
        yield 0, 1, last, () if closes else (BREATH if last != _NEUTRAL else EXTRA,)
    elif rest[0] not in "aeiou":
        heard = _CONSONANT.match(rest)
        yield 0, len(heard[0]) if heard else 1, _NEUTRAL, (EXTRA,)


def _vowel_slips(arabic: str, i: int, vowel: str, last: int) -> Slips:
    """How vowels slip that are no letter's: one, or ou, between consonants does not; nor does a silent e at the end."""
    slips: Slips = () if vowel in _SHORT_VOWELS else (ODD,)
    if last != _NEUTRAL:
        return (*slips, HIATUS)
    if i == len(arabic):
        if vowel == "e" or (len(vowel) == 1 and arabic[-1:] in "عءه"):
            return slips
        return (RARE,) if vowel == "ou" else (*slips, ENDING)
    return (*slips, ENDING) if i == 0 and arabic[0] != "ع" else slips


@lru_cache(maxsize=1 << 15)
def _choices(arabic: str, limit: float) -> tuple[tuple[Choice, ...], ...]:
    """For each letter how it may be heard, alone or with the next, for `limit` at most; -1 where what was heard last stays so."""
    found = []
    for i, letter in enumerate(arabic):
        begins = i == 0 or (i == len(_ARTICLE) and arabic.startswith(_ARTICLE))
        place = "initial" if begins else "final" if i == len(arabic) - 1 else "vowels"
        joined = tuple([each for each in _groups(arabic, i) if _cost(each[-1]) <= limit])
        doubled = i > 0 and arabic[i - 1] == letter
        found.append(joined + _letter(letter, (place,) if i == 0 else (place, "vowels"), doubled, limit))
    return tuple(found)


def _groups(arabic: str, i: int) -> Iterator[Choice]:
    """How two letters are heard as one: as a consonant, a vowel at the beginning, or the article."""
    tables, two = _tables(), arabic[i : i + 2]
    for spelled, rare in tables["pairs"].get(two, ()):
        yield 2, spelled, _NEUTRAL, (RARE,) if rare else ()
    for spelled, rare in tables["openings"].get(two, ()) if i == 0 else ():
        yield 2, spelled, _LONG, (RARE,) if rare else ()
    if two == _ARTICLE and (not i or arabic[:i] in _heads()):
        for spelled, rare in tables["article"][two]:
            yield 2, spelled, _SHORT if spelled in _VOWELS else _NEUTRAL, (RARE,) if rare else ()


@cache
def _letter(letter: str, places: tuple[str, ...], doubled: bool, limit: float) -> tuple[Choice, ...]:  # noqa: FBT001
    """How a letter is heard alone, for `limit` at most; its vowels are those of the first of `places` that has some."""
    tables = _tables()
    if letter in "عء":
        return ((1, "", _NEUTRAL, ()),)
    vowels = next((tables[place][letter] for place in places if tables[place].get(letter)), ())
    heard: list[Choice] = []
    for spelled, rare in vowels:
        kind = -1 if spelled == _SILENT else _LONG if spelled[0] in _VOWELS else _NEUTRAL
        heard.append((1, spelled.removeprefix(_SILENT), kind, (RARE,) if rare else ()))
    for spelled, rare in tables["glides"].get(letter) or tables["consonants"].get(letter, ()):
        kind = -1 if spelled == _SILENT and letter not in _THROAT else _NEUTRAL
        heard.append((1, spelled.removeprefix(_SILENT), kind, (RARE,) if rare else ()))
    heard.append((1, "", -1, () if doubled else (LONG_LOST,) if vowels else (LOST,)))
    return tuple([each for each in heard if _cost(each[-1]) <= limit])


@cache
def _tables() -> dict[str, dict[str, Options]]:
    names = ("consonants", "pairs", "vowels", "glides", "openings", "initial", "final", "article")
    return {name: _options(language_data("ar", "spelling")[name]) for name in names}


def _options(listed: dict[str, list[str]]) -> dict[str, Options]:
    return {
        letters: tuple([(each, rare) for rare in (False, True) for each in spellings[rare].split()])
        for letters, spellings in listed.items()
    }


@cache
def _heads() -> frozenset[str]:
    """Words that are joined to the article of the word after them: عبد in عبدالعزيز."""
    return frozenset(language_data("ar", "spelling")["heads"].split())


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """For each Arabic consonant the Latin ones of its kind, which it is mistaken for."""
    groups: dict[str, str] = language_data("ar", "spelling")["kinds"]
    found: dict[str, frozenset[str]] = {}
    for arabic, latin in (group.split() for group in groups.values()):
        for letter in arabic:
            found[letter] = found.get(letter, frozenset()) | frozenset(latin)
    return found


@cache
def heard_as(letter: str) -> tuple[frozenset[str], bool]:
    """What an Arabic letter may be spelled as, in any place, and whether it may be silent, or a vowel."""
    rows = [
        (key, each) for table in _tables().values() for key, options in table.items() for each, _ in options
    ]
    alone = [each for key, each in rows if key == letter]
    is_silent = letter in _THROAT or letter == _ARTICLE[-1] or not alone or _SILENT in alone
    return frozenset(each for key, each in rows if letter in key), is_silent or any(
        set(each) <= _VOWELS for each in alone
    )
