"""What the formats of other programs are made from: the findings of a run with the places where they stand in its files."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from auditor.audits import Audit
from auditor.bitext import Bitext, Passage
from auditor.decisions import Decisions
from auditor.findings import Finding, Severity
from auditor.fingerprints import fingerprints


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands in its file: lines and columns from 1, in code points; the end column is behind the last one."""

    path: str  # as in a repository: relative to the working folder where it is below it, with `/`
    line: int
    column: int
    end_line: int
    end_column: int
    is_exact: bool = True  # False where the columns are those of a segment, not of the line


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding of a run. `target` is where to look in the translation: for what is left out, where it would stand."""

    finding: Finding
    fingerprint: str
    target: Place
    source: Place | None
    fails: bool  # whether it makes the run fail
    unit: str = ""  # id of the segment, in files of pairs


@dataclass(frozen=True, slots=True)
class Audited:
    """One audit and the files that it read; findings of the penalty `fails_from` and above make the run fail."""

    audit: Audit
    source: str
    target: str
    fails_from: float = Severity.MAJOR
    units: tuple[
        tuple[int, str], ...
    ] = ()  # of a file of pairs: where each begins in the translations, and its id

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The findings in text order of the translation."""
        bitext, findings = self.audit.bitext, self.audit.findings
        marks = fingerprints(bitext, findings)
        places = [finding.target or standing(bitext, finding) for finding in findings]
        return tuple(
            Entry(
                finding,
                mark,
                self._place(place, self.target),
                self._place(finding.source, self.source) if finding.source else None,
                finding.severity >= self.fails_from,
                self._unit(place),
            )
            for finding, mark, place in zip(findings, marks, places, strict=True)
        )

    def _place(self, passage: Passage, path: str) -> Place:
        """In a file of pairs what is known is the line that the segment stands in."""
        end = passage.document.passage(passage.end, passage.end)
        return Place(path, passage.line, passage.column, end.line, end.column, is_exact=not self.units)

    def _unit(self, place: Passage) -> str:
        index = bisect_right(self.units, place.start, key=lambda unit: unit[0]) - 1
        return self.units[index][1] if self.units else ""


@dataclass(frozen=True, slots=True)
class Listing:
    """All audits of a run; `decisions`: what editors have decided so far."""

    audits: tuple[Audited, ...]
    decisions: Decisions = field(default_factory=dict)
    failures: tuple[str, ...] = ()  # what could not be audited, and why

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for audited in self.audits for entry in audited.entries)


def repository_path(path: str) -> str:
    """A path as other programs want it: relative to the working folder where it is below it, with `/`, without `./`.

    Bytes of a name that are no UTF-8 are `?`.
    """
    given = Path(os.path.normpath(path))
    here = Path.cwd()
    inside = given.relative_to(here) if given.is_absolute() and given.is_relative_to(here) else given
    return PurePath(inside).as_posix().encode(errors="replace").decode()


def standing(bitext: Bitext, finding: Finding) -> Passage:
    """Where in the translation a finding without a target passage would stand.

    The counterpart of the passage that its source stands in; else the empty place behind the passage before.
    """
    last = bitext.target.passage(0, 0)
    for pair in bitext.pairs:
        if pair.source and finding.source and pair.source.overlaps(finding.source):
            return pair.target or last
        if pair.target:
            last = bitext.target.passage(pair.target.end, pair.target.end)
    return last


def by_severity(entries: Sequence[Entry]) -> list[Entry]:
    """The gravest first, those of one severity in the order given."""
    return sorted(entries, key=lambda entry: -entry.finding.severity)
