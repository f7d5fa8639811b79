"""`auditor audit`: two documents, every check, the reports asked for.

What it needs is imported when it runs, so that --version and --help need nothing.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli import options as shared
from auditor.cli.exit_status import fails
from auditor.cli.inputs import demand_one_standard_input, read

if TYPE_CHECKING:
    from auditor.reports.listing import Listing

AuditFormats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="NAME",
        help="text (default), json, sarif, github, gitlab, junit, markdown, csv or html; repeatable.",
    ),
]


def audit(
    original: shared.Original,
    translation: shared.Translation,
    *,
    source_language: shared.SourceLanguage = None,
    target_language: shared.TargetLanguage = None,
    form: AuditFormats = None,
    output: shared.Outputs = None,
    fail_on: shared.FailOn = "major",
    select: shared.Select = None,
    ignore: shared.Ignore = None,
    termbase: shared.TermBases = None,
    reference: shared.Reference = None,
    decisions: shared.DecisionsFile = None,
    model: shared.Model = None,
    reencode: shared.Reencode = False,
    config: shared.Config = None,  # noqa: ARG001 - its callback has read it
) -> None:
    """Align two documents, run every check, write a report."""
    from auditor.decisions import read_decisions, without_false_alarms
    from auditor.documents import document
    from auditor.pipeline import Auditor
    from auditor.reports.listing import Audited, Listing, repository_path
    from auditor.reports.progress import progress

    reports = shared.destinations(form, output)
    level = shared.fail_level(fail_on)
    decided = read_decisions(decisions) if decisions else {}
    options = shared.options_of(
        source_language=source_language,
        target_language=target_language,
        select=select,
        ignore=ignore,
        termbases=termbase,
        model=model,
        reencode=reencode,
    )
    demand_one_standard_input(original, translation, reference)
    with progress("Auditing"):
        auditor = Auditor(options)
        source, target = auditor.documents(read(original), read(translation))
        human = document(*read(reference), options.target_language) if reference else None
        found = without_false_alarms(auditor.audit(source, target, human), decided)
    audited = Audited(found, repository_path(original), repository_path(translation))
    for name, place in reports:
        _report(Listing((audited,), level, decided), name, place)
    raise typer.Exit(int(fails(found.findings, level)))


def _report(listing: Listing, name: str, output: Path | None) -> None:
    """Writes one report of an audit; in a step of GitHub Actions its summary as well."""
    from auditor.reports import LISTINGS, listing_writer, writer
    from auditor.reports.destination import append, destination, view_of

    with destination(output) as stream:
        view = view_of(output)
        for_others = name in LISTINGS
        stream.write(
            listing_writer(name)(listing, view)
            if for_others
            else writer("audit", name)(listing.audits[0].audit, view)
        )
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if name == "github" and summary:
        from auditor.reports import github

        append(Path(summary), github.summary(listing))
