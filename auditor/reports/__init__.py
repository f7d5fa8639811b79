"""The reports: one file per format. To add one: its file, a line in FORMATS or LISTINGS, a golden file.

A writer takes a result and a View and returns text; where the text goes is `auditor.reports.destination`'s.
Writers are imported when asked for: JSON needs no drawing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

# Command, then name of the format (the first is the default), then module; each has `write(result, view)`.
FORMATS: dict[str, dict[str, str]] = {
    "audit": {"text": "audit_text", "json": "audit_json"},
    "check": {"jsonl": "check_jsonl", "text": "check_text"},
    "align": {"text": "align_text", "json": "align_json", "tsv": "align_tsv", "tmx": "align_tmx"},
}
# Formats of other programs, written from a Listing (`auditor.reports.listing`); name of the format, then module.
LISTINGS: dict[str, str] = {
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "markdown": "markdown",
    "csv": "csv_table",
    "html": "html",
    "xliff": "xliff",
    "docx": "word_document",
    "statistics": "statistics",
}


@dataclass(frozen=True, slots=True)
class View:
    """What the report is looked at with: columns of a line, and whether colours and bold may be used."""

    width: int = 100
    styled: bool = False


Writer = Callable[[Any, View], str]
ListingWriter = Callable[[Any, View], str | bytes]


def writer(command: str, name: str) -> Writer:
    """The writer of a format in FORMATS."""
    write: Writer = import_module(f"auditor.reports.{FORMATS[command][name]}").write
    return write


def writer_of(name: str) -> ListingWriter:
    """The writer of a Listing in a format in LISTINGS, or in one of `auditor audit` alone; bytes where it is no text."""
    if name in LISTINGS:
        write: ListingWriter = import_module(f"auditor.reports.{LISTINGS[name]}").write
    else:
        write = import_module(f"auditor.reports.{FORMATS['audit'][name]}").write_listing
    return write
