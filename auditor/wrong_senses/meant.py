"""Whether the words around a word of the inventory tell the very sense that a target word renders."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.bitext import Passage
from auditor.terms.contexts import Place, Span, weight
from auditor.terms.inventory import inventory
from auditor.terms.matching import keyed_passage
from auditor.word_alignment.words import Word
from auditor.wrong_senses.clues import LEAST
from auditor.wrong_senses.rendered import rendering


class MeantSenses:
    """What the inventory says of one pair; `around` are passages of the original, its own among them."""

    def __init__(self, around: Sequence[Passage], source: Passage, target: Passage) -> None:
        self._own, self._rendered = keyed_passage(source, "ar"), keyed_passage(target, target.language)
        self._around = [keyed_passage(each, "ar") for each in around]

    def is_meant(self, source: Passage, word: Word, term: Passage) -> bool:
        """Whether a target word renders a sense of the source word whose context is met outside of a term, and more than others."""
        words = [
            index
            for index, each in enumerate(self._own.located)
            if self._own.passage.part(each.start, each.end).overlaps(term)
        ]
        if not words:
            return False
        within = Span(words[0], words[-1])
        for entry in inventory().at(self._own, source):
            place = Place(self._around, self._own, within)
            having = [each for each in entry.senses if rendering(each, self._rendered, [word]) is not None]
            weights = [weight(each.context, place) for each in having]
            most = max(weights, default=0.0)
            if most >= LEAST and all(
                weight(each.context, place) < most for each in entry.senses if each not in having
            ):
                return True
        return False
