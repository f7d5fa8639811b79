"""`auditor audit`: documents and their translations, every check, the reports asked for.

What it needs is imported when it runs, so that --version and --help need nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import options as shared
from auditor.cli.inputs import demand_one_standard_input
from auditor.errors import ConfigError

AuditFormats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="NAME",
        help="text (default), json, sarif, github, gitlab, junit, markdown, csv, html, xliff, docx or statistics; repeatable.",
    ),
]
WriteBaseline = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write all findings as known ones, and report none.")
]
PruneBaseline = Annotated[
    bool, typer.Option("--prune-baseline", help="Take what is found no more out of the --baseline file.")
]
Statistics = Annotated[
    bool, typer.Option("--statistics", help="Count findings by check: --format statistics.")
]


def audit(
    ctx: typer.Context,
    original: shared.Original,
    translation: shared.Translation,
    *,
    source_language: shared.SourceLanguage = None,
    target_language: shared.TargetLanguage = None,
    form: AuditFormats = None,
    output: shared.Outputs = None,
    statistics: Statistics = False,
    fail_on: shared.FailOn = "major",
    max_findings: shared.MaxFindings = 0,
    exit_zero: shared.ExitZero = False,
    select: shared.Select = None,
    ignore: shared.Ignore = None,
    termbase: shared.TermBases = None,
    reference: shared.Reference = None,
    decisions: shared.DecisionsFile = None,
    baseline: shared.Baseline = None,
    write_baseline: WriteBaseline = None,
    prune_baseline: PruneBaseline = False,
    model: shared.Model = None,
    reencode: shared.Reencode = False,
    quiet: shared.Quiet = False,
    config: shared.Config = None,  # noqa: ARG001 - its callback has read it
) -> None:
    """Align documents with their translations, run every check, write reports.

    ORIGINAL and TRANSLATION are two files, two folders whose files pair by name, or two patterns with one *
    ('news/*.ar.txt' 'news/*.fr.txt').
    """
    from auditor.cli.known import Silence
    from auditor.cli.runs import Run, failing

    settings = shared.settings(ctx)
    if prune_baseline and shared.given(ctx) & {"select", "ignore"}:
        raise ConfigError(
            "--prune-baseline would forget what --select and --ignore leave out: run it without them"
        )
    reports = shared.reports_of(settings, form, output, statistics=statistics)
    run = Run(
        settings=settings,
        given=shared.given(ctx),
        options=shared.options_of(
            source_language=source_language,
            target_language=target_language,
            select=select,
            ignore=ignore,
            termbases=termbase,
            model=model,
            reencode=reencode,
            section=settings.base,
        ),
        fail_on=fail_on,
        silence=Silence.of(decisions, baseline, write_baseline, prune=prune_baseline),
        quiet=quiet,
    )
    demand_one_standard_input(original, translation, reference)
    listing, status = run.audit(original, translation, reference)
    if listing.audits:
        run.report(listing, reports)
    run.silence.finish(quiet=quiet)
    raise typer.Exit(status or int(not exit_zero and failing(listing) > max_findings))
