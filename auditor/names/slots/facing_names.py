"""Names of the original that nothing accounts for, and words of the translation that face them and that nothing accounts for either.

A word of the language stands so for a name beyond doubt (“Rocks” for الصخيرات), another name for any name (“Reims” for رين):
where what is beside the one is beside the other, or where each is the only one of its side.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from auditor.names.pair.comparison import GENERAL
from auditor.names.pair.forms import WordForm
from auditor.names.pair.known_places import (
    is_kind_of,
    is_listed,
    is_named,
    is_naming,
    is_noun,
    is_sure,
    kind_before,
    local_place,
    spells_place,
)
from auditor.names.pair.likeness import holds
from auditor.names.pair.meanings import MeantDifference, beginning
from auditor.names.pair.native_names import bare_readings, names_others
from auditor.names.pair.persons import is_given
from auditor.names.pair.sides import is_nationality
from auditor.names.slots.intruders import latin_names
from auditor.names.slots.unaccounted import LEAST_LOST, Unaccounted, sounds
from auditor.names.spelling.account import costs_at_most
from auditor.names.spelling.conformity import resembles, same_kinds_in_any_order
from auditor.names.words.person_words import epithets, place_kinds
from auditor.names.words.vocabulary import common_latin

BESIDE, PLACES, FACING = 0.78, 0.72, 0.62
"""Confidence of a word that stands beside what stands beside a name, of a place for a place, and of the only one left over."""
REACH = 2
"""Words between what stands beside a name and what stands for it."""
MOST = 3
"""Names lost in a pair, above which its translation tells something else."""
LEAST_PLAIN = 4
"""Letters of a word after a given name that is no name by itself: مصطفى ليماني."""
OTHERS, MISSPELLED = 0.6, 0.95
"""Cost above which a word beside a part of a person's name is another name, a name of others or any."""
VARIANT = 0.7
"""Cost of an account up to which a word is a spelling of a name."""
LIKELY = -6.0
"""Log-odds of an Arabic word to be a name from which on a name may stand for it."""
_NO_NAMES = ("ال", "لل", "وال", "بال", "فال", "كال", "است", "يست", "تست")


def facing_names(seen: Unaccounted) -> Iterator[MeantDifference]:
    """The names of the original with the words that stand for them, in text order."""
    return _Facing(seen).facing() if seen.strangers else iter(())


