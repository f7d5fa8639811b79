"""What the program says beside its reports: one line each on standard error."""

from __future__ import annotations

import typer


def tell(message: object) -> None:
    """Names of articles and files are not trusted: no escape code of theirs reaches the terminal."""
    from auditor.reports.shown_text import shown

    typer.echo(f"auditor: {shown(str(message)).strip()}", err=True)
