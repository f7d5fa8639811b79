"""Configuration files, names that are not known, the choice of checks."""

from types import SimpleNamespace

import pytest

from auditor.config import Options, known_name, read_config, selected_checks
from auditor.errors import ConfigError

CODES = ("number-changed", "number-missing", "name-changed", "omission", "code-switch")
CHECKS = [SimpleNamespace(code=code) for code in CODES]


@pytest.fixture
def config(tmp_path):
    def write(text):
        path = tmp_path / "auditor.toml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def codes(**options):
    return [check.code for check in selected_checks(Options(**options), CHECKS)]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, list(CODES)),
        ({"select": ("omission", "number-changed")}, ["number-changed", "omission"]),
        ({"select": ("number",)}, ["number-changed", "number-missing"]),
        ({"ignore": ("number", "omission")}, ["name-changed", "code-switch"]),
        ({"select": ("number", "name"), "ignore": ("number-missing",)}, ["number-changed", "name-changed"]),
    ],
)
def test_checks_are_chosen_by_code_and_family_in_their_order(options, expected):
    assert codes(**options) == expected


@pytest.mark.parametrize("side", ["select", "ignore"])
def test_an_unknown_check_is_named_with_the_nearest(side):
    with pytest.raises(ConfigError, match=r"'number-chnged'.*did you mean number-changed\?.*omission"):
        codes(**{side: ("number-chnged",)})
    with pytest.raises(ConfigError, match="unknown check 'num'"):
        codes(**{side: ("num",)})


def test_no_check_left_is_an_error():
    with pytest.raises(ConfigError, match="no check"):
        codes(select=("omission",), ignore=("omission",))


def test_known_name_without_a_near_one():
    assert known_name("format", "json", ["text", "json"]) == "json"
    with pytest.raises(ConfigError) as caught:
        known_name("format", "zzz", ["text", "json"])
    assert str(caught.value) == "unknown format 'zzz': possible: text, json"


def test_paths_are_those_of_the_file(config, tmp_path):
    (tmp_path / "model").mkdir()
    found = read_config(config('termbase = ["a.tsv", "/b.tsv"]\nmodel = "model"\nselect = "number,name"\n'))
    assert found == {
        "termbase": [str(tmp_path / "a.tsv"), "/b.tsv"],
        "model": str(tmp_path / "model"),
        "select": "number,name",
    }
    assert read_config(config('termbase = "a.tsv"\nmodel = "some/name"')) == {
        "termbase": [str(tmp_path / "a.tsv")],
        "model": "some/name",
    }


def test_a_byte_order_mark_is_no_trouble(config):
    assert read_config(config(b'\xef\xbb\xbfformat = "json"\n')) == {"format": "json"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('fail_on = "minor"', r"unknown key 'fail_on': did you mean fail-on\?"),
        ("select = 3", "select must be a text or a list of texts, not 3"),
        ('select = ["a", 1]', "select must be"),
        ('format = ["json"]', "format must be a text"),
        ("format = json", "not TOML"),
        (b'format = "\xff"', "not TOML"),
        ('[select]\na = "b"', "select must be"),
    ],
)
def test_what_is_wrong_in_a_file_is_named(config, text, reason):
    with pytest.raises(ConfigError, match=reason) as caught:
        read_config(config(text))
    assert str(caught.value).startswith(str(config("")))


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(ConfigError, match=str(path)):
            read_config(path)
