"""Whether a Latin word spells an Arabic one: a weighted edit transducer over letters and groups of letters.

The weight of a unit (Arabic letters, Latin letters, place in the word) is the logarithm of how much likelier the two
stand for each other than side by side by chance, learned by expectation-maximisation over name lists
(`python -m auditor.training names`). The best path through a pair of words is its score; a logistic function of the
score, the score a letter, and the parts that do not fit makes it a probability.
After Li, Zhang, Su, A Joint Source-Channel Model for Machine Transliteration, ACL 2004.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import inf

from auditor.folding import folded
from auditor.languages import language_data

INITIAL, MEDIAL, FINAL = 0, 1, 2
LONGEST = 3
"""Latin letters of a unit."""
VOWELS = frozenset("aeiou")
EITHER = frozenset("hwy")
LONG_VOWELS = frozenset("اويهعء")
LONGEST_NAME = 60  # letters; longer words are no names, and the search for a path grows with both
BAND = 4
"""Letters that a path may stray from the diagonal."""
IMPOSSIBLE = -1e9
"""The score of what cannot be."""

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Model:
    """`units[place][arabic]` maps Latin letters to a weight; `absent` weighs a letter that nothing is known to stand for.

    `calibration`: weights of `features`, in their order.
    """

    units: tuple[dict[str, Weights], dict[str, Weights], dict[str, Weights]]
    absent: float
    calibration: tuple[float, ...]


@cache
def model() -> Model:
    """The transducer of data/units.json, written by `python -m auditor.training names`."""
    table = json.loads((files("auditor.names") / "data" / "units.json").read_text("utf-8"))
    first, middle, last = (
        {arabic: {latin: weight / 10 for latin, weight in row.items()} for arabic, row in place.items()}
        for place in table["units"]
    )
    return Model((first, middle, last), table["absent"], tuple(table["calibration"]))


@cache
def _other_letters() -> dict[int, str]:
    return str.maketrans(language_data("ar", "names")["latin_letters"])


@lru_cache(maxsize=1 << 16)
def latin_letters(word: str) -> str:
    """The letters a–z of a Latin word, without accents, apostrophes, hyphens and spaces."""
    return letters_of(folded(word))


def letters_of(copy: str) -> str:
    """The same of a folded word."""
    letters = copy.translate(_other_letters())
    if letters.isascii() and letters.isalpha():  # as mostly
        return letters
    return "".join([each for each in letters if "a" <= each <= "z"])


@lru_cache(maxsize=1 << 16)
def arabic_letters(word: str) -> str:
    return "".join([each for each in folded(word) if each.isalpha()])


@cache
def is_unit(chunk: str) -> bool:
    """Whether Latin letters may stand together for one Arabic letter: all vowels or all consonants."""
    kinds = {each in VOWELS for each in chunk if each not in EITHER}
    return len(kinds) < 2


@cache
def digraphs() -> frozenset[str]:
    return frozenset(language_data("ar", "names")["digraphs"])


@lru_cache(maxsize=1 << 15)
def _rows(arabic: str) -> tuple[tuple[tuple[int, float, Weights], ...], ...]:
    """For each place the units that begin there: Arabic letters taken, weight of leaving them out, weights of Latin letters."""
    units, last, absent = model().units, len(arabic), model().absent
    found = []
    for start in range(last):
        row = []
        for size in (1, 2):
            end = start + size
            place = INITIAL if start == 0 else FINAL if end == last else MEDIAL
            known = units[place].get(arabic[start:end]) if end <= last else None
            if known:
                row.append((size, known.get("", absent * size), known))
        found.append(tuple(row) or ((1, absent, {}),))
    return (*found, ())


@lru_cache(maxsize=1 << 15)
def _columns(latin: str) -> tuple[tuple[int, float, tuple[tuple[str, int], ...]], ...]:
    """For each place of a Latin word, its end among them: the place, what it weighs that no Arabic letter stands for the letter
    there, and the units that begin there with their sizes.
    """
    known, absent = model().units[MEDIAL][""], model().absent
    columns = []
    for place, letter in enumerate(latin):
        chunks = [latin[place : place + size] for size in range(1, min(LONGEST, len(latin) - place) + 1)]
        units = tuple([(chunk, len(chunk)) for chunk in chunks if is_unit(chunk)])
        columns.append((place, known.get(letter, absent), units))
    return (*columns, (len(latin), -inf, ()))


Path = tuple[float, tuple[int, ...]]


def best_path(arabic: str, latin: str, floors: Sequence[float] = ()) -> Path:
    """The greatest sum of weights with which letters of the two words can be put against each other, and that path.

    The path is the places reached, from the end to the beginning: Arabic letters taken * (width + 1) + Latin letters
    taken. Places far from the diagonal are not looked at, nor those whose sum is not above the floor, where there are floors:
    one for each number of Arabic letters taken. Where no place is left the sum is IMPOSSIBLE.
    """
    rows, columns = _rows(arabic), _columns(latin)
    height, width = len(arabic), len(latin)
    step, slope = width + 1, width / height
    best = [IMPOSSIBLE] * ((height + 2) * step)
    came = [0] * len(best)
    best[0] = 0.0
    for i, floor in enumerate(floors or [IMPOSSIBLE] * (height + 1)):
        row, middle = rows[i], int(i * slope)
        for j, alone, ahead in columns[max(0, middle - BAND) : middle + BAND + 1]:
            here = i * step + j
            score = best[here]
            if score <= floor:
                continue
            if score + alone > best[here + 1]:
                best[here + 1], came[here + 1] = score + alone, here
            for size, left_out, known in row:
                reached = here + size * step
                if score + left_out > best[reached]:
                    best[reached], came[reached] = score + left_out, here
                for chunk, letters in ahead:
                    if chunk in known:
                        to, total = reached + letters, score + known[chunk]
                        if total > best[to]:
                            best[to], came[to] = total, here
    last = height * step + width
    return best[last], _path(came, last)


def _path(came: list[int], place: int) -> tuple[int, ...]:
    path = [place]
    while place:
        place = came[place]
        path.append(place)
    return tuple(path)


def features(arabic: str, latin: str) -> tuple[float, ...]:
    """What the probability is computed from: `features_of` the best path."""
    return features_of(arabic, latin, best_path(arabic, latin))


def features_of(arabic: str, latin: str, found: Path) -> tuple[float, ...]:
    """What a path through two words tells.

    Constant; score; score a letter; shortness; Latin consonants, Latin vowels, Arabic consonants, Arabic long vowels
    that nothing stands for; the same at either end of the word; consonants a letter that nothing stands for.
    """
    score, path = found
    step, size = len(latin) + 1, len(arabic) + len(latin)
    absent = [0, 0, 0, 0, 0]
    for to, came in itertools.pairwise(path):
        taken, letters = to // step - came // step, to % step - came % step
        if taken and letters:
            continue
        gone = latin[came % step : to % step] or arabic[came // step : to // step]
        weak = gone[0] in (VOWELS if letters else LONG_VOWELS)
        absent[2 * (not letters) + weak] += 1
        absent[4] += not weak and (came == 0 or to == path[0])
    lost = absent[0] + absent[2]
    return (1.0, score / 10, 10 * score / size, 10 / size, *map(float, absent), 10 * lost / size)
