"""Markdown (CommonMark with tables): headings, paragraphs, list items and cells as text, code blocks left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from auditor.errors import ReadError
from auditor.readers.anchored import Anchored, joined
from auditor.readers.plain_text import decode as decode_plain

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---\r?\n.*?^---\s*$", re.DOTALL | re.MULTILINE)


def decode(data: bytes, name: str, warn: Callable[[str], None]) -> Anchored:
    """A line of text for each block. Raises ReadError where the bytes are no text, or there is none in it."""
    from markdown_it import MarkdownIt

    source = _FRONT_MATTER.sub(lambda match: "\n" * match[0].count("\n"), decode_plain(data, name, warn))
    blocks = []
    line = 1
    for token in MarkdownIt("commonmark").enable("table").parse(source):
        line = token.map[0] + 1 if token.map else line
        lines = _lines(token) if token.type == "inline" else []
        if any(lines):
            blocks.append((line, lines))
    if not blocks:
        raise ReadError(f"{name}: there is no text in it")
    return joined(blocks)


def _lines(block: Token) -> list[str]:
    """What a reader sees of the lines of a block: link texts without addresses, no images and no HTML."""
    found = [""]
    for token in block.children or ():
        if token.type in {"text", "code_inline"}:
            found[-1] += token.content
        elif token.type in {"softbreak", "hardbreak"}:
            found.append("")
    return [line.strip() for line in found]
