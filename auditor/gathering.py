"""Checked pairs of one file as audits, so that every report of audits can show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from auditor.audits import Audit, CheckedPair
from auditor.bitext import Anchor, Bitext, Document, Pair, Passage
from auditor.findings import Finding
from auditor.score import score


@dataclass(frozen=True, slots=True)
class Gathered:
    """`units`: where each pair begins in the text of the translations, and its id."""

    audit: Audit
    units: tuple[tuple[int, str], ...]


@dataclass(slots=True)
class _Side:
    """The texts of one side under one another; each begins in the line of the file that its pair stands in."""

    name: str
    language: str
    texts: list[str] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, line: int) -> int:
        """Where the text begins."""
        start = self.length
        self.texts.append(text)
        self.anchors.append(Anchor(start, line, 1))
        self.length += len(text) + 1
        return start

    def document(self) -> Document:
        return Document(self.name, self.language, "\n".join(self.texts), tuple(self.anchors))


def gathered(name: str, checked: Sequence[CheckedPair], signature: str) -> list[Gathered]:
    """An audit for each pair of languages in the file, in the order in which they come first."""
    groups: dict[tuple[str, str], list[CheckedPair]] = {}
    for each in checked:
        groups.setdefault((each.bitext.source.language, each.bitext.target.language), []).append(each)
    return [_gathered(name, languages, group, signature) for languages, group in groups.items()]


def _gathered(
    name: str, languages: tuple[str, str], checked: Sequence[CheckedPair], signature: str
) -> Gathered:
    sides = _Side(name, languages[0]), _Side(name, languages[1])
    starts = [
        (
            sides[0].add(each.bitext.source.text, each.record.line),
            sides[1].add(each.bitext.target.text, each.record.line),
        )
        for each in checked
    ]
    source, target = sides[0].document(), sides[1].document()
    pairs: list[Pair] = []
    findings: list[Finding] = []
    for each, (first, second) in zip(checked, starts, strict=True):

        def moved(
            passage: Passage | None,
            own: Document = each.bitext.source,
            first: int = first,
            second: int = second,
        ) -> Passage | None:
            if passage is None:
                return None
            whole, start = (source, first) if passage.document is own else (target, second)
            return whole.passage(passage.start + start, passage.end + start)

        pairs += [
            replace(pair, source=moved(pair.source), target=moved(pair.target)) for pair in each.bitext.pairs
        ]
        findings += [
            replace(found, source=moved(found.source), target=moved(found.target)) for found in each.findings
        ]
    audit = Audit(
        Bitext(source, target, tuple(pairs)), tuple(findings), score(findings, target.text), signature
    )
    units = tuple((start, str(each.record.id)) for each, (_, start) in zip(checked, starts, strict=True))
    return Gathered(audit, units)
