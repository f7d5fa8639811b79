"""One pair of sides: which names have a counterpart, and which are left over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from auditor.folding import folded
from auditor.names.pair.forms import SPELLS, WordForm, are_alike, sounds_like
from auditor.names.pair.likeness import are_joined_alike
from auditor.names.pair.sides import Mention, Side, is_nationality

GENERAL = frozenset(
    {"EU", "AFRICA", "ASIA", "ARAB", "GULF", "MAGHREB", "SAHARA", "AMAZIGH", "KURD", "AMERICAS"}
)
"""Places that a text may leave out or bring in without naming another place."""
STRANGE = 0.04
"""Probability below which a word is no attempt at the spelling of another."""
UNLIKE = 0.01
"""Probability below which two names that only their places put together are no spellings of each other."""
VARIANT = 0.8
"""Probability from which on an unusual form of a place is a spelling of its Arabic name, not a distortion."""
UNNAMED = -4.0
"""Log-odds to be a name below which only a word's neighbours make it one."""
NEAR = 0.25
"""Difference of places, as a share of the side, up to which two words may stand for each other."""
SHORTEST = 4
"""Letters of a name that is judged."""
LONGEST = 4
"""Words of the original for each of the translation above which it is no translation of the whole."""
_HOLE = re.compile(
    r"(?:^|[\s'’])(?:in|of|to|on|for|the|an?|at|from|by|with|and|between|de|du|des|à|aux?|en|l[ae]s?|une?|par|avec|et|dans|chez|[ld]['’])\s*[.,;:!?)»”]"
    r"|[^\S\n]{2,}\w|\w [,.](?:\s|$)|^['’]s\b"
)


# The limits above were set on the sound sentences of pud, flores_devtest and tico19 and on names planted in pud.


