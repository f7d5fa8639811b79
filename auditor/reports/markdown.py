"""Findings as Markdown, for comments and job summaries: counts, then each finding with what both texts have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from auditor.findings import Severity
from auditor.reports import View
from auditor.reports.listing import Audited, Entry, Listing, by_severity
from auditor.reports.shown_text import isolated, shown

_SIGNS = {Severity.CRITICAL: "🟥", Severity.MAJOR: "🟧", Severity.MINOR: "🟨"}


def write(listing: Listing, view: View) -> str:  # noqa: ARG001 - the same whatever it is looked at with
    """Text of the articles stands between backticks, where nothing is markup, a link or somebody's name."""
    return "\n".join(line for audited in listing.audits for line in _audit(audited))


def _audit(audited: Audited) -> Iterator[str]:
    audit = audited.audit
    counts = Counter(finding.severity for finding in audit.findings)
    found = ", ".join(
        f"{counts[level]} {level.label}" for level in sorted(Severity, reverse=True) if counts[level]
    )
    yield f"## {_code(audited.target)}"
    yield ""
    yield f"Translation of {_code(audited.source)}: {found or 'nothing found'}; penalty {audit.score.penalty_per_100_words:g} per 100 words."
    yield ""
    for entry in by_severity(audited.entries):
        yield from _entry(entry)
    yield f"<sub>{_code(audit.signature)}</sub>"
    yield ""


def _entry(entry: Entry) -> Iterator[str]:
    finding, place = entry.finding, entry.target
    unit = f", segment {_code(entry.unit)}" if entry.unit else ""
    column = f", column {place.column}" if place.is_exact else ""
    where = f"line {place.line}{column}{unit}"
    yield f"- {_SIGNS[finding.severity]} **{finding.severity.label}** `{finding.code}`, {where}: {_code(finding.message)}"
    rows = {
        "original": finding.source and finding.source.text,
        "translation": finding.target and finding.target.text,
        "suggestion": finding.suggestion,
    }
    for name, text in rows.items():
        if text:
            yield f"  - {name}: {_code(text)}"
    yield ""


def _code(text: str) -> str:
    """A code span (CommonMark 6.1): fenced by more backticks than the text has in a row."""
    text = isolated(shown(text)) or " "
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    pad = " " if text[0] in "` " or text[-1] in "` " else ""
    return f"{fence}{pad}{text}{pad}{fence}"
