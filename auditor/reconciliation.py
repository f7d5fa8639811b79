"""One error, one finding: what several checks say of one place, and the order of what is left."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from auditor.bitext import Bitext, Passage
from auditor.findings import Finding

# Of findings on one short passage the most specific is kept. Findings on whole clauses stand beside those within.
SPECIFIC = (
    "number-changed", "date-changed", "number-added", "acronym-changed", "name-changed", "untranslated",
    "code-switch", "term-mistranslated", "repetition",
)  # fmt: skip
UNRELATED = "unrelated"  # where two texts are no translations of each other, nothing else is worth saying
WORDS = 6  # a longer passage is a clause


def reconcile(bitext: Bitext, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Without what a more specific finding says better, in text order of the translation.

    What is kept takes a suggestion from what it replaces. A finding without target passage stands where the translation of its place in the original ends.
    """
    kept: list[Finding] = []
    unrelated = [finding for finding in found if finding.code == UNRELATED]
    for finding in sorted(unrelated or found, key=_specificity):
        same = next((place for place, other in enumerate(kept) if _same_place(finding, other)), None)
        if same is None:
            kept.append(finding)
        elif kept[same].suggestion is None:
            kept[same] = replace(kept[same], suggestion=finding.suggestion)
    return tuple(sorted(kept, key=lambda finding: _place(bitext, finding)))


def _specificity(finding: Finding) -> tuple[int, float, int]:
    rank = SPECIFIC.index(finding.code) if finding.code in SPECIFIC else len(SPECIFIC)
    return rank, -finding.confidence, finding.target.start if finding.target else -1


def _same_place(one: Finding, other: Finding) -> bool:
    if one.target is None or other.target is None or {one.code, other.code} - set(SPECIFIC):
        return False
    return _is_short(one.target) and _is_short(other.target) and one.target.overlaps(other.target)


def _is_short(passage: Passage) -> bool:
    return len(passage.text.split()) <= WORDS


def _place(bitext: Bitext, finding: Finding) -> tuple[int, int, str, int, str]:
    source = finding.source.start if finding.source else -1
    if finding.target is not None:
        return finding.target.start, finding.target.end, finding.code, source, finding.message
    pairs = [pair for pair in bitext.pairs if pair.source and pair.target and not pair.moved]
    index = bisect_right(pairs, source, key=lambda pair: pair.source.start if pair.source else 0)
    before = pairs[index - 1].target if index else None
    end = before.end if before else 0
    return end, end, finding.code, source, finding.message
