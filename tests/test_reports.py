"""Reports byte for byte, and what must hold of them whatever the articles contain.

The golden files are written anew by `python -m tests.test_reports`: read the difference before it is committed.
"""

import io
import json
import re
import sys
import time
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

import auditor
from auditor.audits import Audit, CheckedPair, MetricScore, ReferenceScores
from auditor.bitext import Bitext, Document, Pair
from auditor.checks import CHECKS
from auditor.errors import WriteError
from auditor.findings import Finding, Severity
from auditor.readers.records import BadLine, PairRecord
from auditor.reports import FORMATS, View, writer
from auditor.reports.destination import destination, view_of
from auditor.reports.manual import contents, page
from auditor.reports.progress import progress
from auditor.reports.shown_text import cut_end, cut_middle, cut_start, in_context, isolated, shown, wrapped
from auditor.score import score
from auditor.segmentation import split_sentences

GOLDEN = Path(__file__).parent / "golden"
SOURCE = Document(
    "port.ar.txt",
    "ar",
    "ميناء الصويرة يستقبل سفنا جديدة\n"
    "أعلنت المديرية العامة للموانئ، يوم الخميس، أن الميناء استقبل أربع سفن من طراز «OPDR» بحمولة بلغت 18 ألف طن. "
    "وقال المدير: «هذه بداية فقط».\n"
    "وتشرف المديرية العامة للموانئ على 12 ميناء في المملكة.\n",
)
TARGET = Document(
    "port.fr.txt",
    "fr",
    "Par la rédaction\r\n"
    "Le port d’Essaouira reçoit de nouveaux navires\r\n"
    "La saleté générale des ports a annoncé jeudi que le port avait reçu quatre navires de type « OPDR » d’une "
    "charge de 18525 tonnes. The director said that this was only a beginning.\x1b[31m\x07\r\n"
    "La saleté générale des ports supervise 12 ports du\tRoyaume الكبير.\r\n",
)


def place(document, quote, occurrence=0):
    start = -1
    for _ in range(occurrence + 1):
        start = document.text.index(quote, start + 1)
    return document.passage(start, start + len(quote))


def bitext_of(source, target, beads):
    sides = split_sentences(source), split_sentences(target)
    pairs = []
    for left, right, similarity, confidence in beads:
        halves = [
            document.passage(chosen[0].start, chosen[-1].end) if chosen else None
            for document, chosen in zip(
                (source, target), ([sides[0][i] for i in left], [sides[1][i] for i in right]), strict=True
            )
        ]
        pairs.append(Pair(*halves, similarity, confidence, tuple(left), tuple(right)))
    return Bitext(source, target, tuple(pairs), *sides)


BITEXT = bitext_of(
    SOURCE,
    TARGET,
    [
        ((), (0,), None, 0.9),
        ((0,), (1,), 0.8125, 0.97),
        ((1,), (2,), 0.7034, 0.96),
        ((2,), (3,), 0.6, 0.91),
        ((3,), (4,), 0.79, 0.95),
    ],
)
# As if the third sentence of the original stood before the second in the translation.
MOVED = replace(
    BITEXT,
    pairs=(
        *BITEXT.pairs[:2],
        replace(BITEXT.pairs[2], target=BITEXT.pairs[3].target, target_sentences=(3,)),
        replace(BITEXT.pairs[3], target=BITEXT.pairs[2].target, target_sentences=(2,), moved=True),
        BITEXT.pairs[4],
    ),
)
FINDINGS = (
    Finding("addition", Severity.MINOR, "The translation has a passage that the original lacks", None, place(TARGET, "Par la rédaction"), 0.61),
    Finding(
        "term-mistranslated",
        Severity.CRITICAL,
        "“saleté générale” renders المديرية العامة, which the term base renders as “direction générale”",
        place(SOURCE, "المديرية العامة"),
        place(TARGET, "saleté générale"),
        0.97,
        "direction générale",
    ),
    Finding("acronym-changed", Severity.MAJOR, "The ship’s type OPDR\nis written otherwise", place(SOURCE, "OPDR"), place(TARGET, "OPDR"), 0.5, "OPDR"),
    Finding(
        "omission",
        Severity.MAJOR,
        "The words of the director in «هذه بداية فقط» have no counterpart, and this message goes on for longer than a line of the report",
        place(SOURCE, "وقال المدير: «هذه بداية فقط»"),
        None,
        0.8,
    ),
    Finding(
        "repetition",
        Severity.MAJOR,
        "A passage as long as this is cut in the middle",
        None,
        TARGET.passage(TARGET.text.index("The director"), TARGET.text.index("12 ports")),
        0.9,
    ),
    Finding(
        "term-mistranslated",
        Severity.CRITICAL,
        "“saleté générale” renders المديرية العامة, which the term base renders as “direction générale”",
        place(SOURCE, "المديرية العامة", 1),
        place(TARGET, "saleté générale", 1),
        0.97,
        "direction générale",
    ),
)  # fmt: skip
REFERENCE = ReferenceScores(
    "human.fr.txt",
    5,
    (
        MetricScore("chrF2++", 61.2, "nrefs:1|case:mixed|version:2"),
        MetricScore("TER", 40.0, "nrefs:1|version:2"),
    ),
)
SIGNATURE = "auditor:0.0.0|model:made-up|checks:all"
AUDIT = Audit(BITEXT, FINDINGS, score(FINDINGS, TARGET.text), SIGNATURE, REFERENCE)
CLEAN = Audit(BITEXT, (), score((), TARGET.text), SIGNATURE)
CHECKED = CheckedPair(PairRecord(2, "7", "s", "t"), BITEXT, 0.125, FINDINGS[:2])
BAD = BadLine(3, "not JSON: \x1b]0;title\x07Expecting value")

