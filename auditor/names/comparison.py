"""One pair of sides: which names have a counterpart, and which are left over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from auditor.folding import folded
from auditor.languages import language_data
from auditor.names.forms import WordForm, alike
from auditor.names.sides import Mention, Side
from auditor.names.transliteration import spelled_alike

GENERAL = frozenset(
    {"EU", "AFRICA", "ASIA", "ARAB", "GULF", "MAGHREB", "SAHARA", "AMAZIGH", "KURD", "AMERICAS"}
)
"""Places that a text may leave out or bring in without naming another place."""
SPELLS, STRANGE = 0.5, 0.04
"""Probability from which on a word is the spelling of another, and below which it is no attempt at it."""
UNLIKE = 0.01
"""Probability below which two names that only their places put together are no spellings of each other."""
VARIANT = 0.8
"""Probability from which on an unusual form of a place is a spelling of its Arabic name, not a distortion."""
NEAR = 0.25
"""Difference of places, as a share of the side, up to which two words may stand for each other."""
LEAST_PART = 3
"""Letters of a part of a name that may be spelled alone."""
SHORTEST = 4
"""Letters of a name that is judged."""


# The limits above were set on the sound sentences of pud, flores_devtest and tico19 and on names planted in pud.


class Comparison:
    """The two sides of a pair; what the pairs before and after name counts as a counterpart as well."""

    def __init__(self, source: Side, target: Side, near: Sequence[tuple[Side, Side]]) -> None:
        self.source, self.target = source, target
        self.sources = (source, *(each for each, _ in near))
        self.targets = (target, *(each for _, each in near))

    @cached_property
    def lost(self) -> tuple[Mention, ...]:
        """Places of the original that nothing in the translation names."""
        named = frozenset().union(*(side.places for side in self.targets))
        return tuple(
            mention
            for mention in self.source.mentions
            if not mention.places & named and not self._is_first_name(mention)
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
            and alike(words[here], one) >= SPELLS
            and alike(words[here + 1], other) >= SPELLS
            and not self.target.between(index, index + 1).strip()
            for index, (one, other) in enumerate(pairwise(self.target.words))
        )

    def is_spelled(self, mention: Mention) -> bool:
        """Whether the translation has a word that sounds like the Arabic name of a lost place."""
        covered = self.target.covered
        others = [word for index, word in enumerate(self.target.words) if index not in covered]
        words = self.source.words[mention.first : mention.last + 1]
        return any(best(word, others) >= VARIANT for word in words)

    @cached_property
    def foreign(self) -> tuple[Mention, ...]:
        """Places of the translation that nothing in the original names or sounds like."""
        named = frozenset().union(*(side.places | implied(side) for side in self.sources))
        return tuple(
            mention
            for mention in self.target.mentions
            if not mention.places & named
            and self.target.words[mention.first].is_capital
            and not any(map(self._heard_elsewhere, self.target.words[mention.first : mention.last + 1]))
        )

    @cached_property
    def strange(self) -> tuple[int, ...]:
        """Words of the translation that are names and that no word of the original sounds like."""
        covered = self.target.covered
        found = []
        for index, word in enumerate(self.target.words):
            judged = word.is_name and len(word.folded) >= SHORTEST
            if judged and index not in covered and not self._heard(word):
                found.append(index)
        return tuple(found)

    @cached_property
    def unheard(self) -> tuple[int, ...]:
        """Words of the original that are names and that no word of the translation sounds like."""
        covered = self.source.covered
        capitals = list(dict.fromkeys(word for side in self.targets for word in side.capitals))
        others = list(dict.fromkeys(word for side in self.targets for word in side.words if not word.is_capital))
        found = []
        for index, word in enumerate(self.source.words):
            if not word.is_name or len(word.folded) < SHORTEST or index in covered:
                continue
            if best(word, capitals) < STRANGE and best(word, others) < SPELLS:
                found.append(index)
        return tuple(found)

    def _heard(self, word: WordForm) -> bool:
        """Whether the original has the word in Latin letters, or one that sounds like it."""
        names, common = self._source_words
        if best(word, names) >= STRANGE or best(word, common) >= SPELLS:
            return True
        return any(word.folded in folded(side.passage.text) for side in self.sources)

    def _heard_elsewhere(self, word: WordForm) -> bool:
        """Whether a word of the original that is in no place's name sounds like a word: Jordan the player."""
        others = [each for side in self.sources for each in _outside(side)]
        names = [each for each in others if each.is_rare]
        return best(word, names) >= STRANGE or best(word, others) >= SPELLS

    @cached_property
    def _source_words(self) -> tuple[list[WordForm], list[WordForm]]:
        words = list(dict.fromkeys(word for side in self.sources for word in side.words))
        return [word for word in words if word.is_rare], [word for word in words if not word.is_rare]

    def rare_left_over(self) -> tuple[list[int], list[int]]:
        """The strange words of the translation and the unheard ones of the original that are rare."""
        strange = [index for index in self.strange if self.target.words[index].is_rare]
        unheard = [index for index in self.unheard if self.source.words[index].is_rare]
        return strange, unheard

    def is_likely(self, here: int, there: int) -> bool:
        """Whether a source word has the shape of a name, or a title before it, and stands near a target word's place."""
        if not (self.source.words[here].is_rare and self.target.words[there].is_rare):
            return False
        if alike(self.source.words[here], self.target.words[there]) >= UNLIKE:
            return False
        titled = here > 0 and self.source.words[here - 1].is_title
        return (titled or self.source.words[here].is_bare) and self.is_near(here, there)

    def is_near(self, here: int, there: int) -> bool:
        """Whether two words stand at about the same part of their sides."""
        return abs((here + 0.5) / len(self.source.words) - (there + 0.5) / len(self.target.words)) <= NEAR

    def beside(self, here: int, there: int) -> bool:
        """Whether the words next to a source word and a target word spell each other, on the same side of both."""
        for step in (-1, 1):
            if not (0 <= here + step < len(self.source.words) and 0 <= there + step < len(self.target.words)):
                continue
            one, other = self.source.words[here + step], self.target.words[there + step]
            if other.is_capital and len(other.folded) >= 3 and alike(one, other) >= SPELLS:
                return True
        return False


def implied(side: Side) -> frozenset[str]:
    """Places that words of the original mean without naming them: الاحتلال is Israel."""
    table: dict[str, str] = language_data("ar", "names")["implied"]
    return frozenset(table[each] for word in side.words for each in word.readings if each in table)


def _outside(side: Side) -> list[WordForm]:
    covered = side.covered
    return [word for index, word in enumerate(side.words) if index not in covered]


def holds(one: WordForm, other: WordForm) -> bool:
    """Whether a part of one word, from its beginning or to its end, spells the other: بيتا in Betacoronavirus."""
    latin, arabic = (other, one) if one.is_arabic else (one, other)
    return any(
        spelled_alike(ours, theirs) >= SPELLS
        for whole in arabic.letters
        for spelled in latin.letters
        for ours, theirs in _parts(whole, spelled)
    )


def _parts(arabic: str, latin: str) -> Iterator[tuple[str, str]]:
    for size in range(LEAST_PART, len(latin)):
        yield arabic, latin[:size]
        yield arabic, latin[-size:]
    for size in range(LEAST_PART, len(arabic)):
        yield arabic[:size], latin
        yield arabic[-size:], latin


def best(word: WordForm, others: Sequence[WordForm]) -> float:
    return max((alike(word, other) for other in others), default=0.0)
