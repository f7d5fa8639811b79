"""One error, one finding: what several checks say of one place, and the order of what is left."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from auditor.bitext import Bitext, Passage
from auditor.findings import Finding, Severity

# Of findings on one short passage the most specific is kept.
SPECIFIC = (
    "text-damaged", "number-changed", "date-changed", "unit-changed", "number-added", "acronym-changed", "name-changed",
    "untranslated", "code-switch", "repetition", "negation-changed", "meaning-changed", "term-mistranslated",
    "name-inconsistent", "term-inconsistent",
)  # fmt: skip
UNRELATED = "unrelated"  # where two texts are no translations of each other, nothing else is worth saying
WORDS = 6  # a longer passage is a clause
# What a finding on a clause explains: that is lost, or added, with it.
LOST = {"number-missing", "name-missing", "term-mistranslated", "negation-changed", "meaning-changed"}
ADDED = {"number-added", "repetition"}
RENDERED = {"name-changed", "term-mistranslated", "negation-changed", "meaning-changed"}
"""What says that a word of the clause renders one of the original: with an added clause it goes only if it is a guess."""
OTHER_LANGUAGE = {
    "code-switch",
    "untranslated",
}  # what is said in another language is neither added nor changed


def reconcile(bitext: Bitext, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Without what another finding says better, in text order of the translation.

    What is kept names the codes of what it replaces, and on one place takes a suggestion from it. A finding without target passage
    stands where the translation of its place in the original ends.
    """
    unrelated = [finding for finding in found if finding.code == UNRELATED]
    places = _by_place(unrelated or found)
    kept = _by_clause(places)
    return tuple(sorted(kept, key=lambda finding: _place(bitext, finding)))


def _by_place(found: Sequence[Finding]) -> list[Finding]:
    """Of the findings on one short passage the most specific."""
    kept: list[Finding] = []
    for finding in sorted(found, key=_specificity):
        same = next((place for place, other in enumerate(kept) if _same_place(finding, other)), None)
        if same is None:
            kept.append(finding)
        else:
            better = kept[same].suggestion or finding.suggestion
            kept[same] = replace(kept[same], suggestion=better, also=_codes(kept[same], [finding]))
    return kept


def _by_clause(found: Sequence[Finding]) -> list[Finding]:
    """Without what is said of a word inside of a clause that is lost, added or wrong as a whole."""
    kept = list(found)
    for clause in found:
        if clause not in kept:
            continue
        inside = [
            other
            for other in kept
            if other is not clause and other.severity <= clause.severity and _explains(clause, other)
        ]
        if inside:
            joined = replace(clause, also=_codes(clause, inside))
            kept = [joined if each is clause else each for each in kept if each not in inside]
    return kept


def _explains(clause: Finding, other: Finding) -> bool:
    if clause.code == "omission":
        return other.code in LOST and _within(other.source, clause.source) and not _is_short(other.target)
    if clause.code == "addition":
        guess = other.code in RENDERED and other.severity is Severity.MINOR
        return (other.code in ADDED or guess) and _within(other.target, clause.target)
    if clause.code in OTHER_LANGUAGE or clause.code == "repetition":
        covered = {"addition"} if clause.code == "repetition" else {"addition", "meaning-changed"}
        return other.code in covered and _mostly(other.target, clause.target)
    if clause.code == "meaning-changed" and clause.target is not None and not _is_short(clause.target):
        return other.code not in OTHER_LANGUAGE and _within(other.target, clause.target)
    return False


def _codes(kept: Finding, others: Sequence[Finding]) -> tuple[str, ...]:
    """The codes that `kept` stands for as well."""
    codes = {*kept.also, *(code for other in others for code in (other.code, *other.also))}
    return tuple(sorted(codes - {kept.code}))


def _specificity(finding: Finding) -> tuple[bool, int, float, int]:
    """A minor finding stands back behind any that is more, however specific it is."""
    rank = SPECIFIC.index(finding.code) if finding.code in SPECIFIC else len(SPECIFIC)
    start = finding.target.start if finding.target else -1
    return finding.severity is Severity.MINOR, rank, -finding.confidence, start


def _same_place(one: Finding, other: Finding) -> bool:
    if one.target is None or other.target is None or {one.code, other.code} - set(SPECIFIC):
        return False
    return _is_short(one.target) and _is_short(other.target) and one.target.overlaps(other.target)


def _is_short(passage: Passage | None) -> bool:
    return passage is not None and len(passage.text.split()) <= WORDS


def _within(inner: Passage | None, outer: Passage | None) -> bool:
    return inner is not None and outer is not None and outer.start <= inner.start and inner.end <= outer.end


def _mostly(inner: Passage | None, outer: Passage | None) -> bool:
    """Whether half of the one passage or more lies in the other."""
    if inner is None or outer is None:
        return False
    shared = min(inner.end, outer.end) - max(inner.start, outer.start)
    return 2 * shared >= inner.end - inner.start


def _place(bitext: Bitext, finding: Finding) -> tuple[int, int, str, int, str]:
    source = finding.source.start if finding.source else -1
    if finding.target is not None:
        return finding.target.start, finding.target.end, finding.code, source, finding.message
    pairs = [pair for pair in bitext.pairs if pair.source and pair.target and not pair.moved]
    index = bisect_right(pairs, source, key=lambda pair: pair.source.start if pair.source else 0)
    before = pairs[index - 1].target if index else None
    end = before.end if before else 0
    return end, end, finding.code, source, finding.message
