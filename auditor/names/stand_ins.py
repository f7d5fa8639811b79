"""What stands in the translation where a name of the original should, with what tells whether it does."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from auditor.names.anchors import anchors, entry, renderings
from auditor.names.comparison import GENERAL, Comparison, any_sounds_like
from auditor.names.conformity import conforms, resembles
from auditor.names.forms import SPELLS, WordForm, alike, joined_alike
from auditor.names.local_places import is_named, local_place
from auditor.names.persons import epithets, is_given, latin_titles, latin_words, offices, place_kinds
from auditor.names.sides import Side, is_nationality
from auditor.names.vocabulary import calendar, common_latin
from auditor.languages import language_data

FEATURES = (
    "country", "nationality", "city", "local", "name", "rare", "nameness", "given", "article", "letters", "lexical",
    "after_title", "after_office", "after_given", "after_joiner", "after_kind", "after_body", "before_spelled", "after_spelled",
    "rendered", "rendered_here", "elsewhere", "capital", "latin_name", "common", "latin_nameness", "opens", "acronym",
    "foreign", "foreign_people", "explained", "other", "latin_letters", "latin_titled", "kind_beside", "likeness", "resembles", "conforms",
    "distance", "beside", "apart", "lost_names", "strangers", "words", "french", "first_letter",
)  # fmt: skip
WELL = 0.9
"""Probability from which on a word that no convention explains is let pass as a spelling."""
FAR = 6
MOST_NAMES, MOST_STRANGERS = 8, 12


@dataclass(frozen=True, slots=True)
class StandIn:
    """Words `first` to `last` of the original, a name, and words `begin` to `end` of the translation."""

    first: int
    last: int
    begin: int
    end: int
    features: tuple[float, ...]


class Slots:
    """What of a pair may be a lost name, and what a stranger in its place."""

    def __init__(self, pair: Comparison) -> None:
        self.pair, self.source, self.target = pair, pair.source, pair.target

    @cached_property
    def names(self) -> list[tuple[int, int]]:
        """Words of the original, first to last, that are names of some kind and that the translation does not spell."""
        lost = {each.first: each.last for each in self.pair.lost if not each.places & GENERAL}
        found = []
        for index, word in enumerate(self.source.words):
            if index in lost:
                last = lost[index]
            elif index in self.source.covered or not self._may_be_name(index, word):
                continue
            else:
                last = index
            if not any(self._is_spelled(here) for here in range(index, last + 1)):
                found.append((index, last))
        return found

    def _may_be_name(self, index: int, word: WordForm) -> bool:
        if len(word.folded) < 3 or not word.is_arabic or word.is_joiner or word.folded in epithets():
            return False
        if is_name_by_itself(word):
            return not word.is_title
        return not word.is_title and place_kinds().isdisjoint(word.readings) and self.is_introduced(index)

    def is_introduced(self, index: int) -> bool:
        """Whether the word before asks for a name: a title, a first name, a word such as مدينة or شركة."""
        words = self.source.words
        if not index or words[index].folded.startswith("و") or not introduces(words[index - 1]):
            return False
        return not self.source.between(index - 1, index).strip(" \u00a0")

    def is_strong(self, index: int) -> bool:
        """Whether a word is a name even where the translation has a word of the language for it."""
        word = self.source.words[index]
        return is_given(word) or self.is_introduced(index) or local_place(word) is not None

    def _is_spelled(self, here: int) -> bool:
        if any(self.is_well(here, there, side) for side in self.pair.targets for there in capitals_of(side)):
            return True
        word = self.source.words[here]
        name = local_place(word)
        return any_sounds_like(word, self.pair.lower) or (name is not None and is_named(self.pair, name))

    def is_well(self, here: int, there: int, side: Side) -> bool:
        """Whether a word of the translation, alone or with a neighbour, spells one of the original well enough."""
        word, other = self.source.words[here], side.words[there]
        likely = alike(word, other)
        if likely >= WELL or (len(other.folded) == 1 and other.is_initial_of(word)):
            return True
        if likely >= SPELLS and conforms_to(word, other):
            return True
        return self._joined(here, there, side) >= SPELLS

    def score(self, here: int, there: int) -> float:
        """The probability that a word of the translation, alone or with a neighbour, spells one of the original, likewise."""
        return max(alike(self.source.words[here], self.target.words[there]), self._joined(here, there, self.target))

    def _joined(self, here: int, there: int, side: Side) -> float:
        twos = self._twos[here]
        others = twos_of(side).get(there, ())
        word, other = self.source.words[here], side.words[there]
        best = max((joined_alike(two, (other,)) for two in twos), default=0.0)
        for two in others:
            best = max(best, joined_alike((word,), two), *(joined_alike(each, two) for each in twos if each[0].is_joiner))
        return best

    @cached_property
    def _twos(self) -> list[list[tuple[WordForm, ...]]]:
        """For each word of the original the pairs of neighbours, it among them, that may be one name."""
        words = self.source.words
        found: list[list[tuple[WordForm, ...]]] = [[] for _ in words]
        for index in range(len(words) - 1):
            two = words[index : index + 2]
            if two[0].is_joiner or (two[0].is_name and two[1].is_name):
                found[index].append(two)
                found[index + 1].append(two)
        return found

    @cached_property
    def rendered(self) -> list[dict[int, float]]:
        return renderings(self.source, self.target)

    @cached_property
    def anchored(self) -> dict[int, int]:
        return anchors(self.source, self.target, self.rendered)

    @cached_property
    def explained(self) -> list[tuple[float, int]]:
        """For each word of the translation the best that the lexicon knows of it, and of which word."""
        best: list[tuple[float, int]] = [(0.0, -1)] * len(self.target.words)
        for here, row in enumerate(self.rendered):
            for there, likely in row.items():
                best[there] = max(best[there], (likely, here))
        return best

    @cached_property
    def strangers(self) -> list[int]:
        """Words of the translation with a capital that no word of the original spells, and that name no place it names."""
        named = frozenset().union(*(side.places for side in self.pair.sources))
        known = {
            index
            for each in self.target.mentions
            if each.places & named
            for index in range(each.first, each.last + 1)
        }
        return [there for there in capitals_of(self.target) if there not in known and self._is_strange(there)]

    def _is_strange(self, there: int) -> bool:
        word = self.target.words[there]
        if len(word.folded) < 3 or word.folded in no_strangers():
            return False
        if not word.is_name and not word.is_acronym and entry(word.folded, self.target.passage.language) is None:
            return False
        return not any(
            self.is_well(here, there, self.target)
            for here, one in enumerate(self.source.words)
            if len(one.folded) > 1
        )


@lru_cache(maxsize=1 << 16)
def conforms_to(word: WordForm, other: WordForm) -> bool:
    return any(conforms(each, other.folded) for each in word.letters)


@lru_cache(maxsize=1)
def no_strangers() -> frozenset[str]:
    return latin_titles() | calendar() | latin_words("particles")


@lru_cache(maxsize=1 << 8)
def capitals_of(side: Side) -> tuple[int, ...]:
    return tuple([index for index, word in enumerate(side.words) if word.is_capital])


@lru_cache(maxsize=1 << 8)
def twos_of(side: Side) -> dict[int, tuple[tuple[WordForm, ...], ...]]:
    """For each word with a capital the pairs of neighbours, it among them, that may be one name."""
    found: dict[int, tuple[tuple[WordForm, ...], ...]] = {}
    words = side.words
    for index in range(len(words) - 1):
        one, other = words[index : index + 2]
        if not (other.is_capital or one.is_capital) or not (one.is_capital or one.folded in latin_words("particles")):
            continue
        if side.between(index, index + 1).strip(" -'’\u2011"):
            continue
        for place in (index, index + 1):
            found[place] = (*found.get(place, ()), (one, other))
    return found


@lru_cache(maxsize=1 << 16)
def is_name_by_itself(word: WordForm) -> bool:
    return word.is_name or is_given(word) or local_place(word) is not None


@lru_cache(maxsize=1 << 16)
def introduces(word: WordForm) -> bool:
    """Whether a name may follow a word."""
    return (
        word.is_title or word.is_joiner or is_given(word) or word.is_rare
        or not place_kinds().isdisjoint(word.readings) or not bodies().isdisjoint(word.readings)
    )


@lru_cache(maxsize=1)
def bodies() -> frozenset[str]:
    return frozenset(language_data("ar", "names")["bodies"].split())


def stand_ins(pair: Comparison) -> list[StandIn]:
    """Every name without counterpart against each word that may stand for it, in text order."""
    slots = Slots(pair)
    names = slots.names
    if not names or len(names) > MOST_NAMES:
        return []
    strangers = slots.strangers
    if len(strangers) > MOST_STRANGERS:
        return []
    found = []
    for first, last in names:
        places = {*strangers}
        if slots.is_strong(first):
            places.update(_words_in_place(slots, first, last))
        for there in sorted(places):
            found.append(StandIn(first, last, there, there, _features(slots, first, last, there)))
    return found


def _words_in_place(slots: Slots, first: int, last: int) -> Iterator[int]:
    """Words that the lexicon has for the name, and those beside the words that its neighbours are anchored to."""
    words = slots.target.words
    yield from (there for there, likely in slots.rendered[first].items() if likely >= 0.05)
    for here, step in ((first - 1, 1), (last + 1, -1)):
        for way in (step, -step):
            there = slots.anchored.get(here)
            for _ in range(3):
                there = None if there is None else there + way
                if there is None or not 0 <= there < len(words):
                    break
                word = words[there]
                if word.folded in latin_words("particles"):
                    continue
                if len(word.folded) > 2 and (word.is_capital or entry(word.folded, slots.target.passage.language) is not None):
                    yield there
                break


def _features(slots: Slots, first: int, last: int, there: int) -> tuple[float, ...]:
    values = {**_of_name(slots, first, last), **_of_stranger(slots, first, last, there), **_of_both(slots, first, last, there)}
    return tuple(float(values[name]) for name in FEATURES)


def _of_name(slots: Slots, first: int, last: int) -> dict[str, float]:
    source, words = slots.source, slots.source.words
    word = words[first]
    mention = next((each for each in source.mentions if each.first == first), None)
    before = words[first - 1] if first and not source.between(first - 1, first).strip(" \u00a0") else None
    people = mention is not None and is_nationality(mention)
    country = mention is not None and not people and all(len(place) == 2 for place in mention.places)
    place = entry(word.folded, "ar")
    return {
        "country": country, "nationality": people, "city": mention is not None and not people and not country,
        "local": local_place(word) is not None, "name": word.is_name, "rare": word.is_rare,
        "nameness": max(-5.0, min(4.0, word.nameness)) if word.is_name else -6.0,
        "given": is_given(word), "article": word.folded.startswith("ال"), "letters": len(word.folded), "lexical": place is not None,
        "after_title": before is not None and before.is_title,
        "after_office": any(not offices().isdisjoint(each.readings) for each in words[max(0, first - 4) : first]),
        "after_given": before is not None and is_given(before), "after_joiner": before is not None and before.is_joiner,
        "after_kind": before is not None and not place_kinds().isdisjoint(before.readings),
        "after_body": before is not None and not bodies().isdisjoint(before.readings),
        "before_spelled": first - 1 in slots.anchored and words[first - 1].is_name,
        "after_spelled": last + 1 in slots.anchored and words[last + 1].is_name,
        "rendered": max(slots.rendered[first].values(), default=0.0),
        "elsewhere": math.log(1e-3 + max((slots.score(index, there) for index in range(first, last + 1) for there in capitals_of(slots.target)), default=0.0)),
        "lost_names": len(slots.names), "strangers": len(slots.strangers), "words": math.log(len(words)),
    }  # fmt: skip


def _of_stranger(slots: Slots, first: int, last: int, there: int) -> dict[str, float]:
    target = slots.target
    word = target.words[there]
    mention = next((each for each in target.mentions if each.first <= there <= each.last), None)
    foreign = mention is not None and mention in slots.pair.foreign
    people = mention is not None and is_nationality(mention)
    likely, here = slots.explained[there]
    own = first <= here <= last
    others = [index for index in range(len(slots.source.words)) if not first <= index <= last]
    before = target.words[there - 1] if there else None
    return {
        "rendered_here": slots.rendered[first].get(there, 0.0), "capital": word.is_capital, "latin_name": word.is_name,
        "common": word.folded in common_latin(), "latin_nameness": max(-5.0, min(4.0, word.nameness)) if word.is_name else -6.0,
        "opens": word.is_name and not word.is_rare or not there, "acronym": word.is_acronym,
        "foreign": foreign and not people, "foreign_people": foreign and people,
        "explained": 0.0 if own else likely,
        "other": math.log(1e-3 + max((slots.score(index, there) for index in others), default=0.0)),
        "latin_letters": len(word.folded), "latin_titled": before is not None and before.folded in latin_titles(),
        "kind_beside": _kind_beside(slots, first, there),
        "french": target.passage.language == "fr",
    }  # fmt: skip


def _of_both(slots: Slots, first: int, last: int, there: int) -> dict[str, float]:
    source, target = slots.source, slots.target
    words, other = source.words, target.words[there]
    likeness = max(slots.score(index, there) for index in range(first, last + 1))
    gaps = []
    for here in (first - 2, first - 1, last + 1, last + 2):
        if here in slots.anchored:
            gaps.append(abs(slots.anchored[here] - there))
    beside = [abs(slots.anchored[here] - there) <= 1 + (target.words[(slots.anchored[here] + there) // 2].folded in latin_words("particles")) for here in (first - 1, last + 1) if here in slots.anchored]
    middle = (first + last + 1) / 2 / len(words), (there + 0.5) / len(target.words)
    return {
        "likeness": math.log(1e-3 + likeness), "resembles": resembles(words[first].letters, other.folded),
        "conforms": any(conforms(each, other.folded) for each in words[first].letters),
        "distance": min((*gaps, FAR)), "beside": sum(beside), "apart": abs(middle[0] - middle[1]),
        "first_letter": first_consonants(words[first], other),
    }  # fmt: skip


def first_consonants(one: WordForm, other: WordForm) -> float:
    from auditor.names.spelled import begins_with

    return any(begins_with(letters, other.folded[0]) for letters in one.letters)


def _kind_beside(slots: Slots, first: int, there: int) -> bool:
    """Whether the word beside, or before “of”, stands for the kind of place before the name."""
    if not first:
        return False
    linked = slots.anchored.get(first - 1)
    if linked is None:
        return False
    return 0 < abs(linked - there) <= 3
