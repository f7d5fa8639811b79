"""The translation as a Word document with a comment on each finding."""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING

from auditor.findings import Finding
from auditor.reports import View
from auditor.reports.listing import Audited, Listing, standing
from auditor.reports.shown_text import in_xml, isolated, shown

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.run import Run

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time of a ZIP file


def write(listing: Listing, view: View) -> bytes:  # noqa: ARG001 - the same whatever it is looked at with
    """One translation after the other, each under its name; the same bytes whenever they are written."""
    import docx

    document = docx.Document()
    for audited in listing.audits:
        document.add_heading(in_xml(shown(audited.target)), 1)
        _add(document, audited)
    data = io.BytesIO()
    document.save(data)
    return _timeless(data)


def _add(document: Document, audited: Audited) -> None:
    bitext = audited.audit.bitext
    places = [(finding, finding.target or standing(bitext, finding)) for finding in audited.audit.findings]
    cuts = sorted({place for _, passage in places for place in (passage.start, passage.end)})
    runs = _runs(document, bitext.target.text, cuts)
    for finding, passage in places:
        own = [run for start, end, run in runs if start < passage.end and passage.start < end]
        own = own or [
            max(runs, key=lambda each: (each[0] <= passage.start, each[0] * (each[0] <= passage.start)))[2]
        ]
        comment = document.add_comment(own, _comment(finding), author="auditor", initials="a")
        comment._comment_elm.date = None  # noqa: SLF001 - python-docx writes the time, and no report has one


def _runs(document: Document, text: str, cuts: Sequence[int]) -> list[tuple[int, int, Run]]:
    """A paragraph for each line; its runs, cut wherever a finding begins or ends, with their offsets in the text."""
    runs = []
    offset = 0
    for line in text.split("\n"):
        paragraph = document.add_paragraph()
        end = offset + len(line)
        places = [offset, *(cut for cut in cuts if offset < cut < end), end]
        for start, stop in itertools.pairwise(places):
            runs.append((start, stop, paragraph.add_run(in_xml(shown(text[start:stop])))))
        offset = end + 1
    return runs


def _comment(finding: Finding) -> str:
    lines = [f"{finding.severity.label} {finding.code}: {isolated(shown(finding.message))}"]
    if finding.source:
        lines.append(f"Original: {isolated(shown(finding.source.text))}")
    if finding.suggestion:
        lines.append(f"Suggestion: {isolated(shown(finding.suggestion))}")
    return in_xml("\n".join(lines))


def _timeless(data: io.BytesIO) -> bytes:
    """The same archive with every member as old as can be."""
    out = io.BytesIO()
    with zipfile.ZipFile(data) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            kept.writestr(zipfile.ZipInfo(name, _EPOCH), made.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
