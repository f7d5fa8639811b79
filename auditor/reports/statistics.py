"""How many findings each check has, the most frequent first."""

from __future__ import annotations

from collections import Counter

from auditor.findings import Severity
from auditor.reports import View
from auditor.reports.listing import Listing


def write(listing: Listing, view: View) -> str:  # noqa: ARG001 - the same whatever it is looked at with
    """A line for each check that found something: how many, the check, how many of each severity; then the sum."""
    entries = listing.entries
    codes = Counter(entry.finding.code for entry in entries)
    levels = Counter((entry.finding.code, entry.finding.severity) for entry in entries)
    width = len(str(len(entries)))
    lines = [
        f"{count:{width}}  {code}: "
        + ", ".join(
            f"{levels[code, level]} {level.label}"
            for level in sorted(Severity, reverse=True)
            if levels[code, level]
        )
        for code, count in sorted(codes.items(), key=lambda item: (-item[1], item[0]))
    ]
    return "".join(f"{line}\n" for line in [*lines, f"{len(entries):{width}}  in all"])
