"""Names of persons part by part, beside a part that is spelled: “Zuhair bin Nasser” for زهران بن ناصر, “Noureddine Boualem” for نور الدين بوعلاق.

A part is a word, or two that are always one name, عبد الحق, نور الدين. What stands next to a part, past بن and its like, is a name where a
title or بن puts it into the name, whatever word it is besides; so is what stands next to the spelling, past “bin” and “al”.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from auditor.languages import language_data
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import WordForm
from auditor.names.pair.likeness import are_joined_alike
from auditor.names.pair.native_names import bare_readings
from auditor.names.pair.persons import is_given
from auditor.names.pair.sides import Side
from auditor.names.pair.worded import is_word_here
from auditor.names.people.sequences import PartDifference, next_capital
from auditor.names.places.owned_names import is_spelling
from auditor.names.slots.slot_words import is_of_body
from auditor.names.spelling.account import account
from auditor.names.spelling.conformity import same_kinds, spells
from auditor.names.words.person_words import closing, epithets, place_kinds
from auditor.names.words.rival_names import rivals

SHORTEST = 3
"""Letters of a part that is judged, or that others are found by."""
MEANT_EACH = 0.3
"""Cost of an account for each letter up to which a part is a spelling gone wrong, not another name."""
OTHER, LETTERS, RIVAL = 0.8, 0.78, 0.66
"""Confidence that a part is another name, that it is this one with wrong letters, and that it is one its letters spell as well."""
PAST_JOINER = 2
"""Words from a part of a name to the next, past بن and its like."""
Part = tuple[int, int]
"""The first and the last word of a part of a name."""


def run_differences(pair: Comparison) -> Iterator[PartDifference]:
    """The parts of names of persons that came back as others, in text order of the original."""
    parts = _parts(pair.source)
    for place, part in enumerate(parts):
        for step in (1, -1):
            if not 0 <= place + step < len(parts) or not _may_be_judged(pair, parts, place, step):
                continue
            there = _facing(pair, parts[place + step], -step)
            if there is None:
                continue
            found = _judged(pair, part, there)
            if found is not None:
                yield found
                break
        else:
            swapped = _swapped(pair, parts[place : place + 2])
            if swapped is not None:
                yield PartDifference("swapped", part[1], swapped, OTHER)


def _judged(pair: Comparison, part: Part, there: int) -> PartDifference | None:
    """What is wrong with the word that faces a part, if anything is."""
    if _is_scriptural(pair, part, there):
        return PartDifference("translated", part[1], there, OTHER)
    if _is_rivals(pair, part, there):
        return PartDifference("rival", part[1], there, RIVAL)
    return _difference(pair, part, there) if _is_another(pair, part, there) else None


@lru_cache(maxsize=1 << 10)
def _parts(side: Side) -> tuple[Part, ...]:
    """The words of a side, those that are one name together as one; بن and its like are none."""
    found: list[Part] = []
    for index, word in enumerate(side.words):
        if index and _makes_one(side.words[index - 1], word) and side.adjoins(index - 1, index):
            if found and found[-1] == (index - 1, index - 1):
                found.pop()
            found.append((index - 1, index))
        elif not word.is_joiner:
            found.append((index, index))
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def _makes_one(before: WordForm, word: WordForm) -> bool:
    """Whether two words are one name: a servant's with the name of God, or one that الدين or الله closes."""
    if before.folded == language_data("ar", "names")["servant"]:
        return word.folded.startswith("ال")
    return word.folded in closing() and not (before.is_title or before.is_joiner)


def _may_be_judged(pair: Comparison, parts: tuple[Part, ...], place: int, step: int) -> bool:
    """Whether a part is one of a person's name together with the next, or the one before."""
    side, (first, last), (start, end) = pair.source, parts[place], parts[place + step]
    gap = (last, start) if step > 0 else (end, first)
    if not _is_of_person(side, parts[place], parts[place + step], step) or gap[1] - gap[0] > PAST_JOINER:
        return False
    if any(here in side.covered for here in range(first, last + 1)) or is_of_body(side, min(first, start)):
        return False
    return _may_be_part(side.words[last]) and all(side.adjoins(at, at + 1) for at in range(*gap))


def _is_of_person(side: Side, part: Part, beside: Part, step: int) -> bool:
    """Whether a part, or the one beside it, tells that they are a person's name; of most words neither does."""
    (first, last), (start, end) = part, beside
    if first < last:
        return True
    word = side.words[last]
    if step > 0:
        titled = first > 0 and side.words[first - 1].is_title and not word.folded.startswith("ال")
        return not word.is_title and (is_given(word) or titled or start - last == PAST_JOINER)
    return (
        (start < end or is_given(side.words[end]))
        and (first - end == PAST_JOINER or _begins_name(side, beside))
        and (word.folded.startswith("ال") or word.is_name or is_given(word))
    )


