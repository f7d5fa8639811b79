"""Findings as JUnit XML, which every CI system reads: a suite for each translation, a case for each check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from auditor.checks import CHECKS
from auditor.reports import View
from auditor.reports.listing import Audited, Entry, Listing
from auditor.reports.shown_text import in_xml, shown


def write(listing: Listing, view: View) -> str:  # noqa: ARG001 - the same whatever it is looked at with
    """A case fails where the check has a finding of the level that fails the run; graver or lesser ones stand in its text."""
    suites = [_suite(audited) for audited in listing.audits]
    tests = sum(tests for _, tests, _ in suites)
    failures = sum(failures for _, _, failures in suites)
    head = f'<testsuites name="auditor" tests="{tests}" failures="{failures}" errors="0">'
    lines = (text for text, _, _ in suites)
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *lines, "</testsuites>", ""])


def _suite(audited: Audited) -> tuple[str, int, int]:
    """The suite, its cases and those of them that fail."""
    by_code: dict[str, list[Entry]] = {check.code: [] for check in CHECKS}
    for entry in audited.entries:
        by_code[entry.finding.code].append(entry)
    failed = sum(any(entry.fails for entry in entries) for entries in by_code.values())
    name = _attribute(audited.target)
    head = f' <testsuite name={name} tests="{len(by_code)}" failures="{failed}" errors="0" skipped="0">'
    cases = [line for code, entries in by_code.items() for line in _case(code, entries, audited.target)]
    return "\n".join([head, *cases, " </testsuite>"]), len(by_code), failed


def _case(code: str, entries: Sequence[Entry], path: str) -> Iterator[str]:
    name = f'  <testcase classname={_attribute(path)} name="{code}" file={_attribute(path)}'
    failing = [entry for entry in entries if entry.fails]
    if not entries:
        yield f"{name}/>"
        return
    yield f'{name} line="{(failing or entries)[0].target.line}">'
    if failing:
        first = failing[0].finding
        yield f'   <failure message={_attribute(first.message)} type="{first.severity.label}">{_text(failing)}</failure>'
    rest = [entry for entry in entries if not entry.fails]
    if rest:
        yield f"   <system-out>{_text(rest)}</system-out>"
    yield "  </testcase>"


def _text(entries: Sequence[Entry]) -> str:
    return "\n".join(escape(in_xml(_line(entry))) for entry in entries)


def _line(entry: Entry) -> str:
    place, finding = entry.target, entry.finding
    suggestion = f" → {shown(finding.suggestion)}" if finding.suggestion else ""
    unit = f" [{shown(entry.unit)}]" if entry.unit else ""
    return f"{place.path}:{place.line}:{place.column}:{unit} {finding.severity.label}: {shown(finding.message)}{suggestion}"


def _attribute(text: str) -> str:
    return quoteattr(in_xml(shown(text)))
