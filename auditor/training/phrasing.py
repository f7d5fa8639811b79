"""How usual words are beside each other in a target language: `python -m auditor.training phrasing FOLDER OUT`."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from auditor.training.corpora import clean, fold, register_weights, rows
from auditor.word_alignment.words import tokens
from auditor.wrong_words import phrasing

TEXTS = {"fr": ("ar-fr", "fr-en"), "en": ("ar-en", "fr-en")}
"""The training files that hold text of each target language."""
RAREST = {
    phrasing.WORD: 3,
    phrasing.KIND: 1,
    phrasing.WORDS: 3,
    phrasing.KINDS: 2,
    phrasing.THREE_KINDS: 5,
}
"""How often each sort of group must be seen to be kept."""
MOST = 450_000
"""Groups kept, the most frequent ones."""
FARTHEST = 2**16 - 1
"""Between two fingerprints that follow each other, as stored; a greater distance is bridged by empty entries."""


def main(folder: Path, out: Path) -> None:
    """Count over `folder`/train, and write `out`/phrasing.LANGUAGE.npz for each target language.

    Raises:
        AuditorError: a file is missing.
    """
    for language, names in TEXTS.items():
        counts, total = counted((text for text, _ in shown_texts(folder, language, names)), language)
        prints, seen = kept(counts)
        gaps, levels = stored(prints, seen)
        np.savez_compressed(
            out / f"phrasing.{language}.npz",
            allow_pickle=False,
            gaps=gaps,
            levels=levels,
            total=np.float64(total),
        )


def shown_texts(folder: Path, language: str, names: Iterable[str]) -> Iterator[tuple[str, float]]:
    """The passages of one language, each once, and how much each counts."""
    weights = register_weights()
    met: set[str] = set()
    for name in names:
        for row in rows(folder / "train" / f"{name}.tsv.gz"):
            text = clean(row[language])
            key = fold(text)
            if key not in met:
                met.add(key)
                yield text, weights["times"].get(row["corpus"], weights["default"])


def counted(passages: Iterable[str], language: str) -> tuple[dict[int, Counter[tuple[int, ...]]], int]:
    """How often words, kinds and groups of them were seen, by the numbers of their members; the number of words."""
    counts: dict[int, Counter[tuple[int, ...]]] = {sort: Counter() for sort in RAREST}
    numbers = lru_cache(maxsize=None)(lambda form: phrasing.numbers_of(form, language))
    for text in passages:
        forms = (phrasing.EDGE, *(form for form, _, _ in tokens(text)), phrasing.EDGE)
        words, kinds = zip(*map(numbers, forms), strict=True)
        counts[phrasing.WORD].update(zip(words))
        counts[phrasing.KIND].update(zip(kinds))
        counts[phrasing.WORDS].update(itertools.pairwise(words))
        counts[phrasing.KINDS].update(itertools.pairwise(kinds))
        counts[phrasing.THREE_KINDS].update(zip(kinds, kinds[1:], kinds[2:], strict=False))
    return counts, counts[phrasing.WORD].total()


def kept(counts: dict[int, Counter[tuple[int, ...]]]) -> tuple[NDArray[np.uint32], NDArray[np.float64]]:
    """Fingerprints in rising order, each once, with their counts."""
    prints, seen = [], []
    for sort, found in counts.items():
        groups = [(group, count) for group, count in sorted(found.items()) if count >= RAREST[sort]]
        if not groups:
            continue
        members = np.array([group for group, _ in groups], np.uint32).T
        prints.append(phrasing.fingerprints(sort, *members))
        seen.append(np.array([count for _, count in groups], np.float64))
    every, times = np.concatenate(prints), np.concatenate(seen)
    order = np.argsort(-times, kind="stable")[:MOST]
    unique, first = np.unique(every[order], return_index=True)
    return unique, times[order][first]


def stored(
    prints: NDArray[np.uint32], seen: NDArray[np.float64]
) -> tuple[NDArray[np.uint16], NDArray[np.uint8]]:
    """Distances between fingerprints, and counts in steps, as `phrasing.Phrasing` reads them."""
    gaps: list[int] = []
    levels: list[int] = []
    before = 0
    steps = np.clip(np.rint(np.log2(1 + seen) * phrasing.STEPS), 0, 255).astype(np.uint8)
    for place, level in zip(prints.tolist(), steps.tolist(), strict=True):
        bridges, rest = divmod(place - before - 1, FARTHEST)
        gaps += [*[FARTHEST] * bridges, rest + 1]
        levels += [*[0] * bridges, level]
        before = place
    return np.array(gaps, np.uint16), np.array(levels, np.uint8)
