"""Everything that the names room has learned: `python -m auditor.training names FOLDER OUT`."""

from __future__ import annotations

import difflib
import json
import math
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import numpy as np

from auditor.errors import AuditorError
from auditor.names.spelling import transliteration
from auditor.names.spelling.transliteration import (
    FINAL,
    INITIAL,
    LONGEST,
    MEDIAL,
    digraphs,
    is_unit,
)
from auditor.training import leftover_names, name_lists, stand_in_names
from auditor.training.corpora import rows
from auditor.training.listed_words import word_pairs
from auditor.training.weights import logistic

DATA = Path(str(files("auditor.names"))).resolve() / "data"
Unit = tuple[int, str, str]  # place, Arabic letters, Latin letters
Arc = tuple[int, int, int, int, Unit]  # from (Arabic, Latin) to (Arabic, Latin)

PORTIONS = {"google_translit": 16_000, "anetac_ne": 22_000, "wof_arab_places": 20_000, "maghreb_admin": 6_000,
            "dr5hn_places": 10_000}  # fmt: skip
"""Names learned from each list, drawn with a fixed seed: no kind of name outweighs the others."""
ROUNDS = 6
NEAR = 12
"""Names of which the nearest is a near stranger in the calibration."""
RAREST = 2.5
"""Expected uses from which on a unit is kept."""


