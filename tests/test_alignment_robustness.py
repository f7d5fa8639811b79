"""The aligner with what the web brings: menus, wrong files, missing halves, paragraphs in another order."""

import itertools
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

import auditor
from auditor.alignment import align
from auditor.alignment.counterparts import Counterpart
from auditor.alignment.model import line_breaks
from auditor.alignment.moved import Takings, find_moved
from auditor.alignment.one_sided import one_sided_runs
from auditor.alignment.sides import read_sides
from auditor.bitext import Document
from auditor.embedding import load_encoder
from auditor.pipeline import LONG
from auditor.segmentation import split_sentences

DATA = Path(__file__).parent / "data" / "alignment"


def lines(name):
    return (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()


ARABIC, FRENCH, ENGLISH = lines("port.ar"), lines("port.fr"), lines("museum.en")


def aligned(source, target, target_language="fr"):
    return auditor.align(
        "\n".join(source), "\n".join(target), source_language="ar", target_language=target_language
    )


def audited(source, target, target_language="fr", **options):
    return auditor.audit_texts(
        "\n".join(source), "\n".join(target), source_language="ar", target_language=target_language, **options
    )


def beads(bitext):
    return [(pair.source_sentences, pair.target_sentences) for pair in bitext.pairs]


def one_to_one(count, first=0, second=0):
    return [((first + index,), (second + index,)) for index in range(count)]


def both_sided(bitext):
    return [bead for bead in beads(bitext) if all(bead)]


def each_sentence_once(bitext):
    for number, side in enumerate((bitext.source_sentences, bitext.target_sentences)):
        named = [index for bead in beads(bitext) for index in bead[number]]
        assert sorted(named) == list(range(len(side)))
    starts = [pair.source.start for pair in bitext.pairs if pair.source]
    assert starts == sorted(starts)


def test_the_plain_documents():
    bitext = aligned(ARABIC, FRENCH)
    assert beads(bitext) == one_to_one(len(ARABIC))
    assert bitext.strangeness < 0.05


@pytest.mark.parametrize("empty", ["source", "target", "both"])
def test_an_empty_side(empty):
    source = Document("s", "ar", "" if empty != "target" else "\n".join(ARABIC))
    target = Document("t", "fr", "" if empty != "source" else "\n".join(FRENCH))
    bitext = align(source, target, (split_sentences(source), split_sentences(target)), load_encoder(None))
    each_sentence_once(bitext)
    assert both_sided(bitext) == []
    assert bitext.strangeness == 0


def test_one_sentence_against_a_thousand():
    crowd = [
        f"{sentence[:-1]}, note {number}." for number in range(1000 // len(ENGLISH)) for sentence in ENGLISH
    ]
    bitext = aligned(
        ARABIC[1:2],
        [
            *crowd[:500],
            "The works will last three years and include a new nine-hundred-metre quay for container ships.",
            *crowd[500:],
        ],
        "en",
    )
    each_sentence_once(bitext)
    assert ((0,), (500,)) in beads(bitext)


def test_identical_documents():
    source, target = (Document(name, "fr", "\n".join(FRENCH)) for name in ("s", "t"))
    bitext = align(source, target, (split_sentences(source), split_sentences(target)), load_encoder(None))
    assert beads(bitext) == one_to_one(len(FRENCH))
    assert all(pair.similarity == 1 for pair in bitext.pairs)


def test_nothing_in_common():
    bitext = aligned(ARABIC, ENGLISH, "en")
    assert all(pair.confidence < 0.8 for pair in bitext.pairs if pair.source and pair.target)
    found = audited(ARABIC, ENGLISH, "en").findings
    assert [finding.code for finding in found] == ["unrelated"]
    assert found[0].severity.label == "critical"
    assert (found[0].source.text, found[0].target.text) == ("\n".join(ARABIC), "\n".join(ENGLISH))


def test_two_wrong_files_are_one_finding_whatever_else_is_found():
    wrong = [sentence.replace("four years", "17 years") + " 25 450 DH." for sentence in ENGLISH]
    source = [f"{sentence} 1{number} درهما." for number, sentence in enumerate(ARABIC)]
    assert [finding.code for finding in audited(source, wrong, "en").findings] == ["unrelated"]
    without = audited(source, wrong, "en", ignore=("unrelated",)).findings
    assert len(without) > 1


def test_swapped_documents_give_mirrored_beads():
    target = [*FRENCH[:3], FRENCH[3] + " " + FRENCH[4], *FRENCH[6:], *lines("boilerplate.fr")[4:7]]
    one, other = Document("s", "ar", "\n".join(ARABIC)), Document("t", "fr", "\n".join(target))
    encoder = load_encoder(None)
    sides = split_sentences(one), split_sentences(other)
    forth = align(one, other, sides, encoder)
    back = align(other, one, sides[::-1], encoder)
    assert sorted(both_sided(forth)) == sorted((b, a) for a, b in both_sided(back))


def test_a_refrain_is_aligned_in_order():
    arabic, french = (
        "«لن نرحل عن هذه الأرض»، ردد المتظاهرون.",
        "« Nous ne quitterons pas cette terre », ont scandé les manifestants.",
    )
    source = list(itertools.chain.from_iterable((sentence, arabic) for sentence in ARABIC[:10]))
    target = list(itertools.chain.from_iterable((sentence, french) for sentence in FRENCH[:10]))
    bitext = aligned(source, target)
    assert not any(pair.moved for pair in bitext.pairs)
    assert [pair.target.text for pair in bitext.pairs if pair.source and pair.source.text == arabic] == [
        french
    ] * 10
    assert len(both_sided(bitext)) == 20


def test_a_document_ten_times_as_long():
    filler = [
        f"{sentence[:-1]}, selon l’édition {number}."
        for number in range(9)
        for sentence in lines("filler.fr")
    ]
    bitext = aligned(ARABIC, [*filler[:54], *FRENCH, *filler[54:]])
    assert both_sided(bitext) == one_to_one(len(ARABIC), 0, 54)
    assert bitext.strangeness < 0.5


def test_a_moved_paragraph():
    order = [0, 1, 2, 3, 9, 10, 4, 5, 6, 7, 8, 11]
    bitext = aligned(ARABIC, [FRENCH[index] for index in order])
    each_sentence_once(bitext)
    assert both_sided(bitext) == [((index,), (order.index(index),)) for index in range(12)]
    assert [pair.source_sentences for pair in bitext.pairs if pair.moved] == [((9,)), ((10,))]


def test_a_moved_paragraph_is_one_finding_and_no_gap():
    order = [0, 1, 2, 3, 9, 10, 4, 5, 6, 7, 8, 11]
    found = audited(ARABIC, [FRENCH[index] for index in order]).findings
    assert [(finding.code, finding.severity.label) for finding in found] == [("moved", "minor")]
    assert found[0].source.text == "\n".join(ARABIC[9:11])
    assert found[0].target.text == "\n".join(FRENCH[9:11])
    assert found[0].message.startswith("stands after “")


def test_a_number_changed_in_what_moved():
    order = [0, 5, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11]
    target = [FRENCH[index].replace("12 millions", "21 millions") for index in order]
    codes = [finding.code for finding in audited(ARABIC, target).findings]
    assert sorted(codes) == ["moved", "number-changed"]


def test_neighbouring_sentences_that_changed_places():
    order = [0, 1, 2, 3, 5, 4, 6, 7, 8, 9, 10, 11]
    bitext = aligned(ARABIC, [FRENCH[index] for index in order])
    assert sorted(both_sided(bitext)) == [((index,), (order.index(index),)) for index in range(12)]
    assert sum(pair.moved for pair in bitext.pairs) == 1


def test_an_omission_and_an_addition_are_not_one_that_moved():
    target = [*FRENCH[:2], *FRENCH[3:9], lines("filler.fr")[3], *FRENCH[9:]]
    bitext = aligned(ARABIC, target)
    assert not any(pair.moved for pair in bitext.pairs)
    assert {finding.code for finding in audited(ARABIC, target).findings} == {"omission", "addition"}


@pytest.mark.parametrize("side", [0, 1])
def test_menus_around_the_text_are_few_long_runs(side):
    texts = [ARABIC, FRENCH]
    menu = lines("boilerplate.ar" if side == 0 else "boilerplate.fr")
    texts[side] = [*menu, *texts[side], *reversed(menu)]
    bitext = aligned(*texts)
    first = (len(menu), 0) if side == 0 else (0, len(menu))
    assert both_sided(bitext) == one_to_one(len(ARABIC), *first)
    runs = one_sided_runs(bitext)
    assert [len(each) for each in runs] == [2 * (side == 0), 2 * (side == 1)]
    assert bitext.strangeness < 0.5


def test_half_of_the_translation_missing_is_an_omission():
    assert {finding.code for finding in audited(ARABIC, FRENCH[:6]).findings} == {"omission"}


def test_nothing_to_take_leaves_the_beads_as_they_are():
    given = [((0, 0, 1, 1), 0.99), ((1, 1, 1, 0), 0.9)]
    assert [(each.bead, each.confidence, each.moved) for each in find_moved((None, None), given)] == [
        (bead, posterior, False) for bead, posterior in given
    ]


def test_what_is_taken_from_the_end_of_a_bead_keeps_the_order_of_the_source():
    takings = Takings([((0, 0, 6, 6), 0.5), ((6, 6, 1, 1), 0.99)])
    assert takings.take(Counterpart((5, 0, 1, 1), 0.9, 0.9))
    assert takings.take(Counterpart((4, 1, 1, 1), 0.8, 0.8))
    assert [each.bead for each in takings.placed()] == [
        (0, 2, 4, 4),
        (4, 1, 1, 1),
        (5, 0, 1, 1),
        (6, 6, 1, 1),
    ]


def test_what_the_target_has_alone_stays_in_reading_order(monkeypatch):
    taken = [Counterpart((1, 0, 1, 1), 0.9, 0.9), Counterpart((0, 2, 1, 1), 0.8, 0.8)]
    monkeypatch.setattr("auditor.alignment.moved.counterparts", lambda *_: taken)
    sides = tuple(
        SimpleNamespace(sentences=range(size), lengths=np.array(lengths))
        for size, lengths in ((2, [0, 10, 90]), (3, [0, 80, 120, 130]))
    )
    found = find_moved(sides, [((0, 0, 2, 3), 0.3)])
    assert [(each.bead, each.moved) for each in found] == [
        ((0, 2, 1, 1), True),
        ((1, 0, 1, 1), False),
        ((0, 1, 0, 1), False),
    ]


def test_one_sentence_said_again_and_again_makes_no_strangers():
    for times in (3, 10):
        assert aligned(ARABIC[:1] * times, FRENCH[:1] * times).strangeness == 0


def test_long_segments_are_not_asked_whether_they_are_strangers():
    """Whoever sends pairs has paired them; what is wrong in one is said of its parts."""
    source, target = " ".join(ARABIC * 4), " ".join(ENGLISH * 4)
    assert len(source) + len(target) > LONG
    checked = auditor.check(source, target, source_language="ar", target_language="en")
    assert checked.bitext.strangeness == 0
    assert "unrelated" not in {finding.code for finding in checked.findings}
    assert aligned([source], [target], "en").strangeness > 0.9


def test_sentences_of_one_line_are_joined_rather_than_those_of_two():
    source = ARABIC[:3]
    joined = " ".join([FRENCH[0], FRENCH[1]]), FRENCH[2]
    for breaks, wanted in (((" ", "\n"), True), (("\n", " "), False)):
        text = source[0] + breaks[0] + source[1] + breaks[1] + source[2]
        documents = Document("s", "ar", text), Document("t", "fr", "\n".join(joined))
        sentences = (
            split_sentences(documents[0]),
            (documents[1].passage(0, len(joined[0])), documents[1].passage(len(joined[0]) + 1)),
        )
        sides = read_sides(
            sentences, tuple(load_encoder(None).sums([each.text for each in side]) for side in sentences)
        )
        first, second = (line_breaks(sides, (2, 1), np.array([row]), np.array([0]))[0] for row in (0, 1))
        assert bool(first < second) is wanted
