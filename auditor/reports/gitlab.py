"""Findings as a Code Quality report of GitLab: one JSON array, an object for each finding."""

from __future__ import annotations

from typing import Any

from auditor.reports import View
from auditor.reports.json_lines import compact
from auditor.reports.listing import Entry, Listing
from auditor.reports.shown_text import shown


def write(listing: Listing, view: View) -> str:  # noqa: ARG001 - the same whatever it is looked at with
    """GitLab's severities are named like ours. A fingerprint that two findings share would hide one of them."""
    lines = [compact(_issue(entry, entry.target.path)) for entry in listing.entries]
    return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"


def _issue(entry: Entry, path: str) -> dict[str, Any]:
    finding = entry.finding
    text = shown(finding.message)
    return {
        "description": f"{text} → {shown(finding.suggestion)}" if finding.suggestion else text,
        "check_name": finding.code,
        "fingerprint": f"{entry.fingerprint}-{path}",
        "severity": finding.severity.label,
        "location": {"path": path, "lines": {"begin": entry.target.line, "end": entry.target.end_line}},
    }