# Golden file: command, format, result, view.
REPORTS = {
    "audit.txt": ("audit", "text", AUDIT, View()),
    "audit_narrow.txt": ("audit", "text", AUDIT, View(width=48)),
    "audit_styled.txt": ("audit", "text", AUDIT, View(width=90, styled=True)),
    "audit_clean.txt": ("audit", "text", CLEAN, View()),
    "audit.json": ("audit", "json", AUDIT, View()),
    "audit_clean.json": ("audit", "json", CLEAN, View()),
    "check.jsonl": ("check", "jsonl", CHECKED, View()),
    "check_bad.jsonl": ("check", "jsonl", BAD, View()),
    "check.txt": ("check", "text", CHECKED, View()),
    "check_bad.txt": ("check", "text", BAD, View()),
    "align.txt": ("align", "text", BITEXT, View(width=70)),
    "align_moved.txt": ("align", "text", MOVED, View(width=70)),
    "align.json": ("align", "json", BITEXT, View()),
    "align.tsv": ("align", "tsv", BITEXT, View()),
    "align.tmx": ("align", "tmx", BITEXT, View()),
}
TEXTS = {name: report for name, report in REPORTS.items() if report[1] == "text"}


def written(name):
    command, form, result, view = REPORTS[name]
    return writer(command, form)(result, view).replace(f'"{auditor.__version__}"', '"0.0.0"')


@pytest.mark.parametrize("name", REPORTS)
def test_golden(name):
    assert written(name) == (GOLDEN / name).read_bytes().decode()


def test_every_format_has_a_golden_file():
    assert {(command, form) for command, form, _, _ in REPORTS.values()} == {
        (command, form) for command, forms in FORMATS.items() for form in forms
    }


@pytest.mark.parametrize("name", TEXTS)
def test_text_keeps_to_the_width_and_has_no_controls_of_the_article(name):
    view = REPORTS[name][3]
    text = re.sub(r"\x1b\[[\d;]*m", "", written(name)) if view.styled else written(name)
    lines = text.split("\n")
    assert [line for line in lines if cell_len(line) > view.width and "codes" not in line] == []
    assert re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text) is None
    assert all(sum(map(line.count, "\u2067\u2068")) == line.count("\u2069") for line in lines)


def test_json_offsets_are_those_of_the_text():
    report = json.loads(written("audit.json"))
    for finding in report["findings"]:
        for side, document in (("source", SOURCE), ("target", TARGET)):
            if found := finding[side]:
                assert document.text[found["start"] : found["end"]] == found["text"]
                line = document.text.split("\n")[found["line"] - 1]
                assert line[found["column"] - 1 :].startswith(found["text"].split("\n")[0])
    assert len({finding["fingerprint"] for finding in report["findings"]}) == len(FINDINGS)
    for pair in report["pairs"]:
        assert any(pair[side] for side in ("source", "target"))


def test_tmx_is_well_formed():
    root = ET.fromstring(written("align.tmx").replace('<!DOCTYPE tmx SYSTEM "tmx14.dtd">', ""))  # noqa: S314
    units = root.findall("./body/tu")
    assert len(units) == 4
    assert units[1].findall("tuv/seg")[0].text == BITEXT.pairs[2].source.text


