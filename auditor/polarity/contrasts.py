"""Contrasts (this and not that) that a translation turns round, or of which it denies nothing any more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from auditor.languages import language_data
from auditor.polarity.lists import limiting_words
from auditor.polarity.patterns import word_patterns
from auditor.polarity.phrases import Found, Phrases
from auditor.polarity.reading import DEMANDING, Side
from auditor.polarity.relations import relation_phrases
from auditor.polarity.standing import distance
from auditor.word_alignment import WordAlignment

WITHIN = 2
"""Content words on either side of a contrast that tell what is affirmed and what denied."""
REACH = 5
"""Words from the contrast among which those stand."""
BETWEEN = 14
"""Words between a negation and the "but" that answers it."""
LEAST = 0.35
"""Probability that two words mean the same from which on they count as counterparts."""
LINKED = 0.5
"""Score of a link from which on they do."""
CLEAR, UNLIKE = 0.6, 0.1
"""The same where the other two are not known to the lexicon, and where nothing speaks for the order as it stands."""
KNOWN = 0.2
"""Probability from which on a word is taken for rendered where nothing is compared."""
LEAD = 0.5
"""By how much the two must fit better crosswise, in [0, 2]."""
ANYWHERE = DEMANDING | {"optional", "only", "except", "neutral"}
ADDING = frozenset({"addition", "even", "notrestricted", "only"})
"""Relations that say that something comes in addition."""
BESIDE = frozenset({"words", "denying"})
"""Labels of what denies, and of words that hold a negation."""
PARTICLES = frozenset({"علي", "في", "من", "عن", "الي"})
"""Words that begin what a لا denies that is no verb's."""


class Contrast(NamedTuple):
    """The places of what is affirmed, of what is denied, and of the words that say so.

    `is_sure`: whether those can mean nothing else; `is_beside`: whether the two stand side by side, with no "but" between them.
    """

    affirmed: tuple[int, ...]
    denied: tuple[int, ...]
    marker: tuple[int, ...]
    is_sure: bool
    is_beside: bool = True


