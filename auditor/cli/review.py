"""`auditor review`: the review page on this machine, decisions kept as they are made.

What it needs is imported when it runs, so that --version and --help need nothing.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import options as shared
from auditor.cli.inputs import demand_one_standard_input


def review(
    ctx: typer.Context,
    original: shared.Original,
    translation: shared.Translation,
    *,
    decisions: Annotated[
        Path,
        typer.Option(metavar="FILE", help="Where decisions are kept; those in it hold.", show_default=True),
    ] = Path("decisions.json"),
    port: Annotated[int, typer.Option(metavar="NUMBER", help="0 takes a free one.", min=0, max=65535)] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page.")] = True,
    source_language: shared.SourceLanguage = None,
    target_language: shared.TargetLanguage = None,
    select: shared.Select = None,
    ignore: shared.Ignore = None,
    termbase: shared.TermBases = None,
    model: shared.Model = None,
    config: shared.Config = None,  # noqa: ARG001 - its callback has read it
) -> None:
    """Serve the review page of a translation on this machine, and save decisions as they are made."""
    import webbrowser

    from auditor.cli.known import Silence
    from auditor.cli.runs import Run
    from auditor.decisions import read_decisions
    from auditor.reports.destination import demand_place
    from auditor.reports.listing import Listing
    from auditor.review import ReviewServer

    demand_place(decisions)
    decided = read_decisions(decisions) if decisions.exists() else {}
    settings = shared.settings(ctx)
    options = shared.options_of(
        source_language=source_language,
        target_language=target_language,
        select=select,
        ignore=ignore,
        termbases=termbase,
        model=model,
        section=settings.base,
    )
    demand_one_standard_input(original, translation)
    run = Run(settings, shared.given(ctx), options, "major", Silence.of(None, None, None, prune=False))
    with run.progress():
        audited = run.audit_files(original, translation)
    with ReviewServer(Listing((audited,), decided), decisions, port) as server:
        typer.echo(f"Review at {server.address} (decisions go to {decisions}; Ctrl-C ends)", err=True)
        if browser:
            webbrowser.open(server.address)
        with suppress(KeyboardInterrupt):
            server.serve_forever()