@lru_cache(maxsize=1 << 16)
def _may_be_part(word: WordForm) -> bool:
    if len(word.folded) < SHORTEST or word.folded in epithets():
        return False
    return place_kinds().isdisjoint(word.readings)


def _begins_name(side: Side, part: Part) -> bool:
    first, last = part
    return first < last or is_given(side.words[last])


def _facing(pair: Comparison, part: Part, step: int) -> int | None:
    """The word with a capital beside the one spelling of a part."""
    found = [there for there, other in enumerate(pair.target.words) if _is_spelled_by(pair, part, other)]
    return next_capital(pair.target, found[0], step) if len(found) == 1 else None


def _is_spelled_by(pair: Comparison, part: Part, other: WordForm) -> bool:
    first, last = part
    if not other.is_capital or len(other.folded) < SHORTEST:
        return False
    if first == last:
        word = pair.source.words[last]
        return len(word.folded) >= SHORTEST and is_spelling(word, other)
    words = pair.source.words[first : last + 1]
    return are_joined_alike(words, (other,)) or spells(_letters(pair, part), other.letters[0])


def _letters(pair: Comparison, part: Part) -> str:
    first, last = part
    return "".join([bare_readings(word)[-1] for word in pair.source.words[first : last + 1]])


def _is_another(pair: Comparison, part: Part, there: int) -> bool:
    """Whether nothing in the translation spells a part, and the word that faces it spells nothing of the original."""
    other = pair.target.words[there]
    if not other.is_name or there in pair.shared_places:
        return False
    if any(_is_spelled_by(pair, part, each) for each in pair.capitals):
        return False
    if part[0] < part[1] and any(is_spelling(pair.source.words[part[0]], each) for each in pair.capitals):
        return False
    if any(is_spelling(each, other) for side in pair.sources for each in side.words):
        return False
    return not (
        is_word_here(pair.source.words[part[1]], pair.target)
        or _is_compound(pair, part, other)
        or _is_joined(pair, part, there)
    )


def _is_compound(pair: Comparison, part: Part, other: WordForm) -> bool:
    """Whether a name of two is heard in a word, however it is joined: Abdirizak."""
    whole = _letters(pair, part)
    return part[0] < part[1] and same_kinds((whole, whole.replace("ال", "", 1)), other.folded)


def _is_scriptural(pair: Comparison, part: Part, there: int) -> bool:
    """Whether a name is called as in scripture: “Jésus Bin Rashid”."""
    known: dict[str, str] = language_data("ar", "persons")["scripture"]
    word = pair.source.words[part[1]]
    return pair.target.words[there].folded in known.get(word.folded, "").split()


def _is_rivals(pair: Comparison, part: Part, there: int) -> bool:
    """Whether the form is by custom that of another name, which the original does not have: Samir for سامر."""
    others = rivals(pair.source.words[part[1]].folded, pair.target.words[there].folded)
    return bool(others) and not any(
        not others.isdisjoint(word.readings) for side in pair.sources for word in side.words
    )


def _swapped(pair: Comparison, parts: tuple[Part, ...]) -> int | None:
    """Where the translation spells the son, if it calls him the father: “Boubacar Ould Salek” for السالك ولد بوبكر."""
    source, target = pair.source, pair.target
    if len(parts) == 1 or parts[1][0] - parts[0][1] != PAST_JOINER:
        return None
    if source.words[parts[0][1] + 1].folded not in language_data("ar", "names")["sons"].split():
        return None
    son, father = (
        [there for there, other in enumerate(target.words) if _is_spelled_by(pair, part, other)]
        for part in parts
    )
    if len(son) != 1 or len(father) != 1 or next_capital(target, father[0], 1) != son[0]:
        return None
    return son[0] if son[0] - father[0] > 1 else None


def _is_joined(pair: Comparison, part: Part, there: int) -> bool:
    """Whether a part and its neighbour are one word of the translation, or it is two."""
    ours, theirs = pair.source.words, pair.target.words
    first, last = part
    runs = [ours[first : last + 2], ours[max(0, first - 1) : last + 1], ours[max(0, first - 1) : last + 2]]
    twos = [theirs[at : at + 2] for at in (there - 1, there) if at >= 0]
    return any(are_joined_alike(run, (theirs[there],)) for run in runs if len(run) > last - first + 1) or any(
        are_joined_alike(ours[first : last + 1], two) for two in twos if len(two) > 1
    )


def _difference(pair: Comparison, part: Part, there: int) -> PartDifference:
    letters, other = _letters(pair, part), pair.target.words[there].letters[0]
    is_near = account(letters, other).cost <= MEANT_EACH * max(len(letters), len(other))
    return PartDifference(
        "misspelled" if is_near else "person", part[1], there, LETTERS if is_near else OTHER
    )
