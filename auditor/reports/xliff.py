"""Findings as XLIFF 2.1 with ITS 2.0 localization quality issues on the spans, for translation tools."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from auditor.bitext import Bitext, Pair, Passage
from auditor.checks import CHECKS
from auditor.errors import ConfigError
from auditor.findings import Finding, Severity
from auditor.reports import View
from auditor.reports.listing import Audited, Listing
from auditor.reports.shown_text import in_xml, shown
from auditor.reports.touched import in_order, touched

_SEVERITIES = {Severity.MINOR: 25, Severity.MAJOR: 60, Severity.CRITICAL: 100}  # ITS: 0 to 100
_ITS = {check.code: check.its for check in CHECKS}
_END = '<em startRef="{}"/>'
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
    bitext = audited.audit.bitext
    marks = _marks(bitext, audited.audit.findings)
    units = "".join(_unit(place, pair, marks) for place, pair in enumerate(bitext.pairs, start=1))
    return f' <file id="f{number}" original={quoteattr(in_xml(audited.target))}>\n{units} </file>\n'


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    name: str
    finding: Finding


def _marks(bitext: Bitext, findings: Sequence[Finding]) -> dict[int, list[_Mark]]:
    """By the `id` of a passage. A finding is marked in the target; one without a target passage in the source."""
    sources, targets = in_order(p.source for p in bitext.pairs), in_order(p.target for p in bitext.pairs)
    found: dict[int, list[_Mark]] = {}
    for number, finding in enumerate(findings, start=1):
        place, side, homes = (
            (finding.target, "t", targets) if finding.target else (finding.source, "s", sources)
        )
        if place is None:
            continue
        for home in touched(homes, place):
            mark = _Mark(max(place.start, home.start), min(place.end, home.end), f"{side}{number}", finding)
            found.setdefault(id(home), []).append(mark)
    return found


def _unit(number: int, pair: Pair, marks: Mapping[int, Sequence[_Mark]]) -> str:
    source, target = (
        "".join(_pieces(p, marks.get(id(p), ()))) if p else "" for p in (pair.source, pair.target)
    )
    return (
        f'  <unit id="p{number}"><segment>\n   <source xml:space="preserve">{source}</source>\n'
        f'   <target xml:space="preserve">{target}</target>\n  </segment></unit>\n'
    )


def _pieces(passage: Passage, marks: Sequence[_Mark]) -> Iterator[str]:
    """The text with a start and an end marker for each finding: they may cross, which elements could not."""
    cuts = sorted(
        {passage.start, passage.end, *(place for mark in marks for place in (mark.start, mark.end))}
    )
    for start, end in itertools.pairwise(cuts):
        yield from (_END.format(mark.name) for mark in marks if mark.start < mark.end == start)
        for mark in (each for each in marks if each.start == start):
            yield _start(mark) + (_END.format(mark.name) if mark.end == start else "")
        yield escape(in_xml(passage.document.text[start:end]))
    yield from (_END.format(mark.name) for mark in marks if mark.end == passage.end)


def _start(mark: _Mark) -> str:
    finding = mark.finding
    comment = shown(finding.message) + (f" → {shown(finding.suggestion)}" if finding.suggestion else "")
    return (
        f'<sm id="{mark.name}" type="its:generic" its:locQualityIssueType="{_ITS[finding.code]}" '
        f'its:locQualityIssueSeverity="{_SEVERITIES[finding.severity]}" '
        f"its:locQualityIssueComment={quoteattr(in_xml(f'{finding.code}: {comment}'))}/>"
    )
