"""Quotation marks and brackets that are opened and not closed, closed and not opened, or that cross."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.bitext import Passage
from auditor.damage.damage import Damage

_PAIRED = re.compile(r"[()\[\]{}«»“”„\"]")
_CLOSES = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“„", "“": "„"}
_OPENS = "([{«“„"
_NUMBERING = re.compile(r"(?:^|[\s;:,.(–—])(?:[\dIVXivx]{1,4}|[A-Za-z\u0621-\u064a])\s?\)")
_SMILEY = re.compile(r"[:;=8][-'o]?[()\[\]DP]|[()][-'o]?[:;=](?!\w)")
_INCHES = re.compile(r"\d\s?\"|\d\s?(?:″|”)")

ALONE = 20
"""Characters of a document besides a passage; with fewer, a mark may belong to a sentence that is not at hand."""


def damaged_marks(target: Passage, source: str) -> Iterator[Damage]:
    """Unpaired marks of `target` where those of the original are paired.

    A mark may be closed in a later passage and may have been opened in an earlier one of the same paragraph: those are
    not reported.
    """
    text = target.text
    if _PAIRED.search(text) is None or _is_even(text):
        return
    lone = unpaired(text)
    if not lone or unpaired(source):
        return
    before, after = _around(target)
    alone = len(before.strip()) + len(after.strip()) < ALONE
    if alone and _PAIRED.search(source) is None:
        return
    for place, mark in lone:
        if mark == '"':
            closed = (before + after).count('"') % 2 == 1
        elif mark in _OPENS:
            closed = _balance(after, mark) < 0 or (place == 0 and mark in "«“" and not alone)
        else:
            closed = _balance(before, mark) > 0
        if not closed:
            yield Damage("unpaired", target.part(place, place + 1), None, 0.75)


def _is_even(text: str) -> bool:
    """Whether each kind of mark is opened as often as it is closed, which is enough for sound texts."""
    return (
        text.count("(") == text.count(")")
        and text.count("«") == text.count("»")
        and text.count("“") + text.count("„") == text.count("”")
        and text.count('"') % 2 == 0
        and text.count("[") == text.count("]")
    )


def unpaired(text: str) -> list[tuple[int, str]]:
    """The places of the marks without their other half, in text order."""
    if _PAIRED.search(text) is None:
        return []
    left_out = {
        place
        for pattern in (_NUMBERING, _SMILEY, _INCHES)
        for match in pattern.finditer(text)
        for place in range(match.start(), match.end())
    }
    opened: list[tuple[int, str]] = []
    lone: list[tuple[int, str]] = []
    plain: list[int] = []
    for match in _PAIRED.finditer(text):
        place, mark = match.start(), match[0]
        if place in left_out and not _closes_an_open(mark, opened):
            continue
        if mark == '"':
            plain.append(place)
        elif mark in _CLOSES and _closes_an_open(mark, opened):
            last = max(index for index, (_, other) in enumerate(opened) if other in _CLOSES[mark])
            del opened[last]
        elif mark in _OPENS:
            opened.append((place, mark))
        else:
            lone.append((place, mark))
    if len(plain) % 2:
        lone.append((plain[-1], '"'))
    return sorted([*lone, *opened])


def _closes_an_open(mark: str, opened: list[tuple[int, str]]) -> bool:
    return mark in _CLOSES and any(other in _CLOSES[mark] for _, other in opened)


def _around(target: Passage) -> tuple[str, str]:
    """What stands before and after a passage in its document."""
    whole = target.document.text
    return whole[: target.start], whole[target.end :]


def _balance(text: str, mark: str) -> int:
    """How many of a kind of mark are opened more than closed."""
    opens = mark if mark in _OPENS else _CLOSES[mark][0]
    closes = next(closing for closing, opening in _CLOSES.items() if opens in opening)
    return text.count(opens) - text.count(closes)
