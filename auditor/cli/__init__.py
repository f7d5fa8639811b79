"""The command line: parse, call, write, exit. What it means is in the modules it calls."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from auditor.cli.align import align
from auditor.cli.audit import audit
from auditor.cli.check import check
from auditor.cli.config import config
from auditor.cli.embed import embed
from auditor.cli.exit_status import NOT_AUDITED
from auditor.cli.explain import explain
from auditor.cli.feed import feed
from auditor.cli.messages import tell
from auditor.cli.review import review
from auditor.errors import AuditorError
from auditor.version import __version__

INTERRUPTED = 130  # as a shell reports the signal


class _Commands(TyperGroup):
    """Ends with one line and status 2 for what the user can mend; 1 is kept for findings."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - typer's own type of it changes with its version
        try:
            return super().invoke(ctx)
        except AuditorError as error:
            tell(error)
            raise typer.Exit(NOT_AUDITED) from None
        except (
            BrokenPipeError
        ):  # whoever read the report has gone; nothing may be flushed to the pipe at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(NOT_AUDITED) from None
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None


app = typer.Typer(
    cls=_Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="Checks machine translations against their Arabic original, with exact evidence on both sides.",
    epilog="Exit status: 0 nothing at or above --fail-on, 1 findings at or above it, 2 not audited.",
)
for command in (audit, feed, review, check, align, explain, config, embed):
    app.command()(command)


def _print_version(asked: bool) -> None:  # noqa: FBT001 - as typer calls it
    if asked:
        typer.echo(f"auditor {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    pass
