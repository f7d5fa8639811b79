"""Names of two words of which the translation has one alone, or one with another: “Baalbek” for رأس بعلبك, “Dakhla” for داخلت نواذيبو.

Each half may be a place of its own. `whole` in languages/ar/places.toml has such names; a form of theirs must stand in the translation,
or both words spelled beside each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from auditor.languages import language_data
from auditor.names.pair.anchors import rendered_words
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import SPELLS, WordForm, are_alike
from auditor.names.pair.likeness import are_joined_alike, articles
from auditor.names.pair.sides import Side, folded_text
from auditor.names.places.local_places import PlaceDifference
from auditor.names.places.owned_names import is_spelling
from auditor.names.slots.slots import Slots

HALF, MEANT = 0.75, 0.72
"""Confidence where one word of the name is spelled, and where a word of the language renders one."""
NEAR = 0.35
"""Difference of places, as a share of the side, up to which a word stands for a name."""
SHORTEST = 3


def whole_differences(pair: Comparison) -> Iterator[PlaceDifference]:
    """The names of the list that the translation has less often than the original, in text order."""
    for first, last, forms in _occurrences(pair.source):
        words = pair.source.words[first : last + 1]
        named = sum(each[2] == forms for side in pair.sources for each in _occurrences(side))
        if sum(_times(side, words, forms) for side in pair.targets) >= named or _times(
            pair.target, words, forms
        ):
            continue
        there = _spelled(pair, words)
        if there is not None:
            yield PlaceDifference("half", first, last, (there, there), HALF)
            continue
        there = _instead(pair, first, words)
        if there is not None:
            yield PlaceDifference("translated", first, last, (there, there), MEANT)


def _occurrences(side: Side) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """First and last word of each name of the list in a side, and its forms."""
    table = _table()
    for index, word in enumerate(side.words):
        for reading in word.readings:
            for rest, forms in table.get(reading, ()) if word.folded.endswith(reading) else ():
                last = index + len(rest)
                if tuple(each.folded for each in side.words[index + 1 : last + 1]) == rest and all(
                    side.adjoins(at, at + 1) for at in range(index, last)
                ):
                    yield index, last, forms


@cache
def _table() -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """By the first word of each name the words after it, and its forms."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    listed: dict[str, str] = language_data("ar", "places")["whole"]
    for name, forms in listed.items():
        first, *rest = name.split()
        found.setdefault(first, []).append(
            (tuple(rest), tuple(f" {form} " for form in forms.split("|") if form))
        )
    return {first: tuple(names) for first, names in found.items()}


def _times(side: Side, words: Sequence[WordForm], forms: tuple[str, ...]) -> int:
    """How often a side has a form of a name, or spells its words one after the other, past articles."""
    text = folded_text(side)
    bare = [word for word in side.words if word.folded not in articles()]
    spelled = sum(
        all(is_spelling(word, other) for word, other in zip(words, bare[at : at + len(words)], strict=True))
        for at in range(len(bare) - len(words) + 1)
    )
    joined = sum(
        are_joined_alike(words, (other,)) and not any(is_spelling(word, other) for word in words)
        for other in side.capitals
    )
    return max(spelled, joined, sum(text.count(form) for form in forms))


def _spelled(pair: Comparison, words: Sequence[WordForm]) -> int | None:
    """The word with a capital that spells a word of a name, one that is in no other name if it can be."""
    times = {word: sum(each.folded == word.folded for each in pair.source.words) for word in words}
    for word in sorted(words, key=lambda each: times[each]):
        if word.is_joiner:  # أبو begins many names
            continue
        for there, other in enumerate(pair.target.words):
            if other.is_capital and len(other.folded) >= SHORTEST and _is_like(word, other):
                return there
    return None


def _is_like(word: WordForm, other: WordForm) -> bool:
    return is_spelling(word, other) or are_alike(word, other, SPELLS)


def _instead(pair: Comparison, first: int, words: Sequence[WordForm]) -> int | None:
    """The word that the lexicon has for a word of a name, or else a capital that nothing of the original accounts for."""
    found = [there for word in words for there in rendered_words(word, pair.target)]
    return next((there for there in (*found, *Slots(pair).strangers) if _is_near(pair, first, there)), None)


def _is_near(pair: Comparison, first: int, there: int) -> bool:
    return abs(first / len(pair.source.words) - there / len(pair.target.words)) <= NEAR