class Turned(NamedTuple):
    """A contrast of the source that the target has the other way round, or, `lost`, not at all: places of either side."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    lost: bool


def turned_contrasts(source: Side, target: Side, alignment: WordAlignment) -> Iterator[Turned]:
    """Those of a source that has one: such as are denied crosswise, and such as nothing of the target denies."""
    if source.language != "ar":
        return
    ours = [*_contrasts(source)]
    widened = [*_widened(source)]
    if not ours and not widened:
        return
    theirs = [*_contrasts(target)]
    yield from (
        Turned(_places(one), _places(other), lost=False)
        for one in widened
        for other in theirs
        if not other.is_beside and _is_narrowed(target, alignment, one, other)
    )
    for one in ours:
        if not one.affirmed or not one.denied:
            continue
        for other in theirs:
            if other.affirmed and other.denied and _is_crossed(alignment, one, other):
                yield Turned(_places(one), _places(other), lost=False)
        if one.is_sure and not theirs and len(ours) == 1:
            yield from _lost(source, target, alignment, one)


def _widened(side: Side) -> Iterator[Contrast]:
    """Those of which both halves are affirmed: not only this but that."""
    marks = contrast_phrases(side.language).find(side.forms)
    for mark in marks:
        but = next((each for each in marks if each.label == "but" and _is_behind(each, mark)), None)
        if mark.label == "widening" and but is not None:
            first, last = mark.places[0], but.places[-1]
            between = _content(side, range(first + 1, but.places[0]))[: 2 * WITHIN]
            behind = _content(side, range(last + 1, min(len(side.words), last + 1 + REACH)))
            yield Contrast(behind, between, (*mark.places, *but.places), is_sure=True, is_beside=False)


def _is_narrowed(target: Side, alignment: WordAlignment, one: Contrast, other: Contrast) -> bool:
    """Whether one half of a contrast that affirms both is denied, and nothing near the other says that it comes in addition."""
    alike = any(
        place in one.affirmed and spot in other.affirmed and score >= LINKED
        for place, spot, score in alignment.links
    )
    near = target.forms[other.marker[0] : max(other.marker[-1], *other.affirmed) + REACH]
    return alike and not any(
        mark.label in ADDING for mark in relation_phrases(target.language, "clear").find(near)
    )


def _lost(source: Side, target: Side, alignment: WordAlignment, one: Contrast) -> Iterator[Turned]:
    """A contrast of which the target has both halves, and nothing that denies."""
    others = [mark for mark in source.negations if mark.places[0] not in one.marker]
    first, second = (_counterpart(alignment, half) for half in (one.affirmed, one.denied))
    if first is None or second is None or first == second:
        return
    marks = [mark for mark in target.marks if second not in mark.places]
    said = sum(mark.label in ANYWHERE for mark in marks)
    if said > len(others) or contrast_phrases(target.language).find(target.forms):
        return
    if not any(mark.label in ANYWHERE | BESIDE and distance(mark, second) <= REACH for mark in marks):
        yield Turned(_places(one), tuple(sorted((first, second))), lost=True)


def _counterpart(alignment: WordAlignment, places: Sequence[int]) -> int | None:
    """Where the target renders the nearest of some words."""
    for place in places:
        row = alignment.meaning[place]
        spot = int(row.argmax())
        if float(row[spot]) >= KNOWN:
            return spot
    return None


def _places(contrast: Contrast) -> tuple[int, ...]:
    return tuple(sorted({*contrast.affirmed[:1], *contrast.marker, *contrast.denied[:1]}))


def _is_crossed(alignment: WordAlignment, one: Contrast, other: Contrast) -> bool:
    """Whether what the one affirms the other denies, and what it denies the other affirms."""

    def alike(here: Sequence[int], there: Sequence[int]) -> float:
        return max(float(alignment.meaning[place, spot]) for place in here for spot in there)

    crossed = alike(one.affirmed, other.denied), alike(one.denied, other.affirmed)
    straight = alike(one.affirmed, other.affirmed), alike(one.denied, other.denied)
    if min(crossed) >= LEAST:
        return sum(crossed) - sum(straight) >= LEAD
    if not (one.is_beside and other.is_beside):
        return False
    nearest = alike(one.affirmed[:1], other.affirmed[:1]), alike(one.denied[:1], other.denied[:1])
    return max(crossed) >= CLEAR and max(*nearest, straight[1]) <= UNLIKE


@cache
def contrast_phrases(language: str) -> Phrases:
    """What sets one thing against another: `behind` and what it denies, `instead` too, `but` after a denial."""
    table = language_data(language, "polarity")["contrast"]
    patterns = [(label, line.strip()) for label, lines in table.items() for line in lines.split(",")]
    return Phrases(language, patterns, patterns=word_patterns(language))


def _contrasts(side: Side) -> Iterator[Contrast]:
    marks = contrast_phrases(side.language).find(side.forms)
    idle = {place for mark in side.marks if mark.label not in DEMANDING for place in mark.places}
    for mark in marks:
        if mark.label == "behind" and (mark.places[0] in idle or _is_answered(mark, marks)):
            continue
        first, last = mark.places[0], mark.places[-1]
        if mark.label == "but":
            denial = _denial_before(side, first)
            if denial is not None and not _is_only(side, denial, first):
                between = _content(side, range(denial.places[-1] + 1, first))[: 2 * WITHIN]
                marker = *denial.places, *mark.places
                yield Contrast(_after(side, last), between, marker, is_sure=True, is_beside=False)
        elif mark.label == "instead" or (mark.label == "behind" and _denies_noun(side, last)):
            sure = mark.label == "behind" and side.forms[first] not in {"لا", "ولا"}
            yield Contrast(_before(side, first), _after(side, last), mark.places, is_sure=sure)


def _is_answered(mark: Found, marks: Sequence[Found]) -> bool:
    """Whether a "but" further on says what is affirmed: not this but that."""
    return any(each.label == "but" and _is_behind(each, mark) for each in marks)


def _is_behind(but: Found, mark: Found) -> bool:
    return 0 < but.places[0] - mark.places[-1] <= BETWEEN


def _denies_noun(side: Side, place: int) -> bool:
    """Whether what stands behind a لا is no verb: the next word has an article or is a particle, or the two are set side by side."""
    if side.forms[place] not in {"لا", "ولا"}:
        return True
    following = side.forms[place + 1] if place + 1 < len(side.forms) else "ي"
    if following in PARTICLES or following.startswith(("ال", "لل")):
        return True
    return following[0] not in "يتنا" and place > 0 and side.words[place - 1].is_content


def _denial_before(side: Side, place: int) -> Found | None:
    """The one negation that a "but" answers."""
    found = [mark for mark in side.negations if 0 < place - mark.places[-1] <= BETWEEN]
    return found[-1] if found and found[-1].label in {"verb", "noun"} else None


def _is_only(side: Side, denial: Found, place: int) -> bool:
    """Not only this but that as well."""
    words = limiting_words(side.language)
    return not words.isdisjoint(side.forms[denial.places[0] : place])


def _before(side: Side, place: int) -> tuple[int, ...]:
    """The nearest content words before a contrast, the nearest first."""
    places = range(place - 1, max(-1, place - 1 - REACH), -1)
    found = []
    for each in places:
        if side.words[each].is_content:
            found.append(each)
        if side.breaks_before(each) or len(found) == WITHIN:
            break
    return tuple(found)


def _after(side: Side, place: int) -> tuple[int, ...]:
    places = range(place + 1, min(len(side.words), place + 1 + REACH))
    end = next((each for each in places if each > place + 1 and side.breaks_before(each)), places.stop)
    return _content(side, range(place + 1, end))[:WITHIN]


def _content(side: Side, places: range) -> tuple[int, ...]:
    return tuple(each for each in places if side.words[each].is_content)
