"""Runs of passages without counterpart: the evidence of omissions and additions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from auditor.bitext import Bitext, Pair, Passage, span
from auditor.findings import Severity
from auditor.folding import word_forms

CLAUSE = 8  # words; fewer are a byline, a credit, a heading: minor
SURE = 0.6  # posterior below which nothing is said
CERTAIN = 0.75  # below it a clause may only have moved to the sentence before or after: minor


@dataclass(frozen=True, slots=True)
class OneSidedRun:
    """Neighbouring passages of one side that nothing on the other stands for.

    `confidence` in [0, 1]: the mean, by words, of the posteriors that each stands alone. `is_all`: the other side is empty.
    """

    passage: Passage
    words: int
    confidence: float
    is_all: bool = False

    @property
    def severity(self) -> Severity | None:
        """How much the gap harms: None where nothing should be said of it."""
        if self.words == 0 or self.confidence < SURE:
            return None
        if self.is_all:
            return Severity.CRITICAL
        certain = self.words >= CLAUSE and self.confidence >= CERTAIN
        return Severity.MAJOR if certain else Severity.MINOR


def one_sided_runs(bitext: Bitext) -> tuple[tuple[OneSidedRun, ...], tuple[OneSidedRun, ...]]:
    """The runs of the source and those of the target, each in text order."""
    return tuple(_runs(bitext, "source")), tuple(_runs(bitext, "target"))


def _runs(bitext: Bitext, side: str) -> Iterator[OneSidedRun]:
    """One-sided beads of the other side may stand between those of a run: both sides then lack something here."""
    other = "target" if side == "source" else "source"
    own = [pair for pair in bitext.pairs if getattr(pair, side) is not None]
    is_all = all(getattr(pair, other) is None for pair in bitext.pairs)
    own.sort(key=lambda pair: getattr(pair, side).start)  # what moved keeps the order of the other side only
    for alone, group in groupby(own, key=lambda pair: pair.source is None or pair.target is None):
        if alone:
            yield _run(list(group), side, is_all=is_all)


def _run(pairs: list[Pair], side: str, *, is_all: bool) -> OneSidedRun:
    passages: list[Passage] = [getattr(pair, side) for pair in pairs]
    counts = [len(word_forms(passage.text)) for passage in passages]
    total = sum(counts)
    weighed = sum(pair.confidence * count for pair, count in zip(pairs, counts, strict=True))
    return OneSidedRun(span(passages), total, round(weighed / total, 4) if total else 0.0, is_all)
