"""`auditor explain`: the manual pages.

What it needs is imported when it runs, so that --version and --help need nothing.
"""

from __future__ import annotations

from typing import Annotated

import typer


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
