"""Findings as XLIFF 2.1 with ITS 2.0 localization quality issues on the spans, for translation tools."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from auditor.bitext import Pair, Passage
from auditor.checks import CHECKS
from auditor.errors import ConfigError
from auditor.findings import Finding, Severity
from auditor.reports import View
from auditor.reports.listing import Audited, Listing
from auditor.reports.shown_text import in_xml, shown

_SEVERITIES = {Severity.MINOR: 25, Severity.MAJOR: 60, Severity.CRITICAL: 100}  # ITS: 0 to 100
_ITS = {check.code: check.its for check in CHECKS}
_HEAD = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:its="http://www.w3.org/2005/11/its" '
    'its:version="2.0" version="2.1" srcLang="{}" trgLang="{}">'
)


def write(listing: Listing, view: View) -> str:  # noqa: ARG001 - the same whatever it is looked at with
    """A file element for each translation, a unit for each aligned pair.

    Raises ConfigError for translations into several languages: XLIFF names the languages of a document once.
    """
    languages = {
        (each.audit.bitext.source.language, each.audit.bitext.target.language) for each in listing.audits
    }
    if len(languages) > 1:
        raise ConfigError("xliff holds one pair of languages: audit translations into fr and into en apart")
    files = (_file(number, audited) for number, audited in enumerate(listing.audits, start=1))
    head = _HEAD.format(*(languages or {("und", "und")}).pop())
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{"".join(files)}</xliff>\n'


def _file(number: int, audited: Audited) -> str:
    pairs = enumerate(audited.audit.bitext.pairs, start=1)
    units = "".join(_unit(place, pair, audited.audit.findings) for place, pair in pairs)
    return f' <file id="f{number}" original={quoteattr(in_xml(audited.target))}>\n{units} </file>\n'


def _unit(number: int, pair: Pair, findings: Sequence[Finding]) -> str:
    """A finding is marked in the target; one without a target passage in the source."""
    marks = [(each, index) for index, each in enumerate(findings, start=1)]
    source = _side(pair.source, "s", [(f.source, f, i) for f, i in marks if f.target is None and f.source])
    target = _side(pair.target, "t", [(f.target, f, i) for f, i in marks if f.target is not None])
    return (
        f'  <unit id="p{number}"><segment>\n   <source xml:space="preserve">{source}</source>\n'
        f'   <target xml:space="preserve">{target}</target>\n  </segment></unit>\n'
    )


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    name: str
    finding: Finding


def _side(passage: Passage | None, side: str, found: Sequence[tuple[Passage, Finding, int]]) -> str:
    if passage is None:
        return ""
    marks = [
        _Mark(max(each.start, passage.start), min(each.end, passage.end), f"{side}{number}", finding)
        for each, finding, number in found
        if each.overlaps(passage)
    ]
    return "".join(_pieces(passage, marks))


def _pieces(passage: Passage, marks: Sequence[_Mark]) -> Iterator[str]:
    """The text with a start and an end marker for each finding: they may cross, which elements could not."""
    cuts = sorted(
        {passage.start, passage.end, *(place for mark in marks for place in (mark.start, mark.end))}
    )
    for start, end in itertools.pairwise(cuts):
        yield from (f'<em startRef="{mark.name}"/>' for mark in marks if mark.end == start)
        yield from (_start(mark) for mark in marks if mark.start == start)
        yield escape(in_xml(passage.document.text[start:end]))
    yield from (f'<em startRef="{mark.name}"/>' for mark in marks if mark.end == passage.end)


def _start(mark: _Mark) -> str:
    finding = mark.finding
    comment = shown(finding.message) + (f" → {shown(finding.suggestion)}" if finding.suggestion else "")
    return (
        f'<sm id="{mark.name}" type="its:generic" its:locQualityIssueType="{_ITS[finding.code]}" '
        f'its:locQualityIssueSeverity="{_SEVERITIES[finding.severity]}" '
        f"its:locQualityIssueComment={quoteattr(in_xml(f'{finding.code}: {comment}'))}/>"
    )
