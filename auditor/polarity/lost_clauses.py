"""What a word like "after" or "despite" governs and the translation leaves out with it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from auditor.polarity.reading import Side
from auditor.polarity.relations import Use, relation_phrases, uses
from auditor.word_alignment import WordAlignment

RELATIONS = frozenset({"before", "after", "despite", "because", "without", "until", "since", "unless"})
"""Relations that a translation has some word for, if it has the clause."""
FEWEST = 2
"""Content words at least that nothing renders: of 4,214 sound segments three lack so many, of 68 press texts one."""
MEANING, LINKED = 0.2, 0.5
"""Probability, and score of a link, from which on a word is rendered."""
WORDS, CLOSE = 10, 10
"""Words behind a relation that it may govern, and around its expected place among which another may say it."""
AROUND = 6
"""Words around a relation whose links tell where its counterpart is to be expected."""
NOUNS = frozenset({"ما", "ظهر", "ذلك", "هذا", "غد"})
"""Words beside a relation that make something else of it: ما قبل, قبل ظهر اليوم, إثر ذلك."""


def lost_clauses(source: Side, target: Side, alignment: WordAlignment) -> Iterator[tuple[int, ...]]:
    """The places of each relation of an Arabic source with what it governs, where the target has neither."""
    if source.language != "ar" or not target.words:
        return
    phrases = relation_phrases("ar", "clear")
    if not phrases.known(source.forms).bits() & _wanted():
        return
    links = {link.source: link for link in alignment.links if link.score >= LINKED}
    for use in uses(source, _wanted() | 1):
        governed = _unrendered(source, use, alignment, set(links))
        if len(governed) < FEWEST or _is_noun(source, use):
            continue
        spots = [
            links[place].target
            for place in range(use.found.places[0] - AROUND, use.found.places[-1] + AROUND + 1)
            if place in links and source.words[place].is_content
        ]
        if not _is_said(target, use, _expected(source, target, use, sorted(spots))):
            yield (*use.found.places, *governed)


@cache
def _wanted() -> int:
    """The bits of RELATIONS."""
    labels = relation_phrases("ar", "clear").labels
    return sum(1 << number for number, label in enumerate(labels) if label in RELATIONS)


def _unrendered(side: Side, use: Use, alignment: WordAlignment, linked: set[int]) -> list[int]:
    """The content words right behind a relation, up to a mark or the first that is rendered."""
    last = use.found.places[-1]
    found: list[int] = []
    for place in range(last + 1, min(len(side.words), last + 1 + WORDS)):
        if side.breaks_before(place):
            break
        if side.words[place].is_content:
            if place in linked or float(alignment.meaning[place].max()) >= MEANING:
                break
            found.append(place)
    return found


def _is_noun(side: Side, use: Use) -> bool:
    first, last = use.found.places[0], use.found.places[-1]
    return use.relation not in RELATIONS or not NOUNS.isdisjoint(
        [*side.forms[max(0, first - 1) : first], *side.forms[last + 1 : last + 2]]
    )


def _expected(source: Side, target: Side, use: Use, spots: list[int]) -> int:
    """Where the counterpart of a relation should stand."""
    if spots:
        return spots[len(spots) // 2]
    return int((use.found.places[0] + 0.5) / len(source.words) * len(target.words))


def _is_said(target: Side, use: Use, spot: int) -> bool:
    start = max(0, spot - CLOSE)
    forms = target.forms[start : spot + CLOSE + 1]
    return any(
        each.label == use.relation
        for kind in ("clear", "also")
        for each in relation_phrases(target.language, kind).find(forms)
    )
