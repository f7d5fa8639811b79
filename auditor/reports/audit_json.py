"""The audit as JSON, schema auditor.audit/1; several as a list of such, schema auditor.audits/1."""

from __future__ import annotations

from typing import Any

from auditor.audits import Audit, ReferenceScores
from auditor.bitext import Document, Passage
from auditor.reports import View
from auditor.reports.finding_fields import finding_fields
from auditor.reports.json_lines import document, rounded
from auditor.reports.listing import Listing


def write(audit: Audit, view: View) -> str:  # noqa: ARG001 - the same whatever it is looked at with
    return document(_fields(audit))


def write_listing(listing: Listing, view: View) -> str:
    """The audit, where there is but one."""
    if len(listing.audits) == 1:
        return write(listing.audits[0].audit, view)
    audits = [{"path": each.target, **_fields(each.audit)} for each in listing.audits]
    return document({"schema": "auditor.audits/1", "audits": audits})


def _fields(audit: Audit) -> dict[str, Any]:
    score = audit.score
    return {
        "schema": "auditor.audit/1",
        "signature": audit.signature,
        "source": _document(audit.bitext.source),
        "target": _document(audit.bitext.target),
        "pairs": [
            {
                "source": _span(pair.source),
                "target": _span(pair.target),
                "similarity": rounded(pair.similarity),
                "confidence": rounded(pair.confidence),
            }
            for pair in audit.bitext.pairs
        ],
        "findings": finding_fields(audit.bitext, audit.findings),
        "score": {
            "findings": {"critical": score.critical, "major": score.major, "minor": score.minor},
            "penalty_per_100_words": score.penalty_per_100_words,
        },
        "reference": _reference(audit.reference),
    }


def _document(side: Document) -> dict[str, Any]:
    return {"name": side.name, "language": side.language, "characters": len(side.text)}


def _span(passage: Passage | None) -> list[int] | None:
    return None if passage is None else [passage.start, passage.end]


def _reference(scores: ReferenceScores | None) -> dict[str, Any] | None:
    if scores is None:
        return None
    metrics = {each.metric: {"score": each.value, "signature": each.signature} for each in scores.metrics}
    return {"name": scores.name, "passages": scores.passages, "metrics": metrics}
