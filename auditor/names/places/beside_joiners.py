"""Names beside a word that both sides have spelled as part of them: أبو قرقاص is no Abou Qir, تركي بن فهد no “Turc bin Fahd”.

A word such as أبو, بن, عين or سيدي is spelled in few ways; where each side has it once, what stands next to it on the one side stands
for what stands next to it on the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from auditor.languages import language_data
from auditor.names.pair.comparison import STRANGE, Comparison
from auditor.names.pair.forms import WordForm, are_alike
from auditor.names.pair.likeness import are_joined_alike, articles, holds
from auditor.names.pair.native_names import explains
from auditor.names.pair.persons import beside_names, is_given
from auditor.names.pair.sides import Side, is_nationality
from auditor.names.people.sequences import PartDifference
from auditor.names.places.owned_names import is_spelling
from auditor.names.spelling.conformity import resembles, same_kinds

OTHER = 0.76
"""Confidence that what stands beside such a word is another name, or a word of the language."""
SHORTEST = 3
COMPOUND = 4
"""Letters that a word has more than a name from which on it may hold it."""
_JOINTS = " \u00a0\u202f-\u2010\u2011'’"


def joiner_differences(pair: Comparison) -> Iterator[PartDifference]:
    """The names beside a joining word that came back as others, in text order."""
    words = pair.source.words
    for joiner, word in enumerate(words):
        forms = _forms(word)
        at = _only(pair.target, forms) if forms else None
        if at is None or sum(not forms.isdisjoint(_forms(each)) for each in words) != 1:
            continue
        for step in (1, -1) if word.is_joiner and word.folded in _sons() else (1,):
            found = _differing(pair, joiner, at, step)
            if found is not None:
                yield found


@lru_cache(maxsize=1 << 16)
def _forms(word: WordForm) -> frozenset[str]:
    """How a joining word is spelled; empty for other words."""
    table = _table()
    for each in word.readings:
        if each in table and word.folded.endswith(each):
            return table[each]
    return frozenset()


@cache
def _table() -> dict[str, frozenset[str]]:
    heads: dict[str, list[str]] = language_data("ar", "places")["heads"]
    kinship: dict[str, list[str]] = language_data("ar", "names")["kinship"]
    asked = language_data("ar", "places")["joining_heads"].split()
    table = {head: frozenset(heads[head][0].split()) for head in asked}
    return table | {
        word: frozenset(each for each in spelled if len(each) > 1)
        for word, spelled in kinship.items()
        if word != "ال"
    }


@cache
def _sons() -> frozenset[str]:
    return frozenset(language_data("ar", "names")["sons"].split())


def _only(side: Side, forms: frozenset[str]) -> int | None:
    """The one place where a side has one of the forms."""
    found = [place for place, word in enumerate(side.words) if word.folded in forms]
    return found[0] if len(found) == 1 else None


def _differing(pair: Comparison, joiner: int, at: int, step: int) -> PartDifference | None:
    beside = _beside(pair, joiner, at, step)
    if beside is None:
        return None
    here, there = beside
    word, other = pair.source.words[here], pair.target.words[there]
    if not _may_be_judged(word) or not _may_stand(other):
        return None
    mention = pair.target.mention_at(there)
    if step < 0 and mention is not None and is_nationality(mention) and not explains(word, other):
        return PartDifference("translated", here, there, OTHER)
    if (step < 0 and not (word.is_name or is_given(word))) or _has_counterpart(pair, here, there):
        return None
    return PartDifference("person" if step < 0 else "place", here, there, OTHER)


def _beside(pair: Comparison, joiner: int, at: int, step: int) -> tuple[int, int] | None:
    """The words next to a joining word of either side, past an article, where no mark parts them."""
    source, target = pair.source, pair.target
    here, there = joiner + step, at + step
    if step > 0 and there < len(target.words) and target.words[there].folded in articles():
        there += 1
    if not (0 <= here < len(source.words) and 0 <= there < len(target.words)):
        return None
    parted = not source.adjoins(*sorted((joiner, here)))
    first, last = sorted((at, there))
    if parted or any(target.between(place, place + 1).strip(_JOINTS) for place in range(first, last)):
        return None
    return here, there


@lru_cache(maxsize=1 << 16)
def _may_stand(word: WordForm) -> bool:
    is_long = word.is_capital and not word.is_acronym and len(word.folded) >= SHORTEST
    return is_long and word.folded not in beside_names()


@lru_cache(maxsize=1 << 16)
def _may_be_judged(word: WordForm) -> bool:
    return word.is_arabic and len(word.folded) >= SHORTEST and not word.is_joiner and not word.is_title


def _has_counterpart(pair: Comparison, here: int, there: int) -> bool:
    """Whether a name is spelled anywhere, if with a neighbour, or what stands there spells another word of the original."""
    word, other = pair.source.words[here], pair.target.words[there]
    if are_alike(word, other, STRANGE) or any(_is_spelling(word, each) for each in pair.capitals):
        return True
    if _is_joined(pair, here, there):
        return True
    if resembles(word.letters, other.folded) or same_kinds(word.letters, other.folded):
        return True
    if len(other.folded) >= len(word.folded) + COMPOUND and holds(word, other):
        return True
    return any(
        _is_spelling(each, other)
        for side in pair.sources
        for each in side.words
        if each is not word and (each.is_name or is_given(each))
    )


def _is_joined(pair: Comparison, here: int, there: int) -> bool:
    """Whether a name is spelled with the joining word, or with what comes after: أبو ظبي Abou Dhabi, عبد العزيز Abdelaziz."""
    ours, theirs = pair.source.words, pair.target.words
    ways = [ours[first : first + 2] for first in (here - 1, here) if first >= 0] + [ours[here : here + 1]]
    others = [
        theirs[first : first + size]
        for size in (1, 2, 3)
        for first in range(max(0, there - size + 1), there + 1)
    ]
    return any(
        are_joined_alike(one, other) for one in ways for other in others if len(one) > 1 or len(other) > 1
    )


def _is_spelling(word: WordForm, other: WordForm) -> bool:
    return len(other.folded) >= SHORTEST and is_spelling(word, other)
