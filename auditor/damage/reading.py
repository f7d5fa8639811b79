"""What is damaged in the passages of a translation."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.bitext import Pair
from auditor.damage.characters import damaged_characters
from auditor.damage.damage import Damage
from auditor.damage.endings import cut_off
from auditor.damage.marks import damaged_marks
from auditor.damage.word_forms import FORMS_HAVE, forms_of
from auditor.damage.words import damaged_words


def read_damage(pair: Pair) -> tuple[Damage, ...]:
    """The damage of the target of a pair, in text order; what the original has as well is none.

    Of two readings of one place the one read first in the order of this function is kept: what happened to single
    characters explains the words they stand in.
    """
    target = pair.target
    if target is None or target.language not in FORMS_HAVE:
        return ()
    source = pair.source.text if pair.source else ""
    found: list[Damage] = []
    for some in (
        damaged_characters(target, source, forms_of(target.language)),
        damaged_words(target, source),
        cut_off(target, source),
        damaged_marks(target, source),
    ):
        for damage in some:
            if not any(damage.passage.overlaps(other.passage) for other in found):
                found.append(damage)
    return tuple(sorted(found, key=lambda each: (each.passage.start, each.passage.end)))


def read_damages(pairs: Sequence[Pair]) -> tuple[tuple[Damage, ...], ...]:
    """For each pair the damage of its target."""
    return tuple(map(read_damage, pairs))
