"""The alignment text by text: a header, then one pair a line; line breaks and tabs inside become spaces."""

from __future__ import annotations

from auditor.bitext import Bitext, Passage
from auditor.reports import View
from auditor.reports.json_lines import rounded


def write(bitext: Bitext, view: View) -> str:  # noqa: ARG001 - the same whatever it is looked at with
    rows = [("source", "target", "similarity", "confidence")]
    for pair in bitext.pairs:
        similarity = "" if pair.similarity is None else str(rounded(pair.similarity))
        rows.append(
            (on_one_line(pair.source), on_one_line(pair.target), similarity, str(rounded(pair.confidence)))
        )
    return "".join("\t".join(row) + "\n" for row in rows)


def on_one_line(passage: Passage | None) -> str:
    return "" if passage is None else " ".join(passage.text.split())
