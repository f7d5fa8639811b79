"""Decisions come back with the next audit, and only a decisions file is taken for one."""

import json
from dataclasses import replace

import pytest

from auditor.decisions import SCHEMA, Decision, parse_decisions, read_decisions, without_false_alarms
from auditor.errors import DecisionsError
from auditor.fingerprints import fingerprints
from tests.test_reports import AUDIT

MARKS = fingerprints(AUDIT.bitext, AUDIT.findings)


def text_of(*entries, schema=SCHEMA):
    return json.dumps({"schema": schema, "decisions": list(entries)})


def entry(mark="a", state="false-alarm", **more):
    return {"fingerprint": mark, "state": state, **more}


def test_false_alarms_are_silent_and_not_scored():
    decided = {
        MARKS[1]: Decision("false-alarm"),
        MARKS[2]: Decision("accepted"),
        "gone": Decision("false-alarm"),
    }
    quieter = without_false_alarms(AUDIT, decided)
    assert quieter.findings == (AUDIT.findings[0], *AUDIT.findings[2:])
    assert quieter.score.critical == AUDIT.score.critical - 1
    assert without_false_alarms(AUDIT, {}) == AUDIT


def test_a_false_alarm_leaves_its_double_its_own_fingerprint():
    """What is said twice in the same words is two findings; the second must not take the place of the first."""
    first = AUDIT.findings[0]
    twice = replace(AUDIT, findings=(first, first))
    marks = fingerprints(twice.bitext, twice.findings)
    assert marks[0] != marks[1]
    quieter = without_false_alarms(twice, {marks[0]: Decision("false-alarm")})
    assert fingerprints(quieter.bitext, quieter.findings) == marks[1:]
    both = dict.fromkeys(marks, Decision("false-alarm"))
    assert without_false_alarms(quieter, both).findings == ()


def test_half_a_character_in_a_note_is_replaced():
    assert parse_decisions("d", text_of(entry(note="a\ud800")))["a"].note == "a?"


def test_an_edit_elsewhere_leaves_decisions_as_they_are():
    target = AUDIT.bitext.target
    edited = replace(target, text="Chapeau neuf.\n" + target.text)
    by = len(edited.text) - len(target.text)

    def moved(passage):
        return passage and (
            edited.passage(passage.start + by, passage.end + by) if passage.document is target else passage
        )

    bitext = replace(
        AUDIT.bitext,
        target=edited,
        pairs=tuple(replace(pair, target=moved(pair.target)) for pair in AUDIT.bitext.pairs),
        target_sentences=tuple(map(moved, AUDIT.bitext.target_sentences)),
    )
    findings = [replace(each, target=moved(each.target)) for each in AUDIT.findings]
    assert fingerprints(bitext, findings) == MARKS


def test_the_later_of_two_decisions_holds():
    read = parse_decisions("d", text_of(entry(), entry(state="open", note="see line 2")))
    assert read == {"a": Decision("open", "see line 2")}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "not JSON"),
        ("[]", "its schema is not"),
        (text_of(schema="auditor.audit/1"), "its schema is not"),
        (json.dumps({"schema": SCHEMA}), "must be a list"),
        (text_of(entry(), entry(state="maybe")), "decision 2 .*'maybe'"),
        (text_of({"state": "open"}), "decision 1"),
        (text_of("a"), "decision 1"),
        (text_of(entry(note=3)), "decision 1"),
    ],
)
def test_what_is_no_decisions_file_is_refused(text, named):
    with pytest.raises(DecisionsError, match=named):
        parse_decisions("d.json", text)


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(DecisionsError, match="No such file"):
        read_decisions(tmp_path / "missing.json")
    (tmp_path / "latin.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DecisionsError, match="not UTF-8"):
        read_decisions(tmp_path / "latin.json")
