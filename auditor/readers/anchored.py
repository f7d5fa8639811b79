"""A text taken out of a file of another format, and where its parts stand there."""

from __future__ import annotations

from typing import NamedTuple

from auditor.bitext import Anchor


class Anchored(NamedTuple):
    """`anchors` in order of their offsets; empty where the text is the file itself."""

    text: str
    anchors: tuple[Anchor, ...] = ()


def joined(blocks: list[tuple[int, list[str]]]) -> Anchored:
    """Blocks of text, each with the line of the file it begins at and its lines there: a block becomes one line."""
    anchors, texts, offset = [], [], 0
    for first, lines in blocks:
        for line, text in enumerate(lines, start=first):
            anchors.append(Anchor(offset, line, 1))
            offset += len(text) + 1
        texts.append(" ".join(lines))
    return Anchored("\n".join(texts), tuple(anchors))