class Comparison:
    """The two sides of a pair; what the pairs before and after name counts as a counterpart as well."""

    def __init__(self, source: Side, target: Side, near: Sequence[tuple[Side, Side]]) -> None:
        self.source, self.target = source, target
        self.sources = (source, *(each for each, _ in near))
        self.targets = (target, *(each for _, each in near))
        self._known: dict[WordForm, bool] = {}

    @cached_property
    def capitals(self) -> tuple[WordForm, ...]:
        """The words of the translation with a capital, each once."""
        return tuple(dict.fromkeys([word for side in self.targets for word in side.capitals]))

    @cached_property
    def lower(self) -> tuple[WordForm, ...]:
        """The other words of the translation, each once."""
        return tuple(
            dict.fromkeys([word for side in self.targets for word in side.words if not word.is_capital])
        )

    @cached_property
    def shared_places(self) -> frozenset[int]:
        """Words of the translation within places that the original names as well."""
        named = frozenset().union(*[side.places for side in self.sources])
        shared = [mention for mention in self.target.mentions if mention.places & named]
        return frozenset([word for each in shared for word in range(each.first, each.last + 1)])

    @cached_property
    def has_hole(self) -> bool:
        """Whether a word that asks for another, such as a preposition, stands before a mark: “in, during”."""
        return _HOLE.search(self.target.passage.text) is not None

    @cached_property
    def lost(self) -> tuple[Mention, ...]:
        """Places of the original that nothing in the translation names."""
        if not self.source.mentions:
            return ()
        named = frozenset().union(*[side.places for side in self.targets])
        return tuple(
            [
                mention
                for mention in self.source.mentions
                if mention.places.isdisjoint(named) and not self._is_first_name(mention)
            ]
        )

    def _is_first_name(self, mention: Mention) -> bool:
        """Whether a country is the first name of a person: the translation spells it and the name after it alike."""
        here, words = mention.first, self.source.words
        if mention.last != here or here + 1 >= len(words) or (here and words[here - 1].is_title):
            return False
        if not words[here + 1].is_name:
            return False
        return any(
            one.is_capital
            and other.is_capital
            and are_alike(words[here], one, SPELLS)
            and are_alike(words[here + 1], other, SPELLS)
            and not self.target.between(index, index + 1).strip()
            for index, (one, other) in enumerate(pairwise(self.target.words))
        )

    def is_spelled(self, mention: Mention) -> bool:
        """Whether the translation has a word that sounds like the Arabic name of a lost place."""
        covered = self.target.covered
        others = [word for index, word in enumerate(self.target.words) if index not in covered]
        words = self.source.words[mention.first : mention.last + 1]
        return any(are_alike(word, other, VARIANT) for word in words for other in others)

    @cached_property
    def foreign(self) -> tuple[Mention, ...]:
        """Places of the translation that nothing in the original names or sounds like."""
        return tuple(each for each in self.all_foreign if self.target.words[each.first].is_capital)

    @cached_property
    def all_foreign(self) -> tuple[Mention, ...]:
        """The same, and peoples, which French writes without a capital."""
        named = frozenset().union(*(side.places | implied(side) for side in self.sources))
        return tuple(
            mention
            for mention in self.target.mentions
            if not mention.places & named
            and (self.target.words[mention.first].is_capital or _is_people(mention))
            and not any(map(self._heard_elsewhere, self.target.words[mention.first : mention.last + 1]))
        )

    @cached_property
    def strange(self) -> tuple[int, ...]:
        """Words of the translation that are names and that no word of the original sounds like."""
        words = self.target.words
        return tuple(
            [
                index
                for index in self.target.names
                if len(words[index].folded) >= SHORTEST and not self._heard(words[index])
            ]
        )

    @cached_property
    def unheard(self) -> tuple[int, ...]:
        """Words of the original that are names and that no word of the translation sounds like."""
        found = []
        for index in self.source.names:
            word = self.source.words[index]
            if len(word.folded) < SHORTEST or any_alike(word, self.capitals, STRANGE):
                continue
            if not any_sounds_like(word, self.lower):
                found.append(index)
        return tuple(found)

    @cached_property
    def heard_words(self) -> tuple[WordForm, ...]:
        """The words of the original that are no single letters, each once."""
        return tuple([word for word in self._source_words if len(word.folded) > 1])

    def is_heard(self, word: WordForm) -> bool:
        """Whether one of them sounds like a word of the translation: several rooms ask it of the same words."""
        if word not in self._known:
            self._known[word] = any_sounds_like(word, self.heard_words)
        return self._known[word]

    def _heard(self, word: WordForm) -> bool:
        """Whether the original has the word in Latin letters, or one that sounds like it."""
        if self.is_heard(word) or any_sounds_like(word, self._source_words):
            return True
        if any(each.is_rare and are_alike(word, each, STRANGE) for each in self._source_words):
            return True
        if any(word.folded in folded(side.passage.text) for side in self.sources):
            return True
        return any(
            one.is_joiner and are_joined_alike((one, other), (word,))
            for side in self.sources
            for one, other in pairwise(side.words)
        )

    def _heard_elsewhere(self, word: WordForm) -> bool:
        """Whether a word of the original that is in no place's name sounds like a word: Jordan the player."""
        others = [each for side in self.sources for each in _outside(side)]
        names = [each for each in others if each.is_rare]
        return any_alike(word, names, STRANGE) or any_sounds_like(word, others)

    @cached_property
    def _source_words(self) -> tuple[WordForm, ...]:
        return tuple(dict.fromkeys([word for side in self.sources for word in side.words]))

    def rare_left_over(self) -> tuple[list[int], list[int]]:
        """The strange words of the translation and the unheard ones of the original that are rare."""
        strange = [index for index in self.strange if self.target.words[index].is_rare]
        unheard = [index for index in self.unheard if self.source.words[index].is_rare]
        return strange, unheard

    def is_likely(self, here: int, there: int) -> bool:
        """Whether a source word has the shape of a name, or a title before it, and stands near a target word's place."""
        if not (self.source.words[here].is_rare and self.target.words[there].is_rare):
            return False
        if are_alike(self.source.words[here], self.target.words[there], UNLIKE):
            return False
        if self.source.words[here].nameness < UNNAMED:
            return False
        titled = here > 0 and self.source.words[here - 1].is_title
        return (titled or self.source.words[here].is_bare) and self.is_near(here, there)

    def is_near(self, here: int, there: int) -> bool:
        """Whether two words stand at about the same part of their sides."""
        return abs((here + 0.5) / len(self.source.words) - (there + 0.5) / len(self.target.words)) <= NEAR

    @property
    def is_about_as_long(self) -> bool:
        """Whether the order of the names tells anything, the sides being of comparable length."""
        return len(self.source.words) <= LONGEST * len(self.target.words)

    def beside(self, here: int, there: int) -> bool:
        """Whether the words next to a source word and a target word spell each other, on the same side of both."""
        for step in (-1, 1):
            if not (0 <= here + step < len(self.source.words) and 0 <= there + step < len(self.target.words)):
                continue
            one, other = self.source.words[here + step], self.target.words[there + step]
            if other.is_capital and len(other.folded) >= 3 and are_alike(one, other, SPELLS):
                return True
        return False


def _is_people(mention: Mention) -> bool:
    """Whether a people is named by a word of its own, not by any word that begins so: personnes is no Perse."""
    return is_nationality(mention) and any(form.shown for form in mention.forms)


def implied(side: Side) -> frozenset[str]:
    """Places that words of the original mean without naming them: الاحتلال is Israel."""
    return frozenset([word.implied for word in side.words if word.implied])


def _outside(side: Side) -> list[WordForm]:
    covered = side.covered
    return [word for index, word in enumerate(side.words) if index not in covered]


def any_alike(word: WordForm, others: Sequence[WordForm], least: float) -> bool:
    """Whether one of other words is the same name with a probability of `least`, of SPELLS at most, or more."""
    if any_sounds_like(word, others):  # as mostly: spares the search for a path through all others
        return True
    return any(are_alike(word, other, least) for other in others)


def any_sounds_like(word: WordForm, others: Sequence[WordForm]) -> bool:
    """Whether one of other words `sounds_like` a word; most are ruled out by their consonants alone."""
    if word.is_arabic:
        outside, renderings = ~word.consonants, word.renderings
        near = [other for other in others if not other.consonants & outside or other.folded in renderings]
    else:
        inside, spelled = word.consonants, word.folded
        near = [
            other
            for other in others
            if not (inside & ~other.consonants and other.is_arabic) or spelled in other.renderings
        ]
    return any(sounds_like(word, other) for other in near)
