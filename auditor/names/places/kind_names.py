"""Names told by the word for their kind alone, which came back as others: “wilaya des Bourses” for ولاية منح.

After words such as ولاية, قرية or نهر a place is called by its name, whatever it means, and so are those that “and” joins to it; a
translation that has the word for the kind, and a word of the language or another name where the name should be, has another place.
No list of places is needed for that; where one tells how a place is spelled, letters that are right do not excuse another place's name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from auditor.languages import language_data
from auditor.names.pair.anchors import entry, rendered_words
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import SPELLS, WordForm, are_alike
from auditor.names.pair.known_places import describes, listed_place, local_place
from auditor.names.pair.meanings import beginning
from auditor.names.pair.name_runs import runs
from auditor.names.pair.native_names import is_arabic
from auditor.names.pair.sides import Side
from auditor.names.pair.worded import LEAST_KNOWN, opens
from auditor.names.places.local_places import PlaceDifference
from auditor.names.places.owned_names import is_anothers, is_spelled_as_often, is_well
from auditor.names.slots.slot_words import is_body
from auditor.names.spelling.conformity import resembles
from auditor.names.words.person_words import latin_titles, latin_words
from auditor.names.words.vocabulary import is_word_of

SURE, WORD, LIKELY = 0.8, 0.72, 0.66
"""Confidence where the word has a capital of its own and the lexicon, or a list, has it for the name, where it has a capital and is one of
the language, and of others."""
UNLIKE = 0.2
"""Probability from which on a name may be that of another word of the original."""
SHORTEST = 3
_Kinds = tuple[frozenset[str], bool, bool]


def kind_differences(pair: Comparison) -> Iterator[PlaceDifference]:
    """The names that came back as others beside the word for their kind, in text order."""
    taken: set[int] = set()
    for index, kinds, is_asked in _named(pair.source):
        there = _standing(pair, index, kinds, taken, is_asked=is_asked)
        if there is not None:
            taken.add(there)
            kind = "translated" if _is_word(pair.target, there) else "place"
            yield PlaceDifference(kind, index, index, (there, there), _confidence(pair, index, there))


def _standing(
    pair: Comparison, index: int, kinds: frozenset[str], taken: set[int], *, is_asked: bool
) -> int | None:
    """The word that is called by the kind of a name, and is none of its spellings, where nothing else is called so that is."""
    rendered = (
        set()
        if _is_listed(pair.source.words[index])
        else set(rendered_words(pair.source.words[index], pair.target))
    )
    for run in runs(pair.target, kinds):
        if any(is_well(pair, index, there) for there in run):
            return None
        judged = [there for there in run if there not in taken and _is_meant(pair, index, there, is_asked)]
        if judged and rendered <= {judged[0]} and not is_spelled_as_often(pair, index, judged[0]):
            return judged[0]
    return None


def _named(side: Side) -> Iterator[tuple[int, frozenset[str], bool]]:
    """The words of the original that may be names, with what stands for the word for their kind, and whether only a known
    place is meant; a name that “and” joins to another is of the same kind.
    """
    before: _Kinds | None = None
    for index in range(1, len(side.words)):
        word = side.words[index]
        kinds = _kinds(side.words[index - 1])
        if kinds is None and before and word.folded.startswith("و"):
            kinds = (*before[:2], False)
        before = None if kinds is None or not side.adjoins(index - 1, index) else kinds
        if before is None or index in side.covered or not _may_be_name(word, *before[1:]):
            continue
        if _is_listed(word) or not _is_before_its_own(side, index):
            yield index, *before[:2]


def _is_before_its_own(side: Side, index: int) -> bool:
    """Whether a word without article has one with it after it, or a place, as the first of two that are a name: اعالي النيل."""
    word, after = side.words[index], side.words[index + 1 : index + 2]
    if not after or not side.adjoins(index, index + 1) or "ال" in word.folded[:3]:
        return False
    return index + 1 in side.covered or (after[0].folded.startswith("ال") and not word.is_name)


@lru_cache(maxsize=1 << 16)
def _kinds(word: WordForm) -> _Kinds | None:
    """What stands for a word after which names stand, whether only a known place is meant, and whether it is a plural; None for
    other words.
    """
    for room, is_asked in (("naming", False), ("naming_places", True)):
        table = _table(room)
        for each in () if table.keys().isdisjoint(word.readings) else word.readings:
            if (
                each in table
                and word.folded.endswith(each)
                and not word.folded.endswith(("ال" + each, "لل" + each))
            ):
                return table[each], is_asked, each in _plurals()
    return None


@cache
def _plurals() -> frozenset[str]:
    return frozenset(language_data("ar", "places")["plurals"].split())


@cache
def _table(room: str) -> dict[str, frozenset[str]]:
    listed: dict[str, str] = language_data("ar", "places")[room]
    return {kind: frozenset(others.split()) for kind, others in listed.items()}


@lru_cache(maxsize=1 << 16)
def _may_be_name(word: WordForm, is_asked: bool, is_plural: bool) -> bool:  # noqa: FBT001
    if len(word.folded) < SHORTEST or not _is_nameable(word):
        return False
    if is_asked:
        return _is_listed(word) or (word.is_name and word.is_rare)
    return not is_plural or word.is_name or _is_listed(word)


@lru_cache(maxsize=1 << 16)
def _is_listed(word: WordForm) -> bool:
    return local_place(word) is not None or any(each.kind == "place" for each in beginning(word))


@lru_cache(maxsize=1 << 16)
def _is_nameable(word: WordForm) -> bool:
    """Whether a word may be a name of its own: no title, no part of one, and nothing that describes a place."""
    if not word.is_arabic or word.is_title or word.is_joiner or word.folded.startswith("لل"):
        return False
    if not (word.is_name or is_known(word)) and entry(word.folded, "ar") is None:
        return False
    if _kinds(word) is not None or not _heads().isdisjoint(word.readings):
        return False
    if is_body(word) and not _is_listed(word):
        return False
    return not describes(word)


@lru_cache(maxsize=1 << 16)
def is_known(word: WordForm) -> bool:
    """Whether a word is a place's name by one of the lists."""
    return _is_listed(word) or listed_place(word) is not None


