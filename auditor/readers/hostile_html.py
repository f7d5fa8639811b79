"""HTML as it comes: what Python's parser would stop at is passed over, as browsers do."""

from __future__ import annotations

from html.parser import HTMLParser


class LenientParser(HTMLParser):
    """Character references are read; a marked section, which HTML does not have, is a comment (WHATWG HTML 13.2.5.42)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        return self.parse_bogus_comment(i, bool(report))
