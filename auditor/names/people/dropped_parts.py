"""Parts left out of a person's name: “Hawa Deng” for حواء آدم دينق, whose parts before and after stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.names.difference import NameDifference
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import WordForm
from auditor.names.pair.likeness import are_joined_alike
from auditor.names.pair.native_names import spells_name
from auditor.names.pair.persons import is_given

DROPPED = 0.6
"""Confidence that a part of a name was dropped: some translations leave out a father's name."""
SHORTEST = 3


def dropped_differences(pair: Comparison, known: Sequence[NameDifference]) -> list[NameDifference]:
    """The parts that are left out and that nothing is said of yet, in text order."""
    parts = [pair.source.part(here, here) for here in _dropped(pair)]
    return [
        NameDifference("missing", part, None, None, DROPPED)
        for part in parts
        if not any(part.overlaps(each.source) for each in known)
    ]


def _dropped(pair: Comparison) -> Iterator[int]:
    """The given names between two parts of a name that the translation has next to each other, in text order."""
    words, target = pair.source.words, pair.target
    for here in range(1, len(words) - 1):
        if not (is_given(words[here]) and _is_part(words[here - 1]) and _is_part(words[here + 1])):
            continue
        if not all(pair.source.adjoins(place, place + 1) for place in (here - 1, here)):
            continue
        at = [there for there in range(len(target.words) - 1) if _is_side_by_side(pair, here, there)]
        if len(at) == 1 and not any(_spells(words[here], each) for each in pair.capitals):
            yield here


def _is_part(word: WordForm) -> bool:
    return (
        len(word.folded) >= SHORTEST
        and not word.is_joiner
        and not word.is_title
        and (word.is_name or is_given(word))
    )


def _is_side_by_side(pair: Comparison, here: int, there: int) -> bool:
    """Whether two words of the translation spell the parts around one, each alone."""
    words, others = pair.source.words, pair.target.words
    one, other = others[there], others[there + 1]
    if not (one.is_capital and other.is_capital) or not pair.target.adjoins(there, there + 1):
        return False
    if not (_spells(words[here - 1], one) and _spells(words[here + 1], other)):
        return False
    return not are_joined_alike(words[here - 1 : here + 1], (one,)) and not are_joined_alike(
        words[here : here + 2], (other,)
    )


def _spells(word: WordForm, other: WordForm) -> bool:
    return len(other.folded) >= SHORTEST and spells_name(word, other)