@cache
def _heads() -> frozenset[str]:
    return frozenset(language_data("ar", "places")["heads"])


def _is_meant(pair: Comparison, index: int, there: int, is_asked: bool) -> bool:  # noqa: FBT001
    """Whether a word stands where a name should, that no other word of the original asks for."""
    own = pair.source.words[index]
    return (
        _may_stand(pair, index, there, is_asked)
        and _is_no_spelling(pair, index, there)
        and not any(_asks_for(pair, word, there) for word in pair.source.words if word.letters != own.letters)
    )


def _may_stand(pair: Comparison, index: int, there: int, is_asked: bool) -> bool:  # noqa: FBT001
    """Whether a word is called by its capital, or by “of”, the name of what the word for the kind beside it means."""
    target, word, other = pair.target, pair.source.words[index], pair.target.words[there]
    if len(other.folded) < SHORTEST or other.folded in latin_titles() or opens(target, there):
        return False
    if other.is_capital:
        return True
    told = there in rendered_words(word, target, LEAST_KNOWN) or any(
        other.folded.startswith(meaning) for each in beginning(word) for meaning in each.meanings
    )
    said_of = there > 0 and target.words[there - 1].folded in latin_words("of")
    if not (_is_word(target, there) and (is_known(word) or word.is_name)):
        return False
    if said_of:
        return told or not is_asked
    return told and (_is_listed(word) or word.folded.startswith("ال"))


def _is_no_spelling(pair: Comparison, index: int, there: int) -> bool:
    """Whether a word is one of the language, or a name that is too far from that of the original to be meant for it."""
    word, other = pair.source.words[index], pair.target.words[there]
    if is_anothers(pair, index, there):
        return True
    if _is_word(pair.target, there):
        return not is_well(pair, index, there)
    if there in pair.target.covered or not _is_native(word):
        return False
    if word.is_name and there in rendered_words(word, pair.target, LEAST_KNOWN):
        return False
    return not are_alike(word, other, UNLIKE) and not resembles(word.letters, other.folded)


def _asks_for(pair: Comparison, word: WordForm, there: int) -> bool:
    """Whether another word of the original may be what a word stands for."""
    other = pair.target.words[there]
    if there in rendered_words(word, pair.target, LEAST_KNOWN):
        return True
    return other.is_name and are_alike(word, other, UNLIKE if word.is_name else SPELLS)


@lru_cache(maxsize=1 << 16)
def _is_native(word: WordForm) -> bool:
    """Whether a word is Arabic: one of the language, or a name with letters or an article that foreign ones hardly have."""
    return not word.is_name or is_arabic(word)


def _is_word(target: Side, there: int) -> bool:
    """Whether what stands for a name is a word of the language, not another name."""
    word = target.words[there]
    return is_word_of(word.written, word.folded, target.passage.language)


def _confidence(pair: Comparison, index: int, there: int) -> float:
    word, other = pair.source.words[index], pair.target.words[there]
    is_told = there in rendered_words(word, pair.target, LEAST_KNOWN) or _is_listed(word)
    if not other.is_capital:
        return LIKELY
    return SURE if is_told else WORD if _is_word(pair.target, there) else LIKELY
