"""Differences that nothing but their kind and their pair makes more or less sure."""

from __future__ import annotations

from auditor.bitext import Passage
from auditor.findings import Severity
from auditor.quantities.differ.confidence import confidence
from auditor.quantities.differ.trust import trust
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference


def plain_difference(
    bead: Bead,
    code: str,
    how: str,
    sides: tuple[Passage, Passage],
    message: str,
    *,
    severity: Severity = Severity.MAJOR,
    suggestion: str | None = None,
) -> Difference:
    """A difference between a passage of the source and one of the target."""
    return Difference(
        code=code,
        how=how,
        severity=severity,
        confidence=round(confidence(how) * trust(bead), 2),
        message=message,
        source=sides[0],
        target=sides[1],
        suggestion=suggestion,
    )