class _Facing:
    """The names of the original that a pair has lost, and what faces them."""

    def __init__(self, seen: Unaccounted) -> None:
        self.seen, self.slots, self.source, self.target = seen, seen.slots, seen.source, seen.target

    @cached_property
    def lost(self) -> dict[int, bool]:
        """Names of the original that no word of the translation spells, in text order; whether they are beyond doubt."""
        judged = ((here, self._certainty(here)) for here in range(len(self.source.words)))
        return {here: sure for here, sure in judged if sure is not None and not self._is_spelled(here)}

    def _certainty(self, here: int) -> bool | None:
        """True for a name beyond doubt, False for a word that may be one, None for others."""
        word = self.source.words[here]
        if len(word.folded) < LEAST_LOST or not word.is_arabic or word.is_title or word.is_joiner:
            return None
        if here in self.source.covered:
            mention = next((each for each in self.seen.pair.lost if each.first <= here <= each.last), None)
            return True if mention and not mention.places & GENERAL and not is_nationality(mention) else None
        if self._is_place(here) or self._is_part(here):
            return True
        if not here or not word.is_rare or word.nameness <= LIKELY or word.folded.startswith(_NO_NAMES):
            return None
        return word.nameness > 0

    def _is_part(self, here: int) -> bool:
        """Whether a word is a part of a person's name of which the translation spells the other: a given name, a surname."""
        words = self.source.words
        word = words[here]
        is_kind = is_naming(word) or not place_kinds().isdisjoint(word.readings)
        if (
            _may_be_given(word)
            and not is_kind
            and self._is_spelled_name(here + 1)
            and not self.slots.rendered[here]
        ):
            return True
        if not (here and is_given(words[here - 1]) and self._is_spelled_name(here - 1)):
            return False
        if not word.is_name and (len(word.folded) < LEAST_PLAIN or self.slots.rendered[here]):
            return False
        if is_kind:
            return False
        return self.source.adjoins(here - 1, here) and word.folded not in epithets()

    def _is_spelled_name(self, here: int) -> bool:
        if here >= len(self.source.words) or here not in self.seen.at:
            return False
        other = self.target.words[self.seen.at[here]]
        return other.is_name and sounds(self.source.words[here], other)

    def _is_place(self, here: int) -> bool:
        word = self.source.words[here]
        name = local_place(word)
        if name is None:
            return False
        if is_sure(word, name) or is_listed(self.source, here):
            return True
        if kind_before(self.source, here):
            return is_kind_of(self.source, here, name)
        return word.is_name and (is_noun(self.source, here) or word.folded.startswith("ب"))

    def _is_spelled(self, here: int) -> bool:
        word = self.source.words[here]
        if any(sounds(word, other) for other in self.seen.pair.capitals):
            return True
        if any(self.slots.are_joined(here, there) for there in self.slots.capitals):
            return True
        name = local_place(word)
        return name is not None and is_named(self.seen.pair, name)

    def facing(self) -> Iterator[MeantDifference]:
        """Names of the original and the strangers that stand for them."""
        taken: set[int] = set()
        for here in self.lost if len(self.lost) <= MOST else ():
            for there in self.seen.strangers:
                if there in taken or not self._may_stand(here, there):
                    continue
                confidence = self._placed(here, there)
                if confidence:
                    taken.add(there)
                    yield MeantDifference(here, here, there, there, confidence)
                    break

    def _may_stand(self, here: int, there: int) -> bool:
        word, other = self.source.words[here], self.target.words[there]
        if not self.seen.is_free(there, here) or (not word.is_name and spells_place(other.folded)):
            return False
        if self._is_of_person(here, there) and other.folded not in common_latin():
            return self._costs_more(here, there, OTHERS if names_others(other) else MISSPELLED)
        if other.folded not in common_latin():
            if not self._is_known(there) or resembles(word.letters, other.folded) or holds(word, other):
                return False
            if same_kinds_in_any_order(word.letters, other.folded):
                return False
        elif not self.lost[here] or (self.seen.goes_on(there) and self.seen.is_word(there + 1)):
            return False
        return self._costs_more(here, there, VARIANT)

    def _costs_more(self, here: int, there: int, than: float) -> bool:
        """Whether every account of a stranger for a name costs more."""
        letters = self.target.words[there].letters[0]
        return not any(costs_at_most(each, letters, than) for each in bare_readings(self.source.words[here]))

    def _is_of_person(self, here: int, there: int) -> bool:
        """Whether two words follow, or go before, one part of a person's name that is spelled right, without a mark between."""
        words, target = self.source.words, self.target
        for step in (-1, 1):
            beside = here + step
            if not 0 <= beside < len(words) or self.seen.at.get(beside) != there + step:
                continue
            one = words[min(here, beside)]
            first = min(there, there + step)
            joined = target.adjoins(first, first + 1)
            if is_given(one) and joined and self._is_spelled_name(beside):
                return self.source.adjoins(min(here, beside), max(here, beside))
        return False

    def _is_known(self, there: int) -> bool:
        """Whether a stranger is a name of the lists, not of a people."""
        mention = self.target.mention_at(there)
        if mention is not None:
            return not is_nationality(mention)
        word = self.target.words[there]
        if word.folded in latin_names():
            return True
        return word.is_name

    def _placed(self, here: int, there: int) -> float:
        if self._are_beside(here, there):
            return BESIDE
        if self._are_the_places(here, there):
            return PLACES
        others = [each for each in self.seen.strangers if self.seen.is_free(each, here)]
        if len(self.lost) == 1 and others == [there] and self.seen.pair.is_near(here, there):
            return 0.0 if self.seen.goes_on(there) else FACING
        return 0.0

    def _are_the_places(self, here: int, there: int) -> bool:
        """Whether a place is the only one of the lists that is lost, and a stranger the only one that is another."""
        if not self._is_place(here):
            return False
        lost = [each for each, sure in self.lost.items() if sure]
        return lost == [here] and self.strange_places == [there]

    @cached_property
    def strange_places(self) -> list[int]:
        """Strangers that are places of the lists of Arab countries."""
        words = self.target.words
        return [there for there in self.seen.strangers if spells_place(words[there].folded)]

    def _are_beside(self, here: int, there: int) -> bool:
        for step in (-1, 1):
            beyond = self.seen.at.get(here + step)
            if beyond is None:
                continue
            apart = (there - beyond) * -step
            if 0 < apart <= REACH or (apart == -1 and not self.target.words[beyond].is_capital):
                return True
        return False


@lru_cache(maxsize=1 << 16)
def _may_be_given(word: WordForm) -> bool:
    return is_given(word) or any(each.kind == "person" for each in beginning(word))
