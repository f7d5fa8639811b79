"""Pairs of two languages that the corpora only have through the third: Arabic and French of the same English sentence."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.training.corpora import Example, fold

SHORTEST = 20
"""Characters of the sentence in between, folded; shorter ones mean different things in different places."""
Pair = tuple[str, str]


def with_pivots(pairs: dict[Pair, list[Example]]) -> dict[Pair, list[Example]]:
    """The examples of each language pair, and behind them those found through the third language, each once."""
    widened = {}
    for (left, right), found in pairs.items():
        known = {(fold(example.left), fold(example.right)) for example in found}
        (third,) = {language for pair in pairs for language in pair} - {left, right}
        joined = join(sentences(pairs, third, left), sentences(pairs, third, right))
        new = {(fold(example.left), fold(example.right)): example for example in joined}
        widened[left, right] = found + [example for key, example in new.items() if key not in known]
    return widened


def join(lefts: dict[str, tuple[str, float]], rights: dict[str, tuple[str, float]]) -> Iterator[Example]:
    """An example for every sentence that both tables translate, shown as often as the rarer of the two."""
    for key, (left, times) in lefts.items():
        if key in rights:
            right, other_times = rights[key]
            yield Example(left, right, min(times, other_times), is_entry=False)


def sentences(pairs: dict[Pair, list[Example]], third: str, language: str) -> dict[str, tuple[str, float]]:
    """For each folded sentence of the third language its first translation, and how often it is shown."""
    swapped = (third, language) not in pairs
    table: dict[str, tuple[str, float]] = {}
    for example in pairs[(language, third) if swapped else (third, language)]:
        one, other = (example.right, example.left) if swapped else (example.left, example.right)
        key = fold(one)
        if not example.is_entry and len(key) >= SHORTEST:
            table.setdefault(key, (other, example.times))
    return table
