"""The command line: options, exit status, broken input, what goes where. The auditor behind it is a made-up one."""

import csv
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import ClassVar

import pytest
from typer.testing import CliRunner

import auditor.cli.runs
import auditor.pipeline
from auditor import __version__
from auditor.audits import Audit, CheckedPair
from auditor.bitext import Bitext, Document, Pair
from auditor.checks import CHECKS
from auditor.cli import app
from auditor.config import selected_checks
from auditor.findings import Finding, Severity
from auditor.readers.records import BadLine
from auditor.score import score

ROOT = Path(__file__).parent.parent
CODE = CHECKS[0].code


class MadeUpAuditor:
    """Finds a defect of the severity that the translation names, wherever it names one."""

    made: ClassVar[list] = []
    signature = "made up"

    def __init__(self, options):
        self.options = options
        selected_checks(options)
        self.made.append(self)

    def variant(self, options):
        return MadeUpAuditor(options)

    def documents(self, source, target):
        return Document(source[0], "ar", source[1]), Document(target[0], "fr", target[1])

    def align(self, source, target, *, lines=False):
        sides = source.passage().stripped(), target.passage().stripped()
        return Bitext(source, target, (Pair(*sides, 0.5, 0.25 if lines else 0.75, (0,), (0,)),))

    def audit(self, source, target, reference=None):
        bitext = self.align(source, target)
        findings = self.findings(bitext)
        return Audit(
            bitext, findings, score(findings, target.text), f"reference:{reference and reference.name}"
        )

    def check_all(self, lines):
        return (line if isinstance(line, BadLine) else self.check(line) for line in lines)

    def check(self, record):
        if record.source == "?":
            return BadLine(record.line, "source: no language")
        bitext = self.align(*self.documents(("source", record.source), ("target", record.target)))
        return CheckedPair(record, bitext, 0.5, self.findings(bitext))

    def findings(self, bitext):
        whole = bitext.target.passage()
        named = [level for level in sorted(Severity) if level.label in whole.text]
        return tuple(Finding(CODE, level, "made up", None, whole, 0.9) for level in named)


