"""What a command ends with: 0 nothing at or above the fail level, 1 findings, 2 not audited."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.findings import Finding

NOT_AUDITED = 2


def fails(findings: Iterable[Finding], level: float) -> bool:
    """Whether there is a finding of the penalty `level` or above."""
    return any(finding.severity >= level for finding in findings)