def test_rows_of_tsv_have_four_fields():
    assert {line.count("\t") for line in written("align.tsv").splitlines()} == {3}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x1b[1;31mb\x1b[0m", "ab"),
        ("\x1b]8;;http://x\x1b\\lien\x1b]8;;\x1b\\", "lien"),
        ("\x1b]0;titre\x07x", "x"),
        ("a\r\n\tb\u2028c\x85d", "a b c d"),
        ("\u202eabc\u2066\u200f\ufeff", "abc"),
        ("\x9b31mrouge\x00", "rouge"),
        ("\x1bcreset", "reset"),
        ("نص عَرَبِيّ", "نص عَرَبِيّ"),
        ("می‌خواهم", "می‌خواهم"),
    ],
)
def test_shown(text, expected):
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« المغرب الكبير » et 12 الف، fin", "« <المغرب الكبير> » et 12 <الف،> fin"),
        ("the day '18 إلى 20 سبتمبر', not 18", "the day '<18 إلى 20 سبتمبر>', not 18"),
        ("“نوفمبر 2025” et نوفمبر 2025.", "“<نوفمبر 2025>” et <نوفمبر> 2025."),
        ("sans arabe 12", "sans arabe 12"),
    ],
)
def test_arabic_is_isolated_in_stretches(text, expected):
    assert isolated(text).replace("\u2068", "<").replace("\u2069", ">") == expected


def test_figures_after_arabic_cost_no_time():
    """An expression that tried every way to group the figures would not come back."""
    assert isolated("سنة " + "1" * 60) == "\u2068سنة\u2069 " + "1" * 60


@pytest.mark.parametrize(
    ("cut", "expected"),
    [
        (cut_end("un deux trois", 13), "un deux trois"),
        (cut_end("un deux trois", 9), "un deux…"),
        (cut_end(" un deux trois", 10), " un deux…"),
        (cut_end("anticonstitutionnel", 6), "antic…"),
        (cut_end("un deux", 0), ""),
        (cut_start("un deux trois", 7), "…trois"),
        (cut_middle("un deux trois quatre cinq", 14), "un … cinq"),
    ],
)
def test_cuts(cut, expected):
    assert cut == expected


def test_context_gives_unused_room_to_the_other_side():
    document = Document("d", "fr", "avant\nMot " + "suite " * 50)
    before, marked, after = in_context(document.passage(6, 9), 40)
    assert (before, marked) == ("", "Mot")
    assert 34 <= len(after) <= 37
    assert after.endswith("suite…")


def test_wrapped_breaks_words_longer_than_the_line():
    assert wrapped("un https://example.org/abc deux", 10) == ["un", "https://ex", "ample.org/", "abc deux"]


def test_manual_pages():
    for check in CHECKS:
        assert page(check).startswith(f"{check.code}: ")
    assert contents(CHECKS).count("\n") == len(CHECKS)


def test_view_of_a_file_and_a_pipe_is_plain(monkeypatch, tmp_path):
    monkeypatch.setenv("COLUMNS", "70")
    assert view_of(tmp_path / "x") == View(100)
    monkeypatch.setattr("sys.stdout.isatty", lambda: False)
    assert view_of(None) == View(100)


@pytest.mark.parametrize(("variable", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_view_of_a_terminal(monkeypatch, variable, value):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "70")
    assert view_of(None) == View(70, styled=True)
    monkeypatch.setenv(variable, value)
    assert view_of(None) == View(70, styled=False)


def test_a_report_is_written_whole_or_not_at_all(tmp_path):
    path = tmp_path / "report.json"
    path.write_text("before", encoding="utf-8")

    def interrupted():
        with destination(path) as stream:
            stream.write("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert [each.name for each in tmp_path.iterdir()] == ["report.json"]
    assert path.read_text(encoding="utf-8") == "before"
    with destination(path) as stream:
        stream.write("after\n")
    assert path.read_bytes() == b"after\n"


@pytest.mark.parametrize("name", ["missing/report.json", "."])
def test_a_place_that_cannot_be_written_is_named(tmp_path, name):
    with (
        pytest.raises(WriteError, match=re.escape(str(tmp_path / name))),
        destination(tmp_path / name) as stream,
    ):
        stream.write("x")


def test_a_device_is_written_to_and_not_replaced():
    null = Path("/dev/null")
    with destination(null) as stream:
        stream.write("x")
    assert null.is_char_device()


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_shows_on_a_terminal_only(monkeypatch):
    monkeypatch.setattr("auditor.reports.progress.MOMENT", 0)
    monkeypatch.setattr("sys.stderr", io.StringIO())
    with progress("Auditing") as say:
        say("more")
    assert sys.stderr.getvalue() == ""
    monkeypatch.setattr("sys.stderr", Terminal())
    with progress("Auditing", alone=False):
        pass
    assert sys.stderr.getvalue() == ""
    with progress("Auditing"):
        deadline = time.monotonic() + 10
        while "Auditing" not in sys.stderr.getvalue() and time.monotonic() < deadline:
            time.sleep(0.01)
    assert "Auditing" in sys.stderr.getvalue()


if __name__ == "__main__":
    for each in REPORTS:
        (GOLDEN / each).write_bytes(written(each).encode())
