"""Findings as CSV (RFC 4180) with a header, a row for each."""

from __future__ import annotations

import csv
import io

from auditor.reports import View
from auditor.reports.listing import Entry, Listing
from auditor.reports.shown_text import shown

_COLUMNS = (
    "path", "line", "column", "severity", "code", "confidence",
    "message", "source", "target", "suggestion", "source_path", "source_line", "unit", "fingerprint",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(listing: Listing, view: View) -> str:  # noqa: ARG001 - the same whatever it is looked at with
    """Cells that a spreadsheet would run as a formula begin with an apostrophe (OWASP, CSV injection)."""
    stream = io.StringIO()
    rows = csv.writer(stream, lineterminator="\r\n")
    rows.writerow(_COLUMNS)
    for entry in listing.entries:
        rows.writerow([_inert(cell) for cell in _cells(entry)])
    return stream.getvalue()


def _cells(entry: Entry) -> tuple[str, ...]:
    finding, place, source = entry.finding, entry.target, entry.source
    return (
        place.path,
        str(place.line),
        str(place.column) if place.is_exact else "",
        finding.severity.label,
        finding.code,
        f"{finding.confidence:.4f}",
        shown(finding.message),
        shown(finding.source.text) if finding.source else "",
        shown(finding.target.text) if finding.target else "",
        shown(finding.suggestion or ""),
        source.path if source else "",
        str(source.line) if source else "",
        shown(entry.unit),
        entry.fingerprint,
    )


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
