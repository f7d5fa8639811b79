"""The number probe: 12 wrong translations and 15 that only look wrong, each one pair by itself."""

import tomllib
from pathlib import Path

import pytest

from auditor.bitext import Document, Pair
from auditor.findings import Severity
from auditor.quantities import PairQuantities, compare_quantities, read_quantities

CASES = tomllib.loads(
    (Path(__file__).parent / "cases/quantities/number_probe.toml").read_text(encoding="utf-8")
)["case"]


def differences_of(case):
    language = "fr" if "fr" in case else "en"
    source = Document("source", "ar", case["ar"]).passage()
    target = Document("target", language, case[language]).passage()
    pair = Pair(source, target, None, 1.0)
    return compare_quantities(
        [PairQuantities(pair, read_quantities(source, "ar"), read_quantities(target, language))]
    )


def test_the_probe_is_whole():
    assert sorted(case["expect"] for case in CASES) == ["flag"] * 12 + ["pass"] * 15


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_probe(case):
    found = differences_of(case)
    assert bool(found) == (case["expect"] == "flag"), [each.message for each in found]


def test_day_and_month_in_another_order_are_a_doubt():
    (case,) = (case for case in CASES if case["id"] == "E11")
    (difference,) = differences_of(case)
    assert (difference.how, difference.severity) == ("order", Severity.MINOR)
    assert "check the order" in difference.message
