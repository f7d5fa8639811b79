"""What commands read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.cli.messages import tell
from auditor.errors import ConfigError

if TYPE_CHECKING:
    from auditor.readers import FileText


def demand_one_standard_input(*paths: str | None) -> None:
    if paths.count("-") > 1:
        raise ConfigError("standard input (-) can be read once only")


def read(path: str, *, quiet: bool = False) -> FileText:
    """A file's text; warnings go to standard error. Raises ReadError."""
    from auditor.readers import read_file

    def warn(message: str) -> None:
        if not quiet:
            tell(f"warning: {message}")

    return read_file(path, warn=warn)
