"""`auditor` and `python -m auditor`."""

from __future__ import annotations

import io
import os
import sys

from auditor.collection import collect_seldom


def main() -> None:
    """Runs the command line; articles are not ASCII, so neither is the output, whatever the locale."""
    # The matrices of an article are too small to share out: threads cost more than they bring.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    collect_seldom()
    from auditor.cli import app

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    app(prog_name="auditor")


if __name__ == "__main__":
    main()
