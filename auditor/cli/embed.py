"""`auditor embed`: embeddings alone.

What it needs is imported when it runs, so that --version and --help need nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import options as shared
from auditor.cli.inputs import read

EMBEDDED_TOGETHER = 2**14
"""Lines: their rows are kept twice for a moment, 34 MB with the model that the package carries."""


def embed(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="One text a line; - reads standard input.", show_default=False),
    ],
    out: Annotated[Path, typer.Argument(metavar="OUT.npy", help="Where the rows go.", show_default=False)],
    *,
    model: shared.Model = None,
    config: shared.Config = None,  # noqa: ARG001 - its callback has read it
) -> None:
    """Write one embedding for each line of FILE: float32, rows of length 1, zeros for a line without words."""
    import io

    from numpy.lib.format import write_array_header_1_0

    from auditor.embedding import load_encoder
    from auditor.reports.destination import write_bytes
    from auditor.reports.progress import progress

    text = read(file).text
    lines = [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
    data = io.BytesIO()
    with progress("Embedding") as say:
        encoder = load_encoder(model)
        shape = (len(lines), encoder.dimensions)
        write_array_header_1_0(data, {"descr": "<f4", "fortran_order": False, "shape": shape})
        for first in range(0, len(lines), EMBEDDED_TOGETHER):
            say(f"Embedding: line {first + 1:,} of {len(lines):,}")
            rows = encoder.encode(lines[first : first + EMBEDDED_TOGETHER])
            data.write(rows.astype("<f4", copy=False).data)
    write_bytes(out, data.getvalue())
