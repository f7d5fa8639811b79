"""Findings as marks in the texts of the review page: findings may lie inside one another or overlap."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from auditor.bitext import Bitext, Passage
from auditor.findings import Finding, Severity
from auditor.reports.shown_text import shown
from auditor.reports.touched import in_order
from auditor.reports.touched import touched as touched_by


@dataclass(frozen=True, slots=True)
class Mark:
    """The finding `number` of the page at [start, end) of a document; an empty one says that something is missing here."""

    start: int
    end: int
    number: int
    severity: Severity


def marks_of(bitext: Bitext, findings: Sequence[Finding], first: int) -> dict[int, list[Mark]]:
    """The marks of each passage of the pairs, and the empty ones of each pair, by its `id`; numbers count from `first`."""
    sides = {
        id(bitext.source): in_order(pair.source for pair in bitext.pairs),
        id(bitext.target): in_order(pair.target for pair in bitext.pairs),
    }
    homes = {id(pair.source): pair for pair in bitext.pairs if pair.source}
    found: dict[int, list[Mark]] = {}
    for number, finding in enumerate(findings, start=first):
        touched: list[Passage] = []
        for passage in (finding.target, finding.source):
            if passage is not None:
                mark = Mark(passage.start, passage.end, number, finding.severity)
                touched = list(touched_by(sides[id(passage.document)], passage))
                for home in touched:
                    found.setdefault(id(home), []).append(mark)
        if finding.target is None and touched:
            nothing = Mark(0, 0, number, finding.severity)
            found.setdefault(id(homes[id(touched[0])]), []).append(nothing)
    return found


def marked(passage: Passage, marks: Sequence[Mark]) -> str:
    """The passage as HTML: cut wherever a finding begins or ends, each piece marked with all that cover it."""
    cuts = {passage.start, passage.end}
    for mark in marks:
        cuts |= {max(mark.start, passage.start), min(mark.end, passage.end)}
    places = sorted(cuts)
    pieces = [
        _piece(passage.document.passage(start, end), [m for m in marks if m.start < end and start < m.end])
        for start, end in itertools.pairwise(places)
    ]
    return "".join(pieces)


def missing_mark(marks: Sequence[Mark]) -> str:
    """The sign that something is missing here; nothing where nothing is."""
    return f"{_open(marks, 'missing ')}‸…</mark>" if marks else ""


def _piece(passage: Passage, marks: Sequence[Mark]) -> str:
    text = escape(shown(passage.text))
    return f"{_open(marks)}{text}</mark>" if marks else text


def _open(marks: Sequence[Mark], more: str = "") -> str:
    gravest = max(mark.severity for mark in marks)
    numbers = " ".join(str(mark.number) for mark in marks)
    return f'<mark class="{more}{gravest.label}" data-f="{numbers}">'
