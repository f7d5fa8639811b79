"""The audit as one looks at it: each finding with both texts around it, then a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.text import Text

from auditor.audits import Audit
from auditor.bitext import Passage
from auditor.findings import Finding, Severity
from auditor.reports import View
from auditor.reports.drawing import counted, in_line, labelled, paragraph, rendered, severity
from auditor.reports.grouping import groups
from auditor.reports.listing import Listing
from auditor.reports.shown_text import shown

UNSURE = 0.75  # below it a finding shows its confidence
_LABELS = 9  # cells of the labels in the summary


def write(audit: Audit, view: View) -> str:
    return rendered(_lines(audit, view), view)


def write_listing(listing: Listing, view: View) -> str:
    """One audit after the other."""
    return "\n".join(write(each.audit, view) for each in listing.audits)


def _lines(audit: Audit, view: View) -> Iterator[Text]:
    source, target = audit.bitext.source, audit.bitext.target
    yield Text(
        f"{shown(source.name)} ({source.language}) → {shown(target.name)} ({target.language})", style="bold"
    )
    yield Text()
    for group in groups(audit.findings):
        yield from _finding(group, view)
        yield Text()
    if not audit.findings:
        yield Text("✓ Nothing found", style="bold green")
        yield Text()
    yield from _summary(audit, view)


def _finding(group: Sequence[Finding], view: View) -> Iterator[Text]:
    first, *others = group
    head = severity(first.severity).append("  ").append(first.code, style="bold")
    if first.confidence < UNSURE:
        head.append(f"  confidence {first.confidence:.2f}", style="dim")
    yield head
    yield from paragraph(first.message, view)
    places = [passage for passage in (first.source, first.target) if passage is not None]
    labels = [_place(passage) for passage in places]
    notes = {"suggest": first.suggestion or "", "also at": _other_places(others)}
    width = max(map(len, [*labels, *[name for name, value in notes.items() if value]]), default=0)
    for passage, label in zip(places, labels, strict=True):
        yield in_line(passage, first.severity, f"  {label:{width}}", view)
    for name, value in notes.items():
        if value:
            yield from labelled(f"  {name:{width}}", value, view, "green" if name == "suggest" else "")


def _place(passage: Passage) -> str:
    return f"{passage.language} {passage.line}:{passage.column}"


def _other_places(findings: Sequence[Finding]) -> str:
    passages = [finding.target or finding.source for finding in findings]
    return ", ".join(_place(passage) for passage in passages if passage is not None)


def _summary(audit: Audit, view: View) -> Iterator[Text]:
    rows = {"pairs": _pairs(audit)}
    if audit.findings:
        codes = Counter(finding.code for finding in audit.findings)
        rows["findings"] = _severities(audit)
        rows[""] = ", ".join(
            f"{code} {count}" for code, count in sorted(codes.items(), key=lambda item: (-item[1], item[0]))
        )
    rows["penalty"] = (
        f"{audit.score.penalty_per_100_words:g} per 100 words ({counted(audit.score.words, 'word')}; "
        "minor 1, major 5, critical 25)"
    )
    if audit.reference:
        metrics = ", ".join(f"{each.metric} {each.value:.2f}" for each in audit.reference.metrics)
        passages = counted(audit.reference.passages, "passage")
        rows["reference"] = f"{metrics} over {passages} of {audit.reference.name}"
    rows["signature"] = audit.signature
    for name, value in rows.items():
        yield from labelled(f"{name:{_LABELS}}", value, view)
    for each in audit.reference.metrics if audit.reference else ():
        yield from labelled(f"{'':{_LABELS}}", f"{each.metric} {each.signature}", view)


def _pairs(audit: Audit) -> str:
    pairs = audit.bitext.pairs
    both = sum(1 for pair in pairs if pair.source and pair.target)
    source = sum(1 for pair in pairs if pair.target is None)
    target = len(pairs) - both - source
    moved = sum(pair.moved for pair in pairs)
    elsewhere = f", {moved:,} of them moved" if moved else ""
    return (
        f"{both:,} aligned{elsewhere}; without counterpart: {counted(source, 'passage')} of the original, "
        f"{target:,} of the translation"
    )


def _severities(audit: Audit) -> str:
    counts = Counter(finding.severity for finding in audit.findings)
    return ", ".join(f"{counts[level]} {level.label}" for level in sorted(Severity, reverse=True))
