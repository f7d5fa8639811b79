"""Which words of a translation stand for a name of the original, and which for the words around it."""

from __future__ import annotations

from functools import cached_property

from auditor.bitext import Passage
from auditor.institutions.names import Name
from auditor.names.spelling.conformity import conforms
from auditor.terms.matching import keyed_passage
from auditor.terms.senses import content_keys, senses
from auditor.word_alignment.links import WordAlignment
from auditor.wrong_senses.known import content_words, explained, known

MEANT = 0.25
"""Probability that two linked words mean the same, from which on the target word stands for that very word."""
SURE = 0.5
"""Score of a link from which on a word stands for a word outside of the name."""
SHORTEST = 3
"""Letters of an Arabic word above which one that sounds like it is no accident."""
KNOWN = 0.02
"""p(target word | Arabic word) in the lexicon from which on a word is one of its senses."""


class Counterparts:
    """What the alignment of words says of one name in one pair."""

    def __init__(self, alignment: WordAlignment, name: Name) -> None:
        self.alignment, self.name = alignment, name
        self.words = alignment.target_words
        self.language = alignment.target.language
        inside = [word.passage.overlaps(name.passage) for word in alignment.source_words]
        self.own = frozenset(link.target for link in alignment.links if inside[link.source])
        self.others = frozenset(
            link.target
            for link in alignment.links
            if not inside[link.source]
            and link.score >= SURE
            and alignment.meaning[link.source, link.target] >= MEANT
        )

    @property
    def free(self) -> list[int]:
        """The words that do not stand for a word outside of the name alone."""
        return [place for place in range(len(self.words)) if place in self.own or place not in self.others]

    def is_sense(self, source: Passage, place: int) -> bool:
        """Whether a word is what a word of a part of the name may mean elsewhere."""
        keys = self.keys(place)
        for word in content_words(source.text):
            own, shares = senses(word, self.language), known(word, self.language)
            if any(key in own or shares.get(key, 0) >= KNOWN for key in keys):
                return True
        return False

    def is_explained(self, place: int) -> bool:
        """Whether a word is a usual rendering of a word outside of the name."""
        return set(self.keys(place)) <= self._explained

    def keys(self, place: int) -> tuple[str, ...]:
        return content_keys(self.words[place].passage.text, self.language)

    def is_beside(self, place: int) -> bool:
        """Whether a word is a sense of a word before or behind the name, or is linked to no other so well.

        A party's convention is no part of the party's name.
        """
        links = [link for link in self.alignment.links if link.target == place]
        if links and max(links, key=lambda link: link.score).source in self._neighbours:
            return True
        return not self._beside.isdisjoint(self.keys(place))

    def is_spelled(self, place: int) -> bool:
        """Whether a word spells one of the name, or has a capital and stands for one surely that no dictionary has it for."""
        alignment = self.alignment
        form = self.words[place].form
        if any(conforms(key, form) for key in self._keys if len(key) > SHORTEST):
            return True
        return self.words[place].is_capital and any(
            link.target == place
            and alignment.meaning[link.source, place] >= SURE
            and alignment.source_words[link.source].passage.overlaps(self.name.passage)
            and not self._is_known(alignment.source_words[link.source].form, place)
            for link in alignment.links
        )

    def _is_known(self, form: str, place: int) -> bool:
        shares = known(form, self.language)
        return any(key in shares for key in self.keys(place))

    @cached_property
    def _keys(self) -> frozenset[str]:
        """The words of the name behind its head, with what they are without particles."""
        keyed = keyed_passage(self.name.passage, "ar")
        return frozenset(key for word in keyed.words[1:] for key in word.keys)

    @cached_property
    def _beside(self) -> frozenset[str]:
        words = self.alignment.source_words
        return frozenset(
            key
            for place in self._neighbours
            for key, share in known(words[place].form, self.language).items()
            if share >= KNOWN
        )

    @cached_property
    def _neighbours(self) -> frozenset[int]:
        """The content words of the original right before and right behind the name."""
        words = self.alignment.source_words
        inside = [place for place, word in enumerate(words) if word.passage.overlaps(self.name.passage)]
        beside = (inside[0] - 1, inside[-1] + 1) if inside else ()
        return frozenset(place for place in beside if 0 <= place < len(words) and words[place].is_content)

    @cached_property
    def _explained(self) -> set[str]:
        return explained(self.alignment.source, [self.name.passage], self.language)
