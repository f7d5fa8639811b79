"""When Python looks for reference cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG = 4_000_000  # objects; a batch makes some 50,000 that stay, of new words 300,000, of which 100 are in cycles


@contextmanager
def seldom_collected() -> Iterator[None]:
    """While a batch is checked, reference cycles are looked for once in YOUNG objects: the words of a batch are many, all of
    them in use, and to go through all that is loaded for every few hundred of them took a quarter of the time.
    """
    before = gc.get_threshold()
    gc.set_threshold(max(YOUNG, before[0]) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def collect_seldom() -> None:
    """The same for a whole process, for the command line: models and term bases are hundreds of thousands of objects that
    stay, and looking through them again and again frees nothing.
    """
    gc.set_threshold(YOUNG, 20, 100)
