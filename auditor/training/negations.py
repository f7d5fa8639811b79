"""Fits how likely a negation without counterpart is an error: `python -m auditor.training negations FOLDER OUT`.

Sound pairs of running text and of the development sets, against the same with a negation taken out or put in. First it is
counted how often each word stands where a negation has no counterpart in a sound translation, then forests are fitted. A fifth
of the pairs of running text, by a checksum of the original, and half of those of the development sets are left out: on
these the log odds are set from which on something is said. OUT is auditor/polarity/data; it gets negations.npz and
stand_ins.tsv.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from functools import partial
from math import log
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.embedding import load_encoder
from auditor.forest import Floats, Forest
from auditor.polarity.signals import FEATURES, LIKELY, NONE, STEPS, Counts, nearest, worths
from auditor.polarity.verdicts import KINDS, direction, kind_of
from auditor.training.denied_pairs import Example, development_pairs, gather
from auditor.training.forest import Plan, fitted

WORTH = {"dev": 4.0, "best": 2.0, "other": 0.4}
"""How often a row counts, by register."""
PLAN = Plan(trees=120, levels=5)
SPARSE = Plan(trees=120, levels=3)
"""For what few sound pairs have: a deeper forest learns those by heart."""
PLANS = {"lost": PLAN, "except": SPARSE, "denying": SPARSE, "added": PLAN}
USUAL = 4.0
"""Times that every word is taken to have been met beside those that were counted."""
FEWEST = 3
"""Times that a word must have been met where a negation has no counterpart to stand for one."""
TELLING = 0.4
"""Log odds from which on a word may stand for a negation."""
FAINT = 0.4
"""Log odds of a negation, or of what it negates, that are left out."""
ABOUT = 10
"""Words about the expected place that are counted."""
EXPLAINED = 0.4
"""How surely a word renders another from which on it isn't counted."""
BUDGETS = {
    "lost": (0.0068, 0.0046),
    "except": (0.0012, 0.0008),
    "denying": (0.001, 0.0006),
    "added": (0.003, 0.002),
}
"""Of the sound pairs of the development sets that are left out, how many may be flagged at all, and as major: for negations
lost, and for negations added.
"""
STEP = 0.3
"""Log odds, at least, between what is worth a minor and a major remark."""
PLACES = {name: place for place, name in enumerate(FEATURES)}


def main(folder: Path, out: Path) -> None:
    """Writes negations.npz and stand_ins.tsv."""
    left_out = sum(not each.is_fitted_on for each in development_pairs(folder))
    fit(list(gather(folder, load_encoder(None))), left_out, out)


def fit(examples: Sequence[Example], left_out: int, out: Path) -> None:
    """`left_out`: the pairs of the development sets that are left out, with or without a negation."""
    known = [each for each in examples if each.pair.is_fitted_on]
    every = counted(known)
    halves = [counted([each for each in known if each.number % 2 != half]) for half in (0, 1)]
    arrays: dict[str, NDArray[Any]] = {}
    for name in KINDS:
        chosen = [each for each in examples if each.row and kind_of(each.kind, lost=each.lost) == name]
        rows = np.array(
            [row(each, halves[each.number % 2] if each.pair.is_fitted_on else every) for each in chosen],
            np.float32,
        )
        forest = judge(chosen, rows, PLANS[name])
        arrays |= forest.arrays(name)
        arrays[f"{name}.limits"] = limits(chosen, forest.logits(rows), left_out, BUDGETS[name])
    np.savez_compressed(out / "negations.npz", **arrays)  # type: ignore[arg-type]
    write(out / "stand_ins.tsv", every)


def judge(examples: Sequence[Example], rows: Floats, plan: Plan) -> Forest:
    """The forest that tells planted negations from those of sound pairs, either weighing the same."""
    fitted_on = np.array([each.pair.is_fitted_on for each in examples])
    truth = np.array([each.is_planted for each in examples], float)[fitted_on]
    times = np.array([WORTH[each.pair.register] for each in examples])[fitted_on]
    times[truth == 1] *= times[truth == 0].sum() / times[truth == 1].sum()
    return fitted(rows[fitted_on], truth, times, plan)


