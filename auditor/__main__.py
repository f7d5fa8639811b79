"""`auditor` and `python -m auditor`."""

from __future__ import annotations

import gc
import io
import os
import sys


def main() -> None:
    """Runs the command line; articles are not ASCII, so neither is the output, whatever the locale."""
    # The matrices of an article are too small to share out: threads cost more than they bring.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Models and term bases are hundreds of thousands of objects that stay: looking through them again and again frees nothing.
    gc.set_threshold(200_000, 20, 100)
    from auditor.cli import app

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    app(prog_name="auditor")


if __name__ == "__main__":
    main()
