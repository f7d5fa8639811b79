"""A run over segment pairs: what is written as they come, and what once all are there."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from auditor.audits import CheckedPair
from auditor.cli.exit_status import NOT_AUDITED
from auditor.cli.known import Silence
from auditor.gathering import gathered
from auditor.pipeline import Auditor
from auditor.readers.pairs import read_pairs
from auditor.readers.records import BadLine
from auditor.reports import FORMATS, Writer, writer, writer_of
from auditor.reports.destination import destination, view_of, write_bytes
from auditor.reports.listing import Audited, Listing, repository_path
from auditor.reports.progress import progress

Reports = Sequence[tuple[str, Path | None]]


@dataclass
class CheckRun:
    """`status` becomes NOT_AUDITED where a line holds no pair; `failing` counts findings of the penalty `level` and above."""

    auditor: Auditor
    file: str
    level: float
    silence: Silence
    quiet: bool = False
    status: int = 0
    failing: int = 0
    _all: list[CheckedPair] = field(default_factory=list)

    def check(self, reports: Reports) -> None:
        """Checks the pairs and writes the reports: FORMATS["check"] line by line, all others at the end."""
        at_once = [each for each in reports if each[0] in FORMATS["check"]]
        at_the_end = [each for each in reports if each[0] not in FORMATS["check"]]
        path = repository_path(self.file)
        with ExitStack() as stack:
            streams = [
                (writer("check", name), stack.enter_context(destination(place)), place)
                for name, place in at_once
            ]
            for checked in self._checked(
                alone=bool(streams) and all(place is not None for *_, place in streams)
            ):
                each = self._without_known(path, checked) if isinstance(checked, CheckedPair) else checked
                self._write(each, streams)
                if isinstance(each, CheckedPair) and at_the_end:
                    self._all.append(each)
        if at_the_end:
            self._report(path, at_the_end)

    def _checked(self, *, alone: bool) -> Iterator[CheckedPair | BadLine]:
        bar = (
            nullcontext(None) if self.quiet else progress("Checking", alone=alone or not sys.stdout.isatty())
        )
        with bar as say:
            for number, checked in enumerate(self.auditor.check_all(read_pairs(self.file)), start=1):
                if say:
                    say(f"Checking: {number:,} pairs")
                yield checked

    def _without_known(self, path: str, checked: CheckedPair) -> CheckedPair:
        """The findings that are neither decided nor known; counts what fails."""
        kept = self.silence.kept(path, checked.bitext, checked.findings)
        self.failing += sum(finding.severity >= self.level for finding in kept)
        return CheckedPair(checked.record, checked.bitext, checked.quality, kept)

    def _write(
        self, checked: CheckedPair | BadLine, streams: Sequence[tuple[Writer, TextIO, Path | None]]
    ) -> None:
        if isinstance(checked, BadLine):
            self.status = NOT_AUDITED
            if not streams:
                print(f"auditor: {self.file}:{checked.line}: {checked.error}", file=sys.stderr)  # noqa: T201 - no report has it
        for write, stream, place in streams:
            stream.write(write(checked, view_of(place)))
            stream.flush()

    def _report(self, path: str, reports: Reports) -> None:
        audits = tuple(
            Audited(each.audit, path, path, self.level, each.units)
            for each in gathered(path, self._all, self.auditor.signature)
        )
        listing = Listing(audits, self.silence.decisions)
        for name, place in reports:
            written = writer_of(name)(listing, view_of(place))
            if isinstance(written, bytes):
                write_bytes(place, written)
                continue
            with destination(place) as stream:
                stream.write(written)
