"""`auditor check`: segment pairs that are already aligned.

What it needs is imported when it runs, so that --version and --help need nothing.
"""

from __future__ import annotations

from typing import Annotated

import typer

from auditor.cli import options as shared
from auditor.cli.audit import Statistics

CheckFormats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="NAME",
        help="jsonl (default) or text, written as pairs are read; or sarif, csv, html … as of audit; repeatable.",
    ),
]


def check(
    ctx: typer.Context,
    pairs: Annotated[
        str,
        typer.Argument(
            metavar="PAIRS",
            help="JSON Lines, TSV, CSV or Parquet with the columns source and target; XLIFF, TMX, PO; - reads standard input.",
            show_default=False,
        ),
    ],
    *,
    source_language: shared.SourceLanguage = None,
    target_language: shared.TargetLanguage = None,
    form: CheckFormats = None,
    output: shared.Outputs = None,
    statistics: Statistics = False,
    fail_on: shared.FailOn = "major",
    max_findings: shared.MaxFindings = 0,
    exit_zero: shared.ExitZero = False,
    select: shared.Select = None,
    ignore: shared.Ignore = None,
    termbase: shared.TermBases = None,
    decisions: shared.DecisionsFile = None,
    baseline: shared.Baseline = None,
    model: shared.Model = None,
    quiet: shared.Quiet = False,
    config: shared.Config = None,  # noqa: ARG001 - its callback has read it
) -> None:
    """Run every check on segment pairs that are already aligned."""
    from auditor.cli.check_run import CheckRun
    from auditor.cli.known import Silence
    from auditor.pipeline import Auditor

    settings = shared.settings(ctx)
    reports = shared.reports_of(settings, form, output, statistics=statistics, command="check")
    level = shared.fail_level(fail_on)
    options = shared.options_of(
        source_language=source_language,
        target_language=target_language,
        select=select,
        ignore=ignore,
        termbases=termbase,
        model=model,
        section=settings.base,
    )
    silence = Silence.of(decisions, baseline, None, prune=False)
    run = CheckRun(Auditor(options), pairs, level, silence, quiet=quiet)
    run.check(reports)
    raise typer.Exit(run.status or int(not exit_zero and run.failing > max_findings))
