"""Known findings: what is left out, what is gone, what is no baseline."""

import json
from dataclasses import replace

import pytest

from auditor.baseline import SCHEMA, known_findings, read_baseline, without_known, written
from auditor.errors import DecisionsError
from tests.test_reports import AUDIT, CLEAN


def test_what_is_known_is_left_out_of_its_own_translation(tmp_path):
    file = tmp_path / "known.json"
    file.write_text(written(known_findings("a.fr.txt", AUDIT)[:3]), encoding="utf-8")
    known = read_baseline(file)
    rest, gone = without_known("a.fr.txt", AUDIT, known)
    assert (rest.findings, gone) == (AUDIT.findings[3:], ())
    assert rest.score.words == AUDIT.score.words
    assert rest.score.critical == 1
    assert without_known("b.fr.txt", AUDIT, known) == (AUDIT, ())


def test_what_is_known_once_is_known_once():
    first = AUDIT.findings[0]
    twice = replace(AUDIT, findings=(first, first))
    known = known_findings("a", twice)
    rest, gone = without_known("a", twice, known[:1])
    assert (known_findings("a", rest), gone) == (known[1:], ())


def test_half_a_character_is_replaced(tmp_path):
    file = tmp_path / "known.json"
    entry = {"path": "a", "fingerprint": "b", "text": "\ud800"}
    file.write_text(json.dumps({"schema": SCHEMA, "findings": [entry]}), encoding="utf-8")
    assert written(read_baseline(file)).encode()


def test_what_is_found_no_more_is_named():
    known = known_findings("a.fr.txt", AUDIT)
    _, gone = without_known("a.fr.txt", CLEAN, known)
    assert sorted(gone) == sorted(known)
    assert str(known[1]) == "a.fr.txt: term-mistranslated “saleté générale”"


def test_the_file_is_sorted_a_finding_a_line():
    known = known_findings("b", AUDIT) + known_findings("a", AUDIT)
    text = written(known[::-1])
    assert text == written(known)
    assert text.count("\n") == len(known) + 5
    assert json.loads(written(()))["findings"] == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("x", "not JSON"),
        ("[]", "its schema is not"),
        ('{"schema": "auditor.decisions/1", "findings": []}', "its schema is not"),
        (json.dumps({"schema": SCHEMA, "findings": [{"path": "a"}]}), "finding 1 needs"),
        (json.dumps({"schema": SCHEMA, "findings": ["a"]}), "finding 1 needs"),
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path, text, named):
    file = tmp_path / "known.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DecisionsError, match=named):
        read_baseline(file)
    with pytest.raises(DecisionsError, match="No such file"):
        read_baseline(tmp_path / "none.json")
