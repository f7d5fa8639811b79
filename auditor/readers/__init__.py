"""Reading documents: one file per format. To add one: its file, a line in READERS, a test."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, NamedTuple

from auditor.bitext import Anchor
from auditor.errors import ReadError
from auditor.readers import markdown, plain_text, web_page, word_document
from auditor.readers.anchored import Anchored

STANDARD_INPUT = "-"

Warn = Callable[[str], None]
Decode = Callable[[bytes, str, Warn], Anchored]


class FileText(NamedTuple):
    """What a report calls a document, its text, and where that stands in the file."""

    name: str
    text: str
    anchors: tuple[Anchor, ...] = ()


def _plain(data: bytes, name: str, warn: Warn) -> Anchored:
    return Anchored(plain_text.decode(data, name, warn))


# By suffix; every other file is read as plain text.
READERS: dict[str, Decode] = {
    ".txt": _plain,
    ".html": web_page.decode,
    ".htm": web_page.decode,
    ".xhtml": web_page.decode,
    ".md": markdown.decode,
    ".markdown": markdown.decode,
    ".docx": word_document.decode,
}


def read_file(path: str, *, warn: Warn) -> FileText:
    """A file, or standard input for `-`; plain text as it is on disk less a byte-order mark.

    `warn` hears what the user should know of a text that could be read (an encoding that was guessed).
    Raises ReadError for what is missing, a folder, binary, blank, or of no known encoding.
    """
    decode = READERS.get(Path(path).suffix.lower(), _plain)
    text, anchors = decode(read_bytes(path), "standard input" if path == STANDARD_INPUT else path, warn)
    return FileText(document_name(path), text, anchors)


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
