"""Whether the words of a translation stand in an order that nobody writes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from operator import gt

from auditor.languages import language_data
from auditor.word_alignment import Word, WordAlignment

FEWEST = 6
"""Linked words below which their order tells nothing."""
MANY = 12
"""Linked words from which their order alone may tell."""
BACK = 0.35
"""Share of steps back among links below which nothing is reckoned; random order has nearly half."""
FAR, FARTHER = 0.55, 1.0
"""Disorder that is seen in one of ten translations and in hardly any."""


def is_scrambled(alignment: WordAlignment, forms: Sequence[str]) -> bool:
    """Two places where a determiner stands before a word that never follows one, or one and a disorder that is rare, or
    a disorder that hardly ever occurs. `forms` are the folded words of the target. Thresholds set on pud,
    flores_devtest and tico19.
    """
    broken = broken_places(alignment.target_words, forms, alignment.target.language)
    if broken >= 2:
        return True
    if not broken and not _steps_back(alignment):
        return False
    linked, value = disorder(alignment)
    return (bool(broken) and value > FAR) or (linked >= MANY and value > FARTHER)


def _steps_back(alignment: WordAlignment) -> bool:
    """Whether the links, in source order, step back in the target nearly as often as in random order."""
    places = [link.target for link in alignment.links]
    return len(places) >= MANY and sum(map(gt, places, places[1:])) > BACK * len(places)


def broken_places(words: Sequence[Word], forms: Sequence[str], language: str) -> int:
    """How often a determiner stands before a word that cannot follow it, or ends the passage; the WHO is a name."""
    table = _order(language)
    if table is None or not words:
        return 0
    determiners, numbers, never = table
    count = int(forms[-1] in determiners - numbers)
    for place, form in enumerate(forms[:-1]):
        if form in determiners and form != forms[place + 1] in never[form]:
            text, start, end = words[place].document.text, words[place].start, words[place].end
            alone = text[max(0, start - 1) : start].isspace() or start == 0
            after = words[place + 1]
            name = text[after.start : after.end].isupper()
            count += alone and not name and text[end : after.start].isspace()
    return count


@cache
def _order(language: str) -> tuple[frozenset[str], frozenset[str], dict[str, frozenset[str]]] | None:
    """The determiners of a language, those that are numbers as well, and what cannot follow each."""
    table = language_data(language, "polarity").get("order")
    if table is None:
        return None
    numbers = frozenset(table.get("numbers", "").split())
    never = {
        word: frozenset(after.split())
        for words, after in table.items()
        if words != "numbers"
        for word in words.split()
    }
    return frozenset(never), numbers, never


def disorder(alignment: WordAlignment) -> tuple[int, float]:
    """How many content words are linked, and how far apart the counterparts of neighbouring source words stand on
    average, in words that are linked, as a share of what it would be in random order: about 0.4 for a translation, about 1 for
    random order, 0 for fewer than FEWEST.
    """
    source, target = alignment.source_words, alignment.target_words
    best: dict[int, tuple[float, int]] = {}
    for link in alignment.links:
        if source[link.source].is_content and target[link.target].is_content:
            found = (link.score, link.target)
            if link.source not in best or best[link.source] < found:
                best[link.source] = found
    places = [best[place][1] for place in sorted(best)]
    ranks = {place: rank for rank, place in enumerate(sorted(set(places)))}
    if len(ranks) < FEWEST:
        return len(places), 0.0
    order = [ranks[place] for place in places]
    steps = sum(abs(one - other) for one, other in pairwise(order))
    return len(places), steps / (len(order) - 1) / (len(ranks) / 3)
