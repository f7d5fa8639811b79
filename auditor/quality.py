"""How likely it is that a pair has no major or critical error: what the checks say, and what is too faint for them to say.

Most errors leave a trace that is not enough for a flag: a word more without counterpart, a cosine a little lower. Three
sums of such traces, for what may be lost, added or exchanged, make a rank by which a translation with an error stands
below the same one without; that rank and what the checks found make the probability.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from math import log, log1p
from pathlib import Path

import numpy as np
import numpy.typing as npt

from auditor.alignment.lengths import FLOOR as MARGIN
from auditor.alignment.lengths import WORST, usual_ratio
from auditor.bitext import Pair
from auditor.evidence import Evidence
from auditor.findings import Finding, Severity
from auditor.odds import probability
from auditor.word_alignment.reliability import form_surprises
from auditor.word_alignment.words import Word

SIDE = ("lost", "share", "worst", "known", "known_mean", "possible")
"""Of the content words of a side: the surprise, in nats / 10, that they have no counterpart, each by how likely it has none;
its part of all the surprise there could be; that of the worst word; the log probabilities that each has one / 10, and
their mean; all the surprise there could be / 10."""
DOUBTS = ("critical", "major", "minor")
"""Nats of the doubt that findings of each severity cast: the sum of -log(1 - confidence)."""
FEATURES = (
    "constant",
    "cosine",
    "length",  # squared log of the ratio of lengths to the usual one
    "words",  # log of the ratio of content words, target to source
    *(f"source_{name}" for name in SIDE),
    *(f"target_{name}" for name in SIDE),
    "omitted",  # log odds that a stretch of the original is missing, within [-ODDS, ODDS]
    "inserted",  # likewise that the translation has one too many
    *DOUBTS,
)
TRACES = ("lost", "added", "exchanged")
WEIGHTS = Path(__file__).parent / "quality.json"
FLOOR = 0.02
"""Probability below which a word pair is as good as none."""
MOST = 3.0
"""Nats of surprise of a single word: more than that the training text promises and other text does not keep."""
SURE = 0.98
"""Confidence of a finding beyond which doubt does not grow."""
ODDS = 8.0
"""Log odds that two passages belong together beyond which they do not count."""
EVEN = 3.0
"""Nats added to the surprise that a passage could give, so that a few words do not make a share."""

_SEVERITIES = sorted(Severity, reverse=True)

Array = npt.NDArray[np.float64]


def quality(evidence: Evidence, findings: Sequence[Finding]) -> float:
    """In [0, 1], that of the worst pair; what one side has alone counts by the findings there. `findings`: all of the bitext."""
    return qualities([(evidence, findings)])[0]


def qualities(checked: Sequence[tuple[Evidence, Sequence[Finding]]]) -> list[float]:
    """The `quality` of many bitexts at once."""
    rows: list[list[float]] = []
    together: list[float] = []
    owners: list[int] = []
    found = [_of_one_sided(evidence, findings) for evidence, findings in checked]
    for place, (evidence, findings) in enumerate(checked):
        for number in range(len(evidence.bitext.pairs)):
            row = features(evidence, number, findings)
            if row is not None:
                rows.append(row)
                together.append(belongs(evidence, number))
                owners.append(place)
    if rows:
        weights, last = fitted_weights()
        odds = signals(np.array(rows), weights, np.array(together)) @ last
        for place, each in zip(owners, odds.tolist(), strict=True):
            found[place] = min(found[place], probability(each))
    return found


def _of_one_sided(evidence: Evidence, findings: Sequence[Finding]) -> float:
    """1 less the confidence of the surest serious finding on what one side has alone; 0 where no pair has both sides."""
    pairs = evidence.bitext.pairs
    lone = [pair for pair in pairs if pair.source is None or pair.target is None]
    if len(lone) == len(pairs):
        return 0.0
    doubts = [
        finding.confidence
        for finding in findings
        if finding.severity is not Severity.MINOR and any(_is_of(finding, pair) for pair in lone)
    ]
    return 1 - max(doubts, default=0.0)


def signals(found: Array, weights: Array, belonging: Array) -> Array:
    """What the probability is made of, shape (pairs, 3 + DOUBTS): the constant, the rank, the log odds that the two belong
    together, the doubts. `found` (pairs, FEATURES), `weights` (TRACES, FEATURES), `belonging` (pairs,).
    """
    constant = np.ones(len(found))
    return np.column_stack([constant, rank(found, weights), belonging, found[:, -len(DOUBTS) :]])


def rank(found: Array, weights: Array) -> Array:
    """The log of the probability that nothing was lost, nor added, nor exchanged, were the three independent; shape (pairs,)."""
    traces: Array = -np.logaddexp(0, found @ weights.T).sum(axis=1)
    return traces


def belongs(evidence: Evidence, number: int) -> float:
    """Log odds that the sides of the pair belong together, within [-ODDS, ODDS]."""
    likely = min(max(evidence.bitext.pairs[number].confidence, 1e-6), 1 - 1e-6)
    return max(-ODDS, min(ODDS, log(likely / (1 - likely))))


def features(evidence: Evidence, number: int, findings: Sequence[Finding]) -> list[float] | None:
    """Of the pair of that number, in the order of FEATURES; None where one of its sides is missing."""
    pair = evidence.bitext.pairs[number]
    if pair.source is None or pair.target is None:
        return None
    alignment = evidence.word_alignments[number]
    languages = pair.source.language, pair.target.language
    sides = [
        _side(words, best.tolist(), form_surprises(*pair_of))
        for words, best, pair_of in zip(
            (alignment.source_words, alignment.target_words),
            alignment.covered,
            (languages, languages[::-1]),
            strict=True,
        )
    ]
    wanted = (pair.source.end - pair.source.start) * usual_ratio(*languages)
    return [
        1.0,
        pair.similarity or 0.0,
        min((log(pair.target.end - pair.target.start + MARGIN) - log(wanted + MARGIN)) ** 2, WORST),
        log1p(sides[1][1]) - log1p(sides[0][1]),
        *sides[0][0],
        *sides[1][0],
        *(
            max(-ODDS, min(ODDS, odds))
            for odds in evidence.together.coverage[id(evidence.bitext)][number].odds
        ),
        *_doubts(pair, findings),
    ]


def _side(
    words: Sequence[Word], best: Sequence[float], surprises: Mapping[str, float]
) -> tuple[tuple[float, ...], int]:
    """In the order of SIDE, and the number of content words."""
    content = [
        (surprises[reading.form], near)
        for (_, _, _, reading), near in zip(words, best, strict=True)
        if reading.is_content
    ]
    if not content:
        return (0.0,) * len(SIDE), 0
    possible = [min(surprise, MOST) for surprise, _ in content]
    lost = [each * (1 - near) for each, (_, near) in zip(possible, content, strict=True)]
    known = sum([log(near + FLOOR) for _, near in content])
    total, whole = sum(lost), sum(possible)
    count = len(content)
    return (total / 10, total / (whole + EVEN), max(lost), known / 10, known / count, whole / 10), count


def _doubts(pair: Pair, findings: Sequence[Finding]) -> list[float]:
    doubts = dict.fromkeys(_SEVERITIES, 0.0)
    for finding in findings:
        if _is_of(finding, pair):
            doubts[finding.severity] -= log(1 - min(finding.confidence, SURE))
    return list(doubts.values())


def _is_of(finding: Finding, pair: Pair) -> bool:
    """Whether a finding lies in the pair, on the side that it has."""
    if finding.target is not None:
        return pair.target is not None and finding.target.overlaps(pair.target)
    return finding.source is not None and pair.source is not None and finding.source.overlaps(pair.source)


@cache
def fitted_weights() -> tuple[Array, Array]:
    """Weights of the traces, shape (TRACES, FEATURES), and of the signals; `python -m auditor.training quality`."""
    table = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    traces = np.array([[table[trace][name] for name in FEATURES] for trace in TRACES])
    return traces, np.array([table["probability"][name] for name in ("constant", "rank", "belongs", *DOUBTS)])
