"""Whether a Latin word spells an Arabic one: quick tests by consonants, and the probability."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from operator import add

from auditor.names.spelling.transliteration import (
    IMPOSSIBLE,
    INITIAL,
    LONG_VOWELS,
    LONGEST,
    LONGEST_NAME,
    MEDIAL,
    VOWELS,
    best_path,
    features_of,
    model,
)
from auditor.odds import probability

LEAST = 2
"""Consonants of an Arabic word that is ruled out by them."""
SUREST = 0.999
"""Probability above which log-odds are not told from each other."""
_NO_CONSONANTS = dict.fromkeys(each for each in range(ord("a"), ord("z") + 1) if chr(each) not in VOWELS)
ROUNDING = 1e-6
"""What two sums of the same weights in different orders may differ by, and more."""


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
    found: dict[str, int] = {}
    for place in model().units:
        for arabic, row in place.items():
            mask = _union("".join([latin for latin, weight in row.items() if weight > 0]), bits)
            for letter in arabic:
                found[letter] = found.get(letter, 0) | mask
    return found, bits


@lru_cache(maxsize=1 << 16)
def reach(arabic: str) -> int:
    """As bits, the Latin consonants that the letters of an Arabic word may stand for."""
    return _union(arabic, _letter_sets()[0])


@lru_cache(maxsize=1 << 16)
def consonant_bits(latin: str) -> int:
    return _union(latin, _letter_sets()[1])


def _union(letters: str, known: dict[str, int]) -> int:
    total = 0
    for letter in letters:
        total |= known.get(letter, 0)
    return total


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


def spelled_alike(arabic: str, latin: str, least: float = 0.0) -> float:
    """The probability that `latin` (a–z) spells `arabic` (folded letters), as they stand; 0 where it is below `least`, which for
    most words is known without the search for a path.
    """
    return 0.0 if least and ceiling(arabic, latin) < least else _spelled_alike(arabic, latin, least)


def is_spelled(arabic: str, latin: str, least: float) -> bool:
    """Whether that is `least` or more, above 0."""
    return spelled_alike(arabic, latin, least) >= least


@lru_cache(maxsize=1 << 17)
def _spelled_alike(arabic: str, latin: str, least: float) -> float:
    if not least and not may_be_alike(arabic, latin):  # who may not has a ceiling of 0
        return 0.0
    path = best_path(arabic, latin, _floors(arabic, latin, least) if least else ())
    if path[0] == IMPOSSIBLE:
        return 0.0
    values = zip(model().calibration, features_of(arabic, latin, path), strict=True)
    found = probability(sum([weight * value for weight, value in values]))
    return found if found >= least else 0.0


def _floors(arabic: str, latin: str, least: float) -> list[float]:
    """For each number of letters of an Arabic word the score up to which those after them cannot make a path likely enough."""
    line, vowels = _line(len(arabic) + len(latin)), len(latin.translate(_NO_CONSONANTS))
    spare = line.vowel * vowels + line.consonant * (len(latin) - vowels) + line.arabic * len(_wanted(arabic))
    sure = min(least, SUREST)
    wanted = (log(sure / (1 - sure)) - line.at_zero - spare) / line.rate - ROUNDING
    return [wanted - top for top in _tops(arabic, latin)]


@lru_cache(maxsize=1 << 17)
def ceiling(arabic: str, latin: str) -> float:
    """A probability that `spelled_alike` is never above: each Arabic letter with the best that the Latin word has for it, in any order."""
    if not may_be_alike(arabic, latin):
        return 0.0
    line = _line(len(arabic) + len(latin))
    spare = line.paid * len(latin) + line.arabic * len(_wanted(arabic))
    return probability(line.at_zero + line.rate * _tops(arabic, latin)[0] + spare + ROUNDING)


def _tops(arabic: str, latin: str) -> list[float]:
    """For each number of letters of an Arabic word the most that those after them may score with the Latin word, the order aside."""
    heights = _heights(latin)
    top, beyond = 0.0, IMPOSSIBLE
    found = [top]
    for one, two in reversed(_units_of(arabic)):
        single, double = top + heights[one], beyond + heights[two]
        top, beyond = single if single > double else double, top  # noqa: FURB136, a call would take twice the time
        found.append(top)
    found.reverse()
    return found


@dataclass(frozen=True, slots=True)
class _Line:
    """The log-odds of words of one size `at_zero` score, those of a unit of score, and what a letter adds at most that nothing
    stands for: a Latin `vowel` or `consonant` without its own weight, either when its weight is `paid`, an Arabic consonant.
    Arabic long vowels and the ends of words only weigh against a spelling, by the calibration of the model.
    """

    at_zero: float
    rate: float
    vowel: float
    consonant: float
    paid: float
    arabic: float


@lru_cache(maxsize=1 << 8)
def _line(size: int) -> _Line:
    """That of a Latin and an Arabic word of so many letters together."""
    weights = model().calibration
    rate, lost = weights[1] / 10 + 10 * weights[2] / size, 10 * weights[9] / size
    alone = [
        (rate * weight, weights[5] if letter in VOWELS else weights[4] + lost)
        for letter, weight in model().units[MEDIAL][""].items()
    ]
    spare = weights[5], weights[4] + lost, max(map(sum, alone)), weights[6] + lost
    return _Line(weights[0] + 10 * weights[3] / size, rate, *(max(0.0, each) for each in spare))


@cache
def _units() -> tuple[tuple[dict[str, int], ...], dict[str, list[tuple[int, float]]], list[float]]:
    """The numbers of Arabic units, for each place by their letters; for Latin letters the units they may stand for, and how well;
    and what each weighs that nothing stands for. The last two are a letter without unit, and no unit at all.
    """
    numbers: list[dict[str, int]] = []
    stands: dict[str, list[tuple[int, float]]] = {}
    alone: list[float] = []
    for units in model().units:
        numbers.append({})
        for arabic, row in units.items():
            if not arabic:
                continue
            numbers[-1][arabic], left = len(alone), row.get("", model().absent * len(arabic))
            for latin, weight in row.items():
                if weight > left:
                    stands.setdefault(latin, []).append((len(alone), weight))
            alone.append(left)
    return tuple(numbers), stands, [*alone, model().absent, IMPOSSIBLE]


@lru_cache(maxsize=1 << 15)
def _heights(latin: str) -> list[float]:
    """For each Arabic unit the most that it weighs, left alone or with letters that follow each other in a Latin word."""
    _, stands, alone = _units()
    found = alone.copy()
    places = range(len(latin))
    for chunk in {latin[start : start + size] for size in range(1, LONGEST + 1) for start in places}:
        for number, weight in stands.get(chunk, ()):
            if weight > found[number]:  # noqa: PLR1730, a call for each would take three times the time
                found[number] = weight
    return found


@lru_cache(maxsize=1 << 15)
def _units_of(arabic: str) -> tuple[tuple[int, int], ...]:
    """For each letter of an Arabic word the number of the unit that it is, and of that which it is with the next."""
    (first, middle, last), _, alone = _units()
    unknown, none = len(alone) - 2, len(alone) - 1
    ones = [middle.get(letter, none) for letter in arabic]
    twos = [middle.get(two, none) for two in map(add, arabic, arabic[1:])]
    if twos:
        ones[-1], twos[-1] = last.get(arabic[-1], none), last.get(arabic[-2:], none)
        twos[0] = first.get(arabic[:2], none)
    ones[0] = first.get(arabic[0], none)
    both = zip(ones, [*twos, none], strict=True)
    return tuple([(unknown if one == two == none else one, two) for one, two in both])
