"""Set expressions of which the target has the contrary: found guilty for برأت, spared for لم تسلم من."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from auditor.languages import language_data
from auditor.polarity.answered import apart, linked_places
from auditor.polarity.explained import is_tied_elsewhere
from auditor.polarity.patterns import word_patterns
from auditor.polarity.phrases import Found, Phrases
from auditor.polarity.poles import is_turned
from auditor.polarity.reading import DEMANDING, Side
from auditor.polarity.rewordings import rewording_phrases
from auditor.word_alignment import WordAlignment

APART = 0.5
"""Difference of the relative places of two expressions, as a share of the passage, up to which they are compared."""
RENDERED = 0.9
"""Score of a link from which on a word that denies renders a word of the source."""
HOLDING = DEMANDING | {"faint", "only", "except", "optional", "words", "denying"}
"""Labels of what may deny an expression of the target that the source denies."""
DENYING = DEMANDING | {"faint", "except", "denying"}
"""Labels of what may deny an expression of the source that the target denies."""
VERBAL = frozenset({"verb", "joined"})
"""Labels of negations that may stand some words before what they deny in French and English; others stand right before."""
BEFORE = 3
"""How many words that is at most."""
NONE = "none"
"""The table of what looks like an expression and is none."""

Expressions = dict[str, tuple[list[Found], list[Found]]]


class Contrary(NamedTuple):
    """The places of an expression of the source, and of the one of the target that is its contrary."""

    source: tuple[int, ...]
    target: tuple[int, ...]


def contrary_expressions(source: Side, target: Side, alignment: WordAlignment) -> Iterator[Contrary]:
    """The expressions of an Arabic source of which the target has the contrary, or that one of the two denies; in no order.

    Nothing else of either side may say what the other does: see `_is_alone` and `_is_denied_alone`. The idioms are Arabic
    ones: French and English words for them (ne … pas que) say other things where they are the original.
    """
    ours = _by_pair(source, "clear") if source.language == "ar" else {}
    theirs = _by_pair(target, "clear") if ours else {}
    linked = linked_places(alignment)
    for pair in sorted(ours.keys() & theirs.keys()):
        for one in (each for both in ours[pair] for each in both):
            for other in (each for both in theirs[pair] for each in both):
                mine, yours = _is_denied(source, one), _is_denied(target, other)
                if mine is None or yours is None or (one.label == other.label) == (mine == yours):
                    continue
                if one.label == other.label:
                    is_wrong = _is_denied_alone(source, target, alignment, one, other)
                else:
                    is_wrong = _is_alone(source, target, one, other)
                if (
                    is_wrong
                    and apart(source, one.places[0], target, other.places[0], linked) <= APART
                    and not is_tied_elsewhere(source, target, alignment, one.places, other.places)
                ):
                    yield Contrary(one.places, other.places)


def is_idiom_rendered(source: Side, target: Side, places: set[int]) -> bool:
    """Whether places of the source belong to the first of a pair of expressions, one of several words, that the target has as well."""
    pairs = {
        pair
        for pair, (first, _) in _by_pair(source, "clear").items()
        for each in first
        if len(each.places) > 1 and not places.isdisjoint(each.places)
    }
    if not pairs:
        return False
    theirs = _by_pair(target, "clear")
    return any(
        _is_denied(target, each) is False for pair in pairs & theirs.keys() for each in theirs[pair][0]
    )


def _by_pair(side: Side, kind: str) -> Expressions:
    """The expressions of a side by the pair that they belong to, those of its first and those of its second."""
    found: Expressions = {}
    for each in expression_phrases(side.language, kind).find(side.forms):
        if each.label != NONE:
            pair, _, pole = each.label.rpartition(" ")
            found.setdefault(pair, ([], []))[int(pole)].append(each)
    return found


def _is_denied(side: Side, each: Found) -> bool | None:
    """Whether a negation stands right before an expression or around it; None where one farther off may reach it."""
    own = [mark for mark in side.marks if not set(mark.places).isdisjoint(each.places)]
    if not is_turned(side, each, own):
        return False
    first = each.places[0]
    far = frozenset() if side.language == "ar" else VERBAL
    near = any(
        mark.label in DEMANDING
        and mark.places[0] < first <= mark.places[-1] + (BEFORE if mark.label in far else 1)
        and not any(side.breaks_before(place) for place in range(mark.places[0] + 1, first + 1))
        for mark in side.marks
        if mark not in own
    )
    return True if near else None


def _is_alone(source: Side, target: Side, one: Found, other: Found) -> bool:
    """Whether nothing of the target says or may say what an expression does, and nothing of the source what its contrary does."""
    return not (_says(source, other.label, one) or _says(target, one.label, other))


def _says(side: Side, label: str, but: Found, kinds: tuple[str, ...] = ("clear", "also")) -> bool:
    """Whether anything of a side, other than an expression, says or may say what a label stands for."""
    return any(
        each.label == label and set(each.places).isdisjoint(but.places)
        for kind in kinds
        for each in expression_phrases(side.language, kind).find(side.forms)
    )


def _is_denied_alone(source: Side, target: Side, alignment: WordAlignment, one: Found, other: Found) -> bool:
    """Whether nothing denies on the side on which the expression is not denied."""
    opposite = f"{one.label[:-1]}{1 - int(one.label[-1])}"
    if any(
        _says(side, label, but, ("clear",))
        for side, but in ((source, one), (target, other))
        for label in (one.label, opposite)
    ):
        return False
    if not _is_denied(source, one):
        return not _denies(source, one, DENYING, set())
    rendered = {
        spot
        for place, spot, score in alignment.links
        if score >= RENDERED and source.words[place].is_content and place not in one.places
    }
    return not _denies(target, other, HOLDING, rendered)


def _denies(side: Side, each: Found, labels: frozenset[str], but: set[int]) -> bool:
    """Whether a side denies anything besides an expression, other than by words at `but`."""
    listed = rewording_phrases(side.language, "denials").find(side.forms)
    marks = [mark for mark in side.marks if mark.label in labels]
    return any(
        not but.issuperset(found.places) and set(found.places).isdisjoint(each.places)
        for found in (*marks, *listed)
    )


@cache
def expression_phrases(language: str, kind: str) -> Phrases:
    """The expressions of a `kind`, clear or also, labelled with a pair and 0 or 1, the first and its contrary."""
    table = language_data(language, "expressions")
    labelled = [
        (pair if pair == NONE else f"{pair} {pole}", pattern.strip())
        for pair, both in table.items()
        for pole, name in enumerate((kind, f"contrary_{kind}"))
        for pattern in both.get(name, "").split(",")
        if pattern.strip()
    ]
    final = tuple(dict.fromkeys(label for label, _ in labelled))
    return Phrases(language, labelled, patterns=word_patterns(language), every=True, final=final)
