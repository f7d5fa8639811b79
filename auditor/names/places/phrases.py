"""Places of several words that are no sum of their words, by `languages/ar/places.toml`: where a side may name one."""

from __future__ import annotations

from functools import cache, lru_cache

from auditor.languages import language_data
from auditor.names.pair.forms import WordForm


@lru_cache(maxsize=1 << 16)
def phrases_from(word: WordForm) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Of the phrases that a word may begin, the words after it, and what stands for each."""
    known = _by_first_word()
    if known.keys().isdisjoint(word.readings):
        return ()
    found = [phrase for reading in word.readings for phrase in known.get(reading, ())]
    return tuple((rest, others) for _, rest, others in sorted(found))


@cache
def _by_first_word() -> dict[str, list[tuple[int, tuple[str, ...], tuple[str, ...]]]]:
    """For the first word of each phrase its number, the words after it, and what stands for it."""
    table: dict[str, str] = language_data("ar", "places")["phrases"]
    found: dict[str, list[tuple[int, tuple[str, ...], tuple[str, ...]]]] = {}
    for number, (phrase, others) in enumerate(table.items()):
        first, *rest = phrase.split()
        found.setdefault(first, []).append((number, tuple(rest), tuple(others.split("|"))))
    return found
