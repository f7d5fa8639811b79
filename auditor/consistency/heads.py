"""What the head word of a body or thing is rendered by in each place, and where a short form departs from the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from auditor.bitext import Passage
from auditor.consistency.departures import Departure
from auditor.folding import folded
from auditor.languages import language_data
from auditor.word_alignment.links import WordAlignment

LINKED = 0.5
"""Plausibility from which on a target word stands for the head word."""
MEANT = 0.25
"""Probability that two linked words mean the same, from which on the target word stands for that other word."""
_LEADS = ("وال", "فال", "بال", "كال", "ولل", "لل", "ال", "و", "ف", "ب", "ل", "ك", "")
_ARTICLES = ("ال", "لل")


@dataclass(frozen=True, slots=True)
class HeadUse:
    """One use of a head word: `sense` is the line of renderings that the target word belongs to; `is_short` where the
    word stands alone with its article, or where every use of it is taken to mean one thing.
    """

    source: Passage
    target: Passage
    sense: int
    is_short: bool


def head_departures(alignments: Mapping[int, WordAlignment]) -> Iterator[Departure]:
    """Those of a document with an Arabic original, by the alignments of its pairs with their index."""
    uses: dict[int, list[HeadUse]] = {}
    for number in sorted(alignments):
        for head, use in _uses(alignments[number]):
            uses.setdefault(head, []).append(use)
    for some in uses.values():
        yield from _deviating(some)


def _uses(alignment: WordAlignment) -> list[tuple[int, HeadUse]]:
    """The head words of a pair whose rendering is known, with the number of the head."""
    senses = _senses(alignment.target.language)
    found = []
    for place, word in enumerate(alignment.source_words):
        lead, head = _head_of(word.form)
        if head is None or not alignment.target_words:
            continue
        column = _counterpart(alignment, place, senses[head.number])
        if column is None:
            continue
        target = alignment.target_words[column]
        sense = senses[head.number][target.form]
        alone = lead.endswith(_ARTICLES) and not _is_described(alignment, place)
        found.append((head.number, HeadUse(word.passage, target.passage, sense, head.is_thing or alone)))
    return found


def _counterpart(alignment: WordAlignment, place: int, senses: Mapping[str, int]) -> int | None:
    """The place of the rendering of a head word: what stands for it, or the one word of its list that stands for nothing."""
    column = int(alignment.plausibility[place].argmax())
    is_listed = alignment.target_words[column].form in senses
    if float(alignment.plausibility[place, column]) >= LINKED and is_listed:
        return column
    if float(alignment.meaning[place, column]) >= MEANT:
        return None
    linked = {
        link.target
        for link in alignment.links
        if link.source != place and alignment.meaning[link.source, link.target] >= MEANT
    }
    free = [
        number
        for number, word in enumerate(alignment.target_words)
        if word.form in senses and number not in linked
    ]
    return free[0] if len(free) == 1 else None


def _is_described(alignment: WordAlignment, place: int) -> bool:
    """Whether an adjective with its article follows, of the same gender: الرابطة الوطنية, not دعت الرابطة الفرق."""
    words = alignment.source_words[place : place + 2]
    return (
        len(words) == 2
        and words[1].form.startswith(_ARTICLES)
        and words[0].form.endswith("ه") == words[1].form.endswith("ه")
    )


def _deviating(uses: Sequence[HeadUse]) -> list[Departure]:
    """Short forms in another sense than every full form, and than more of the other uses; of as many, the first use counts."""
    counts = Counter(use.sense for use in uses)
    if len(counts) < 2:
        return []
    named = {use.sense for use in uses if not use.is_short}
    first = {sense: min(place for place, use in enumerate(uses) if use.sense == sense) for sense in counts}
    usual = max(counts, key=lambda sense: (sense in named, counts[sense], -first[sense]))
    shown = " ".join(uses[first[usual]].target.text.split())
    return [
        Departure(use.source, use.target, shown, counts[usual], len(uses))
        for use in uses
        if use.is_short and use.sense != usual and use.sense not in named
    ]


@dataclass(frozen=True, slots=True)
class _Head:
    number: int
    is_thing: bool


@lru_cache(maxsize=1 << 15)
def _head_of(form: str) -> tuple[str, _Head | None]:
    """The particles written onto a folded word, and the head that it is; None for most words."""
    known = _arabic_heads()
    for lead in _LEADS:
        if form.startswith(lead) and form[len(lead) :] in known:
            return lead, known[form[len(lead) :]]
    return "", None


@cache
def _arabic_heads() -> dict[str, _Head]:
    """By the folded word without article."""
    return {
        folded(form): _Head(number, bool(each.get("thing")))
        for number, each in enumerate(language_data("ar", "heads")["head"])
        for form in each["ar"]
    }


@cache
def _senses(language: str) -> list[dict[str, int]]:
    """Of each head the folded words that render it, with the number of their line."""
    return [
        {word: sense for sense, line in enumerate(each.get(language, ())) for word in line.split()}
        for each in language_data("ar", "heads")["head"]
    ]