def limits(
    examples: Sequence[Example], odds: Floats, pairs: int, budget: tuple[float, float]
) -> NDArray[np.float64]:
    """The log odds that no more of the sound pairs reach than BUDGETS allows."""
    highest: dict[int, float] = {}
    for each, value in zip(examples, odds.tolist(), strict=True):
        if is_left_out(each):
            highest[each.number] = max(value, highest.get(each.number, value))
    ordered = sorted(highest.values(), reverse=True)
    minor, major = (ordered[min(len(ordered) - 1, int(share * pairs))] for share in budget)
    return np.array([minor, max(major, minor + STEP)])


def is_left_out(example: Example) -> bool:
    return example.pair.register == "dev" and not example.pair.is_fitted_on and not example.is_planted


def counted(examples: Iterable[Example]) -> dict[str, Counts]:
    """What stands about the negations of sound pairs that have no counterpart, against what about those that have one."""
    silent: dict[str, list[Example]] = defaultdict(list)
    answered: dict[str, list[Example]] = defaultdict(list)
    for each in examples:
        if each.is_planted or (each.row and each.met and each.kind != "except"):
            continue
        (silent if each.row else answered)[about(each)].append(each)
    return {
        name: Counts(
            stand_ins(silent[name], answered[name]),
            *(odds(silent[name], answered[name], partial(name_at, place)) for place in range(3)),
        )
        for name in sorted(silent)
        if answered[name]
    }


def stand_ins(silent: Sequence[Example], answered: Sequence[Example]) -> dict[str, float]:
    """What words about the place are worth; those that are listed have LIKELY before they are counted."""
    listed = {each.stem for example in silent for each in example.words if each.is_listed}
    listed |= {each.stem for example in answered for each in example.words if each.is_listed}
    found = odds(silent, answered, near)
    here = Counter(name for each in silent for name in near(each))
    return {
        stem: round(value + LIKELY / (1 + here[stem] / USUAL), 2) if stem in listed else value
        for stem, value in found.items()
        if stem in listed or (value > TELLING and here[stem] >= FEWEST)
    }


def name_at(place: int, example: Example) -> list[str]:
    return [example.names[place]]


def near(example: Example) -> set[str]:
    return {each.stem for each in example.words if each.apart <= ABOUT and each.explained < EXPLAINED}


def odds(
    some: Sequence[Example], others: Sequence[Example], names: Callable[[Example], Iterable[str]]
) -> dict[str, float]:
    """How much rather each name is met with some examples than with others, as log odds, seldom met ones near 0."""
    here = Counter(name for each in some for name in names(each))
    there = Counter(name for each in others for name in names(each))
    share = len(some) / (len(some) + len(others))
    return {
        name: round(
            log((here[name] + USUAL * share) / (there[name] + USUAL * (1 - share)) * (1 - share) / share), 2
        )
        for name in sorted({*here, *there})
    }


def about(example: Example) -> str:
    first, second = example.pair.languages
    own, other = (first, second) if example.lost else (second, first)
    return direction(own, other, example.kind)


def row(example: Example, known: dict[str, Counts]) -> list[float]:
    """The features, with what was counted."""
    counts = known.get(about(example), NONE)
    found = list(example.row)
    place = PLACES["stand-in 2"]
    found[place : place + len(STEPS) + 1] = nearest(example.words, counts.words)
    found[PLACES["scope worth"] :] = worths(example.names, counts)
    return found


def write(path: Path, tables: dict[str, Counts]) -> None:
    """A line for each word that tells something; see `Counts`."""
    lines = ["languages\tkind\tword\tlog odds"]
    for name, counts in tables.items():
        for kind in fields(Counts):
            for word, value in getattr(counts, kind.name).items():
                if kind.name == "words" or abs(value) > FAINT:
                    lines.append(f"{name}\t{kind.name}\t{word}\t{value}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
