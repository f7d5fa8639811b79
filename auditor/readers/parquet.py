"""Tables in Parquet, with the columns of TSV and CSV; needs pyarrow, which `pip install 'auditor[parquet]'` brings."""

from __future__ import annotations

import io
from collections.abc import Iterator

from auditor.errors import ReadError
from auditor.readers.records import OPTIONAL, REQUIRED, BadLine, PairRecord, record

ROWS = 4096  # rows in memory at once


def read(data: bytes, name: str) -> Iterator[PairRecord | BadLine]:
    """A pair for each row, the line is its number from 1. Raises ReadError for what is no Parquet or lacks columns."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise ReadError(f"{name}: Parquet is read by pyarrow: pip install 'auditor[parquet]'") from error
    try:
        table = ParquetFile(io.BytesIO(data))
    except (ArrowException, OSError) as error:
        raise ReadError(f"{name}: not Parquet: {error}") from error
    columns = table.schema_arrow.names
    missing = [column for column in REQUIRED if column not in columns]
    if missing:
        raise ReadError(f"{name}: no column {' and no column '.join(missing)}: {', '.join(columns)}")
    wanted = [column for column in ("id", *REQUIRED, *OPTIONAL) if column in columns]
    number = 0
    try:
        for batch in table.iter_batches(batch_size=ROWS, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield record(number, row)
    except (ArrowException, OSError) as error:
        raise ReadError(f"{name}: damaged behind row {number}: {error}") from error
