"""Names told by the word for their kind alone, which came back as words: “wilaya des Bourses” for ولاية منح.

After words such as ولاية, قرية or نهر a place is called by its name, whatever it means; a translation that has the word for the
kind, and a word of the language where the name should be, has rendered it. No list of places is needed for that.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from auditor.languages import language_data
from auditor.names.anchors import entry, rendered_words
from auditor.names.comparison import Comparison
from auditor.names.conformity import conforms, resembles
from auditor.names.forms import SPELLS, WordForm, are_alike
from auditor.names.known_places import describes, is_named, local_place
from auditor.names.local_places import PlaceDifference
from auditor.names.meanings import beginning
from auditor.names.native_names import is_arabic
from auditor.names.persons import latin_titles
from auditor.names.sides import Side
from auditor.names.vocabulary import common_latin
from auditor.names.worded import LEAST_KNOWN, opens

SURE, LIKELY = 0.8, 0.66
"""Confidence where the word has a capital of its own and the lexicon, or a list, has it for the name, and where not both."""
UNLIKE = 0.2
"""Probability from which on a name may be that of another word of the original."""
SHORTEST = 3
MOST_PARTICLES = 3
_OF = frozenset({"de", "d", "du", "des", "la", "le", "les", "l", "of", "the"})
_BLANKS = " \u00a0\u202f"
_JOINTS = _BLANKS + "'’"


def kind_differences(pair: Comparison) -> Iterator[PlaceDifference]:
    """The names that came back as words beside the word for their kind, in text order."""
    source = pair.source
    for index in range(1, len(source.words)):
        kinds = _kinds(source.words[index - 1])
        if kinds is None or not _may_be_name(source, index, *kinds):
            continue
        judged = [each for each in _beside(pair.target, kinds[0]) if _is_meant(pair, index, each)]
        if judged and not _is_spelled(pair, index, judged[0]):
            there = judged[0]
            kind = "translated" if _is_word(pair.target, there) else "place"
            yield PlaceDifference(kind, index, index, (there, there), _confidence(pair, index, there))


@lru_cache(maxsize=1 << 16)
def _kinds(word: WordForm) -> tuple[frozenset[str], bool] | None:
    """What stands for a word after which names stand, and whether only a known place is meant; None for other words."""
    for room, is_asked in (("naming", False), ("naming_places", True)):
        table = _table(room)
        for each in () if table.keys().isdisjoint(word.readings) else word.readings:
            if (
                each in table
                and word.folded.endswith(each)
                and not word.folded.endswith(("ال" + each, "لل" + each))
            ):
                return table[each], is_asked
    return None


@cache
def _table(room: str) -> dict[str, frozenset[str]]:
    listed: dict[str, str] = language_data("ar", "places")[room]
    return {kind: frozenset(others.split()) for kind, others in listed.items()}


def _may_be_name(side: Side, index: int, _: frozenset[str], is_asked: bool) -> bool:  # noqa: FBT001
    word = side.words[index]
    if side.between(index - 1, index).strip(_BLANKS) or index in side.covered or len(word.folded) < SHORTEST:
        return False
    return _is_nameable(word) and (not is_asked or is_known(word))


@lru_cache(maxsize=1 << 16)
def _is_nameable(word: WordForm) -> bool:
    """Whether a word may be a name of its own: no title, no part of one, and nothing that describes a place."""
    if not word.is_arabic or word.is_title or word.is_joiner or word.folded.startswith("لل"):
        return False
    if not (word.is_name or is_known(word)) and entry(word.folded, "ar") is None:
        return False
    if _kinds(word) is not None or not _heads().isdisjoint(word.readings):
        return False
    return not describes(word)


@lru_cache(maxsize=1 << 16)
def is_known(word: WordForm) -> bool:
    """Whether a word is a place's name by one of the lists."""
    return local_place(word) is not None or any(each.kind == "place" for each in beginning(word))


@cache
def _heads() -> frozenset[str]:
    return frozenset(language_data("ar", "places")["heads"])


def _beside(target: Side, kinds: frozenset[str]) -> Iterator[int]:
    """The words after the words for the kind, particles past, and those before them."""
    words = target.words
    for place, word in enumerate(words):
        if word.folded not in kinds:
            continue
        there = place + 1
        while there < len(words) and words[there].folded in _OF and there - place < MOST_PARTICLES:
            there += 1
        if there < len(words) and not target.between(place, there).strip(_JOINTS + "deulasofthDEULASOFTH"):
            yield there
        if place and not target.between(place - 1, place).strip(_BLANKS):
            yield place - 1


def _is_meant(pair: Comparison, index: int, there: int) -> bool:
    """Whether a word stands where a name should, that no other word of the original asks for."""
    return (
        _may_stand(pair, index, there)
        and _is_no_spelling(pair, index, there)
        and not any(
            _asks_for(pair, word, there) for here, word in enumerate(pair.source.words) if here != index
        )
    )


def _may_stand(pair: Comparison, index: int, there: int) -> bool:
    """Whether a word is called by its capital, or by “of”, the name of what the word for the kind beside it means."""
    target, word, other = pair.target, pair.source.words[index], pair.target.words[there]
    if len(other.folded) < SHORTEST or other.folded in _OF or there in target.covered:
        return False
    if there and target.words[there - 1].folded in _OF:
        return (other.is_capital and not opens(target, there)) or other.folded in common_latin()
    if other.folded in latin_titles() or not other.is_capital or opens(target, there):
        return False
    return word.folded.startswith("ال") or is_known(word) or _has_capital_beside(target, there)


def _is_no_spelling(pair: Comparison, index: int, there: int) -> bool:
    """Whether a word is one of the language, or a name that is too far from that of the original to be meant for it."""
    word, other = pair.source.words[index], pair.target.words[there]
    if other.folded in common_latin():
        return True
    if not _is_native(word) or (word.is_name and there in rendered_words(word, pair.target, LEAST_KNOWN)):
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
    word = target.words[there].folded
    return word in common_latin() or entry(word, target.passage.language) is not None


def _has_capital_beside(side: Side, there: int) -> bool:
    """Whether the word for the kind after a word has a capital as well: Carriage Valley."""
    return there + 1 < len(side.words) and side.words[there + 1].is_capital


def _is_spelled(pair: Comparison, index: int, there: int) -> bool:
    """Whether some word with a capital has the letters of a name; what stands there need not, where it only means it."""
    word, stands = pair.source.words[index], pair.target.words[there]
    name = local_place(word)
    if name is not None and is_named(pair, name):
        return True
    if any(other.folded in each.spelled for each in beginning(word) for other in pair.capitals):
        return True
    return any(
        any(conforms(reading, other.folded) for reading in word.readings)
        or (other is not stands and are_alike(word, other, SPELLS))
        for other in pair.capitals
    )


def _confidence(pair: Comparison, index: int, there: int) -> float:
    word, other = pair.source.words[index], pair.target.words[there]
    is_told = there in rendered_words(word, pair.target, LEAST_KNOWN) or is_known(word)
    return SURE if other.is_capital and is_told else LIKELY
