"""Parts of persons' names that stand before them as a title, a people or an adjective: “the Sudanese Mohammed”, “l’heureux Benjelloun”.

Arabic has what describes somebody before the name with an article, or after the whole of it; a surname of such a form is taken for
it, and goes to where French and English have it. That nothing spells the part tells it from a name that has it as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from auditor.languages import language_data
from auditor.names.pair.anchors import renders_others
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import WordForm
from auditor.names.pair.known_places import local_place
from auditor.names.pair.meanings import beginning, means
from auditor.names.pair.persons import is_given
from auditor.names.pair.sides import Side
from auditor.names.people.sequences import PartDifference, is_introduced
from auditor.names.places.owned_names import is_spelled_by, is_spelling
from auditor.names.slots.slot_words import is_body
from auditor.names.words.person_words import epithets, latin_words, person_words

TOLD, LIKELY = 0.78, 0.68
"""Confidence after a title or an office, and where the given name alone tells of a person."""
LONGEST = 3
"""Parts of a name before its surname."""
SHORTEST = 3
_JOINTS = " \u00a0\u202f-\u2010\u2011'’"
_DEFINITE = ("ال", "وال", "بال", "لل")


def parts_before(pair: Comparison) -> Iterator[PartDifference]:
    """The parts of names that came before them as words, in text order."""
    words = pair.source.words
    for here, word in enumerate(words):
        beside = _beside(pair.source, here) if _may_be_part(word) else None
        if beside is None or _has_other(pair, here):
            continue
        there = _described(pair, here, beside)
        if there is not None and not _is_spelled(pair, here, there):
            told = is_introduced(pair.source, min(here, beside))
            yield PartDifference("translated", here, there, TOLD if told else LIKELY)


@lru_cache(maxsize=1 << 16)
def _may_be_part(word: WordForm) -> bool:
    if word.folded in epithets() or len(word.folded) < SHORTEST:
        return False
    return word.folded in _titles() or any(
        each.kind == "person" and each.words == (word.folded,) for each in beginning(word)
    )


@cache
def _titles() -> dict[str, frozenset[str]]:
    """Surnames that are titles as well, and what stands for those."""
    table: dict[str, str] = language_data("ar", "persons")["as_titles"]
    return {word: frozenset(others.split()) for word, others in table.items()}


def _beside(side: Side, here: int) -> int | None:
    """The part of the same name that a title would go before: the first one of those before a surname, the one after a given name."""
    first = _first_part(side, here)
    if first is not None or side.words[here].folded.startswith("ال"):
        return _after_son(side, here) if first is None else first
    after = here + 1
    if after >= len(side.words) or not side.adjoins(here, after):
        return None
    word = side.words[after]
    is_part = word.is_name and not word.is_title and not word.folded.startswith(_DEFINITE) and not word.begins
    is_known = side.words[here].folded in person_words("first_names") and is_given(word)
    return after if is_known or (is_part and is_given(side.words[here])) else None


def _after_son(side: Side, here: int) -> int | None:
    """The father's name after a given name with an article: العربي بن مهيدي."""
    words = side.words
    if here + 2 >= len(words) or not is_given(words[here]) or words[here + 1].folded not in _sons():
        return None
    return here + 2 if side.adjoins(here, here + 1) and side.adjoins(here + 1, here + 2) else None


@cache
def _sons() -> frozenset[str]:
    return frozenset(language_data("ar", "names")["sons"].split())


def _first_part(side: Side, here: int) -> int | None:
    first = here
    while here - first < LONGEST and first and side.adjoins(first - 1, first):
        word = side.words[first - 1]
        is_part = word.is_name and local_place(word) is None and not word.begins
        if word.is_title or word.folded.startswith(_DEFINITE) or not (is_given(word) or is_part):
            break
        first -= 1
    if first == here or not is_given(side.words[first]):
        return None
    if first and is_body(side.words[first - 1]) and not side.words[first - 1].folded.startswith(_DEFINITE):
        return None
    after = side.words[here + 1 : here + 2]
    return None if after and after[0].folded in person_words("of_origin") else first


def _has_other(pair: Comparison, here: int) -> bool:
    """Whether the original has the same word, or one of the same people, besides."""
    word = pair.source.words[here]
    bare = word.folded.removeprefix("ال")
    return any(
        index != here
        and (bare in (each.removeprefix("ال") for each in other.readings) or other.places & word.places)
        for index, other in enumerate(pair.source.words)
    )


def _described(pair: Comparison, here: int, beside: int) -> int | None:
    """The word that means a part, just before the one place where the other part is spelled."""
    target = pair.target
    at = [
        there
        for there, other in enumerate(target.words)
        if other.is_capital
        and len(other.folded) >= SHORTEST
        and is_spelling(pair.source.words[beside], other)
    ]
    if len(at) != 1 or not at[0]:
        return None
    there = at[0] - 1
    if there and target.words[there].folded in _spelled_sons():
        there -= 1
    if target.between(there, at[0]).strip(_JOINTS + "benBENibnIBN") or not _means(pair, here, there):
        return None
    return None if renders_others(pair.source, target, there, (here,)) else there


@cache
def _spelled_sons() -> frozenset[str]:
    kinship: dict[str, list[str]] = language_data("ar", "names")["kinship"]
    return frozenset(form for son in _sons() for form in kinship[son])


def _means(pair: Comparison, here: int, there: int) -> bool:
    word, other = pair.source.words[here], pair.target.words[there]
    if other.folded in _titles().get(word.folded, frozenset()):
        return True
    before = pair.target.words[there - 1].folded if there else ""
    if not other.is_capital and before not in latin_words("definite"):
        return False
    mention = pair.target.mention_at(there)
    if mention is not None and mention.places & word.places:
        return True
    return any(means(name, other) for name in beginning(word) if name.kind == "person")


def _is_spelled(pair: Comparison, here: int, there: int) -> bool:
    """Whether another word of the translation than the one that means a part spells it."""
    return any(
        place != there and other.is_capital and is_spelled_by(pair.source, here, other)
        for place, other in enumerate(pair.target.words)
    )
