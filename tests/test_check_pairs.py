"""Segment pairs checked a batch at a time: the same findings as one by one, and nothing stops at a bad pair."""

import pytest

from auditor.pipeline import BATCH, Auditor
from auditor.readers.records import BadLine, PairRecord

PAIRS = (
    ("حضر 5 وزراء الاجتماع", "15 ministres ont assisté à la réunion"),
    (
        "أعلن الوزير عن برنامج جديد لدعم المقاولات",
        "Le ministre a annoncé un nouveau programme de soutien aux entreprises",
    ),
    ("يراقب الأمن التراب الوطني", "La sûreté surveille la saleté nationale"),
    (
        "استقبل الوزير نظيره السنغالي",
        "Le ministre a reçu son homologue, and they discussed trade between both countries",
    ),
)


@pytest.fixture(scope="module")
def auditor():
    return Auditor()


def records(pairs):
    return [PairRecord(line, line, *pair, "ar", "fr") for line, pair in enumerate(pairs, start=1)]


def test_a_batch_finds_what_each_pair_alone_does(auditor):
    together = list(auditor.check_all(records(PAIRS)))
    alone = [auditor.check(record) for record in records(PAIRS)]
    assert [[each.code for each in pair.findings] for pair in together] == [
        ["number-changed"],
        [],
        ["term-mistranslated"],
        ["code-switch"],
    ]
    assert [pair.findings for pair in together] == [pair.findings for pair in alone]
    assert [pair.quality for pair in together] == [pair.quality for pair in alone]


def test_pairs_come_out_in_order_beyond_one_batch(auditor):
    lines = [records([PAIRS[1]] * (BATCH + 1))[place] for place in range(BATCH + 1)]
    lines[3] = BadLine(4, "not JSON")
    lines[BATCH] = records(PAIRS[:1])[0]
    found = list(auditor.check_all(lines))
    assert found[3] == lines[3]
    assert [len(each.findings) for each in found if not isinstance(each, BadLine)] == [0] * (BATCH - 1) + [1]


def test_a_translation_without_words_is_an_omission(auditor):
    lost, sound, blank = auditor.check_all(records([(PAIRS[1][0], "…"), PAIRS[1], ("…", "…")]))
    assert [(each.code, each.severity.label) for each in lost.findings] == [("omission", "critical")]
    assert lost.quality == 0
    assert sound.findings == ()
    assert isinstance(blank, BadLine)


def test_a_figure_is_in_the_language_that_a_translation_may_have(auditor):
    lines = [PairRecord(1, 1, "٢٥ ٪", "25 %"), PairRecord(2, 2, *PAIRS[1]), PairRecord(3, 3, *PAIRS[3])]
    first, second, _ = auditor.check_all(lines)
    assert first.findings == ()
    assert second.bitext.target.language == "fr"
