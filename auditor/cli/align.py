"""`auditor align`: the alignment alone.

What it needs is imported when it runs, so that --version and --help need nothing.
"""

from __future__ import annotations

from typing import Annotated

import typer

from auditor.cli import options as shared
from auditor.cli.inputs import demand_one_standard_input, read

AlignFormat = Annotated[
    str | None, typer.Option("--format", metavar="NAME", help="text (default), json, tsv or tmx.")
]


Lines = Annotated[bool, typer.Option("--lines", help="Every line is one sentence; nothing is segmented.")]


def align(
    original: shared.Original,
    translation: shared.Translation,
    *,
    lines: Lines = False,
    source_language: shared.SourceLanguage = None,
    target_language: shared.TargetLanguage = None,
    form: AlignFormat = None,
    output: shared.Output = None,
    model: shared.Model = None,
    reencode: shared.Reencode = False,
    config: shared.Config = None,  # noqa: ARG001 - its callback has read it
) -> None:
    """Align two documents, no more."""
    from auditor.alignment import STRANGERS
    from auditor.pipeline import Auditor
    from auditor.reports.destination import destination, view_of
    from auditor.reports.progress import progress

    write = shared.writer_named("align", form)
    options = shared.options_of(
        source_language=source_language, target_language=target_language, model=model, reencode=reencode
    )
    demand_one_standard_input(original, translation)
    with progress("Aligning"):
        auditor = Auditor(options)
        source, target = auditor.documents(read(original), read(translation))
        bitext = auditor.align(source, target, lines=lines)
    if bitext.strangeness >= STRANGERS:
        typer.echo(
            f"auditor: warning: {source.name} and {target.name} do not look like translations of each other",
            err=True,
        )
    with destination(output) as stream:
        stream.write(write(bitext, view_of(output)))
