"""What stands in the translation where a name of the original should, with what tells whether it does."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.names.pair.anchors import entry
from auditor.names.pair.comparison import STRANGE, UNNAMED, Comparison
from auditor.names.pair.forms import WordForm, are_alike, likest
from auditor.names.pair.known_places import local_place
from auditor.names.pair.persons import is_given
from auditor.names.pair.sides import is_nationality
from auditor.names.slots.slot_words import conforms_to, is_body, is_kind
from auditor.names.slots.slots import Slots
from auditor.names.spelling.conformity import resembles, same_kinds
from auditor.names.spelling.spelled import begins_with
from auditor.names.words.person_words import latin_titles, latin_words, offices
from auditor.names.words.vocabulary import common_latin

FEATURES = (
    "country", "nationality", "city", "local", "name", "rare", "nameness", "given", "article", "letters", "lexical",
    "after_title", "after_office", "after_given", "after_joiner", "after_kind", "after_body", "before_spelled", "after_spelled",
    "rendered", "rendered_here", "elsewhere", "capital", "latin_name", "common", "latin_nameness", "opens", "acronym",
    "foreign", "foreign_people", "explained", "other", "latin_letters", "latin_titled", "kind_beside", "likeness", "resembles", "conforms",
    "distance", "beside", "apart", "lost_names", "strangers", "words", "french", "first_letter",
)  # fmt: skip
CONCEIVABLE = 0.1
"""Probability below which a word is not compared letter by letter: no convention explains it."""
FARTHEST = 0.5
"""Difference of places, as a share of the side, above which nothing stands for a name."""
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


def stand_ins(pair: Comparison) -> list[StandIn]:
    """Every name without counterpart against each word that may stand for it, in text order."""
    return stand_ins_of(Slots(pair))


def stand_ins_of(slots: Slots) -> list[StandIn]:
    """The same, where the slots are known."""
    if not slots.strangers or len(slots.strangers) > MOST_STRANGERS:  # none, as nearly always in sound pairs
        return []
    names, strangers = slots.names, slots.strangers
    if not names or len(names) > MOST_NAMES:
        return []
    found = []
    for first, last in names:
        places = {*strangers}
        if slots.is_strong(first):
            places.update(_words_in_place(slots, first, last))
        found += [
            StandIn(first, last, there, there, _features(slots, first, last, there))
            for there in sorted(places)
            if _may_stand(slots, first, there)
        ]
    return found


def _may_stand(slots: Slots, first: int, there: int) -> bool:
    """Whether a word is no foreign spelling of the name, and of its kind: a country is not replaced by a person."""
    source, target = slots.source.words, slots.target.words
    word, other = source[first], target[there]
    if abs(first / len(source) - there / len(target)) > FARTHEST:
        return False
    if (
        word.nameness < UNNAMED
        and not slots.is_strong(first)
        and not word.begins
        and not are_alike(word, other, STRANGE)
    ):
        return False
    if same_kinds(word.letters, other.folded) and not is_given(word):
        return False
    mention = next((each for each in slots.source.mentions if each.first == first), None)
    if mention is None or not mention.is_country:
        return True
    foreign = any(each.first <= there <= each.last for each in slots.pair.foreign)
    return foreign or slots.score(first, there) >= STRANGE


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
                if word.is_name and there not in slots.strangers:
                    break
                if len(word.folded) > 2 and (
                    word.is_capital or entry(word.folded, slots.target.passage.language) is not None
                ):
                    yield there
                break


def _features(slots: Slots, first: int, last: int, there: int) -> tuple[float, ...]:
    values = {
        **_of_name(slots, first, last),
        **_of_stranger(slots, first, last, there),
        **_of_both(slots, first, last, there),
    }
    return tuple(float(values[name]) for name in FEATURES)


def _of_name(slots: Slots, first: int, last: int) -> dict[str, float]:
    source, words = slots.source, slots.source.words
    word = words[first]
    mention = next((each for each in source.mentions if each.first == first), None)
    before = words[first - 1] if first and source.adjoins(first - 1, first) else None
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
        "after_kind": before is not None and is_kind(before),
        "after_body": before is not None and is_body(before),
        "before_spelled": first - 1 in slots.anchored and words[first - 1].is_name,
        "after_spelled": last + 1 in slots.anchored and words[last + 1].is_name,
        "rendered": max(slots.rendered[first].values(), default=0.0),
        "elsewhere": math.log(1e-3 + max(likest(each, slots.target.capitals) for each in words[first : last + 1])),
        "lost_names": len(slots.names), "strangers": len(slots.strangers), "words": math.log(len(words)),
    }  # fmt: skip


def _of_stranger(slots: Slots, first: int, last: int, there: int) -> dict[str, float]:
    target = slots.target
    word = target.words[there]
    mention = target.mention_at(there)
    foreign = mention is not None and mention in slots.pair.foreign
    people = mention is not None and is_nationality(mention)
    likely, here = slots.explained[there]
    own = first <= here <= last
    words = slots.source.words
    others = [each for each in (*words[:first], *words[last + 1 :]) if each.is_rare]
    before = target.words[there - 1] if there else None
    return {
        "rendered_here": slots.rendered[first].get(there, 0.0), "capital": word.is_capital, "latin_name": word.is_name,
        "common": word.folded in common_latin(), "latin_nameness": max(-5.0, min(4.0, word.nameness)) if word.is_name else -6.0,
        "opens": (word.is_name and not word.is_rare) or not there, "acronym": word.is_acronym,
        "foreign": foreign and not people, "foreign_people": foreign and people,
        "explained": 0.0 if own else likely,
        "other": math.log(1e-3 + likest(word, others)),
        "latin_letters": len(word.folded), "latin_titled": before is not None and before.folded in latin_titles(),
        "kind_beside": _kind_beside(slots, first, there),
        "french": target.passage.language == "fr",
    }  # fmt: skip


def _of_both(slots: Slots, first: int, last: int, there: int) -> dict[str, float]:
    source, target = slots.source, slots.target
    words, other = source.words, target.words[there]
    likeness = max(slots.score(index, there) for index in range(first, last + 1))
    around = (first - 2, first - 1, last + 1, last + 2)
    gaps = [abs(slots.anchored[here] - there) for here in around if here in slots.anchored]
    beside = [
        abs(slots.anchored[here] - there)
        <= 1 + (target.words[(slots.anchored[here] + there) // 2].folded in latin_words("particles"))
        for here in (first - 1, last + 1)
        if here in slots.anchored
    ]
    middle = (first + last + 1) / 2 / len(words), (there + 0.5) / len(target.words)
    return {
        "likeness": math.log(1e-3 + likeness), "resembles": resembles(words[first].letters, other.folded),
        "conforms": likeness >= CONCEIVABLE and conforms_to(words[first], other),
        "distance": min((*gaps, FAR)), "beside": sum(beside), "apart": abs(middle[0] - middle[1]),
        "first_letter": first_consonants(words[first], other),
    }  # fmt: skip


def first_consonants(one: WordForm, other: WordForm) -> float:
    return any(begins_with(letters, other.folded[0]) for letters in one.letters)


def _kind_beside(slots: Slots, first: int, there: int) -> bool:
    """Whether the word beside, or before “of”, stands for the kind of place before the name."""
    if not first:
        return False
    linked = slots.anchored.get(first - 1)
    if linked is None:
        return False
    return 0 < abs(linked - there) <= 3
