"""Where a report goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from auditor.errors import WriteError
from auditor.reports import View

_NARROWEST = 40


def view_of(output: Path | None) -> View:
    """Styled and as wide as the terminal, where the report goes to one; else plain, 100 columns.

    NO_COLOR (no-color.org) and a terminal called `dumb` get plain text, too.
    """
    if output is not None or not sys.stdout.isatty():
        return View()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return View(max(shutil.get_terminal_size((100, 24)).columns, _NARROWEST), styled=not plain)


def demand_place(output: Path | None) -> None:
    """Raises WriteError where a file cannot come to be, before the time is spent on what it should hold."""
    if output is None:
        return
    place = Path(os.path.realpath(output))
    if place.is_dir():
        raise WriteError(f"{output}: Is a directory")
    if not place.parent.is_dir():
        raise WriteError(f"{output}: No such file or directory: {place.parent}")


@contextmanager
def destination(output: Path | None) -> Iterator[TextIO]:
    """The stream to write the report to; a file gets its name only when all of it is written.

    Raises WriteError where it cannot be written, BrokenPipeError where nobody reads standard output any more.
    """
    try:
        if output is None:
            yield sys.stdout
            sys.stdout.flush()
        else:
            with _unfinished(output) as path, path.open("w", encoding="utf-8", newline="\n") as stream:
                yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WriteError(f"{output or 'standard output'}: {error.strerror}") from error


def write_bytes(output: Path | None, data: bytes) -> None:
    """Writes a file whole or not at all, or to standard output. Raises WriteError where it cannot be written."""
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    try:
        with _unfinished(output) as path:
            path.write_bytes(data)
    except OSError as error:
        raise WriteError(f"{output}: {error.strerror}") from error


def append(output: Path, text: str) -> None:
    """Writes at the end of a file that others write to as well. Raises WriteError where it cannot be written."""
    try:
        with output.open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise WriteError(f"{output}: {error.strerror}") from error


@contextmanager
def _unfinished(output: Path) -> Iterator[Path]:
    """A file beside `output` that takes its place at the end; what is no plain file (/dev/stderr, a pipe) is itself."""
    place = output.resolve()
    if place.is_dir():
        raise WriteError(f"{output}: Is a directory")
    if place.exists() and not place.is_file():
        yield place
        return
    path = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        yield path
        path.replace(place)
    finally:
        path.unlink(missing_ok=True)
