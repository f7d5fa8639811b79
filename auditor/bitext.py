"""Documents, passages, and the pairs that an alignment makes of them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple


class Anchor(NamedTuple):
    """From `offset` of a text on it stands at this line and column of its file, both from 1."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Document:
    """One text in one language; nobody edits `text` after reading.

    `anchors`, in order of offset, tell where it stands in its file if it was taken out of another format.
    """

    name: str
    language: str  # BCP 47: ar, fr, en
    text: str = field(repr=False)
    anchors: tuple[Anchor, ...] = field(default=(), repr=False)

    def passage(self, start: int = 0, end: int | None = None) -> Passage:
        """The slice [start, end) of the text, in code points; all of it by default."""
        return Passage(self, start, len(self.text) if end is None else end)


@dataclass(frozen=True, slots=True)
class Passage:
    """A slice [start, end) of a document, in code points: a word, a sentence, several sentences."""

    document: Document = field(repr=False)
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.document.text[self.start : self.end]

    @property
    def language(self) -> str:
        return self.document.language

    def part(self, start: int, end: int) -> Passage:
        """The slice [start, end) counted from the beginning of this passage."""
        return Passage(self.document, self.start + start, self.start + end)

    def stripped(self) -> Passage:
        """The passage from its first to its last non-space character."""
        text = self.text
        if text.strip() == text:
            return self
        lead = len(text) - len(text.lstrip())
        return self.part(lead, max(lead, len(text.rstrip())))

    def overlaps(self, other: Passage) -> bool:
        return self.start < other.end and other.start < self.end

    @property
    def line(self) -> int:
        """Line of the first character in the file, from 1; only a line feed ends a line."""
        anchor = self._anchor
        return anchor.line if anchor else self.document.text.count("\n", 0, self.start) + 1

    @property
    def column(self) -> int:
        """Column of the first character in the file, from 1, in code points."""
        anchor = self._anchor
        if anchor:
            return anchor.column + self.start - anchor.offset
        return self.start - self.document.text.rfind("\n", 0, self.start)

    @property
    def _anchor(self) -> Anchor | None:
        anchors = self.document.anchors
        index = bisect_right(anchors, self.start, key=lambda anchor: anchor.offset) - 1
        return anchors[max(index, 0)] if anchors else None


def span(passages: tuple[Passage, ...] | list[Passage]) -> Passage:
    """From the start of the first passage to the end of the last, all of one document, in text order."""
    return Passage(passages[0].document, passages[0].start, passages[-1].end)


@dataclass(frozen=True, slots=True)
class Pair:
    """Source and target passages that stand for each other; a side without counterpart is None on the other.

    `similarity` is the cosine of the two embeddings in [-1, 1], None for a one-sided pair.
    `confidence` in [0, 1] is the probability that the alignment is right here.
    `moved`: the translation has the passage at another place than the original.
    """

    source: Passage | None
    target: Passage | None
    similarity: float | None
    confidence: float
    source_sentences: tuple[int, ...] = ()  # indices into Bitext.source_sentences
    target_sentences: tuple[int, ...] = ()
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Bitext:
    """Two documents and the pairs that cover both, in the order of the source.

    What the target has alone stands after the pair of the passage before it; only what moved leaves the target's order.
    `strangeness` in [0, 1] is the probability that the two are no translations of each other; 0 where nobody asked.
    """

    source: Document
    target: Document
    pairs: tuple[Pair, ...]
    source_sentences: tuple[Passage, ...] = field(default=(), repr=False)
    target_sentences: tuple[Passage, ...] = field(default=(), repr=False)
    strangeness: float = 0.0

    def sources_around(self, number: int) -> list[Passage]:
        """The source passages of a pair and of the pairs before and behind it, in order."""
        near = self.pairs[max(0, number - 1) : number + 2]
        return [pair.source for pair in near if pair.source is not None]
