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
    "statistics": "statistics",
}


@dataclass(frozen=True, slots=True)
class View:
    """What the report is looked at with: columns of a line, and whether colours and bold may be used."""

    width: int = 100
    styled: bool = False


Writer = Callable[[Any, View], str]


def writer(command: str, name: str) -> Writer:
    """The writer of a format in FORMATS."""
    return _write(FORMATS[command][name])


def writer_of(name: str) -> Writer:
    """The writer of a Listing in a format in LISTINGS, or in one of `auditor audit` alone."""
    if name in LISTINGS:
        return _write(LISTINGS[name])
    module = import_module(f"auditor.reports.{FORMATS['audit'][name]}")
    write: Writer = module.write_listing
    return write


def _write(module: str) -> Writer:
    write: Writer = import_module(f"auditor.reports.{module}").write
    return write
