"""Segment pairs that are already aligned: JSON Lines, TSV and CSV with a header, one record at a time; bilingual files.

A line that cannot be read becomes a BadLine and the rest is read on. The text must be UTF-8.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Literal

from auditor.errors import ReadError
from auditor.readers import STANDARD_INPUT, parquet, po, read_bytes, standard_input, tmx, xliff
from auditor.readers.records import REQUIRED, BadLine, PairRecord, record

Shape = Literal["json lines", "tsv", "csv"]

SHAPES: dict[str, Shape] = {
    ".jsonl": "json lines", ".ndjson": "json lines", ".json": "json lines",
    ".tsv": "tsv", ".tab": "tsv", ".csv": "csv",
}  # fmt: skip
LONGEST_FIELD = 2**31 - 1  # characters; the csv module's own limit is 131,072
# Bilingual files, read as a whole, by suffix.
FILES: dict[str, Callable[[bytes, str], Iterator[PairRecord | BadLine]]] = {
    ".xlf": xliff.read,
    ".xliff": xliff.read,
    ".tmx": tmx.read,
    ".po": po.read,
    ".parquet": parquet.read,
}


def read_pairs(path: str) -> Iterator[PairRecord | BadLine]:
    """The pairs of a file, or of standard input for `-`, in order; lines are read as they are asked for.

    The suffix tells the shape; without a known one the first line does: a header that names `source` and
    `target` is a table's, everything else JSON Lines. Blank lines are skipped.
    Raises ReadError where the file is missing, a folder, binary, blank, or a table without the columns.
    """
    if path == STANDARD_INPUT:
        return _read(standard_input(), "standard input", None)
    if (suffix := Path(path).suffix.lower()) in FILES:
        return FILES[suffix](read_bytes(path), path)
    try:
        stream = Path(path).open("rb")  # noqa: SIM115 - closed when the last pair is read
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror}") from error
    return _read(stream, path, SHAPES.get(suffix))


def _read(stream: BinaryIO, name: str, shape: Shape | None) -> Iterator[PairRecord | BadLine]:
    with stream:
        lines = enumerate(stream, start=1)
        first, head = next(((number, line) for number, line in lines if line.strip()), (0, b""))
        head = head.removeprefix(b"\xef\xbb\xbf")
        if not head.strip():
            raise ReadError(f"{name}: no pairs in it")
        if b"\0" in head or head.startswith(b"%PDF-"):
            raise ReadError(f"{name}: a binary file, not UTF-8 text")
        texts = ((number, _text(line)) for number, line in chain([(first, head)], lines))
        shape = shape or _shape_of(_text(head))
        yield from _json_lines(texts) if shape == "json lines" else _table(texts, name, shape)


def _text(line: bytes) -> str:
    """Bytes that are not UTF-8 become lone surrogates, which `_record` refuses: one bad line, not a bad file."""
    return line.decode("utf-8", errors="surrogateescape")


def _shape_of(header: str) -> Shape:
    separators: dict[Shape, str] = {"tsv": "\t", "csv": ","}
    for shape, separator in separators.items():
        if set(REQUIRED) <= {name.strip(' "\r\n').lower() for name in header.split(separator)}:
            return shape
    return "json lines"


def _json_lines(lines: Iterable[tuple[int, str]]) -> Iterator[PairRecord | BadLine]:
    for number, line in lines:
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield BadLine(number, f"not JSON: {error}")
        else:
            yield record(number, row) if isinstance(row, dict) else BadLine(number, "not a JSON object")


def _table(lines: Iterable[tuple[int, str]], name: str, shape: Shape) -> Iterator[PairRecord | BadLine]:
    last = 0

    def texts() -> Iterator[str]:
        nonlocal last
        for number, line in lines:
            last = number
            yield line

    csv.field_size_limit(LONGEST_FIELD)
    if shape == "tsv":  # quotation marks are text in TSV
        rows = csv.reader(texts(), delimiter="\t", quoting=csv.QUOTE_NONE)
    else:
        rows = csv.reader(texts(), strict=True)
    columns = _columns(rows, name)
    while True:
        start = last + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield BadLine(start, f"not {shape}: {error}")
            continue
        if len(row) > len(columns):
            yield BadLine(start, f"{len(row)} fields under a header of {len(columns)}")
        elif any(field.strip() for field in row):
            yield record(start, {column: field for column, field in zip(columns, row, strict=False) if field})


def _columns(rows: Iterator[list[str]], name: str) -> list[str]:
    try:
        columns = [column.strip().lower() for column in next(rows)]
    except csv.Error as error:
        raise ReadError(f"{name}: the header is not CSV: {error}") from error
    missing = [column for column in REQUIRED if column not in columns]
    if missing:
        raise ReadError(
            f"{name}: no column {' and no column '.join(missing)} in the header: {', '.join(columns)}"
        )
    return columns
