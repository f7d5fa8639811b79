"""Reading documents: one file per format. To add one: its file, a line in READERS, a test."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from auditor.errors import ReadError
from auditor.readers import plain_text

STANDARD_INPUT = "-"

Warn = Callable[[str], None]
Decode = Callable[[bytes, str, Warn], str]

# By suffix; every other file is read as plain text.
READERS: dict[str, Decode] = {".txt": plain_text.decode}


def read_text(path: str, *, warn: Warn) -> str:
    """The decoded text of a file, or of standard input for `-`, as it is on disk less a byte-order mark.

    `warn` hears what the user should know of a text that could be read (an encoding that was guessed).
    Raises ReadError for what is missing, a folder, binary, blank, or of no known encoding.
    """
    decode = READERS.get(Path(path).suffix.lower(), plain_text.decode)
    return decode(read_bytes(path), "standard input" if path == STANDARD_INPUT else path, warn)


def document_name(path: str) -> str:
    """What a report calls the document: the file's name without its folder."""
    return "standard input" if path == STANDARD_INPUT else Path(path).name.encode(errors="replace").decode()


def standard_input() -> BinaryIO:
    if sys.stdin is None:  # closed by whoever started the program
        raise ReadError("standard input is closed")
    return sys.stdin.buffer


def read_bytes(path: str) -> bytes:
    if path == STANDARD_INPUT:
        return standard_input().read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror}") from error
    except ValueError as error:  # a NUL in the path
        raise ReadError(f"{path!r}: {error}") from error
