"""Pairs of opposites given as data: the words of a side that stand for one of the two poles, and those that do so indeed."""

from __future__ import annotations

from functools import cache

from auditor.languages import language_data
from auditor.polarity.attested import is_attested
from auditor.polarity.phrases import Found, Phrases
from auditor.polarity.reading import DEMANDING, Side

BEFORE = 8
"""Words before another that a negation reaches over."""
TURNING = DEMANDING | {"optional", "faint"}
"""Labels of what turns a word into its opposite."""
IDIOMS = "idioms"
"""The pair whose words stand for no pole."""

Poles = dict[str, tuple[list[Found], list[Found]]]


@cache
def opposite_phrases(language: str, *, exact: bool = False) -> Phrases:
    """Labels are a name and 0 or 1, the two poles next to each other, in the same order in every language. `exact`: only
    patterns that are words as they stand.
    """
    table = language_data(language, "polarity")["opposites"]
    patterns = [
        (f"{concept} {pole}", pattern.strip())
        for concept, both in sorted(table.items())
        for pole, listed in enumerate(both)
        for pattern in listed.split(",")
        if not exact or not set("~*+") & set(pattern)
    ]
    return Phrases(language, patterns, every=True, final=(f"{IDIOMS} 0", "whole 0"))


@cache
def _masks(language: str) -> tuple[int, int]:
    """The bits of the first poles, and those of the idioms."""
    labels = opposite_phrases(language).labels
    idioms = sum(1 << bit for bit, label in enumerate(labels) if label.startswith(IDIOMS))
    return sum(1 << bit for bit in range(0, len(labels), 2)) & ~idioms, idioms


def contrary(source: Side, target: Side) -> int:
    """The bits of the pairs of opposites of which the source may have a pole and the target the opposite, those of idioms
    with them; 0 if there is none.
    """
    first, idioms = _masks(source.language)
    here = opposite_phrases(source.language).bits(source.forms)
    there = opposite_phrases(target.language).bits(target.forms)
    both = (here & (there >> 1) | (here >> 1) & there) & first
    return both | both << 1 | idioms if both else 0


def poles(side: Side, wanted: int) -> Poles:
    """The words of a side by the pair of opposites, one of those `wanted`, and the pole that they stand for."""
    found: Poles = {}
    for each in opposite_phrases(side.language).find(side.forms, wanted):
        concept, pole = each.label.split(" ")
        found.setdefault(concept, ([], []))[int(pole)].append(each)
    return found


def means(each: Found, side: Side, other: str) -> bool:
    """Whether an expression stands for its pole indeed: one that is listed as it is, or a word that the lexicon into the
    `other` language bears out.
    """
    if len(each.places) > 1:
        return True
    form, stem = side.forms[each.places[0]], side.words[each.places[0]].stem
    if any(found.label == each.label for found in opposite_phrases(side.language, exact=True).find([form])):
        return True
    return is_attested(stem, side.language, each.label, other, opposite_phrases(other))


def is_turned(side: Side, each: Found) -> bool:
    """Whether a negation stands before the word or around it."""
    return any(
        mark.places[0] < each.places[-1] <= mark.places[-1] + BEFORE and mark.places != each.places
        for mark in side.marks
        if mark.label in TURNING
    )


def stands_opposite(side: Side, place: int, other: Side) -> bool:
    """Whether the other side has, not negated, an opposite of a word."""
    phrases = opposite_phrases(side.language)
    bits = phrases.bits([side.forms[place]])
    if not bits:
        return False
    labels = {each.label for each in phrases.find([side.forms[place]])}
    opposed = {f"{label[:-1]}{1 - int(label[-1])}" for label in labels}
    first = _masks(side.language)[0]
    wanted = (bits & first) << 1 | (bits >> 1) & first
    return any(
        each.label in opposed and not is_turned(other, each)
        for each in opposite_phrases(other.language).find(other.forms, wanted)
    )
