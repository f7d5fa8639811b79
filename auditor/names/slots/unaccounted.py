"""Words of the translation with a capital that no word of the original accounts for.

In the middle of a sentence a capital is a name's. A word that has one, that no word of the original spells and that the lexicon has
for none, was added, or stands for a name that is lost. The pairs beside it excuse a word, as everywhere.
"""

from __future__ import annotations

from functools import cached_property, lru_cache

from auditor.names.pair.anchors import renders
from auditor.names.pair.forms import SPELLS, WordForm, are_alike
from auditor.names.pair.name_runs import JOINTS
from auditor.names.pair.native_names import explains, is_alike, is_arabic
from auditor.names.pair.persons import beside_names
from auditor.names.slots.slot_words import is_name_by_itself
from auditor.names.slots.slots import Slots
from auditor.names.words.vocabulary import common_latin

SHORTEST = 4
LEAST_LOST = 3
"""Letters of a name of the original."""
RENDERED = 0.004
"""What the lexicon knows of a word for some word of the original, from which on it may be a rendering of that."""
STRANGE = 0.1
"""Probability from which on a name of the translation may be a word of the original, in a spelling of its own: Nantes for نانت."""
_OPENERS = '.!?…:;\n«“”"()[]–—/0123456789'


class Unaccounted:
    """What of a pair has no account on the other side."""

    def __init__(self, slots: Slots) -> None:
        self.slots, self.pair, self.source, self.target = slots, slots.pair, slots.source, slots.target

    @cached_property
    def strangers(self) -> list[int]:
        """Words with a capital of their own that no word of the original accounts for, in text order."""
        if self._is_headline:
            return []
        shared = self.pair.shared_places
        return [
            there
            for there, word in enumerate(self.target.words)
            if there and there not in shared and _may_be_strange(word) and self._is_stranger(there)
        ]

    @cached_property
    def _is_headline(self) -> bool:
        """Whether so many words have a capital that it makes no name."""
        words = [word for word in self.target.words if len(word.folded) >= SHORTEST]
        common = [word for word in words if word.is_capital and word.folded in common_latin()]
        return 3 * len(common) > len(words)

    def _is_stranger(self, there: int) -> bool:
        word = self.target.words[there]
        if any(mark in _OPENERS for mark in self.target.between(there - 1, there)):
            return False
        if self._is_rendered(word) or self._is_heard(word):
            return False
        return not any(self.slots.are_joined(here, there) for here in self.slots.joinable)

    def _is_rendered(self, word: WordForm) -> bool:
        """Whether the lexicon has a word for others than one name: known first, since it is quick."""
        known = renders(self.source, word, self.target.passage.language, RENDERED)
        return len(known) > 1 or (len(known) == 1 and not is_name_by_itself(self.source.words[known[0]]))

    def _is_heard(self, word: WordForm) -> bool:
        if self.pair.is_heard(word):  # as mostly: spares the account, which is dear
            return True
        words = self.pair.heard_words
        return any(explains(each, word) for each in words) or (
            not _is_people(word)
            and any(sounds(each, word) and not self._is_settled(each, word) for each in words)
        )

    def _is_settled(self, word: WordForm, but: WordForm) -> bool:
        """Whether another word of the translation spells a word of the original."""
        return any(explains(word, other) for other in self.pair.capitals if other is not but)

    @cached_property
    def rendered(self) -> dict[int, list[int]]:
        """For each stranger the words of the original that the lexicon has it for."""
        language = self.target.passage.language
        return {
            there: renders(self.source, self.target.words[there], language, RENDERED)
            for there in self.strangers
        }

    def is_free(self, there: int, here: int) -> bool:
        """Whether the lexicon has a stranger for no word of the original but one."""
        return set(self.rendered[there]) <= {here}

    @cached_property
    def at(self) -> dict[int, int]:
        """Where the translation has a word of the original: spelled in one place alone, or by the lexicon."""
        found = dict(self.slots.anchored)
        for here, word in enumerate(self.source.words):
            if here not in found and len(word.folded) >= LEAST_LOST:
                there = [
                    there
                    for there in self.slots.capitals
                    if self.target.words[there].is_name and explains(word, self.target.words[there])
                ]
                if len(there) == 1:
                    found[here] = there[0]
        return found

    def goes_on(self, there: int) -> bool:
        """Whether another word with a capital goes on after a word: Saleh the Military Academy."""
        after = there + 1
        words = self.target.words
        return after < len(words) and words[after].is_capital and not self.is_parted(there, after)

    def is_word(self, there: int) -> bool:
        return self.target.words[there].folded in common_latin()

    def is_parted(self, one: int, other: int) -> bool:
        return any(self.target.between(place, place + 1).strip(JOINTS) for place in range(one, other))

    def spelled_by(self, there: int) -> int | None:
        """The one word of the original that a name of the translation spells."""
        word = self.target.words[there]
        if not word.is_capital or len(word.folded) < SHORTEST:
            return None
        found = [here for here, each in enumerate(self.source.words) if sounds(each, word)]
        return found[0] if len(found) == 1 else None


@lru_cache(maxsize=1 << 18)
def sounds(word: WordForm, other: WordForm) -> bool:
    """Whether a word of the translation spells one of the original well, or, of a name that is no word, roughly."""
    if explains(word, other) or is_alike(word, other):
        return True
    least = SPELLS if other.folded in common_latin() else STRANGE
    return word.is_name and not is_arabic(word) and are_alike(word, other, least)


@lru_cache(maxsize=1 << 16)
def _is_people(word: WordForm) -> bool:
    return bool(word.begins) and all(form.ending for form in word.begins)


@lru_cache(maxsize=1 << 16)
def _may_be_strange(word: WordForm) -> bool:
    return (
        word.is_capital
        and len(word.folded) >= SHORTEST
        and not word.is_acronym
        and word.written[1:].islower()
        and word.folded not in beside_names()
    )
