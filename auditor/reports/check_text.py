"""Checked pairs as one looks at them: the pairs with findings, and the lines that could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from auditor.audits import CheckedPair
from auditor.readers.records import BadLine
from auditor.reports import View
from auditor.reports.drawing import in_line, labelled, paragraph, rendered, severity
from auditor.reports.shown_text import shown


def write(checked: CheckedPair | BadLine, view: View) -> str:
    """Nothing for a pair without findings."""
    return rendered(_lines(checked, view), view)


def _lines(checked: CheckedPair | BadLine, view: View) -> Iterator[Text]:
    if isinstance(checked, BadLine):
        yield Text(f"line {checked.line} cannot be read: {shown(checked.error)}", style="bold red")
        yield Text()
        return
    for finding in checked.findings:
        yield (
            Text()
            .append(f"{shown(str(checked.record.id))} ", style="bold")
            .append_text(severity(finding.severity))
            .append(f"  {finding.code}  quality {checked.quality:.2f}")
        )
        yield from paragraph(finding.message, view)
        for passage in (finding.source, finding.target):
            if passage is not None:
                yield in_line(passage, finding.severity, f"  {passage.language:7}", view)
        if finding.suggestion:
            yield from labelled("  suggest", finding.suggestion, view, "green")
        yield Text()
