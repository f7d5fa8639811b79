"""The formats of other programs: byte for byte, valid where there is a schema, and inert whatever the articles say.

The golden files are written anew by `python -m tests.test_listings`: read the difference before it is committed.
"""

import base64
import csv
import hashlib
import io
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import docx
import jsonschema
import pytest

import auditor
from auditor.audits import Audit
from auditor.bitext import Bitext, Document, Pair
from auditor.errors import ConfigError
from auditor.findings import Finding, Severity
from auditor.reports import LISTINGS, View, writer_of
from auditor.reports.github import SHOWN, SUMMARY, summary
from auditor.reports.listing import Audited, Listing, repository_path
from auditor.score import score
from tests.test_reports import AUDIT, CLEAN, GOLDEN, SIGNATURE, TARGET

SCHEMA = Path(__file__).parent.parent.parent / "shared" / "schemas" / "sarif-2.1.0.json"
SUFFIXES = {
    "sarif": "sarif",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "junit": "junit.xml",
    "markdown": "md",
    "csv": "csv",
    "html": "html",
    "xliff": "xlf",
    "docx": "docx.txt",
    "statistics": "statistics.txt",
}
LISTING = Listing(
    (Audited(AUDIT, "news/port.ar.txt", "news/port.fr.txt"), Audited(CLEAN, "a:b.ar", "a,b%.fr"))
)
EVIL = (
    '=HYPERLINK("http://evil") ]]> <script>alert(1)</script> & \x1b[31m\x07 `` ` ``` | @root [1](1) \\ '
    "\n::error file=x::forged\r\n%0A::warning::forged\u202e\ufffe"
)  # fmt: skip


PAGE = Path(auditor.__file__).parent / "reports" / "page"


def written(name, listing=LISTING):
    """The report without what changes with the version, and the page without its style and script, which have files."""
    text = writer_of(name)(listing, View())
    if name == "docx":
        return as_text(text)
    for part in ("page.css", "page.js") if name == "html" else ():
        own = (PAGE / part).read_text(encoding="utf-8")
        digest = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
        assert text.count(own) == text.count(digest) == 1
        text = text.replace(own, part).replace(digest, part)
    return text.replace(f'"{auditor.__version__}"', '"0.0.0"')


def as_text(data):
    """A Word document as its paragraphs, runs that have a comment in brackets, and the comments."""
    document = docx.Document(io.BytesIO(data))
    lines = []
    for paragraph in document.paragraphs:
        for child in paragraph._p:
            kind = child.tag.rpartition("}")[2]
            number = child.get(f"{{{child.nsmap['w']}}}id")
            lines.append({"commentRangeStart": f"[{number} ", "commentRangeEnd": f" {number}]"}.get(kind, ""))
            lines.append("".join(each.text or "" for each in child.iter() if each.tag.endswith("}t")))
        lines.append("\n")
    comments = "".join(f"{each.comment_id}: {each.text}\n" for each in document.comments)
    return f"{''.join(lines)}\n{comments}"


def audited(*findings, text=EVIL, path="x.fr.txt"):
    source, target = Document("x.ar.txt", "ar", "نص\nآخر"), Document("x.fr.txt", "fr", text)
    pair = Pair(source.passage(0, 2), target.passage().stripped(), 0.5, 0.9, (0,), (0,))
    bitext = Bitext(source, target, (pair,))
    made = [replace(each, target=target.passage(), source=source.passage(0, 2)) for each in findings]
    return Audited(Audit(bitext, tuple(made), score(made, text), SIGNATURE), "x.ar.txt", path)


def finding(severity=Severity.MAJOR, message=EVIL, suggestion=EVIL):
    return Finding("number-changed", severity, message, None, None, 0.9, suggestion)


HOSTILE = Listing((audited(finding(), path="=a,b:c%\n::error::x.txt"),))


@pytest.mark.parametrize("name", LISTINGS)
def test_golden(name):
    assert written(name) == (GOLDEN / f"listing.{SUFFIXES[name]}").read_bytes().decode()


