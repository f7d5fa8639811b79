"""A sign of life on standard error while something takes longer than a moment."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

MOMENT = 0.8  # seconds


@contextmanager
def progress(label: str, *, alone: bool = True) -> Iterator[Callable[[str], None]]:
    """Shows `label` after a moment until the block ends; the function that it gives changes the text.

    Only on a terminal, a log file wants no spinner; and only where it is `alone` there, not between the lines
    of a report that is being written.
    """
    if not (alone and sys.stderr.isatty()):
        yield lambda text: None  # noqa: ARG005 - nobody is looking
        return
    from rich.console import Console

    status = Console(stderr=True).status(label)
    timer = Timer(MOMENT, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield status.update
    finally:
        timer.cancel()
        timer.join()
        status.stop()
