"""Pairs of opposites given as data: the words of a side that stand for one of the two poles, and those that do so indeed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, lru_cache, reduce
from operator import or_

from auditor.languages import language_data
from auditor.polarity.attested import is_attested
from auditor.polarity.patterns import word_patterns
from auditor.polarity.phrases import Found, Labelled, Phrases
from auditor.polarity.reading import DEMANDING, Side, negation_phrases

BEFORE = 8
"""Words before another that a negation reaches over."""
SHORT = {"adjective": 2, "without": 4}
"""The same for negations that deny what is next."""
TURNING = DEMANDING | {"optional", "faint"}
"""Labels of what turns a word into its opposite."""
IDIOMS = "idioms"
"""The pair whose words stand for no pole."""

Poles = dict[str, tuple[list[Found], list[Found]]]


@cache
def opposite_phrases(language: str) -> Phrases:
    """Labels are a name and 0 or 1, the two poles next to each other, in the same order in every language."""
    negation_phrases(language)  # the first to number the patterns that both have
    table = language_data(language, "polarity")["opposites"]
    patterns = [
        (f"{concept} {pole}", pattern.strip())
        for concept, both in sorted(table.items())
        for pole, listed in enumerate(both)
        for pattern in listed.split(",")
    ]
    final = (f"{IDIOMS} 0", "whole 0")
    return Phrases(language, patterns, patterns=word_patterns(language), every=True, final=final)


@cache
def _masks(language: str) -> tuple[int, int]:
    """The bits of the first poles, and those of the idioms."""
    labels = opposite_phrases(language).labels
    idioms = sum(1 << bit for bit, label in enumerate(labels) if label.startswith(IDIOMS))
    return sum(1 << bit for bit in range(0, len(labels), 2)) & ~idioms, idioms


def contrary_poles(source: Side, target: Side) -> tuple[Poles, Poles] | None:
    """The poles of both sides that belong to the pairs of opposites of which the source may have a pole and the target the
    opposite, and the idioms; None if there is no pair of which they do.
    """
    ours, theirs = opposite_phrases(source.language), opposite_phrases(target.language)
    first, idioms = _masks(source.language)
    here, there = ours.known(source.forms), theirs.known(target.forms)
    one, other = here.bits(), there.bits()
    both = (one & (other >> 1) | (one >> 1) & other) & first
    if not both:
        return None
    wanted = both | both << 1 | idioms
    found = ours.among(here, wanted)
    one = bits_of(found)
    if not (one & (other >> 1) | (one >> 1) & other) & first:
        return None
    others = theirs.among(there, wanted)
    other = bits_of(others)
    if not (one & (other >> 1) | (one >> 1) & other) & first:
        return None
    return _by_concept(found, ours), _by_concept(others, theirs)


def poles(side: Side) -> Poles:
    """The words of a side by the pair of opposites and the pole that they stand for."""
    phrases = opposite_phrases(side.language)
    return _by_concept(phrases.among(phrases.known(side.forms), -1), phrases)


def bits_of(found: Sequence[Labelled]) -> int:
    """The labels of what was found, the bit of each set."""
    return reduce(or_, [1 << label for labels, _ in found for label in labels], 0)


def _by_concept(found: Sequence[Labelled], phrases: Phrases) -> Poles:
    sorted_out: Poles = {}
    for numbers, places in found:
        for number in numbers:
            label = phrases.labels[number]
            both = sorted_out.setdefault(label[:-2], ([], []))
            both[number & 1].append(Found(label, places))
    return sorted_out


def means(each: Found, side: Side, other: str) -> bool:
    """Whether an expression stands for its pole indeed: one that is listed as it is, or a word that the lexicon into the
    `other` language bears out.
    """
    if len(each.places) > 1:
        return True
    form, stem = side.forms[each.places[0]], side.words[each.places[0]].stem
    if each.label in opposite_phrases(side.language).exactly(form):
        return True
    return is_attested(stem, side.language, each.label, other, opposite_phrases(other))


def reach(side: Side, mark: Found) -> int:
    """Words after a negation that it may turn: of an adjective's the next."""
    if side.forms[mark.places[-1]] == "non":
        return 1
    if mark.label == "optional" and side.words[mark.places[-1]].is_content:
        return SHORT["adjective"]  # low incomes are subject to
    return SHORT.get(mark.label, BEFORE)


def is_turned(side: Side, each: Found, but: Collection[Found] = ()) -> bool:
    """Whether a negation stands before the word or around it, other than those of `but`."""
    return any(
        mark.places[0] < each.places[-1] <= mark.places[-1] + reach(side, mark)
        and not set(mark.places) <= set(each.places)
        and mark not in but
        for mark in side.marks
        if mark.label in TURNING
    )


def agree(source: Side, place: int, target: Side, spot: int) -> bool:
    """Whether two words stand for the same pole of any pair."""
    labels = [
        {each.label for each in opposite_phrases(side.language).find([side.forms[index]])}
        for side, index in ((source, place), (target, spot))
    ]
    return not labels[0].isdisjoint(labels[1])


@lru_cache(maxsize=1 << 14)
def word_poles(forms: tuple[str, ...], language: str) -> int:
    """The poles that words by themselves stand for, the bit of each set; the same in every language."""
    phrases = opposite_phrases(language)
    return bits_of(phrases.among(phrases.known(forms), -1))


def opposite_labels(side: Side, place: int, *, turned: bool = False) -> set[str]:
    """The poles that a word by itself stands for, or, `turned`, those opposite to them."""
    found = opposite_phrases(side.language).find([side.forms[place]])
    labels = {each.label for each in found if not each.label.startswith(IDIOMS)}
    return {f"{label[:-1]}{1 - int(label[-1])}" for label in labels} if turned else labels


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
