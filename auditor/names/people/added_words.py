"""Words of the language that the translation adds to a person's name: “Lotfi Bouchnak le Bosniaque”, “Saleh Valid Armouti”."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.names.pair.meanings import MeantDifference
from auditor.names.pair.persons import is_given
from auditor.names.slots.unaccounted import LEAST_LOST, Unaccounted, sounds
from auditor.names.words.person_words import latin_words
from auditor.names.words.vocabulary import common_latin

ADDED = 0.74
"""Confidence: nothing on the sound sentences of pud, flores_devtest and tico19 has such a word."""
_ARTICLES = frozenset({"le", "la", "l", "les", "the"})


def added_words(seen: Unaccounted) -> Iterator[MeantDifference]:
    """The words added to names, each with the part of the name that it follows, in text order."""
    return _AddedWords(seen).added() if seen.strangers else iter(())


class _AddedWords:
    """The words that the names of a pair have in its translation alone."""

    def __init__(self, seen: Unaccounted) -> None:
        self.seen, self.slots, self.source, self.target = seen, seen.slots, seen.source, seen.target

    def added(self) -> Iterator[MeantDifference]:
        """Words of the language that are joined to a person's name that the original has without them."""
        for there in self.seen.strangers:
            word = self.target.words[there]
            if word.folded not in common_latin() and there not in self.target.covered:
                continue
            here = self._called(there) if self._has_article(there) else self._parted_by(there)
            if here is not None and self.seen.is_free(there, here):
                yield MeantDifference(here, here, there, there, ADDED)

    def _has_article(self, there: int) -> bool:
        return self.target.words[there - 1].folded in _ARTICLES and not self.seen.is_parted(there - 1, there)

    def _called(self, there: int) -> int | None:
        """The last part of a person's name of the original that is spelled before an article and a word: Malik le Propriétaire."""
        before = there - 2
        if before > 0 and len(self.target.words[before].folded) == 1:  # what an apostrophe parts: Lakja’a
            before -= 1
        if before < 0 or self.seen.is_parted(before, there):
            return None
        if self.seen.goes_on(there) and self.seen.is_word(there + 1):
            return None
        here = self.seen.spelled_by(before)
        return here if here is not None and self._is_person(here) and self._is_whole(here) else None

    def _parted_by(self, there: int) -> int | None:
        """The first of two parts of a name of the original that are spelled before and after a word: Saleh Valid Armouti."""
        after = there + 1
        while after < len(self.target.words) and self.target.words[after].folded in latin_words("particles"):
            after += 1
        if after >= len(self.target.words) or self.seen.is_parted(there - 1, after):
            return None
        one, other = self.seen.spelled_by(there - 1), self.seen.spelled_by(after)
        return one if one is not None and other == one + 1 else None

    def _is_person(self, here: int) -> bool:
        """Whether a word of the original is a given name, or follows one, a title or an office."""
        word = self.source.words[here]
        if is_given(word):
            return True
        before = self.source.words[max(0, here - 2) : here]
        return word.is_name and any(is_given(each) or each.is_title or each.is_name for each in before)

    def _is_whole(self, here: int) -> bool:
        """Whether what follows a name of the original is not one more part of it that is not accounted for."""
        after = here + 1
        if after >= len(self.source.words) or not self.source.adjoins(here, after):
            return True
        word = self.source.words[after]
        is_part = word.folded.startswith("ال") or (word.is_name and len(word.folded) >= LEAST_LOST)
        return not is_part or self._is_accounted(after)

    def _is_accounted(self, here: int) -> bool:
        word = self.source.words[here]
        return bool(here in self.seen.at or self.slots.rendered[here]) or any(
            sounds(word, other) for other in self.seen.pair.capitals
        )
