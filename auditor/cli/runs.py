"""A run over one translation or many: which options hold for which, what fails, where the reports go."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from auditor.cli.exit_status import NOT_AUDITED
from auditor.cli.inputs import read
from auditor.cli.known import Silence
from auditor.cli.messages import tell
from auditor.cli.options import codes, fail_level
from auditor.config import Options, selected_checks
from auditor.documents import document
from auditor.errors import AuditorError, ConfigError
from auditor.pipeline import Auditor
from auditor.readers import FileText
from auditor.readers.pairing import file_pairs
from auditor.reports import writer_of
from auditor.reports.destination import append, destination, view_of, write_bytes
from auditor.reports.listing import Audited, Listing, repository_path
from auditor.reports.progress import progress
from auditor.settings import Settings


@dataclass
class Run:
    """`given`: the long names of the options on the command line, which win over the sections of `settings`."""

    settings: Settings
    given: frozenset[str]
    options: Options
    fail_on: str
    silence: Silence
    quiet: bool = False
    _auditors: dict[str, Auditor] = field(default_factory=dict)

    def audit(self, original: str, translation: str, reference: str | None) -> tuple[Listing, int]:
        """All audits, and the exit status that is due to what could not be audited.

        Of several translations one that cannot be audited is named and stops nothing; an only one raises its error.
        """
        fail_level(self.fail_on)
        selected_checks(self.options)
        files = file_pairs(original, translation)
        if reference and len(files.pairs) > 1:
            raise ConfigError("--reference goes with one translation, not with several")
        for path in files.alone if not self.quiet else ():
            tell(f"warning: {path} has no partner")
        audits, failures = [], []
        with self.progress():
            for source, target in files.pairs:
                try:
                    audits.append(self.audit_files(source, target, reference))
                except AuditorError as error:
                    if len(files.pairs) == 1:
                        raise
                    tell(error)
                    failures.append(str(error))
        status = NOT_AUDITED if failures else 0
        return Listing(tuple(audits), self.silence.decisions, tuple(failures)), status

    def audit_files(self, original: str, translation: str, reference: str | None = None) -> Audited:
        """The audit of one translation, without what is decided or known."""
        texts = read(original, quiet=self.quiet), read(translation, quiet=self.quiet)
        human = read(reference) if reference else None
        return self.audit_texts(*texts, repository_path(original), repository_path(translation), human)

    def audit_texts(
        self,
        source: FileText,
        target: FileText,
        source_path: str,
        target_path: str,
        reference: FileText | None = None,
    ) -> Audited:
        """One audit, without what is decided or known; the paths are what reports call the two."""
        auditor, level = self._for_path(target_path)
        human = document(*reference[:2], auditor.options.target_language) if reference else None
        found = auditor.audit(*auditor.documents(source, target), human)
        return Audited(self.silence.apply(target_path, found), source_path, target_path, level)

    @property
    def auditor(self) -> Auditor:
        """An auditor with the options of the run, whatever the path."""
        return self._for_path("")[0]

    def progress(self) -> AbstractContextManager[object]:
        """Shows that the run goes on, unless it is to be quiet."""
        return nullcontext() if self.quiet else progress("Auditing")

    def _for_path(self, path: str) -> tuple[Auditor, float]:
        """The auditor and the fail level of a translation."""
        section = self.settings.for_path(path)
        values = {key: value for key, value in section.values.items() if key not in self.given}
        options = replace(
            self.options,
            severities=section.severities,
            check_options=section.checks,
            select=codes(_listed(values["select"])) if "select" in values else self.options.select,
            ignore=codes(_listed(values["ignore"])) if "ignore" in values else self.options.ignore,
        )
        if repr(options) not in self._auditors:
            first = next(iter(self._auditors.values()), None)
            self._auditors[repr(options)] = Auditor(options) if first is None else first.variant(options)
        return self._auditors[repr(options)], fail_level(values.get("fail-on", self.fail_on))

    def report(self, listing: Listing, reports: Sequence[tuple[str, Path | None]]) -> None:
        """Writes the reports; in a step of GitHub Actions its summary as well."""
        for name, output in reports:
            written = writer_of(name)(listing, view_of(output))
            if isinstance(written, bytes):
                write_bytes(output, written)
            else:
                with destination(output) as stream:
                    stream.write(written)
            summary = os.environ.get("GITHUB_STEP_SUMMARY")
            if name == "github" and summary:
                from auditor.reports import github

                append(Path(summary), github.summary(listing))
        if not self.quiet and all(output is not None for _, output in reports):
            found, audited = len(listing.entries), len(listing.audits)
            tell(
                f"{found} finding{'s' * (found != 1)} in {audited} translation{'s' * (audited != 1)}, "
                f"{failing(listing)} at or above the fail level"
            )


def failing(listing: Listing) -> int:
    """How many findings are at or above the fail level of their translation."""
    return sum(entry.fails for entry in listing.entries)


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
