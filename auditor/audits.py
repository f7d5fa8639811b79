"""The results of a run, as the reports take them."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.bitext import Bitext
from auditor.findings import Finding
from auditor.readers.records import PairRecord
from auditor.score import Score


@dataclass(frozen=True, slots=True)
class MetricScore:
    """One metric of the translation against the reference; the signature is the metric library's own."""

    metric: str  # chrF2++, BLEU, TER
    value: float  # 0 to 100; better when higher, but TER (errors per 100 words, no upper bound) when lower
    signature: str


@dataclass(frozen=True, slots=True)
class ReferenceScores:
    """The translation against a reference translation, over `passages` aligned passages."""

    name: str
    passages: int
    metrics: tuple[MetricScore, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """Everything found in one translation; the findings in text order of the translation."""

    bitext: Bitext
    findings: tuple[Finding, ...]
    score: Score
    signature: str
    reference: ReferenceScores | None = None


@dataclass(frozen=True, slots=True)
class CheckedPair:
    """One segment pair; `quality` in [0, 1] is the probability that it has no major or critical error."""

    record: PairRecord
    bitext: Bitext
    quality: float
    findings: tuple[Finding, ...]
