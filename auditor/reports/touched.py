"""Which passages of the pairs a finding lies in, found without looking at all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from auditor.bitext import Passage


def in_order(passages: Iterable[Passage | None]) -> list[Passage]:
    """Passages of one document that do not overlap, in text order."""
    return sorted((each for each in passages if each is not None), key=lambda each: each.start)


def touched(passages: Sequence[Passage], place: Passage) -> Iterator[Passage]:
    """Those of `in_order` that overlap the place."""
    index = bisect_right(passages, place.start, key=lambda each: each.end)
    while index < len(passages) and passages[index].start < place.end:
        yield passages[index]
        index += 1
