"""The alignment as JSON, schema auditor.align/1: beads of sentence numbers from 0."""

from __future__ import annotations

from auditor.bitext import Bitext
from auditor.reports import View
from auditor.reports.json_lines import document, rounded


def write(bitext: Bitext, view: View) -> str:  # noqa: ARG001 - the same whatever it is looked at with
    beads = [
        {
            "source": list(pair.source_sentences),
            "target": list(pair.target_sentences),
            "similarity": rounded(pair.similarity),
            "confidence": rounded(pair.confidence),
        }
        for pair in bitext.pairs
    ]
    return document({"schema": "auditor.align/1", "beads": beads})
