"""`auditor feed`: the articles of news feeds and their translations in other feeds.

What it needs is imported when it runs, so that --version and --help need nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import options as shared
from auditor.cli.audit import AuditFormats, Statistics

Feed = Annotated[
    str,
    typer.Argument(
        metavar="ORIGINAL", help="RSS, Atom or JSON Feed: a file or an http(s) address.", show_default=False
    ),
]
Feeds = Annotated[
    list[str],
    typer.Argument(
        metavar="TRANSLATED...", help="Feeds with the translations, likewise.", show_default=False
    ),
]
Follow = Annotated[bool, typer.Option("--follow", help="Audit the pages that the articles link to.")]
State = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Remember what was audited; report only what is new in it."),
]
PairsOnly = Annotated[
    bool, typer.Option("--pairs-only", help="List which article goes with which, and audit nothing.")
]
Timeout = Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="For each address.")]
MaxSize = Annotated[int, typer.Option(metavar="BYTES", min=1, help="Of each address.")]


def feed(
    ctx: typer.Context,
    original: Feed,
    translated: Feeds,
    *,
    follow: Follow = False,
    state: State = None,
    pairs_only: PairsOnly = False,
    timeout: Timeout = 30,
    max_size: MaxSize = 2**24,
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
    decisions: shared.DecisionsFile = None,
    baseline: shared.Baseline = None,
    model: shared.Model = None,
    quiet: shared.Quiet = False,
    config: shared.Config = None,  # noqa: ARG001 - its callback has read it
) -> None:
    """Pair the articles of a feed with those of its translations, and audit what is new."""
    from auditor.cli.feed_run import FeedRun
    from auditor.cli.known import Silence
    from auditor.cli.runs import Run, failing
    from auditor.feeds.fetching import Limits

    settings = shared.settings(ctx)
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
            section=settings.base,
        ),
        fail_on=fail_on,
        silence=Silence.of(decisions, baseline, None, prune=False),
        quiet=quiet,
    )
    feeds = FeedRun(run, Limits(timeout, max_size), state, follow=follow)
    if pairs_only:
        for line in feeds.listed(original, translated):
            typer.echo(line)
        raise typer.Exit(feeds.status)
    listing = feeds.audit(original, translated)
    run.report(listing, reports)
    feeds.remember()
    raise typer.Exit(feeds.status or int(not exit_zero and failing(listing) > max_findings))
