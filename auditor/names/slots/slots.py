"""Which names of a pair lack a counterpart, and which words of the translation have none: what may stand for what."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property, lru_cache

from auditor.names.pair.anchors import anchors, is_rendering_of, renderings
from auditor.names.pair.comparison import GENERAL, Comparison, any_sounds_like
from auditor.names.pair.forms import WordForm, alike
from auditor.names.pair.known_places import is_named, local_place
from auditor.names.pair.likeness import are_joined_alike, joined_alike
from auditor.names.pair.listed_forms import is_own
from auditor.names.pair.persons import is_given
from auditor.names.pair.sides import Mention, Side, is_nationality
from auditor.names.slots.slot_words import introduces, is_name_by_itself, is_personal, is_well
from auditor.names.spelling.distortion import forms_of
from auditor.names.words.person_words import closing, epithets, latin_titles, latin_words, place_kinds
from auditor.names.words.vocabulary import calendar, common_latin

EXPLAINED = 0.1
"""What the lexicon knows of a word with a capital from which on it is a word, not a name."""
SHORTEST = 3
LEAST_OPENING = 5
"""Letters of a name that opens a sentence: shorter ones are words of grammar."""
LEAST_STEM = 4
"""Letters of a place's name that begin the word for its people."""

Two = tuple[WordForm, ...]


class Slots:
    """What of a pair may be a lost name, and what a stranger in its place."""

    def __init__(self, pair: Comparison) -> None:
        self.pair, self.source, self.target = pair, pair.source, pair.target

    @cached_property
    def names(self) -> list[tuple[int, int]]:
        """Words of the original, first to last, that are names of some kind and that the translation does not spell."""
        lost = {each.first: each.last for each in self.pair.lost if self._is_lost(each)}
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

    def _is_lost(self, mention: Mention) -> bool:
        """Whether no word of the translation is made of one of the place's names either: Floridiens."""
        if mention.places & GENERAL or is_nationality(mention):
            return False
        language = self.target.passage.language
        forms = [
            form.words[0] for form in forms_of(mention.places, language) if len(form.words[0]) > LEAST_STEM
        ]
        stems = {form[: max(LEAST_STEM, len(form) - 2)] for form in forms}
        return not any(word.folded.startswith(stem) for stem in stems for word in self.pair.capitals)

    def _may_be_name(self, index: int, word: WordForm) -> bool:
        if len(word.folded) < SHORTEST or not word.is_arabic or word.is_joiner or word.folded in epithets():
            return False
        if is_name_by_itself(word):
            return not word.is_title
        return not word.is_title and place_kinds().isdisjoint(word.readings) and self.is_introduced(index)

    def is_introduced(self, index: int) -> bool:
        """Whether the word before asks for a name: a title, a first name, a word such as مدينة or شركة."""
        words = self.source.words
        if not index or words[index].folded.startswith("و") or not introduces(words[index - 1]):
            return False
        return self.source.adjoins(index - 1, index)

    def is_strong(self, index: int) -> bool:
        """Whether a word is a name even where the translation has a word of the language for it."""
        word = self.source.words[index]
        if is_given(word) or local_place(word) is not None:
            return True
        return self.is_introduced(index) and is_personal(self.source.words[index - 1])

    def _is_spelled(self, here: int) -> bool:
        word = self.source.words[here]
        if any_sounds_like(word, self.pair.capitals) or any_sounds_like(word, self.pair.lower):
            return True
        if any(is_well(word, other) for other in self.pair.capitals):
            return True
        if any(self.are_joined(here, there) for there in self.capitals):
            return True
        name = local_place(word)
        return name is not None and is_named(self.pair, name)

    def score(self, here: int, there: int) -> float:
        """The probability that a word of the translation, alone or with a neighbour, spells one of the original, likewise."""
        joined = [joined_alike(*each) for each in self._joins(here, there)]
        return max(alike(self.source.words[here], self.target.words[there]), *joined, 0.0)

    def are_joined(self, here: int, there: int) -> bool:
        """Whether a word spells another one together with a neighbour of either."""
        return any(_are_joined(two, others) for two, others in self._joins(here, there))

    def _joins(self, here: int, there: int) -> Iterator[tuple[Two, Two]]:
        """Two words with a neighbour of either, or of both where the first is only the beginning of a name."""
        ours, theirs = self._ours[here], self._theirs[there]
        word, other = (self.source.words[here],), (self.target.words[there],)
        for two in ours:
            yield two, other
        for two in theirs:
            yield word, two
            for each in ours:
                if each[0].is_joiner:
                    yield each, two

    @cached_property
    def capitals(self) -> list[int]:
        return [index for index, word in enumerate(self.target.words) if word.is_capital]

    @cached_property
    def _ours(self) -> list[list[Two]]:
        return _twos(self.source)

    @cached_property
    def _theirs(self) -> list[list[Two]]:
        return _twos(self.target)

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
        shared = self.pair.shared_places
        return [there for there in self.capitals if there not in shared and self._is_strange(there)]

    def _is_strange(self, there: int) -> bool:
        word = self.target.words[there]
        if len(word.folded) < SHORTEST or word.is_acronym or word.folded in _no_strangers():
            return False
        if word.is_name and not word.is_rare and len(word.folded) < LEAST_OPENING:
            return False
        if not word.is_name and (not there or word.folded not in common_latin()):
            return False
        language = self.target.passage.language
        if not word.is_name and is_rendering_of(self.source, word, language, EXPLAINED):
            return False
        return not (self._is_told(word) or any(self.are_joined(here, there) for here in self.joinable))

    def _is_told(self, word: WordForm) -> bool:
        """Whether a word of the original sounds like a word, or is a place that the lists have it for."""
        if self.pair.is_heard(word):  # as mostly
            return True
        return any(is_own(one, word) or (one.is_name and is_well(one, word)) for one in self.pair.heard_words)

    @cached_property
    def joinable(self) -> list[int]:
        """Words of the original that may be one name with a neighbour, or with two words of the translation."""
        return [here for here, word in enumerate(self.source.words) if self._ours[here] or word.is_name]


@cache
def _no_strangers() -> frozenset[str]:
    return latin_titles() | calendar() | latin_words("particles")


@lru_cache(maxsize=1 << 14)
def _are_joined(two: Two, others: Two) -> bool:
    return are_joined_alike(two, others)


def _twos(side: Side) -> list[list[Two]]:
    """For each word the pairs of neighbours, it among them, that may be one name."""
    words = side.words
    found: list[list[Two]] = [[] for _ in words]
    for index in range(len(words) - 1):
        one, other = two = words[index : index + 2]
        if one.is_arabic:
            joins = one.is_joiner or (one.is_name and other.is_name) or other.folded in closing()
        else:
            joins = (one.is_capital or one.folded in latin_words("particles")) and (
                one.is_capital or other.is_capital
            )
        if joins and not side.between(index, index + 1).strip(" -'’\u2011"):
            found[index].append(two)
            found[index + 1].append(two)
    return found
