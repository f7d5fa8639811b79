"""Expressions for a pole that have a negation in them, and translations that say their verb without it: “exceeds” for لا يتجاوز."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.polarity.lists import plain_words
from auditor.polarity.phrases import Found
from auditor.polarity.reading import Side

PLAINLY, ALIKE = 0.9, 0.3
"""Score of a link, and what lexicon or spelling say, from which on a word surely renders the verb that an expression denies."""
OF_VERBS = frozenset({"verb", "joined", "noun"})
"""Labels of negations of a verb, or of all there is of a thing."""
BEFORE, BEHIND = 10, 4
"""Words before the word of the other pole, and behind it, among which nothing may deny or limit."""


def is_denied_expression(side: Side, each: Found) -> bool:
    """Whether an expression for a pole has a negation in it: من غير المقتدرين."""
    return len(each.places) > 1 and not plain_words(side.language).isdisjoint(
        side.forms[place] for place in each.places
    )


def is_plainly_said(source: Side, target: Side, one: Found, other: Found, told: Mapping[str, float]) -> bool:
    """Whether the word of the other pole renders the verb that an expression denies, with nothing near that lessens it.

    `told`: what `opposites.FEATURES` name. Not where a word is denied, غير المعروف: of that much may be said otherwise.
    """
    return (
        told["linked"] >= PLAINLY
        and told["known"] >= ALIKE
        and not (told["far"] or told["both in source"] or told["both in target"])
        and not _denies_word(source, one)
        and not _is_marked(target, other.places[0])
    )


def _denies_word(side: Side, each: Found) -> bool:
    return any(
        mark.label not in OF_VERBS and not set(mark.places).isdisjoint(each.places) for mark in side.negations
    )


def _is_marked(side: Side, place: int) -> bool:
    """Whether anything near a word denies, limits or lessens: it need not reach it."""
    return any(
        place - BEFORE <= near <= place + BEHIND and near != place
        for mark in side.marks
        for near in mark.places
    )
