"""The review page: one HTML file that needs no network, with both texts side by side and the findings to decide on."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

from auditor.bitext import Pair, Passage
from auditor.decisions import SCHEMA
from auditor.findings import Severity
from auditor.reports import View
from auditor.reports.html_marks import Mark, marked, marks_of, missing_mark
from auditor.reports.listing import Audited, Entry, Listing
from auditor.reports.shown_text import isolated, shown

SIGNS = {Severity.CRITICAL: "‼", Severity.MAJOR: "!", Severity.MINOR: "·"}


def write(listing: Listing, view: View) -> str:  # noqa: ARG001 - the same whatever it is looked at with
    return page(listing)


def page(listing: Listing, *, save: str = "", token: str = "") -> str:
    """The page; with `save` it sends decisions to that address as they are made, and `token` with them.

    Text of the articles is escaped, and the page's policy runs no script but its own, known by its hash.
    """
    entries = listing.entries
    style, script = _part("page.css"), _part("page.js")
    return Template(_part("page.html")).substitute(
        title=escape(", ".join(_named(each) for each in listing.audits)),
        counts=escape(_counts(listing)),
        severities="".join(_severity(level) for level in sorted(Severity, reverse=True)),
        codes="".join(f"<option>{code}</option>" for code in sorted({e.finding.code for e in entries})),
        findings="".join(_card(entry) for entry in entries),
        texts="".join(_texts(listing)),
        data=_json(_data(listing, save, token)),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
    )


def _part(name: str) -> str:
    return (files("auditor.reports") / "page" / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _json(value: Any) -> str:  # noqa: ANN401 - whatever JSON can say
    """Nothing in it can end the script element that it stands in."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _data(listing: Listing, save: str, token: str) -> dict[str, Any]:
    findings = [
        {
            "fingerprint": entry.fingerprint,
            "code": entry.finding.code,
            "severity": entry.finding.severity.label,
            "source": entry.finding.source and shown(entry.finding.source.text),
            "target": entry.finding.target and shown(entry.finding.target.text),
        }
        for entry in listing.entries
    ]
    decided = {
        mark: {"state": each.state, "note": each.note} for mark, each in sorted(listing.decisions.items())
    }
    key = f"auditor {' '.join(each.target for each in listing.audits)}"
    return {
        "schema": SCHEMA,
        "key": key,
        "save": save,
        "token": token,
        "findings": findings,
        "decisions": decided,
    }


def _named(audited: Audited) -> str:
    return f"{shown(audited.source)} → {shown(audited.target)}"


def _counts(listing: Listing) -> str:
    counts = Counter(entry.finding.severity for entry in listing.entries)
    found = ", ".join(f"{counts[level]} {level.label}" for level in sorted(Severity, reverse=True))
    scores = "; ".join(
        f"{each.audit.score.penalty_per_100_words:g} per 100 words of {shown(each.target)}"
        for each in listing.audits
    )
    return f"{found}. Penalty {scores}. {' '.join(sorted({each.audit.signature for each in listing.audits}))}"


def _severity(level: Severity) -> str:
    return (
        f'<label><input type="checkbox" value="{level.label}" checked> {SIGNS[level]} {level.label}</label>'
    )


def _card(entry: Entry) -> str:
    finding = entry.finding
    suggestion = f"→ {isolated(shown(finding.suggestion))}" if finding.suggestion else ""
    also = f"; also {', '.join(finding.also)}" if finding.also else ""
    rows = {
        "message": isolated(shown(finding.message)),
        "suggestion": suggestion,
        "sure": f"line {entry.target.line}{_unit(entry)}, confidence {finding.confidence:.2f}{also}",
        "remark": "",
    }
    body = "".join(f'<span class="{name}">{escape(text)}</span>' for name, text in rows.items())
    head = f"{SIGNS[finding.severity]} {finding.severity.label} {finding.code}"
    return (
        f'<li><button type="button" class="finding {finding.severity.label}" data-state="open">'
        f'<span class="head"><span>{head}</span><span class="state"></span></span>{body}</button></li>\n'
    )


def _unit(entry: Entry) -> str:
    return f", segment {isolated(shown(entry.unit))}" if entry.unit else ""


def _texts(listing: Listing) -> Iterator[str]:
    first = 0
    for audited in listing.audits:
        bitext = audited.audit.bitext
        marks = marks_of(bitext, audited.audit.findings, first)
        first += len(audited.audit.findings)
        yield f'<section><h2>{escape(_named(audited))}</h2><ol class="pairs">\n'
        for pair in bitext.pairs:
            yield f'<li class="pair">{_source(pair, marks)}{_target(pair, marks)}</li>\n'
        yield "</ol></section>\n"


def _source(pair: Pair, marks: dict[int, list[Mark]]) -> str:
    if pair.source is None:
        return '<div class="gap">no counterpart in the original</div>'
    return _side(pair.source, marked(pair.source, marks.get(id(pair.source), [])))


def _target(pair: Pair, marks: dict[int, list[Mark]]) -> str:
    missing = marks.get(id(pair), [])
    if pair.target is None:
        return f'<div class="gap">no counterpart in the translation {missing_mark(missing)}</div>'
    moved = '<span class="moved">stands elsewhere in the translation</span>' if pair.moved else ""
    text = marked(pair.target, marks.get(id(pair.target), []))
    return _side(pair.target, f"{text}{missing_mark(missing)}{moved}")


def _side(passage: Passage, text: str) -> str:
    direction = "rtl" if passage.language == "ar" else "ltr"
    return f'<div lang="{passage.language}" dir="{direction}">{text}</div>'
