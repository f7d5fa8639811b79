"""What the alignment of words says of a rendering that is said to be wrong."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.bitext import Passage
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.words import Word

SURE = 0.5
"""Score of a link from which on a word stands for this very word of the original."""
ELSEWHERE = 0.25
"""Probability that two linked words mean the same, from which on the target word speaks of that other word."""


class Linked:
    """The links of a pair with their places; `uses` are those of one word of the original."""

    def __init__(self, alignment: WordAlignment, uses: Sequence[Passage]) -> None:
        sources = [word.passage for word in alignment.source_words]
        targets = [word.passage for word in alignment.target_words]
        self._links = [(sources[link.source], targets[link.target], link.score) for link in alignment.links]
        self._targets = [
            (sources[link.source], alignment.target_words[link.target]) for link in alignment.links
        ]
        self._content = [word.passage for word in alignment.target_words if word.is_content]
        self._others = {
            targets[link.target]
            for link in alignment.links
            if alignment.meaning[link.source, link.target] >= ELSEWHERE
            and not any(sources[link.source].overlaps(use) for use in uses)
        }

    def words(self, source: Passage) -> list[Word]:
        """The content words of the target that words of a place of the original are linked to, in the order of the links."""
        return [word for one, word in self._targets if word.is_content and one.overlaps(source)]

    def is_sure(self, source: Passage, target: Passage) -> bool:
        """Whether a word of the one stands for a word of the other, and for nothing else."""
        links: dict[Passage, list[tuple[Passage, float]]] = {}
        for one, other, score in self._links:
            if one.overlaps(source):
                links.setdefault(one, []).append((other, score))
        return any(
            all(score >= SURE and other.overlaps(target) for other, score in own) for own in links.values()
        )

    def elsewhere(self, target: Passage) -> bool:
        """Whether every content word of the target place means a source word outside the uses that it is linked to."""
        places = [place for place in self._content if place.overlaps(target)]
        return bool(places) and self._others.issuperset(places)
