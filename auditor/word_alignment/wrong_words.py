"""Words of the translation that stand where another should: they fit no source word, and one source word has no rendering.

A candidate is an uncovered target word together with the uncovered source word whose neighbours are linked to its
neighbours. What speaks for and against it is weighed by a logistic regression; neighbours found wrong are one suspect.
Candidates that come back in the pairs of a document are weighed once more, together (`recurring`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from auditor.bitext import Passage, span
from auditor.word_alignment.candidates import Candidate
from auditor.word_alignment.judge import FEATURES, Judge, weights_table
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.recurring import Place, recurring
from auditor.word_alignment.vectors import WordEncoder

JOINED = 0.5
"""Share of the confidence of a suspect that the next target word needs to be one with it."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """Target words that seem to render the source words wrongly; confidence in [0, 1] is the probability of that.

    `suggestion` is the usual rendering of the source word. Where a wrong rendering came back in a pair without the
    source word, `source` stands in the nearest pair that has it.
    """

    source: Passage
    target: Passage
    suggestion: str
    confidence: float


def suspects(
    alignments: Sequence[WordAlignment], encoder: WordEncoder | None, *, connected: bool = True
) -> tuple[Suspect, ...]:
    """The wrong words of the pairs that are worth reporting, in the order of the alignments, then of the target text.

    `connected`: the pairs are those of one document, in order, so that words may have moved to the pair before or after
    and a wrong rendering may come back.
    """
    judge = Judge(alignments, encoder, connected=connected)
    if not judge.found:
        return ()
    again = [_of_place(place) for place in recurring(judge)] if connected else []
    single = [each for each in single_suspects(judge) if each.confidence >= reported_from()]
    kept = [each for each in single if not any(_overlap(each, other) for other in again)]
    order = {id(each.target.document): number for number, each in reversed(list(enumerate(alignments)))}
    return tuple(
        sorted([*kept, *again], key=lambda each: (order[id(each.target.document)], each.target.start))
    )


def single_suspects(judge: Judge) -> list[Suspect]:
    """All suspects, however unlikely, each judged by its own pair and those beside it."""
    confidences = (1 / (1 + np.exp(-(judge.evidence(judge.found) @ suspect_weights())))).tolist()
    judged = [pair for pair in zip(judge.found, confidences, strict=True) if not judge.has_moved(pair[0])]
    return [_suspect(group) for group in _joined(judged)]


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


def _of_place(place: Place) -> Suspect:
    return Suspect(place.source.passage, place.target.passage, place.suggestion, place.confidence)


def _overlap(one: Suspect, other: Suspect) -> bool:
    return one.target.document is other.target.document and one.target.overlaps(other.target)


def suspect_weights() -> NDArray[np.float64]:
    return np.array([weights_table("suspects")["weights"][name] for name in FEATURES])


def reported_from() -> float:
    """The confidence from which on a single suspect is worth reporting: at most 1 % of sound pairs have one."""
    return float(weights_table("suspects")["reported"])
