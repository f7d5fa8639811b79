"""Joins runs that go on from one sentence to the next, and says which source passage they stand against."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from auditor.bitext import Pair, Passage, span
from auditor.language_runs.reading import Run

_APART = re.compile(r"\w|\n")


def join_runs(pairs: Sequence[Pair], runs: Sequence[Sequence[Run]]) -> list[tuple[Run, Passage | None]]:
    """The runs of all pairs in text order, each with the source of its pairs.

    `runs`: of each pair. Runs of one language with only spaces and punctuation between are one, unless a line ends.
    """
    joined: list[tuple[Run, Passage | None]] = []
    found = [(run, pair) for pair, each in zip(pairs, runs, strict=True) for run in each]
    for run, pair in sorted(found, key=lambda each: each[0].passage.start):
        if joined and _goes_on(joined[-1][0], run):
            before, source = joined.pop()
            joined.append((_both(before, run), _sources(source, pair.source)))
        else:
            joined.append((run, pair.source))
    return joined


def _goes_on(before: Run, run: Run) -> bool:
    if before.language != run.language or before.passage.end > run.passage.start:
        return False
    between = run.passage.document.text[before.passage.end : run.passage.start]
    return _APART.search(between) is None


def _both(before: Run, run: Run) -> Run:
    passage = span([before.passage, run.passage])
    return replace(
        run, passage=passage, words=before.words + run.words, log_odds=before.log_odds + run.log_odds
    )


def _sources(before: Passage | None, source: Passage | None) -> Passage | None:
    """Both passages and what is between; the first alone where they are not in order."""
    if before is None or source is None:
        return before or source
    return span([before, source]) if before.start <= source.start else before


def by_language(target: Passage, runs: tuple[Run, ...]) -> list[tuple[Passage, str]]:
    """A target passage cut into stretches of one language, in text order, together all of it."""
    parts = []
    place = target.start
    for run in runs:
        if run.language not in {"fr", "en"}:
            continue
        parts.append((Passage(target.document, place, run.passage.start), target.language))
        parts.append((run.passage, run.language))
        place = run.passage.end
    parts.append((Passage(target.document, place, target.end), target.language))
    return [(part, language) for part, language in parts if part.start < part.end]
