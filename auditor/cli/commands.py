"""The commands; each imports what it needs when it runs, so that --version and --help need nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli import options as shared
from auditor.errors import ConfigError

if TYPE_CHECKING:
    from auditor.findings import Finding
    from auditor.reports.listing import Listing

NOT_AUDITED = 2
EMBEDDED_TOGETHER = 2**14
"""Lines: their rows are kept twice for a moment, 34 MB with the model that the package carries."""

AuditFormats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="NAME",
        help="text (default), json, sarif, github, gitlab, junit, markdown or csv; repeatable.",
    ),
]
CheckFormat = Annotated[str | None, typer.Option("--format", metavar="NAME", help="jsonl (default) or text.")]
AlignFormat = Annotated[
    str | None, typer.Option("--format", metavar="NAME", help="text (default), json, tsv or tmx.")
]
Lines = Annotated[bool, typer.Option("--lines", help="Every line is one sentence; nothing is segmented.")]


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
    model: shared.Model = None,
    reencode: shared.Reencode = False,
    config: shared.Config = None,  # noqa: ARG001 - its callback has read it
) -> None:
    """Align two documents, run every check, write a report."""
    from auditor.documents import document
    from auditor.pipeline import Auditor
    from auditor.reports.listing import Audited, Listing, repository_path
    from auditor.reports.progress import progress

    reports = shared.destinations(form, output)
    level = shared.fail_level(fail_on)
    options = shared.options_of(
        source_language=source_language,
        target_language=target_language,
        select=select,
        ignore=ignore,
        termbases=termbase,
        model=model,
        reencode=reencode,
    )
    _demand_one_standard_input(original, translation, reference)
    with progress("Auditing"):
        auditor = Auditor(options)
        source, target = auditor.documents(_read(original), _read(translation))
        human = document(*_read(reference), options.target_language) if reference else None
        found = auditor.audit(source, target, human)
    audited = Audited(found, repository_path(original), repository_path(translation))
    for name, place in reports:
        _report(Listing((audited,), level), name, place)
    raise typer.Exit(int(_fails(found.findings, level)))


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


def check(
    pairs: Annotated[
        str,
        typer.Argument(
            metavar="PAIRS", help="JSON Lines, TSV or CSV; - reads standard input.", show_default=False
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
    from auditor.readers.pairs import BadLine, read_pairs
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
            elif _fails(checked.findings, level):
                status = max(status, 1)
    raise typer.Exit(status)


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
    _demand_one_standard_input(original, translation)
    with progress("Aligning"):
        auditor = Auditor(options)
        source, target = auditor.documents(_read(original), _read(translation))
        bitext = auditor.align(source, target, lines=lines)
    if bitext.strangeness >= STRANGERS:
        typer.echo(
            f"auditor: warning: {source.name} and {target.name} do not look like translations of each other",
            err=True,
        )
    with destination(output) as stream:
        stream.write(write(bitext, view_of(output)))


def explain(
    code: Annotated[
        str | None,
        typer.Argument(metavar="[CODE]", help="A check, or a family of checks.", show_default=False),
    ] = None,
) -> None:
    """Show the manual page of a check, or the list of all checks."""
    from auditor.checks import CHECKS
    from auditor.config import Options, selected_checks
    from auditor.reports.manual import contents, page

    chosen = selected_checks(Options(select=(code,))) if code else CHECKS
    typer.echo(page(chosen[0]) if code == chosen[0].code else contents(chosen), nl=False)


def embed(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="One text a line; - reads standard input.", show_default=False),
    ],
    out: Annotated[Path, typer.Argument(metavar="OUT.npy", help="Where the rows go.", show_default=False)],
    *,
    model: shared.Model = None,
    config: shared.Config = None,  # noqa: ARG001 - its callback has read it
) -> None:
    """Write one embedding for each line of FILE: float32, rows of length 1, zeros for a line without words."""
    import io

    from numpy.lib.format import write_array_header_1_0

    from auditor.embedding import load_encoder
    from auditor.reports.destination import write_bytes
    from auditor.reports.progress import progress

    _, text = _read(file)
    lines = [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
    data = io.BytesIO()
    with progress("Embedding") as say:
        encoder = load_encoder(model)
        shape = (len(lines), encoder.dimensions)
        write_array_header_1_0(data, {"descr": "<f4", "fortran_order": False, "shape": shape})
        for first in range(0, len(lines), EMBEDDED_TOGETHER):
            say(f"Embedding: line {first + 1:,} of {len(lines):,}")
            rows = encoder.encode(lines[first : first + EMBEDDED_TOGETHER])
            data.write(rows.astype("<f4", copy=False).data)
    write_bytes(out, data.getvalue())


def _fails(findings: Iterable[Finding], level: float) -> bool:
    return any(finding.severity >= level for finding in findings)


def _demand_one_standard_input(*paths: str | None) -> None:
    if paths.count("-") > 1:
        raise ConfigError("standard input (-) can be read once only")


def _read(path: str) -> tuple[str, str]:
    from auditor.readers import document_name, read_text

    text = read_text(path, warn=lambda message: typer.echo(f"auditor: warning: {message}", err=True))
    return document_name(path), text
