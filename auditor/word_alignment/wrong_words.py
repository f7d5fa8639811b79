"""Words of the translation that stand where another should: they fit no source word, and one source word has no rendering.

A candidate is an uncovered target word together with the uncovered source word whose neighbours are linked to its
neighbours. What speaks for and against it is weighed by a logistic regression; neighbours found wrong are one suspect.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from auditor.bitext import Passage, span
from auditor.word_alignment.candidates import Candidate, candidates, distance, uncovered
from auditor.word_alignment.lexicon import Lexicon, lexicon
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.vectors import Floats, WordEncoder, cosine, embed
from auditor.word_alignment.words import Word

FEATURES = (
    "constant",  # 1
    "target_meaning",  # how likely the target word means the same as a source word: the best of the pair
    "source_meaning",  # likewise the source word
    "target_known",  # the strongest lexicon entry or likeness of spelling between the target word and a source word
    "source_known",  # likewise the source word
    "cosine",  # of the word vectors of the two
    "target_context",  # cosine of the target word and the whole source
    "source_context",  # cosine of the source word and the whole target
    "own_context",  # cosine of the target word and the rest of the target
    "gain_without",  # by how much the cosine of the passages grows when both words are left out
    "gain_replaced",  # ... when the usual rendering takes the place of the target word
    "rendering",  # p(usual rendering | source word)
    "rendering_cosine",  # cosine of the target word and the nearest of the three usual renderings
    "source_count",  # log frequency of the source word / 10
    "target_count",  # log frequency of the target word / 10; 0 if unknown
    "target_certainty",  # p(usual source word | target word)
    "less_count",  # the lesser of the two counts
    "support",  # score of the links of the words around
    "distance",  # of the relative places
    "loose_source",  # share of the source's content words that are uncovered
    "loose_target",  # share of the target's content words that are uncovered
    "source_short",  # 1 / square root of the number of content words of the source
    "target_short",  # likewise of the target
    "capital",  # the target word has a capital
    "unknown",  # the lexicon does not know the target word
    "beside",  # number of uncovered content words next to the target word
)
MOVED = 0.45
"""Cosine with a word of the pair before or after from which on a word counts as moved there, not as wrong."""
JOINED = 0.5
"""Share of the confidence of a suspect that the next target word needs to be one with it."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """Target words that seem to render the source words wrongly; confidence in [0, 1] is the probability of that.

    `suggestion` is the usual rendering of the source word.
    """

    source: Passage
    target: Passage
    suggestion: str
    confidence: float


class Judge:
    """Judges the candidates of one document, or of pairs that have nothing to do with each other."""

    def __init__(
        self, alignments: Sequence[WordAlignment], encoder: WordEncoder | None, *, connected: bool
    ) -> None:
        self.alignments = alignments
        self.connected = connected
        self.found = [
            candidate
            for number, alignment in enumerate(alignments)
            for candidate in candidates(number, alignment, _lexicon(alignment))
        ]
        numbers = {each.number for each in self.found}
        needed = [alignments[near] for number in sorted(numbers) for near in (number, *self._near(number))]
        words = [word.spelling for each in needed for word in (*each.source_words, *each.target_words)]
        passages = [
            side.text
            for number in sorted(numbers)
            for side in (alignments[number].source, alignments[number].target)
        ]
        renderings = [spelling.lower() for each in self.found for spelling in each.rendering.spellings]
        self.vectors = embed([*words, *passages, *renderings], encoder)
        self._units: dict[tuple[int, int], Floats] = {}
        self._frames = {number: _frame(alignments[number]) for number in numbers}

    def _near(self, number: int) -> list[int]:
        return [
            near for near in (number - 1, number + 1) if self.connected and 0 <= near < len(self.alignments)
        ]

    def evidence(self) -> NDArray[np.float64]:
        """The features of all candidates, shape (candidates, FEATURES)."""
        return np.array([self.features(each) for each in self.found], np.float64).reshape(-1, len(FEATURES))

    def features(self, each: Candidate) -> list[float]:
        """In the order of FEATURES."""
        alignment, i, j = each.alignment, each.source, each.target
        certainty, count = _knowledge(each.target_word, _lexicon(alignment, turned=True))
        source_count = math.log1p(each.rendering.count) / 10
        beside = sum(place in self._frames[each.number].loose for place in (j - 2, j - 1, j + 1, j + 2))
        return [
            1.0,
            float(alignment.meaning[:, j].max()), float(alignment.meaning[i].max()),
            float(alignment.known[:, j].max()), float(alignment.known[i].max()),
            float(alignment.similarity[i, j]),
            *self._context(each),
            each.rendering.probability, self._rendering_cosine(each),
            source_count, count, certainty, min(source_count, count),
            each.support, distance(alignment, i, j),
            *self._frames[each.number].shares,
            float(each.target_word.is_capital), float(not count), float(beside),
        ]  # fmt: skip

    def _context(self, each: Candidate) -> list[float]:
        """target_context, source_context, own_context, gain_without, gain_replaced."""
        source, target = (
            self.vectors.sum_of(side.text) for side in (each.alignment.source, each.alignment.target)
        )
        one, other = (self.vectors.sum_of(word.spelling) for word in (each.source_word, each.target_word))
        usual = self.vectors.sum_of(each.rendering.spellings[0].lower())
        now = cosine(source, target)
        without = cosine(source - one, target - other) - now
        replaced = cosine(source, target - other + usual) - now
        return [cosine(other, source), cosine(one, target), cosine(other, target - other), without, replaced]

    def _rendering_cosine(self, each: Candidate) -> float:
        usual = (spelling.lower() for spelling in each.rendering.spellings)
        return float(self.vectors.cosines(usual, [each.target_word.spelling]).max())

    def _nearest(self, word: Word, number: int, side: int) -> float:
        """The best cosine of a word with those of one side (0 source, 1 target) of an alignment."""
        if (number, side) not in self._units:
            alignment = self.alignments[number]
            words = (alignment.source_words, alignment.target_words)[side]
            self._units[number, side] = self.vectors.units_of(each.spelling for each in words)
        units = self._units[number, side]
        return float((units @ self.vectors.units_of([word.spelling])[0]).max()) if len(units) else 0.0

    def has_moved(self, each: Candidate) -> bool:
        """Whether either word means the same as a word of the pair before or after."""
        near = self._near(each.number)
        return any(
            max(self._nearest(each.target_word, number, 0), self._nearest(each.source_word, number, 1))
            >= MOVED
            for number in near
        )


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all candidates of a pair share: its uncovered target words, and the last shares of FEATURES."""

    loose: frozenset[int]
    shares: tuple[float, float, float, float]


