"""Findings as SARIF 2.1.0 (OASIS), for code-scanning pages: a rule for each check, a result for each finding."""

from __future__ import annotations

import inspect
import json
from typing import Any
from urllib.parse import quote

from auditor.checks import CHECKS, Check
from auditor.findings import Severity
from auditor.reports import View
from auditor.reports.listing import Entry, Listing, Place
from auditor.reports.shown_text import shown
from auditor.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.MINOR: "warning", Severity.MAJOR: "error", Severity.CRITICAL: "error"}
_NUMBERS = {check.code: number for number, check in enumerate(CHECKS)}


def write(listing: Listing, view: View) -> str:  # noqa: ARG001 - the same whatever it is looked at with
    """Columns are code points; the passage of the original is a related location; `rank` is the confidence in percent."""
    driver = {"name": "auditor", "version": __version__, "rules": [_rule(check) for check in CHECKS]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(listing)],
        "properties": {"signatures": sorted({each.audit.signature for each in listing.audits})},
        "artifacts": [
            {"location": _artifact(path), "sourceLanguage": language} for path, language in _files(listing)
        ],
        "results": [_result(entry) for entry in listing.entries],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _files(listing: Listing) -> list[tuple[str, str]]:
    """Paths and languages, each once: an original may have several translations."""
    files = (
        (path, document.language)
        for each in listing.audits
        for path, document in (
            (each.source, each.audit.bitext.source),
            (each.target, each.audit.bitext.target),
        )
    )
    return list(dict.fromkeys(files))


def _invocation(listing: Listing) -> dict[str, Any]:
    """Where something could not be audited the run has failed, or code scanning would take silence for mending."""
    notes = [{"level": "error", "message": {"text": shown(each)}} for each in listing.failures]
    return {"executionSuccessful": not notes, "toolExecutionNotifications": notes}


def _rule(check: Check) -> dict[str, Any]:
    page = inspect.getdoc(type(check)) or ""
    summary = " ".join(page.partition("\n\n")[0].split())
    return {
        "id": check.code,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": summary},
        "help": {"text": page},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
        "properties": {"mqm": check.mqm, "its": check.its},
    }


def _result(entry: Entry) -> dict[str, Any]:
    finding = entry.finding
    text = finding.target.text if finding.target else None
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": _NUMBERS[finding.code],
        "level": _LEVELS[finding.severity],
        "rank": round(100 * finding.confidence, 2),
        "message": {"text": _message(entry)},
        "locations": [_standing(entry, text)],
        "partialFingerprints": {"auditor/v1": entry.fingerprint},
        "properties": {"severity": finding.severity.label, "also": list(finding.also)},
    }
    if entry.source and finding.source:
        result["relatedLocations"] = [
            {
                "id": 1,
                "message": {"text": "the original"},
                "physicalLocation": _location(entry.source, finding.source.text),
            }
        ]
    if finding.suggestion is not None and finding.target is not None and entry.target.is_exact:
        result["fixes"] = [_fix(entry.target, finding.suggestion)]
    return result


def _standing(entry: Entry, text: str | None) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": _location(entry.target, text)}
    if entry.unit:
        location["logicalLocations"] = [{"name": shown(entry.unit), "kind": "segment"}]
    return location


def _message(entry: Entry) -> str:
    """Brackets would be links to related locations (SARIF 3.11.6), so those of the text are escaped."""
    text = shown(entry.finding.message)
    if entry.finding.suggestion:
        text += f" (suggestion: {shown(entry.finding.suggestion)})"
    for mark in "\\[]":
        text = text.replace(mark, f"\\{mark}")
    return text


def _artifact(path: str) -> dict[str, str]:
    """The articles of feeds are called by their addresses, which stay as they are."""
    address = path.startswith(("http://", "https://"))
    return {"uri": quote(path, safe="/:?#[]@!$&'()*+,;=%" if address else "/")}


def _location(place: Place, text: str | None) -> dict[str, Any]:
    region = _region(place)
    if text:
        region["snippet"] = {"text": text}
    return {"artifactLocation": _artifact(place.path), "region": region}


def _region(place: Place) -> dict[str, Any]:
    if not place.is_exact:
        return {"startLine": place.line}
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fix(place: Place, suggestion: str) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(place), "insertedContent": {"text": suggestion}}
    change = {"artifactLocation": _artifact(place.path), "replacements": [replacement]}
    return {"description": {"text": "what the passage should say"}, "artifactChanges": [change]}
