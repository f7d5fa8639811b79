"""Web pages: the main text, without menus, teasers and comment forms, and where it stands in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from auditor.bitext import Anchor
from auditor.errors import ReadError
from auditor.readers.anchored import Anchored
from auditor.readers.hostile_html import LenientParser
from auditor.readers.plain_text import decode as decode_plain

_SPACES = re.compile(r"\s+")
_SOUGHT = 80
"""Characters of a paragraph by which it is found again in the file."""


def decode(data: bytes, name: str, warn: Callable[[str], None]) -> Anchored:
    """The headline and the paragraphs of the main text, as trafilatura finds them, a line each.

    Raises ReadError where the bytes are no text, or no main text is found.
    """
    from trafilatura import bare_extraction

    html = decode_plain(data, name, warn)
    found = bare_extraction(html, include_comments=False, include_formatting=False, deduplicate=False)
    text = (found.text or "") if found is not None and not isinstance(found, dict) else ""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    title = _SPACES.sub(" ", getattr(found, "title", None) or "").strip()
    if not lines:
        raise ReadError(f"{name}: no main text is found in this page")
    if title and title not in lines[:3]:
        lines.insert(0, title)
    return Anchored("\n".join(lines), _anchors(html, lines))


def _anchors(html: str, lines: list[str]) -> tuple[Anchor, ...]:
    """Where each line begins in the file; one that is not found there word for word goes with the line before."""
    page = _PageText(html)
    anchors, offset, last = [], 0, 0
    for line in lines:
        found = page.find(line, last)
        if found is not None:
            place, last = found
            anchors.append(Anchor(offset, *place))
        offset += len(line) + 1
    return tuple(anchors)


class _PageText(LenientParser):
    """The text of a page without spaces, with the line and column that each of its runs begins at."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._runs: list[str] = []
        self._places: list[tuple[int, int]] = []
        self._unread = 0
        self.feed(html)
        self.close()
        self._text = "".join(self._runs)
        self._starts: list[int] = []
        length = 0
        for run in self._runs:
            self._starts.append(length)
            length += len(run)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as it is called
        self._unread += tag in {"script", "style", "title"}

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in {"script", "style", "title"} and self._unread > 0

    def handle_data(self, data: str) -> None:
        run = _SPACES.sub("", data)
        if run and not self._unread:
            line, column = self.getpos()
            lead = data[: len(data) - len(data.lstrip())]
            line += lead.count("\n")
            column = len(lead.rpartition("\n")[2]) if "\n" in lead else column + len(lead)
            self._runs.append(run)
            self._places.append((line, column + 1))

    def find(self, line: str, after: int) -> tuple[tuple[int, int], int] | None:
        """Line and column of the beginning of a text, looked for behind `after` first, and where it ends."""
        sought = _SPACES.sub("", line)[:_SOUGHT]
        start = self._text.find(sought, after)
        if start < 0:
            start = self._text.find(sought)
        if start < 0:
            return None
        return self._places[bisect_right(self._starts, start) - 1], start + len(sought)