@pytest.mark.parametrize("listing", [LISTING, HOSTILE], ids=["sound", "hostile"])
def test_sarif_is_valid(listing):
    if not SCHEMA.is_file():
        pytest.skip("the schema is not at hand")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(json.loads(written("sarif", listing)))


def test_sarif_regions_are_those_of_the_text():
    results = json.loads(written("sarif"))["runs"][0]["results"]
    lines = AUDIT.bitext.target.text.split("\n")
    for result, each in zip(results, AUDIT.findings, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        if each.target:
            rows = lines[region["startLine"] - 1 : region["endLine"]]
            rows[-1] = rows[-1][: region["endColumn"] - 1]
            rows[0] = rows[0][region["startColumn"] - 1 :]
            assert "\n".join(rows) == each.target.text == region["snippet"]["text"]
        assert ("relatedLocations" in result) == (each.source is not None)


def test_what_is_left_out_is_shown_where_it_would_stand():
    omission = next(entry for entry in LISTING.entries if entry.finding.code == "omission")
    assert omission.finding.target is None
    assert (omission.target.line, omission.target.column) == (3, 131)


def test_sarif_links_to_nothing_that_the_article_says():
    (result,) = json.loads(written("sarif", HOSTILE))["runs"][0]["results"]
    assert re.search(r"(?<!\\)\[[^]]*(?<!\\)\]\(", result["message"]["text"]) is None


def test_github_annotates_the_gravest_within_its_limits():
    severities = [Severity.MINOR] * 15 + [Severity.MAJOR] * 9 + [Severity.CRITICAL] * 9
    lines = written("github", Listing((audited(*map(finding, severities)),))).splitlines()
    assert [line.split(" ")[0] for line in lines[:-1]] == ["::error"] * SHOWN + ["::warning"] * SHOWN
    assert sum("critical number-changed" in line for line in lines) == 9
    assert lines[-1].startswith("::notice::13 more")


def test_nothing_forges_an_annotation():
    lines = written("github", HOSTILE).split("\n")
    assert len(lines) == 2
    assert re.match(r"::error file==a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ax.txt,line=1", lines[0])


def test_a_summary_keeps_to_what_github_takes():
    many = Listing((audited(*[finding(message="x" * 900)] * 1500, text="court"),))
    text = summary(many)
    assert len(text.encode()) <= 2**20
    assert len(text.encode()) > SUMMARY - 2000
    assert text.endswith("The rest is too long for this page.\n")
    assert summary(LISTING) == written("markdown")


def test_gitlab_fingerprints_differ_and_hold_no_line():
    issues = json.loads(written("gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(AUDIT.findings)
    assert {issue["severity"] for issue in issues} <= {"info", "minor", "major", "critical", "blocker"}
    assert json.loads(written("gitlab", Listing((LISTING.audits[1],)))) == []


def test_junit_fails_what_fails_the_run():
    root = ET.fromstring(written("junit"))  # noqa: S314 - our own
    first, second = root.findall("testsuite")
    failing = {each.code for each in AUDIT.findings if each.severity >= Severity.MAJOR}
    assert {case.get("name") for case in first.findall("testcase[failure]")} == failing
    assert (first.get("failures"), second.get("failures")) == (str(len(failing)), "0")
    silent = Listing(tuple(replace(each, fails_from=float("inf")) for each in LISTING.audits))
    none = ET.fromstring(written("junit", silent))  # noqa: S314 - our own
    assert none.findall(".//failure") == []
    assert none.get("failures") == "0"
    (case,) = ET.fromstring(written("junit", HOSTILE)).findall(".//testcase[failure]")  # noqa: S314 - our own
    assert "<script>" in case.find("failure").text


def test_markdown_of_the_article_is_code():
    spans = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", written("markdown", HOSTILE))
    assert re.search(r"script|@root|\]\(|forged|HYPERLINK", spans) is None
    assert len(written("markdown", HOSTILE).splitlines()) == 10


def test_xliff_marks_every_finding():
    root = ET.fromstring(written("xliff"))  # noqa: S314 - our own
    namespace = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
    its = "{http://www.w3.org/2005/11/its}locQualityIssue"
    starts = root.findall(".//x:sm", namespace)
    ends = [each.get("startRef") for each in root.findall(".//x:em", namespace)]
    assert sorted({each.get("id") for each in starts}) == sorted({"t1", "t2", "t3", "s4", "t5", "t6"})
    assert sorted(each.get("id") for each in starts) == sorted(ends)
    assert {each.get(f"{its}Severity") for each in starts} == {"25", "60", "100"}
    targets = ["".join(each.itertext()) for each in root.findall("x:file[1]//x:target", namespace)]
    assert targets == [
        pair.target.text.replace("\x1b", "").replace("\x07", "") if pair.target else ""
        for pair in AUDIT.bitext.pairs
    ]
    english = Document("y", "en", TARGET.text)
    other = replace(AUDIT, bitext=replace(AUDIT.bitext, target=english), findings=())
    with pytest.raises(ConfigError, match="one pair of languages"):
        written("xliff", Listing((*LISTING.audits, Audited(other, "y.ar", "y.en"))))
    ET.fromstring(written("xliff", HOSTILE))  # noqa: S314 - our own


def test_xliff_marks_may_cross_and_be_empty():
    """Every marker is closed in its unit, behind where it is opened."""
    source, target = Document("a", "ar", "نص"), Document("a", "fr", "un port ouvert")
    bitext = Bitext(source, target, (Pair(source.passage(), target.passage(), 0.5, 0.9),))
    spans = [(0, 7), (3, 14), (3, 3), (7, 7), (3, 7)]
    made = tuple(replace(finding(), target=target.passage(*each)) for each in spans)
    text = written(
        "xliff", Listing((Audited(Audit(bitext, made, score(made, target.text), SIGNATURE), "a", "b"),))
    )
    for number in range(1, len(spans) + 1):
        assert 0 < text.index(f'<sm id="t{number}"') < text.index(f'<em startRef="t{number}"')
    inside = text.partition('<target xml:space="preserve">')[2].partition("</target>")[0]
    assert re.sub("<[^>]*>", "", inside) == target.text


def test_a_word_document_is_the_same_whenever_it_is_written(monkeypatch):
    one = writer_of("docx")(LISTING, View())
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 1, 2, 3, 4, 5, 0, 0, 0))
    assert writer_of("docx")(LISTING, View()) == one


def test_csv_runs_no_formula():
    rows = list(csv.DictReader(io.StringIO(written("csv", HOSTILE))))
    assert rows[0]["target"].startswith("'=")
    assert rows[0]["path"].startswith("'=")
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in rows[0].values())