def _frame(alignment: WordAlignment) -> _Frame:
    source = uncovered(alignment.source_words, alignment.meaning.max(axis=1))
    target = uncovered(alignment.target_words, alignment.meaning.max(axis=0))
    one = max(1, sum(word.is_content for word in alignment.source_words))
    other = max(1, sum(word.is_content for word in alignment.target_words))
    return _Frame(frozenset(target), (len(source) / one, len(target) / other, one**-0.5, other**-0.5))


def suspects(
    alignments: Sequence[WordAlignment], encoder: WordEncoder | None, *, connected: bool = True
) -> tuple[Suspect, ...]:
    """The wrong words of the pairs, in the order of the alignments, then of the target text.

    `connected`: the pairs are those of one document, in order, so that words may have moved to the pair before or after.
    That a strange rendering comes back counts for nothing: sound translations repeat theirs as faithfully.
    """
    judge = Judge(alignments, encoder, connected=connected)
    if not judge.found:
        return ()
    confidences = (1 / (1 + np.exp(-(judge.evidence() @ suspect_weights())))).tolist()
    judged = [pair for pair in zip(judge.found, confidences, strict=True) if not judge.has_moved(pair[0])]
    return tuple(_suspect(group) for group in _joined(judged))


def _joined(found: Sequence[tuple[Candidate, float]]) -> list[list[tuple[Candidate, float]]]:
    """Candidates of one pair, grouped where target words next to each other are of like confidence."""
    groups: list[list[tuple[Candidate, float]]] = []
    for each, confidence in found:
        if groups:
            last, before = groups[-1][-1]
            close = last.number == each.number and each.target - last.target <= 2
            if close and min(confidence, before) > JOINED * max(confidence, before):
                groups[-1].append((each, confidence))
                continue
        groups.append([(each, confidence)])
    return groups


def _suspect(group: Sequence[tuple[Candidate, float]]) -> Suspect:
    best, confidence = max(group, key=lambda entry: entry[1])
    target = span([each.target_word.passage for each, _ in group])
    return Suspect(best.source_word.passage, target, best.rendering.spellings[0], confidence)


def _knowledge(word: Word, back: Lexicon) -> tuple[float, float]:
    """How sure the usual source word of a target word is, and its log frequency / 10; zeros if it is unknown."""
    index = back.source.ids.get(word.stem)
    if index is None:
        return 0.0, 0.0
    _, ahead, _ = back.row(index)
    return (float(ahead[0]) if len(ahead) else 0.0), math.log1p(float(back.source.counts[index])) / 10


def _lexicon(alignment: WordAlignment, *, turned: bool = False) -> Lexicon:
    one, other = alignment.source.language, alignment.target.language
    return lexicon(other, one) if turned else lexicon(one, other)


@cache
def weights_table() -> dict[str, Any]:
    """The table `suspects` of data/weights.toml, as fitted by `python -m auditor.training weights`."""
    text = (files("auditor.word_alignment") / "data" / "weights.toml").read_text("utf-8")
    table: dict[str, Any] = tomllib.loads(text)["suspects"]
    return table


def suspect_weights() -> NDArray[np.float64]:
    return np.array([weights_table()["weights"][name] for name in FEATURES])


def reported_from() -> float:
    """The confidence from which on a suspect is worth reporting: about 1 % of sound pairs have one."""
    return float(weights_table()["reported"])
