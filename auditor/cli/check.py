"""`auditor check`: segment pairs that are already aligned.

What it needs is imported when it runs, so that --version and --help need nothing.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from auditor.cli import options as shared
from auditor.cli.exit_status import NOT_AUDITED, fails

CheckFormat = Annotated[str | None, typer.Option("--format", metavar="NAME", help="jsonl (default) or text.")]


def check(
    pairs: Annotated[
        str,
        typer.Argument(
            metavar="PAIRS",
            help="JSON Lines, TSV, CSV, XLIFF, TMX, PO or Parquet; - reads standard input.",
            show_default=False,
        ),
    ],
    *,
    source_language: shared.SourceLanguage = None,
    target_language: shared.TargetLanguage = None,
    form: CheckFormat = None,
    output: shared.Output = None,
    fail_on: shared.FailOn = "major",
    select: shared.Select = None,
    ignore: shared.Ignore = None,
    termbase: shared.TermBases = None,
    model: shared.Model = None,
    config: shared.Config = None,  # noqa: ARG001 - its callback has read it
) -> None:
    """Run every check on segment pairs that are already aligned."""
    from auditor.pipeline import Auditor
    from auditor.readers.pairs import read_pairs
    from auditor.readers.records import BadLine
    from auditor.reports.destination import destination, view_of
    from auditor.reports.progress import progress

    write = shared.writer_named("check", form)
    level = shared.fail_level(fail_on)
    options = shared.options_of(
        source_language=source_language,
        target_language=target_language,
        select=select,
        ignore=ignore,
        termbases=termbase,
        model=model,
    )
    auditor = Auditor(options)
    view = view_of(output)
    status = 0
    alone = output is not None or not sys.stdout.isatty()
    with destination(output) as stream, progress("Checking", alone=alone) as say:
        for number, checked in enumerate(auditor.check_all(read_pairs(pairs)), start=1):
            stream.write(write(checked, view))
            stream.flush()
            say(f"Checking: {number:,} pairs")
            if isinstance(checked, BadLine):
                status = NOT_AUDITED
            elif fails(checked.findings, level):
                status = max(status, 1)
    raise typer.Exit(status)