@pytest.mark.parametrize("name", LISTINGS)
def test_no_control_character_reaches_a_reader(name):
    text = written(name, HOSTILE)
    assert re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", text) is None


def test_an_original_of_two_translations_is_one_artifact():
    twice = Listing((audited(path="a.fr.txt"), audited(path="b.fr.txt")))
    run = json.loads(written("sarif", twice))["runs"][0]
    assert [each["location"]["uri"] for each in run["artifacts"]] == ["x.ar.txt", "a.fr.txt", "b.fr.txt"]


def test_sarif_leaves_addresses_as_they_are():
    address = "https://x.example:8080/fr/a?b=1&c=%C3%A9"
    run = json.loads(written("sarif", Listing((audited(finding(), path=address),))))["runs"][0]
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == address


def test_ids_of_segments_reach_no_terminal():
    units = replace(audited(finding()), units=((0, "\x1b[2J1"),))
    rows = list(csv.DictReader(io.StringIO(written("csv", Listing((units,))))))
    assert rows[0]["unit"] == "1"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.txt", "a.txt"),
        ("./a/../b.txt", "b.txt"),
        ("../c.txt", "../c.txt"),
        ("/else/d.txt", "/else/d.txt"),
        ("e\udcff", "e?"),
    ],
)
def test_paths_are_those_of_the_repository(path, expected, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert repository_path(path) == expected
    assert repository_path(str(tmp_path / "news" / "e.txt")) == "news/e.txt"


if __name__ == "__main__":
    for each in LISTINGS:
        (GOLDEN / f"listing.{SUFFIXES[each]}").write_bytes(written(each).encode())
