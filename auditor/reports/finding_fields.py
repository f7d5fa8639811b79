"""Findings as the machine-readable formats write them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from auditor.bitext import Bitext, Passage
from auditor.checks import CHECKS
from auditor.findings import Finding
from auditor.fingerprints import fingerprints

_CHECK = {check.code: check for check in CHECKS}


def finding_fields(bitext: Bitext, findings: Sequence[Finding]) -> list[dict[str, Any]]:
    marks = fingerprints(bitext, findings)
    return [_fields(finding, mark) for finding, mark in zip(findings, marks, strict=True)]


def _fields(finding: Finding, mark: str) -> dict[str, Any]:
    check = _CHECK[finding.code]
    return {
        "code": finding.code,
        "severity": finding.severity.label,
        "mqm": check.mqm,
        "its": check.its,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "also": list(finding.also),
        "confidence": round(finding.confidence, 4),
        "source": _place(finding.source),
        "target": _place(finding.target),
        "fingerprint": mark,
    }


def _place(passage: Passage | None) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {
        "start": passage.start,
        "end": passage.end,
        "line": passage.line,
        "column": passage.column,
        "text": passage.text,
    }
