"""Names that are not known, the choice of checks and their options."""

from types import SimpleNamespace

import pytest

from auditor.checks import CHECKS as ALL
from auditor.config import Options, known_name, selected_checks
from auditor.errors import ConfigError

CODES = ("number-changed", "number-missing", "name-changed", "omission", "code-switch")
CHECKS = [SimpleNamespace(code=code) for code in CODES]


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


def test_options_of_a_check_are_its_own():
    (plain,) = selected_checks(Options(select=("term-mistranslated",)))
    (other,) = selected_checks(
        Options(select=("term-mistranslated",), check_options={"term-mistranslated": {"minor_below": 0.9}})
    )
    assert (plain.minor_below, other.minor_below) == (0.7, 0.9)
    assert plain in ALL
