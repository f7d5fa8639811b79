"""Which article of one feed is the translation of which of another, one to one.

What the feeds say themselves comes first: the address of the other language (`hreflang`), one identifier on both sides,
addresses that differ in the language alone. The rest by what the articles say: embeddings, numbers, dates.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from auditor.embedding import Encoder
from auditor.feeds.items import Item
from auditor.languages import LANGUAGES
from auditor.odds import probability

FEATURES = ("bias", "similarity", "lead", "numbers", "without_numbers")
WEIGHTS = Path(__file__).parent / "pairing.json"
LEAST = 0.5
"""Probability from which on two articles are a pair."""
DAY = 86400.0
PER_DAY = 1.5
"""Log odds that each day between the dates takes away, from the second on: a judgement, the training texts have no dates."""
STRANGE = 0.35
"""Similarity that an article has with some other one as a rule, however few there are to compare."""
_NUMBER = re.compile(r"\d+")
_LANGUAGE = re.compile(rf"(?<![a-z])({'|'.join(LANGUAGES)})(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ItemPair:
    """An article and its translation; `confidence` in [0, 1] is the probability that it is one, `why` what it rests on."""

    source: Item
    target: Item
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class FeedPairs:
    """The pairs in the order of the first feed, and what has no partner."""

    pairs: tuple[ItemPair, ...]
    sources: tuple[Item, ...]
    targets: tuple[Item, ...]


def pair_items(sources: Sequence[Item], targets: Sequence[Item], encoder: Encoder) -> FeedPairs:
    """Every article has at most one partner; pairs less likely than LEAST are none."""
    found = dict(_said(sources, targets))
    left = [index for index in range(len(sources)) if index not in found]
    taken = {index for index, _, _ in found.values()}
    free = [index for index in range(len(targets)) if index not in taken]
    alike = _alike([sources[index] for index in left], [targets[index] for index in free], encoder)
    for row, column, confidence in alike:
        found[left[row]] = (free[column], confidence, "content")
    pairs = tuple(
        ItemPair(sources[index], targets[other], round(confidence, 4), why)
        for index, (other, confidence, why) in sorted(found.items())
    )
    used = {other for other, _, _ in found.values()}
    return FeedPairs(
        pairs,
        tuple(each for index, each in enumerate(sources) if index not in found),
        tuple(each for index, each in enumerate(targets) if index not in used),
    )


def _said(sources: Sequence[Item], targets: Sequence[Item]) -> Iterator[tuple[int, tuple[int, float, str]]]:
    """What the feeds say, the surest first; what two articles of a feed have in common says nothing."""
    taken: tuple[set[int], set[int]] = set(), set()
    for why, confidence, keys in (
        ("hreflang", 1.0, _linked),
        ("identifier", 0.99, _identified),
        ("address", 0.95, _addressed),
    ):
        sides = [_once((index, keys(item)) for index, item in enumerate(side)) for side in (sources, targets)]
        for key in sorted(sides[0].keys() & sides[1].keys()):
            one, other = sides[0][key], sides[1][key]
            if one not in taken[0] and other not in taken[1]:
                taken[0].add(one)
                taken[1].add(other)
                yield one, (other, confidence, why)


def _once(items: Iterable[tuple[int, set[str]]]) -> dict[str, int]:
    """The keys that one item alone has."""
    found: dict[str, int | None] = {}
    for index, keys in items:
        for key in sorted(keys):
            found[key] = index if key not in found else None
    return {key: index for key, index in found.items() if index is not None}


def _linked(item: Item) -> set[str]:
    return {_plain(link) for link in (item.link, *item.alternates.values()) if link}


def _identified(item: Item) -> set[str]:
    return {item.id} if item.id and item.id != item.link else set()


def _addressed(item: Item) -> set[str]:
    """The address with its language left open, where it names one."""
    opened, times = _LANGUAGE.subn("*", _plain(item.link))
    return {opened} if times else set()


def _plain(link: str) -> str:
    """An address without scheme, fragment and last slash."""
    try:
        parts = urlsplit(link)
    except ValueError:  # brackets that hold no address of IPv6
        return link
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}{'?' if parts.query else ''}{parts.query}"


def _alike(
    sources: Sequence[Item], targets: Sequence[Item], encoder: Encoder
) -> Iterator[tuple[int, int, float]]:
    """The assignment with the greatest sum of log odds, of what is likelier than LEAST."""
    if not sources or not targets:
        return
    from scipy.optimize import linear_sum_assignment

    rows = features([item.text for item in sources], [item.text for item in targets], encoder)
    odds = rows @ np.array([weights()[name] for name in FEATURES])
    odds -= PER_DAY * _days(sources, targets)
    for row, column in zip(*linear_sum_assignment(np.maximum(odds, 0), maximize=True), strict=True):
        confidence = probability(float(odds[row, column]))
        if confidence >= LEAST:
            yield int(row), int(column), confidence


def features(sources: Sequence[str], targets: Sequence[str], encoder: Encoder) -> NDArray[np.float64]:
    """FEATURES of every text of one side with every one of the other, shape (sources, targets, FEATURES)."""
    similarity = _vectors(sources, encoder) @ _vectors(targets, encoder).T
    numbers = [[_numbers(text) for text in side] for side in (sources, targets)]
    shared = np.array([[_share(one, other) for other in numbers[1]] for one in numbers[0]])
    known = np.array([[bool(one or other) for other in numbers[1]] for one in numbers[0]])
    lead = similarity - np.maximum(_best_others(similarity), _best_others(similarity.T).T)
    return np.stack([np.ones_like(similarity), similarity, lead, shared, ~known], axis=2).astype(np.float64)


def _best_others(similarity: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each cell the greatest of the others in its row, STRANGE at least."""
    padded = np.pad(similarity, ((0, 0), (0, 2)), constant_values=STRANGE)
    second, first = np.sort(padded, axis=1)[:, -2:].T
    return np.asarray(np.where(similarity == first[:, None], second[:, None], first[:, None]))


def _vectors(texts: Sequence[str], encoder: Encoder) -> NDArray[np.float64]:
    """One vector of length 1 for each text: the mean of those of its lines."""
    found = np.zeros((len(texts), encoder.dimensions))
    for index, text in enumerate(texts):
        found[index] = encoder.encode([line for line in text.split("\n") if line.strip()]).sum(axis=0)
    lengths = np.linalg.norm(found, axis=1, keepdims=True)
    return np.asarray(found / np.maximum(lengths, 1e-9))


def _numbers(text: str) -> frozenset[int]:
    """The numbers of two digits and more, in any script's digits."""
    return frozenset(int(digits) for digits in _NUMBER.findall(text) if 1 < len(digits) < 20)


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _days(sources: Sequence[Item], targets: Sequence[Item]) -> NDArray[np.float64]:
    """Days between the dates beyond the first; none where a date is not known."""
    dates = [
        np.array([np.nan if i.published is None else i.published for i in side])
        for side in (sources, targets)
    ]
    apart = np.abs(dates[0][:, None] - dates[1][None, :]) / DAY
    return np.asarray(np.nan_to_num(np.maximum(apart - 1, 0), nan=0.0))


@cache
def weights() -> dict[str, float]:
    """As fitted by `python -m auditor.training feeds`."""
    table: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return table
