"""One error, one finding: what is kept where several checks speak of the same passage."""

from dataclasses import replace

import pytest

from auditor.bitext import Bitext, Document
from auditor.findings import Finding, Severity
from auditor.reconciliation import reconcile

SOURCE = Document(
    "s", "ar", "أعلن الوزير نصير العلوي في 12 ماي عن إحداث ثلاثة مراكز جديدة بالجهة، وذلك خلال ندوة صحفية."
)
TARGET = Document(
    "t", "fr", "Le ministre Nassir Alaoui a annoncé le 12 mai the creation of three new centres dans la région et la région."
)  # fmt: skip


def found(code, source, target, confidence=0.8, suggestion=None):
    return Finding(
        code, Severity.MAJOR, code, place(SOURCE, source), place(TARGET, target), confidence, suggestion
    )


def place(document, text):
    if text is None:
        return None
    start = document.text.index(text)
    return document.passage(start, start + len(text))


def kept(*findings):
    return [(each.code, *each.also) for each in reconcile(Bitext(SOURCE, TARGET, ()), findings)]


CLAUSE = "، وذلك خلال ندوة صحفية"
FOREIGN = "the creation of three new centres"


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        pytest.param(
            [("term-mistranslated", "الوزير", "ministre Nassir"), ("name-changed", "نصير", "Nassir")],
            [("name-changed", "term-mistranslated")],
            id="the most specific of one place",
        ),
        pytest.param(
            [("number-changed", "12", "12"), ("name-changed", "نصير", "Nassir")],
            [("name-changed",), ("number-changed",)],
            id="two places",
        ),
        pytest.param(
            [("omission", CLAUSE, None), ("name-missing", "ندوة", None), ("number-missing", "12", None)],
            [("number-missing",), ("omission", "name-missing")],
            id="what is lost with a clause",
        ),
        pytest.param(
            [("omission", CLAUSE, None), ("term-mistranslated", "ندوة", "région")],
            [("omission",), ("term-mistranslated",)],
            id="a wrong word stays beside a clause that is lost",
        ),
        pytest.param(
            [
                ("addition", None, "dans la région et la région"),
                ("repetition", None, "la région et la région"),
            ],
            [("repetition", "addition")],
            id="said twice is not added",
        ),
        pytest.param(
            [("addition", None, TARGET.text, 0.7), ("term-mistranslated", "ندوة", "région", 0.9)],
            [("addition",), ("term-mistranslated",)],
            id="a wrong rendering stays beside a clause that is added",
        ),
        pytest.param(
            [("addition", None, FOREIGN), ("code-switch", None, FOREIGN)],
            [("code-switch", "addition")],
            id="another language is not added",
        ),
        pytest.param(
            [
                ("meaning-changed", "أعلن الوزير نصير العلوي", TARGET.text),
                ("number-changed", "12", "12"),
                ("code-switch", None, FOREIGN),
            ],
            [("meaning-changed", "number-changed"), ("code-switch",)],
            id="a passage of another meaning",
        ),
        pytest.param(
            [("unrelated", SOURCE.text, TARGET.text), ("number-changed", "12", "12")],
            [("unrelated",)],
            id="texts that are no translations of each other",
        ),
    ],
)
def test_one_error_is_one_finding(findings, expected):
    assert sorted(kept(*(found(*each) for each in findings))) == sorted(expected)


def test_a_minor_finding_replaces_no_graver_one():
    number = found("number-changed", "12", "12 mai")
    damage = replace(found("text-damaged", "12", "mai"), severity=Severity.MINOR)
    assert kept(damage, number) == [("number-changed", "text-damaged")]


def test_a_clause_takes_no_suggestion_for_a_word():
    clause = found("omission", CLAUSE, None)
    word = found("term-mistranslated", "ندوة", None, suggestion="conférence")
    (joined,) = reconcile(Bitext(SOURCE, TARGET, ()), [clause, word])
    assert (joined.also, joined.suggestion) == (("term-mistranslated",), None)


def test_the_order_of_checks_does_not_matter():
    findings = [
        found("term-mistranslated", "الوزير", "ministre Nassir", suggestion="ministre"),
        found("name-changed", "نصير", "Nassir"),
        found("omission", CLAUSE, None),
        found("name-missing", "ندوة", None),
    ]
    bitext = Bitext(SOURCE, TARGET, ())
    assert reconcile(bitext, findings) == reconcile(bitext, findings[::-1])
    assert {each.suggestion for each in reconcile(bitext, findings)} == {None, "ministre"}
