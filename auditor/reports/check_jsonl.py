"""Checked pairs as JSON Lines: one object for each line of the input."""

from __future__ import annotations

from auditor.audits import CheckedPair
from auditor.readers.records import BadLine
from auditor.reports import View
from auditor.reports.finding_fields import finding_fields
from auditor.reports.json_lines import compact, rounded


def write(checked: CheckedPair | BadLine, view: View) -> str:  # noqa: ARG001 - the same whatever it is looked at with
    if isinstance(checked, BadLine):
        return compact({"id": None, "line": checked.line, "error": checked.error}) + "\n"
    fields = {
        "id": checked.record.id,
        "quality": rounded(checked.quality),
        "findings": finding_fields(checked.bitext, checked.findings),
    }
    return compact(fields) + "\n"