def main(folder: Path, out: Path) -> None:
    """Learn from `folder`, write units.json, the word lists, renderings and shapes, the weights of leftovers and stand_ins.npz into `out`.

    `folder` holds lexicon/, train/ and, for the weights alone, dev/.

    Raises:
        AuditorError: a file is missing; `out` is not the folder that the names room reads, which the later steps need.
    """
    if out.resolve() != DATA:
        raise AuditorError(f"{out}: the names room reads what is learned here from {DATA}")
    pairs = name_pairs(folder / "lexicon")
    learned, held_out = pairs[len(pairs) // 10 :], pairs[: len(pairs) // 10]
    units = learn(learned)
    write(out, units, (0.0,) * 10)
    transliteration.model.cache_clear()
    write(out, units, calibrate(held_out))
    transliteration.model.cache_clear()
    name_lists.write_lists(folder, out)
    leftover_names.main(folder, out)
    stand_in_names.main(folder, out)


def name_pairs(lexicon: Path) -> list[tuple[str, str]]:
    """Single words of names, Arabic letters and Latin letters, shuffled; articles taken off on both sides."""
    draw = random.Random(11)  # noqa: S311
    found: set[tuple[str, str]] = set()
    for name, portion in PORTIONS.items():
        listed = sorted(
            {pair for path in sorted(lexicon.glob(f"{name}*")) for pair in word_pairs(rows(path))}
        )
        draw.shuffle(listed)
        found.update(listed[:portion])
    ordered = sorted(found)
    draw.shuffle(ordered)
    return ordered


def arcs(arabic: str, latin: str) -> list[Arc]:
    """Every way to take units from two words, in the order of the places they start from."""
    height, width, pairs = len(arabic), len(latin), digraphs()
    found = []
    for i in range(height + 1):
        for j in range(width + 1):
            if j < width:
                found.append((i, j, i, j + 1, (MEDIAL, "", latin[j])))
            for size in (1, 2):
                taken = arabic[i : i + size]
                if len(taken) < size or (size == 2 and taken not in pairs):
                    continue
                place = INITIAL if i == 0 else FINAL if i + size == height else MEDIAL
                for length in range(size - 1, min(LONGEST, width - j) + 1):
                    chunk = latin[j : j + length]
                    if is_unit(chunk):
                        found.append((i, j, i + size, j + length, (place, taken, chunk)))
    return found


def learn(pairs: list[tuple[str, str]]) -> dict[Unit, float]:
    """Joint probabilities of the units by expectation-maximisation, from a uniform start that prefers short units."""
    probability: defaultdict[Unit, float] = defaultdict(float)
    for arabic, latin in pairs:
        for *_, unit in arcs(arabic, latin):
            probability[unit] += 10.0 ** -abs(len(unit[1]) - len(unit[2]))
    total = sum(probability.values())
    probabilities = {unit: count / total for unit, count in probability.items()}
    kept = pairs
    for turn in range(ROUNDS):
        counts: defaultdict[Unit, float] = defaultdict(float)
        chosen = kept[:: 4 if turn < ROUNDS // 2 else 1]
        for arabic, latin in chosen:
            expect(arabic, latin, probabilities, counts)
        total = sum(counts.values())
        probabilities = {unit: count / total for unit, count in counts.items() if count > 0.05}
    return {unit: value * total for unit, value in probabilities.items() if value * total >= RAREST}


def expect(
    arabic: str, latin: str, probabilities: dict[Unit, float], counts: defaultdict[Unit, float]
) -> None:
    """Adds the expected uses of each unit in one pair (forward-backward)."""
    floor = 1e-9
    steps = [(i, j, k, m, unit, probabilities.get(unit, floor)) for i, j, k, m, unit in arcs(arabic, latin)]
    width = len(latin) + 1
    forward = [0.0] * ((len(arabic) + 1) * width)
    backward = forward.copy()
    forward[0] = backward[-1] = 1.0
    for i, j, k, m, _, value in steps:
        forward[k * width + m] += forward[i * width + j] * value
    if forward[-1] <= 0:
        return
    for i, j, k, m, _, value in reversed(steps):
        backward[i * width + j] += backward[k * width + m] * value
    for i, j, k, m, unit, value in steps:
        share = forward[i * width + j] * value * backward[k * width + m] / forward[-1]
        if share > 1e-4:
            counts[unit] += share


def weights(uses: dict[Unit, float]) -> list[dict[str, dict[str, float]]]:
    """For each place log p(Arabic, Latin) / (p(Arabic) p(Latin)), the Latin letters by chance one by one."""
    total = sum(uses.values())
    arabic: defaultdict[tuple[int, str], float] = defaultdict(float)
    letters: defaultdict[str, float] = defaultdict(float)
    for (place, one, other), count in uses.items():
        arabic[place, one] += count
        for letter in other:
            letters[letter] += count
    size = sum(letters.values())
    table: list[dict[str, dict[str, float]]] = [{}, {}, {}]
    for (place, one, other), count in sorted(uses.items()):
        chance = sum(math.log(letters[letter] / size) for letter in other)
        # An inserted letter, or a dropped one, is weighed by its share of all units.
        given = arabic[place, one] if one else total
        table[place].setdefault(one, {})[other] = (
            math.log(count / given) - chance if one else math.log(count / total) - chance
        )
    return table


def write(out: Path, uses: dict[Unit, float], calibration: Iterable[float]) -> None:
    rounded = [
        {one: {other: round(10 * weight) for other, weight in row.items()} for one, row in place.items()}
        for place in weights(uses)
    ]
    content = {"units": rounded, "absent": -7.0, "calibration": [round(each, 4) for each in calibration]}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    (out / "units.json").write_text(text.replace("},", "},\n") + "\n", encoding="utf-8")


def calibrate(pairs: list[tuple[str, str]]) -> tuple[float, ...]:
    """Weights of the logistic regression over `features`: pairs of the lists against strangers, half of them near."""
    examples, labels = [], []
    for arabic, latin, same in labelled(pairs):
        examples.append(transliteration.features(arabic, latin))
        labels.append(float(same))
    return tuple(logistic(np.array(examples), np.array(labels)).tolist())


def labelled(pairs: list[tuple[str, str]]) -> Iterator[tuple[str, str, bool]]:
    """Each pair, the same Arabic word with a Latin word drawn by chance, and with two that begin or end alike, the nearer of them
    the nearest of NEAR.
    """
    draw = random.Random(12)  # noqa: S311
    known = defaultdict(set)
    alike = defaultdict(list)
    for arabic, latin in pairs:
        known[arabic].add(latin)
        for key in (latin[:3], latin[-3:]):
            alike[key].append(latin)
    every = [latin for _, latin in pairs]
    for arabic, latin in pairs:
        yield arabic, latin, True
        near = draw.choices([*alike[latin[:3]], *alike[latin[-3:]]], k=NEAR)
        nearest = max(near, key=lambda other: (other not in known[arabic], likeness(other, latin), other))
        for other in (draw.choice(every), near[0], nearest):
            if other not in known[arabic]:
                yield arabic, other, False


def likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
