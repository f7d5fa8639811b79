"""Differences that nothing but their kind and their pair makes more or less sure."""

from __future__ import annotations

from auditor.bitext import Passage
from auditor.findings import Severity
from auditor.quantities.confidence import confidence
from auditor.quantities.matching import Bead
from auditor.quantities.quantity import Difference
from auditor.quantities.trust import trust


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
