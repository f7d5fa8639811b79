"""Configuration files: where they are found, what they may say, what is wrong in them."""

import pytest

from auditor.errors import ConfigError
from auditor.findings import Severity
from auditor.settings import Section, find_settings, read_settings


@pytest.fixture
def file(tmp_path):
    def write(text, name="auditor.toml"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def test_paths_are_those_of_the_file(file, tmp_path):
    (tmp_path / "model").mkdir()
    text = (
        'termbase = ["a.tsv", "/b.tsv"]\nmodel = "model"\nselect = "number,name"\nbaseline = "known.json"\n'
    )
    assert read_settings(file(text)).base.values == {
        "termbase": [str(tmp_path / "a.tsv"), "/b.tsv"],
        "model": str(tmp_path / "model"),
        "select": "number,name",
        "baseline": str(tmp_path / "known.json"),
    }
    text = 'termbase = "a.tsv"\nmodel = "some/name"\n[[report]]\nformat = "sarif"\noutput = "a.sarif"\n'
    read = read_settings(file(text))
    assert read.base.values == {"termbase": str(tmp_path / "a.tsv"), "model": "some/name"}
    assert read.reports == (("sarif", tmp_path / "a.sarif"),)


def test_a_byte_order_mark_is_no_trouble(file):
    assert read_settings(file(b'\xef\xbb\xbfformat = "json"\n')).base.values == {"format": "json"}


def test_the_nearest_file_counts_and_a_project_without_a_table_does_not(file, tmp_path):
    below = tmp_path / "news" / "2025"
    below.mkdir(parents=True)
    own = file("")
    assert find_settings(below) == own
    project = tmp_path / "news" / "pyproject.toml"
    project.write_text("[project]\n", encoding="utf-8")
    assert find_settings(below) == own
    project.write_text('[tool.auditor]\nfail-on = "minor"\n', encoding="utf-8")
    assert find_settings(below) == project
    assert read_settings(project).base.values == {"fail-on": "minor"}
    (below / "auditor.toml").write_text("", encoding="utf-8")
    assert find_settings(below) == below / "auditor.toml"


def test_sections_hold_for_their_paths(file):
    settings = read_settings(
        file(
            """
            fail-on = "critical"
            [severity]
            omission = "minor"
            [checks.term-mistranslated]
            minor_below = 0.8
            [[path]]
            match = "archive/*"
            fail-on = "never"
            ignore = ["addition"]
            severity = { omission = "critical" }
            [[path]]
            match = "archive/new/*.fr.txt"
            fail-on = "minor"
            """
        )
    )
    options = {"term-mistranslated": {"minor_below": 0.8}}
    assert settings.for_path("news/a.fr.txt") == Section({}, {"omission": Severity.MINOR}, options)
    old = settings.for_path("archive/a.fr.txt")
    assert old == Section(
        {"fail-on": "never", "ignore": ["addition"]}, {"omission": Severity.CRITICAL}, options
    )
    assert settings.for_path("archive/new/a.fr.txt").values == {"fail-on": "minor", "ignore": ["addition"]}


def test_patterns_are_meant_from_the_folder_of_the_file(file, tmp_path, monkeypatch):
    (tmp_path / "news").mkdir()
    settings = read_settings(file('[[path]]\nmatch = "news/*"\nfail-on = "never"\n'))
    monkeypatch.chdir(tmp_path / "news")
    assert settings.for_path("a.fr.txt").values == {"fail-on": "never"}
    assert settings.for_path("../a.fr.txt").values == {}
    assert settings.for_path("https://x/news/a").values == {}


def test_a_section_changes_an_option_and_leaves_the_others(file):
    text = """
        [checks.negation-changed]
        sure = 0.6
        short = 9
        [[path]]
        match = "*"
        checks.negation-changed.short = 7
        """
    found = read_settings(file(text)).for_path("a").checks
    assert found == {"negation-changed": {"sure": 0.6, "short": 7}}


@pytest.mark.parametrize("text", ["tool = 3", '[tool]\nauditor = "x"'])
def test_a_project_that_says_something_else(file, tmp_path, text):
    project = file(text, "pyproject.toml")
    if find_settings(tmp_path) == project:
        with pytest.raises(ConfigError, match=r"tool\.auditor must be a table"):
            read_settings(project)
    else:
        assert "auditor" not in text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('fail_on = "minor"', r"unknown key 'fail_on': did you mean fail-on\?"),
        ('select = "number, nam"', r"unknown check 'nam': did you mean name\?"),
        ('[[path]]\nmatch = "*"\nignore = ["ommission"]', "unknown check 'ommission'"),
        ('source-language = "xx"', "unknown language 'xx'"),
        ("[checks.term-mistranslated]\nminor_below = nan", "must be a number"),
        ('fail-on = "mayor"', "unknown level for fail-on 'mayor': did you mean major"),
        ("select = 3", "select must be a text or a list of texts, not 3"),
        ('select = ["a", 1]', "select must be"),
        ('format = ["json"]', "format must be a text"),
        ("reencode = 1", "reencode must be true or false"),
        ("max-findings = true", "max-findings must be a whole number"),
        ("format = json", "not TOML"),
        (b'format = "\xff"', "not TOML"),
        ('[select]\na = "b"', "select must be"),
        ('severity = "minor"', "severity must be a table"),
        ('[severity]\nommission = "minor"', r"unknown check 'ommission': did you mean omission\?"),
        (
            '[severity]\nomission = "high"',
            "unknown severity of omission 'high': possible: minor, major, critical",
        ),
        ("[checks.omission]\nx = 1", "unknown option of omission 'x'"),
        ("[checks.repetition]\nsentence = 0.5", "sentence of repetition must be a number like 4"),
        ('[report]\nformat = "json"', r"report must be tables: \[\[report\]\]"),
        ('[[report]]\nformat = "json"', "needs a format and an output"),
        ('[[path]]\nignore = "omission"', "needs a match"),
        ('[[path]]\nmatch = "*"\nmodel = "x"', "unknown key of path 'model'"),
    ],
)
def test_what_is_wrong_in_a_file_is_named(file, text, reason):
    with pytest.raises(ConfigError, match=reason) as caught:
        read_settings(file(text))
    assert str(caught.value).startswith(str(file("")))


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(ConfigError, match=str(path)):
            read_settings(path)