@pytest.fixture
def run(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(auditor.pipeline, "Auditor", MadeUpAuditor)
    monkeypatch.setattr(auditor.cli.runs, "Auditor", MadeUpAuditor)
    monkeypatch.setattr(MadeUpAuditor, "made", [])
    (tmp_path / "a.txt").write_text("النص الأصلي", encoding="utf-8")
    for name in ("sound", "minor", "major", "critical"):
        (tmp_path / f"{name}.txt").write_text(f"Texte {name}", encoding="utf-8")
    return lambda *arguments, **options: CliRunner().invoke(app, list(arguments), **options)


def refused(result, *words):
    """Status 2, nothing on standard output, one line on standard error that has all the words."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert result.stderr.startswith("auditor: ")
    assert result.stderr.count("\n") == 1
    assert [word for word in words if word not in result.stderr] == []
    return True


@pytest.mark.parametrize(
    ("translation", "level", "status"),
    [
        ("sound", None, 0),
        ("minor", None, 0),
        ("major", None, 1),
        ("critical", None, 1),
        ("minor", "minor", 1),
        ("major", "critical", 0),
        ("critical", "critical", 1),
        ("critical", "never", 0),
    ],
)
def test_status_of_audit(run, translation, level, status):
    found = run("audit", "a.txt", f"{translation}.txt", *(["--fail-on", level] if level else []))
    assert found.exit_code == status
    assert found.stdout.startswith(f"a.txt (ar) → {translation}.txt (fr)\n")
    assert found.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["audit", "a.txt", "none.txt"], ["none.txt", "No such file"]),
        (["audit", ".", "sound.txt"], ["folder"]),
        (["audit", "-", "-"], ["standard input"]),
        (["audit", "a.txt", "-", "--reference", "-"], ["standard input"]),
        (
            ["audit", "a.txt", "sound.txt", "--format", "jason"],
            ["'jason'", "did you mean json?", "text, json"],
        ),
        (["audit", "a.txt", "sound.txt", "--fail-on", "mayor"], ["'mayor'", "did you mean major?", "never"]),
        (["audit", "a.txt", "sound.txt", "--select", "omision"], ["'omision'", "did you mean omission?"]),
        (["audit", "a.txt", "sound.txt", "--ignore", "x"], ["'x'", "possible: "]),
        (
            ["audit", "a.txt", "sound.txt", "--target-language", "fra"],
            ["'fra'", "did you mean fr?", "ar, fr, en"],
        ),
        (["audit", "a.txt", "sound.txt", "--config", "none.toml"], ["none.toml"]),
        (["audit", "a.txt", "sound.txt", "--output", "no/where.txt"], ["no/where.txt", "No such file"]),
        (["audit", "a.txt", "sound.txt", "--output", "."], ["directory"]),
        (["align", "a.txt", "sound.txt", "--format", "xml"], ["'xml'", "tmx"]),
        (["check", "none.jsonl"], ["none.jsonl"]),
        (["check", "a.txt", "--format", "json"], ["'json'", "jsonl"]),
        (["explain", "omision"], ["'omision'", "did you mean omission?"]),
        (["embed", "none.txt", "out.npy"], ["none.txt"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_one_line_says_what_is_wrong(run, arguments, words):
    assert refused(run(*arguments), *words)


@pytest.mark.parametrize(
    "arguments", [["audit"], ["audit", "a.txt"], ["bogus"], ["audit", "a", "b", "--nope"]]
)
def test_wrong_usage(run, arguments):
    found = run(*arguments)
    assert found.exit_code == 2
    assert found.stdout == ""
    assert "Usage" in found.stderr


@pytest.mark.parametrize(
    ("data", "word"),
    [(b"", "empty"), (b" \n\n", "empty"), (b"\x89PNG\0\0", "binary"), (b"%PDF-1.4 x", "PDF")],
)
@pytest.mark.parametrize("side", [0, 1])
def test_broken_documents(run, tmp_path, data, word, side):
    (tmp_path / "broken.txt").write_bytes(data)
    paths = ["a.txt", "sound.txt"]
    paths[side] = "broken.txt"
    assert refused(run("audit", *paths), "broken.txt", word)
    assert refused(run("align", *paths), "broken.txt", word)


def test_standard_input_is_one_of_the_documents(run):
    found = run("audit", "-", "sound.txt", input="النص".encode())
    assert found.exit_code == 0
    assert found.stdout.startswith("standard input (ar) → sound.txt (fr)\n")


def test_a_guessed_encoding_is_a_warning_beside_the_report(run, tmp_path):
    (tmp_path / "old.txt").write_bytes("Écrit à l’époque de Windows : critical".encode("cp1252"))
    found = run("audit", "a.txt", "old.txt", "--format", "json")
    assert found.exit_code == 1
    assert "Écrit à l’époque" in json.loads(found.stdout)["findings"][0]["target"]["text"]
    assert found.stderr == "auditor: warning: old.txt: not UTF-8, read as Windows-1252\n"


def test_the_report_goes_to_the_file_and_only_there(run, tmp_path):
    found = run("audit", "a.txt", "major.txt", "--format", "json", "--output", "report.json")
    assert (found.exit_code, found.stdout) == (1, "")
    assert found.stderr == "auditor: 1 finding in 1 translation, 1 at or above the fail level\n"
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["schema"] == "auditor.audit/1"
    assert not list(tmp_path.glob(".*"))


def test_a_report_is_left_alone_when_the_audit_fails(run, tmp_path):
    (tmp_path / "report.txt").write_text("before", encoding="utf-8")
    assert refused(run("audit", "a.txt", "none.txt", "--output", "report.txt"))
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == "before"


def test_options_reach_the_auditor(run):
    other = CHECKS[1].code
    run(
        *("audit", "a.txt", "sound.txt", "--select", f"{CODE}, {other}", "--select", CHECKS[2].code),
        *("--ignore", other, "--termbase", "a.tsv", "--termbase", "b.tsv", "--model", "m"),
        *("--source-language", "ar", "--target-language", "en"),
    )
    (made,) = MadeUpAuditor.made
    assert made.options == auditor.config.Options(
        "ar", "en", (CODE, other, CHECKS[2].code), (other,), (Path("a.tsv"), Path("b.tsv")), "m"
    )


def test_the_command_line_wins_over_the_configuration_file(run, tmp_path):
    (tmp_path / "auditor.toml").write_text(
        f'fail-on = "minor"\nformat = "json"\nselect = "{CODE}"\ntermbase = "t.tsv"\ntarget-language = "fr"\n',
        encoding="utf-8",
    )
    given = run("audit", "a.txt", "minor.txt", "--config", "auditor.toml")
    assert given.exit_code == 1
    assert json.loads(given.stdout)["schema"] == "auditor.audit/1"
    won = run(
        "audit", "a.txt", "minor.txt", "--fail-on", "major", "--format", "text", "--config", "auditor.toml"
    )
    assert won.exit_code == 0
    assert won.stdout.startswith("a.txt (ar)")
    first, second = MadeUpAuditor.made
    assert first.options == second.options
    assert (first.options.select, first.options.termbases) == ((CODE,), (Path("t.tsv"),))


def test_a_configuration_file_serves_every_command(run, tmp_path):
    (tmp_path / "auditor.toml").write_text('fail-on = "never"\nselect = ["number"]\n', encoding="utf-8")
    assert run("align", "a.txt", "sound.txt", "--config", "auditor.toml").exit_code == 0
    (tmp_path / "auditor.toml").write_text('fail_on = "never"\n', encoding="utf-8")
    assert refused(run("align", "a.txt", "sound.txt", "--config", "auditor.toml"), "did you mean fail-on?")


def test_reference_is_read_in_the_language_of_the_translation(run, tmp_path):
    (tmp_path / "human.txt").write_text("Un texte", encoding="utf-8")
    found = run("audit", "a.txt", "sound.txt", "--reference", "human.txt", "--format", "json")
    assert json.loads(found.stdout)["signature"] == "reference:human.txt"


def test_align(run):
    beads = json.loads(run("align", "a.txt", "sound.txt", "--format", "json").stdout)["beads"]
    assert beads == [{"source": [0], "target": [0], "similarity": 0.5, "confidence": 0.75}]
    beads = json.loads(run("align", "a.txt", "sound.txt", "--lines", "--format", "json").stdout)["beads"]
    assert beads[0]["confidence"] == 0.25


PAIRS = '{"id": 1, "source": "نعم", "target": "%s"}\n'


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (PAIRS % "sound", 0),
        (PAIRS % "minor" + PAIRS % "sound", 0),
        (PAIRS % "major" + PAIRS % "sound", 1),
        (PAIRS % "major" + "broken\n" + PAIRS % "sound", 2),
        (PAIRS % "sound" + '{"id": 2, "source": "?", "target": "x"}\n' + PAIRS % "major", 2),
    ],
)
def test_check_answers_every_line_and_then_says_how_it_went(run, lines, status):
    found = run("check", "-", input=lines)
    answers = [json.loads(line) for line in found.stdout.splitlines()]
    assert found.exit_code == status
    assert len(answers) == lines.count("\n")
    for number, answer in enumerate(answers, start=1):
        assert answer.get("id") == 1 or (answer["id"], answer["line"]) == (None, number)


def test_check_needs_pairs(run):
    assert refused(run("check", "-", input=""), "no pairs")


def test_explain_lists_every_check_once(run):
    listed = run("explain").stdout.splitlines()
    assert [line.split()[0] for line in listed] == [check.code for check in CHECKS]
    assert len(run("explain", "term").stdout.splitlines()) > 1


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_explain_shows_the_manual_page(run, check):
    shown = run("explain", check.code).stdout
    assert shown.startswith(f"{check.code}: {check.severity.label}")
    assert all(word in shown for word in (check.mqm, check.its, "Known limits:"))


def test_version_is_light():
    code = "import sys; from auditor.__main__ import main; sys.argv = ['auditor', '--version']; main()"
    heavy = "numpy torch tokenizers rich langdetect sentence_transformers sacrebleu charset_normalizer"
    probe = f"import atexit, sys; atexit.register(lambda: print(*set(sys.modules) & set('{heavy}'.split()))); {code}"
    shown = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert shown.stdout.split("\n") == [f"auditor {__version__}", "", ""]


def test_output_is_utf_8_whatever_the_locale():
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    shown = subprocess.run(
        [sys.executable, "-m", "auditor", "explain", CODE],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env=environment,
    )
    assert CODE in shown.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_reader_that_goes_away_is_no_traceback():
    child = subprocess.Popen(
        [sys.executable, "-m", "auditor", "explain"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    child.stdout.close()
    assert child.stderr.read() == b""
    assert child.wait() == 2


def test_the_script_is_the_main_function():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"]["auditor"] == "auditor.__main__:main"


def test_several_reports_of_one_audit(run, tmp_path):
    found = run(
        "audit", "a.txt", "major.txt", "--format", "sarif", "--output", "a.sarif", "--format", "text", "--output", "-"
    )  # fmt: skip
    assert found.exit_code == 1
    results = json.loads((tmp_path / "a.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == [CODE]
    assert CODE in found.stdout


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--format", "sarif", "--format", "csv"], "each format needs its own output"),
        (["--format", "csv", "--output", "a", "--output", "b"], "each format needs its own output"),
        (["--format", "csv", "--output", "a", "--format", "junit", "--output", "a"], "one --output"),
        (["--format", "csv", "--output", "a", "--format", "junit", "--output", "x/../a"], "one --output"),
    ],
)
def test_reports_need_places_of_their_own(run, tmp_path, options, named):
    found = run("audit", "a.txt", "major.txt", *options)
    assert found.exit_code == 2
    assert named in found.stderr
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_baseline_is_not_pruned_of_what_was_not_looked_for(run, tmp_path, option):
    run("audit", "a.txt", "major.txt", "--write-baseline", "known.json")
    before = (tmp_path / "known.json").read_bytes()
    asked = "audit", "a.txt", "sound.txt", "--baseline", "known.json", "--prune-baseline"
    assert refused(run(*asked, option, "number"), "--prune-baseline", "--select")
    assert (tmp_path / "known.json").read_bytes() == before


@pytest.mark.parametrize("option", ["--output", "--write-baseline"])
def test_a_missing_folder_is_named_before_the_work(run, option):
    assert refused(run("audit", "a.txt", "major.txt", option, "none/a"), "none/a: No such file")
    assert MadeUpAuditor.made == []


def test_a_step_of_github_actions_gets_its_summary(run, tmp_path, monkeypatch):
    page = tmp_path / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    found = run("audit", "a.txt", "major.txt", "--format", "github")
    assert found.stdout.startswith("::error file=major.txt,line=1")
    assert page.read_text(encoding="utf-8").startswith("before\n## `major.txt`\n")


@pytest.fixture
def news(run, tmp_path):
    """Four articles, the first three with a translation: one sound, one with a major finding, one that is no text."""
    for name, text in (("a", "Texte sound"), ("b", "Texte major"), ("c", "\0\0"), ("d", None)):
        (tmp_path / f"{name}.ar.txt").write_text("النص", encoding="utf-8")
        if text:
            (tmp_path / f"{name}.fr.txt").write_text(text, encoding="utf-8")
    return lambda *options: run("audit", "*.ar.txt", "*.fr.txt", *options)


def test_several_translations_in_one_run(news, tmp_path):
    found = news("--format", "json", "--output", "all.json", "--format", "statistics", "--output", "-")
    assert found.exit_code == 2
    assert "c.fr.txt: " in found.stderr
    assert "d.ar.txt has no partner" in found.stderr
    audits = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["audits"]
    assert [(each["path"], len(each["findings"])) for each in audits] == [("a.fr.txt", 0), ("b.fr.txt", 1)]
    assert found.stdout == f"1  {CODE}: 1 major\n1  in all\n"
    assert "partner" not in news("--quiet").stderr
    assert refused(news("--reference", "sound.txt"), "one translation")


def test_what_makes_a_run_fail(run):
    findings = "audit", "a.txt", "major.txt"
    assert run(*findings).exit_code == 1
    assert run(*findings, "--exit-zero").exit_code == 0
    assert run(*findings, "--max-findings", "1").exit_code == 0
    assert run(*findings, "--statistics").stdout.endswith("1  in all\n")


def test_a_baseline_lets_through_what_is_known(run, tmp_path):
    findings = "audit", "a.txt", "major.txt"
    assert run(*findings, "--write-baseline", "known.json").exit_code == 0
    assert run(*findings, "--baseline", "known.json").exit_code == 0
    (tmp_path / "major.txt").write_text("Texte sound", encoding="utf-8")
    assert "found no more: major.txt: " in run(*findings, "--baseline", "known.json").stderr
    assert run(*findings, "--baseline", "known.json", "--prune-baseline").stderr == ""
    assert json.loads((tmp_path / "known.json").read_text(encoding="utf-8"))["findings"] == []
    assert refused(run(*findings, "--prune-baseline"), "--baseline")


def test_decided_false_alarms_are_silent(run, tmp_path):
    findings = "audit", "a.txt", "major.txt"
    mark = json.loads(run(*findings, "--format", "json").stdout)["findings"][0]["fingerprint"]
    decisions = {
        "schema": "auditor.decisions/1",
        "decisions": [{"fingerprint": mark, "state": "false-alarm"}],
    }
    (tmp_path / "decisions.json").write_text(json.dumps(decisions), encoding="utf-8")
    assert run(*findings, "--decisions", "decisions.json").exit_code == 0
    assert refused(run(*findings, "--decisions", "a.txt"), "a.txt")


def test_settings_are_found_and_shown(run, tmp_path):
    (tmp_path / "auditor.toml").write_text(
        f'fail-on = "critical"\n[severity]\n{CODE} = "critical"\n[[report]]\nformat = "csv"\noutput = "-"\n'
        '[[path]]\nmatch = "mi*"\nfail-on = "never"\n',
        encoding="utf-8",
    )
    found = run("audit", "a.txt", "major.txt")
    assert found.stdout.startswith("path,line")
    assert MadeUpAuditor.made[-1].options.severities == {CODE: Severity.CRITICAL}
    assert run("audit", "a.txt", "critical.txt").exit_code == 1
    assert run("audit", "a.txt", "minor.txt", "--fail-on", "minor").exit_code == 1  # the command line wins
    assert run("audit", "a.txt", "minor.txt").exit_code == 0
    shown = run("config").stdout
    assert f'fail-on = "critical"  # {tmp_path / "auditor.toml"}' in shown
    assert "# model: the one that ships (default)" in shown
    assert tomllib.loads(shown)["path"] == [{"match": "mi*", "fail-on": "never"}]


def test_pairs_in_the_formats_of_audits(run, tmp_path):
    rows = [("7", "Texte sound"), ("8", "Texte major"), ("9", "Texte minor")]
    lines = [json.dumps({"id": name, "source": "النص", "target": text}) for name, text in rows]
    (tmp_path / "pairs.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = run(
        "check", "pairs.jsonl", "--format", "csv", "--output", "a.csv", "--format", "jsonl", "--output", "-"
    )
    assert found.exit_code == 1
    assert [json.loads(line)["id"] for line in found.stdout.splitlines()] == ["7", "8", "9"]
    table = list(csv.DictReader((tmp_path / "a.csv").open(encoding="utf-8")))
    assert [(row["path"], row["line"], row["unit"], row["severity"]) for row in table] == [
        ("pairs.jsonl", "2", "8", "major"),
        ("pairs.jsonl", "3", "9", "minor"),
    ]
    results = json.loads(run("check", "pairs.jsonl", "--format", "sarif").stdout)["runs"][0]["results"]
    assert results[0]["locations"][0]["logicalLocations"] == [{"name": "8", "kind": "segment"}]
    marks = [{"fingerprint": row["fingerprint"], "state": "false-alarm"} for row in table]
    decisions = {"schema": "auditor.decisions/1", "decisions": marks}
    (tmp_path / "d.json").write_text(json.dumps(decisions), encoding="utf-8")
    assert run("check", "pairs.jsonl", "--decisions", "d.json").exit_code == 0
    assert run("check", "pairs.jsonl", "--statistics", "--exit-zero").stdout.endswith("2  in all\n")


def test_lines_without_a_pair_are_named_where_no_report_has_them(run, tmp_path):
    (tmp_path / "pairs.jsonl").write_text("x\n", encoding="utf-8")
    found = run("check", "pairs.jsonl", "--statistics")
    assert found.exit_code == 2
    assert found.stderr.startswith("auditor: pairs.jsonl:1: not JSON")


def test_each_command_takes_from_the_settings_what_it_can_write(run, tmp_path):
    (tmp_path / "pairs.jsonl").write_text('{"source": "النص", "target": "Texte sound"}', encoding="utf-8")
    commands = ("audit", "a.txt", "sound.txt"), ("check", "pairs.jsonl"), ("align", "a.txt", "sound.txt")
    for text in ('format = "json"\n', '[[report]]\nformat = "json"\noutput = "-"\n'):
        (tmp_path / "auditor.toml").write_text(text, encoding="utf-8")
        assert [run(*command).exit_code for command in commands] == [0, 0, 0]
        assert run(*commands[0]).stdout.startswith("{")
    for text in ('format = "jsno"\n', '[[report]]\nformat = "jsno"\noutput = "-"\n'):
        (tmp_path / "auditor.toml").write_text(text, encoding="utf-8")
        assert refused(run(*commands[1]), "'jsno'", "did you mean json")
