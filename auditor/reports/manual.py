"""The manual pages of the checks, and the list of them all."""

from __future__ import annotations

import inspect
from collections.abc import Sequence

from auditor.checks import Check
from auditor.reports.shown_text import isolated


def page(check: Check) -> str:
    """The manual page of one check: its docstring under its code, severity, and names in the standards."""
    head = f"{check.code}: {check.severity.label} as a rule; MQM {check.mqm}; ITS 2.0 {check.its}"
    return f"{head}\n\n{isolated(inspect.getdoc(type(check)) or '')}\n"


def contents(checks: Sequence[Check]) -> str:
    """One line for each check: code, usual severity, what it reports."""
    width = max(len(check.code) for check in checks)
    return "".join(
        f"{check.code:{width}}  {check.severity.label:8}  {_first_line(check)}\n" for check in checks
    )


def _first_line(check: Check) -> str:
    summary = (inspect.getdoc(type(check)) or "").partition("\n\n")[0]
    return isolated(" ".join(summary.split()))
