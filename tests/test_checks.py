"""Every check against its cases: what must be flagged, what must pass, what is known not to work yet.

A case gives the text in two languages under their codes; the original is Arabic unless `original` names another.
`mark` is the exact target passage to be reported, or a list of them; `mark_source` likewise for the original.
Texts of one line are an aligned pair; texts of several lines are documents and are aligned first.
"""

import tomllib
from pathlib import Path

import pytest

import auditor
from auditor.checks import CHECKS

CASES = Path(__file__).parent / "cases"
HEADINGS = ("Why it matters:", "Flags:", "Passes:", "Known limits:", "Source:")


def load(kind):
    for path in sorted(CASES.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        for number, case in enumerate(table.get(kind, []), start=1):
            yield pytest.param(path.stem, case, id=f"{path.stem}-{kind}-{number}")


def findings_of(code, case):
    original = case.get("original", "ar")
    translation = next(key for key in ("fr", "en", "ar") if key in case and key != original)
    options = {"source_language": original, "target_language": translation, "select": [code]}
    if "\n" in case[original].strip() or "\n" in case[translation].strip():
        return auditor.audit_texts(case[original], case[translation], **options).findings
    return auditor.check(case[original], case[translation], **options).findings


def expected(case, key):
    marks = case.get(key, [])
    return [marks] if isinstance(marks, str) else marks


def assert_flagged(code, case):
    found = findings_of(code, case)
    assert found, "nothing is flagged"
    assert {finding.code for finding in found} == {code}
    if "mark" in case:
        assert [finding.target and finding.target.text for finding in found] == expected(case, "mark")
    if "mark_source" in case:
        assert [finding.source and finding.source.text for finding in found] == expected(case, "mark_source")
    if "suggestion" in case:
        assert [finding.suggestion for finding in found] == expected(case, "suggestion")
    if "severity" in case:
        assert {finding.severity.label for finding in found} == {case["severity"]}


@pytest.mark.parametrize(("code", "case"), list(load("flag")))
def test_flag(code, case):
    assert_flagged(code, case)


@pytest.mark.parametrize(("code", "case"), list(load("pass")))
def test_pass(code, case):
    assert [finding.message for finding in findings_of(code, case)] == []


@pytest.mark.xfail(strict=True, reason="known limit")
@pytest.mark.parametrize(("code", "case"), list(load("known")))
def test_known(code, case):
    """A case with `mark` should be flagged and is not; one without should pass and does not."""
    if "mark" in case or "mark_source" in case:
        assert_flagged(code, case)
    else:
        assert [finding.message for finding in findings_of(code, case)] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_manual_page(check):
    page = type(check).__doc__ or ""
    assert [heading for heading in HEADINGS if heading not in page] == []


def test_every_check_is_registered_and_has_cases():
    modules = {path.stem.replace("_", "-") for path in Path(auditor.__file__).parent.glob("checks/*.py")} - {
        "--init--"
    }
    codes = {check.code for check in CHECKS}
    assert codes == modules
    for code in codes:
        table = tomllib.loads((CASES / f"{code}.toml").read_text(encoding="utf-8"))
        assert len(table["flag"]) >= 3, code
        assert len(table["pass"]) >= 3, code
