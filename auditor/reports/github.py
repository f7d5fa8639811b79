"""Findings as annotations of GitHub Actions: workflow commands on standard output, the gravest first."""

from __future__ import annotations

from auditor.findings import Severity
from auditor.reports import View
from auditor.reports.listing import Entry, Listing, by_severity
from auditor.reports.markdown import write as write_markdown
from auditor.reports.shown_text import shown

SHOWN = 10
"""GitHub shows ten errors and ten warnings of a step (github.com/orgs/community/discussions/26680) and drops the rest."""
SUMMARY = 2**20 - 2**10
"""Bytes that a step may write to its summary, less room for a last line: beyond 1 MiB GitHub drops all of it."""
_COMMANDS = {Severity.MINOR: "warning", Severity.MAJOR: "error", Severity.CRITICAL: "error"}


def write(listing: Listing, view: View) -> str:  # noqa: ARG001 - the same whatever it is looked at with
    """At most SHOWN errors and SHOWN warnings, then how many there are more of, as a notice."""
    left = dict.fromkeys(("error", "warning"), SHOWN)
    lines = []
    for entry in by_severity(listing.entries):
        command = _COMMANDS[entry.finding.severity]
        if left[command]:
            left[command] -= 1
            lines.append(_annotation(command, entry))
    dropped = len(listing.entries) - len(lines)
    if dropped:
        lines.append(f"::notice::{dropped} more findings are not shown here; the report has them all")
    return "".join(f"{line}\n" for line in lines)


def summary(listing: Listing) -> str:
    """The Markdown report, cut after a whole line where it is longer than GitHub takes."""
    text = write_markdown(listing, View())
    data = text.encode()
    if len(data) <= SUMMARY:
        return text
    kept = data[:SUMMARY].rpartition(b"\n")[0].decode()
    return f"{kept}\n\nThe rest is too long for this page.\n"


def _annotation(command: str, entry: Entry) -> str:
    """Columns are only meant where the passage ends in the line that it begins in."""
    place, finding = entry.target, entry.finding
    fields = {"file": place.path, "line": place.line, "endLine": place.end_line}
    if place.is_exact and place.line == place.end_line:
        fields |= {"col": place.column, "endColumn": max(place.end_column - 1, place.column)}
    fields["title"] = f"{finding.severity.label} {finding.code}"
    message = shown(finding.message)
    if finding.suggestion:
        message += f" → {shown(finding.suggestion)}"
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    return f"::{command} {properties}::{_data(message)}"


def _data(text: str) -> str:
    """As the toolkit of GitHub Actions escapes a message: without a line end nothing can forge a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
