"""Wrong renderings that come back: a machine renders the same word by the same strange word again and again.

Sound translations repeat what no lexicon knows as faithfully, so that repetition alone says nothing. But they repeat
terms, names and words that fit the text. What speaks for and against all places together is weighed by a logistic
regression of its own, over means of the evidence of the single candidates and what the document says of both words.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from auditor.word_alignment.vectors import cosine
from auditor.word_alignment.words import Word
from auditor.wrong_words.candidates import OPEN, Candidate
from auditor.wrong_words.judge import FEATURES, Judge, weights_table

MEANS = (
    "constant",
    "target_meaning",
    "target_known",
    "cosine",
    "target_context",
    "own_context",
    "gain_replaced",
    "rendering_cosine",
    "target_count",
    "capital",
    "unknown",
)
"""Features of the candidates whose mean counts."""
FITS = ("target_meaning", "cosine", "target_context", "own_context", "rendering_cosine")
"""Features that say that a target word is where it should be."""
GROUP = (
    *MEANS,
    "source_share",  # of the pairs with the source word, how many have the target word
    "target_alone",  # of the pairs with the target word, in how many it means another source word, this one lacking
    "elsewhere",  # how likely the target word means the same as a source word, at best, anywhere in the document
    "rivals",  # log of the number of source words that the target word is such a group with
    "upper",  # the target word is written in capitals only
    "topic",  # cosine of the target word and the source text of all pairs with candidates
    "kin",  # mean of the best cosines of the target word with source words of the document
    "target_kin",  # likewise with other target words
    "stranger",  # of the target words of the document, how many have less kin among the source words
    "target_stranger",  # ... among the target words
    "strangeness",  # minus log of the greater of the two
    "best",  # of all that says that the target word is at home in the document, the greatest
)
"""How often the rendering comes back is not among them: it says nothing that holds from one text to another."""
KIN = 3
"""Of how many words the cosines count for how much kin a word has."""
BLOCK = 512
"""Words compared with all others at once: a book has too many for one matrix."""
LEAST_SHARE = 0.02
"""What is added to a share before its logarithm is taken."""


@dataclass(frozen=True, slots=True)
class Place:
    """A target word that is wrong each time it stands for `source`; confidence in [0, 1]."""

    source: Word
    target: Word
    suggestion: str
    confidence: float


class Repetitions:
    """The candidates that come back in the pairs of one document, by the stems of both words."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge
        found: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
        for each in judge.found:
            found[each.source_word.stem, each.target_word.stem].append(each)
        self.groups: dict[tuple[str, str], tuple[Candidate, ...]] = {}
        for stems, every in found.items():
            stay = tuple(each for each in every if _recurs(every) and not judge.has_moved(each))
            if _recurs(stay):
                self.groups[stems] = stay
        sides = [
            [each.source_words for each in judge.alignments],
            [each.target_words for each in judge.alignments],
        ]
        self._sources, self._targets = _places(sides[0]), _places(sides[1])
        numbers = sorted({each.number for each in judge.found})
        sums = [judge.vectors.sum_of(judge.alignments[number].source.text) for number in numbers]
        self._topic = np.sum(sums, axis=0)
        self._spellings = [_spellings(side) for side in sides]

    def evidence(self) -> NDArray[np.float64]:
        """The features of all groups, shape (groups, GROUP)."""
        rows = [self._features(stems, group) for stems, group in self.groups.items()]
        return np.array(rows, np.float64).reshape(-1, len(GROUP))

    def _features(self, stems: tuple[str, str], group: Sequence[Candidate]) -> list[float]:
        single = self.judge.evidence(group)
        means, most = single.mean(axis=0), single.max(axis=0)
        words = [each.target_word for each in group]
        elsewhere = self._elsewhere(stems[1])
        topic = cosine(self.judge.vectors.sum_of(words[0].spelling), self._topic)
        kin, strange = self._kin(words[0])
        return [
            *(float(means[FEATURES.index(name)]) for name in MEANS),
            *self._shares(*stems),
            elsewhere,
            math.log(sum(other == stems[1] for _, other in self.groups)),
            float(all(word.passage.text.isupper() for word in words)),
            topic,
            *kin,
            *strange,
            -math.log(max(strange) + LEAST_SHARE),
            max(topic, *kin, elsewhere, *(float(most[FEATURES.index(name)]) for name in FITS)),
        ]

    def _shares(self, source: str, target: str) -> tuple[float, float]:
        """source_share, target_alone."""
        ones = {number for number, _ in self._sources[source]}
        others = {number for number, _ in self._targets[target]}
        alone = {
            number
            for number, place in self._targets[target]
            if number not in ones and self._means(number, place)
        }
        return len(ones & others) / len(ones), len(alone) / len(others)

    def _means(self, number: int, place: int) -> bool:
        """Whether a target word means the same as a source word of its pair."""
        return float(self.judge.alignments[number].meaning[:, place].max(initial=0)) >= OPEN

    def _kin(self, word: Word) -> tuple[list[float], list[float]]:
        """The features kin and target_kin; stranger and target_stranger."""
        row = self._spellings[1].index((word.spelling, word.stem))
        kin = [float(side[row]) for side in self._kinship]
        return kin, [float(np.mean(side < own)) for side, own in zip(self._kinship, kin, strict=True)]

    @cached_property
    def _kinship(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """For each target word of `_spellings` the mean of its best cosines with the words of either side."""
        units = [self.judge.vectors.units_of(spelling for spelling, _ in side) for side in self._spellings]
        stems = [np.array([stem for _, stem in side]) for side in self._spellings]
        found: tuple[list[NDArray[np.float32]], ...] = ([], [])
        for start in range(0, len(units[1]), BLOCK):
            rows = slice(start, start + BLOCK)
            for side in (0, 1):
                near = units[1][rows] @ units[side].T
                near[stems[1][rows, None] == stems[side][None, :]] = -1
                found[side].append(np.sort(near, axis=1)[:, -KIN:].mean(axis=1))
        return np.concatenate(found[0]), np.concatenate(found[1])

    def _elsewhere(self, target: str) -> float:
        meanings = [each.meaning for each in self.judge.alignments]
        return max(
            float(meanings[number][:, place].max(initial=0)) for number, place in self._targets[target]
        )

    def places(self, stems: tuple[str, str]) -> Iterator[tuple[Word, Word]]:
        """Source word and target word wherever the rendering of a group comes back, in the order of the document.

        That is where its candidates were found, and where the target word stands in a pair with the source word, or
        means nothing in its pair; there the source word of the nearest pair is taken.
        """
        alignments = self.judge.alignments
        found = {(each.number, each.target): each.source_word for each in self.groups[stems]}
        sources = self._sources[stems[0]]
        for number, place in self._targets[stems[1]]:
            target = alignments[number].target_words[place]
            nearest, where = min(sources, key=lambda entry: (abs(entry[0] - number), entry))
            if (number, place) in found:
                yield found[number, place], target
            elif nearest == number or not self._means(number, place):
                yield alignments[nearest].source_words[where], target


def recurring(judge: Judge) -> list[Place]:
    """All places of the wrong renderings that come back and that are likely enough to report."""
    repetitions = Repetitions(judge)
    if not repetitions.groups:
        return []
    confidences = 1 / (1 + np.exp(-(repetitions.evidence() @ group_weights())))
    found: dict[int, Place] = {}
    for stems, confidence in zip(repetitions.groups, confidences.tolist(), strict=True):
        if confidence >= float(weights_table("recurring")["reported"]):
            suggestion = repetitions.groups[stems][0].rendering.spellings[0]
            for source, target in repetitions.places(stems):
                place = Place(source, target, suggestion, confidence)
                if id(target) not in found or found[id(target)].confidence < confidence:
                    found[id(target)] = place
    return list(found.values())


def group_weights() -> NDArray[np.float64]:
    return np.array([weights_table("recurring")["weights"][name] for name in GROUP])


def _recurs(found: Sequence[Candidate]) -> bool:
    return len({each.number for each in found}) > 1


def _places(sides: Sequence[Sequence[Word]]) -> dict[str, list[tuple[int, int]]]:
    """Where each stem stands: number of the pair, place in it."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, words in enumerate(sides):
        for place, word in enumerate(words):
            found[word.stem].append((number, place))
    return found


def _spellings(side: Sequence[Sequence[Word]]) -> list[tuple[str, str]]:
    """Spellings of the content words of one side, each once, with their stems."""
    return sorted({(word.spelling, word.stem) for words in side for word in words if word.is_content})
