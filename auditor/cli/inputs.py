"""What commands read."""

from __future__ import annotations

import typer

from auditor.errors import ConfigError


def demand_one_standard_input(*paths: str | None) -> None:
    if paths.count("-") > 1:
        raise ConfigError("standard input (-) can be read once only")


def read(path: str, *, quiet: bool = False) -> tuple[str, str]:
    """What a report calls the document, and its text; warnings go to standard error. Raises ReadError."""
    from auditor.readers import document_name, read_text

    def warn(message: str) -> None:
        if not quiet:
            typer.echo(f"auditor: warning: {message}", err=True)

    text = read_text(path, warn=warn)
    return document_name(path), text
