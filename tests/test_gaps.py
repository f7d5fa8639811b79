"""Clauses that only one side of a pair has: the words, the stretch, the judgement."""

from dataclasses import replace

import numpy as np
import pytest

from auditor.alignment.facing import facing
from auditor.bitext import Bitext, Document, Pair
from auditor.embedding import load_encoder
from auditor.gaps import find_gaps, judge_coverage
from auditor.gaps.coverage import HOPELESS, LOST, Gap
from auditor.gaps.features import PairReading
from auditor.gaps.looseness import FAR, Looseness, largest_sums
from auditor.gaps.margins import Margins
from auditor.gaps.shape import is_frame, is_second_measure
from auditor.gaps.stretches import CLAUSE, END, MARK, PHRASE, WITHIN, Stretch, best_segment, edges
from auditor.gaps.traits import gap_table
from auditor.pipeline import Auditor
from auditor.training.gap_pieces import clauses, phrases, without
from auditor.training.made_gaps import OPERATIONS, PHRASES, Row, made_pairs
from auditor.word_alignment import WordAligner, vocabulary
from auditor.word_alignment.words import read_words
from tests.benchmark.gaps import found_in, gaps_of
from tests.gap_documents import gap_documents

SOURCE = "وصل الوزير مساء الأربعاء إلى الرباط، وسيزور ميناء طنجة يوم الخميس رفقة رجال الأعمال."
WHOLE = "Le ministre est arrivé mercredi soir à Rabat et visitera jeudi le port de Tanger avec des hommes d’affaires."
CUT = "Le ministre est arrivé mercredi soir à Rabat."


def passage(text, language):
    return Document(f"text.{language}", language, text).passage()


def aligned(*translations):
    pairs = [(passage(SOURCE, "ar"), passage(each, "fr")) for each in translations]
    return WordAligner(load_encoder(None)).align(pairs)


def words_of(text, language):
    return read_words(passage(text, language), vocabulary(language).bare_count)


@pytest.mark.parametrize(
    ("values", "kinds", "expected"),
    [
        ([-4, 3, 3, -4], [END, WITHIN, WITHIN, WITHIN, END], (1, 3)),
        ([-2, 3, 3, 0.5, -2], [END, MARK, WITHIN, WITHIN, MARK, END], (1, 4)),
        ([4, -1, 4], [END, MARK, MARK, END], (0, 3)),
        ([-1, -1], [END, WITHIN, END], (0, 2)),
        ([-4, 1.5, 3, 3], [END, CLAUSE, MARK, WITHIN, END], (2, 4)),
    ],
)
def test_the_best_segment_ends_where_its_sum_or_an_edge_makes_it_best(values, kinds, expected):
    assert best_segment(values, kinds)[1:] == expected


def test_largest_sums_of_many_sides_at_once_are_those_of_each_by_itself():
    draw = np.random.default_rng(3)
    sides = [np.round(draw.normal(-0.5, 2, size) * 8) / 8 for size in (1, 5, 30, 2)]
    starts = np.cumsum([0, *map(len, sides)])

    def alone(side):
        return max(0.0, *(side[i:j].sum() for i in range(len(side)) for j in range(i + 1, len(side) + 1)))

    assert largest_sums(np.concatenate(sides), starts).tolist() == [alone(side) for side in sides]
    assert FAR > 4 * 100_000  # no passage sums up to this


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("en", "He left, tired, because of rain", [END, WITHIN, MARK, MARK, WITHIN, WITHIN, END]),
        ("fr", "L’usine ferme et l’emploi baisse", [END, WITHIN, WITHIN, CLAUSE, WITHIN, WITHIN, WITHIN, END]),
        ("ar", "وصل الوزير وزار فرنسا", [END, WITHIN, CLAUSE, WITHIN, END]),
        ("ar", "افتتح الوالي قسما بكلفة كبيرة", [END, WITHIN, WITHIN, PHRASE, WITHIN, END]),
        ("fr", "Un camion portant des plaques", [END, WITHIN, PHRASE, PHRASE, WITHIN, END]),
    ],
)  # fmt: skip
def test_edges_stand_at_marks_and_before_words_that_begin_a_clause(language, text, kinds):
    assert edges(words_of(text, language), passage(text, language)) == kinds


def test_a_clause_left_out_raises_the_odds_and_is_found_exactly():
    alignments = aligned(WHOLE, CUT)
    judged = judge_coverage(alignments, load_encoder(None))
    assert judged[1].odds[0] > judged[0].odds[0] + 2
    ((number, gap),) = find_gaps(judged, alignments, load_encoder(None), connected=False)
    assert (number, gap.is_source) == (1, True)
    assert gap.passage.text == "وسيزور ميناء طنجة يوم الخميس رفقة رجال الأعمال"
    assert gap.place is not None
    assert gap.place.text.endswith("Rabat")


@pytest.mark.parametrize(
    ("one", "other"), [("ar", "fr"), ("ar", "en"), ("fr", "en"), ("en", "fr"), ("fr", "ar"), ("en", "ar")]
)
def test_every_direction_is_judged(one, other):
    whole = {
        "ar": SOURCE,
        "fr": WHOLE,
        "en": "The minister arrived in Rabat on Wednesday evening and will visit the port of Tangier on Thursday with businessmen.",
    }
    cut = {
        "ar": "وصل الوزير مساء الأربعاء إلى الرباط.",
        "fr": CUT,
        "en": "The minister arrived in Rabat on Wednesday evening.",
    }
    pairs = [(passage(whole[one], one), passage(each[other], other)) for each in (whole, cut)]
    encoder = load_encoder(None)
    sound, short = judge_coverage(WordAligner(encoder).align(pairs), encoder)
    assert short.odds[0] > sound.odds[0]


def test_a_judgement_is_the_same_whatever_it_is_judged_with():
    encoder = load_encoder(None)
    one, other = aligned(WHOLE, CUT)
    assert [each.odds for each in judge_coverage((one, other), encoder)] == [
        judge_coverage((each,), encoder)[0].odds for each in (one, other)
    ]


def test_a_side_without_words_has_nothing_to_judge():
    alignments = aligned("…", WHOLE)
    judged = judge_coverage(alignments, load_encoder(None))
    assert judged[0].stretch == (HOPELESS, HOPELESS)
    assert find_gaps(judged, alignments, load_encoder(None), connected=False) == ()


def test_content_words_are_counted_and_particles_have_no_value():
    loose = Looseness(aligned(CUT))
    source, target = loose.side(0, 0), loose.side(0, 1)
    assert loose.content.tolist() == [
        sum(word.is_content for word in side.words) for side in (source, target)
    ]
    for side in (source, target):
        assert all(
            value == 0 for word, value in zip(side.words, side.values, strict=True) if word.is_particle
        )


@pytest.mark.parametrize(
    ("confidence", "words", "label"), [(0.9, 5, "major"), (0.9, 2, "minor"), (0.6, 5, "minor")]
)
def test_severity_needs_confidence_and_a_clause(confidence, words, label):
    assert (
        Gap(
            is_source=True, passage=passage(CUT, "fr"), place=None, words=words, confidence=confidence
        ).severity.label
        == label
    )


def test_a_clause_with_a_number_known_to_be_lost_is_major_however_unlikely():
    lost = Gap(
        is_source=True, passage=passage(CUT, "fr"), place=None, words=4, confidence=0.3, has_number=True
    )
    assert lost.severity.label == "major"
    assert replace(lost, words=2).severity.label == "minor"


def test_a_long_quotation_is_cut_between_words():
    gap = Gap(is_source=True, passage=passage(WHOLE, "fr"), place=None, words=9, confidence=0.9)
    assert len(gap.quotation) < len(WHOLE)
    assert gap.quotation.endswith(" …")
    assert WHOLE.startswith(gap.quotation.removesuffix(" …"))


@pytest.mark.parametrize(
    ("text", "piece", "left"),
    [
        ("Il est venu, puis il a parlé, enfin il est parti.", "puis il a parlé", "Il est venu, enfin il est parti."),
        ("Après la pluie, le beau temps.", "Après la pluie", "Le beau temps."),
        ("Il est venu avec elle.", "avec elle", "Il est venu."),
    ],
)  # fmt: skip
def test_what_is_left_without_a_clause_is_a_sentence(text, piece, left):
    start = text.index(piece)
    assert without(text, start, start + len(piece)) == left


def test_clauses_have_three_content_words_and_leave_as_many():
    for start, end in clauses(passage(WHOLE, "fr")):
        assert sum(word.is_content for word in words_of(WHOLE[start:end], "fr")) >= 3
    assert clauses(passage("Il pleut beaucoup ici.", "fr")) == []


def test_phrases_have_two_content_words_and_may_begin_inside_a_clause():
    found = [WHOLE[start:end] for start, end in phrases(passage(WHOLE, "fr"))]
    assert "avec des hommes d’affaires" in found
    assert all(2 <= sum(word.is_content for word in words_of(each, "fr")) <= 8 for each in found)


def test_a_counterpart_is_shared_out_among_the_words_that_claim_it():
    one = np.array([[0.8, 0.0], [0.8, 0.0], [0.0, 0.6]], np.float32)
    other = np.array([[0.5, 0.5]], np.float32)
    margins = Margins(np.array([one.shape, other.shape]))
    assert margins.most([one, other]) == pytest.approx([0.8, 0.8, 0.6, 0.8, 0.6, 0.5, 0.5, 0.5])
    claims = margins.claims([one, other]) ** 2
    assert claims == pytest.approx([0.5, 0.5, 0.6, 1.6, 0.6, 1.0, 0.5, 0.5])


@pytest.mark.parametrize(
    ("confidences", "count"), [((0.4, 0.5), 1), ((0.4, 0.7), 0)]
)  # fmt: skip
def test_passages_that_are_not_surely_alone_face_each_other(confidences, count):
    source, target = passage(SOURCE, "ar"), passage(CUT, "fr")
    beads = (
        Pair(source, None, None, confidences[0], (0,)),
        Pair(None, target, None, confidences[1], (), (0,)),
    )
    for pairs in (beads, beads[::-1]):
        assert list(facing(Bitext(source.document, target.document, pairs))) == [(0, source, target)] * count


def test_pieces_left_out_of_press_documents_are_found_and_the_documents_are_sound():
    documents = [each for each in gap_documents() if not each.is_set_aside][:3]
    auditor = Auditor()
    for each in documents:
        assert gaps_of(auditor, *each.whole()) == []
    pieces = [(each, mark) for each in documents for mark in each.pieces]
    found = [found_in(auditor, "omission", *each.lacking(mark, 1)) for each, mark in pieces]
    assert sum(map(bool, found)) >= 0.6 * len(pieces)


def test_made_pairs_say_what_the_other_side_lacks():
    other = (
        "Le président a inauguré lundi une école, et a rencontré les parents des élèves de la ville voisine."
    )
    rows = [
        Row("own", passage(SOURCE, "ar"), passage(WHOLE, "fr"), is_fitted_on=True),
        Row("own", passage("افتتح الرئيس يوم الاثنين مدرسة، والتقى آباء تلاميذ المدينة المجاورة.", "ar"), passage(other, "fr"), is_fitted_on=True),
    ]  # fmt: skip
    operations = (*OPERATIONS, *PHRASES)
    made = list(
        made_pairs(rows, WordAligner(load_encoder(None)), each=len(operations), operations=operations)
    )
    assert [each.kind for each in made].count("sound") == 2
    for each in made:
        if each.kind == "sound":
            continue
        side = (each.alignment.source, each.alignment.target)[each.side]
        gap = side.text[slice(*each.gap)]
        assert gap.strip() == gap != ""
        if each.kind.endswith("put in"):
            assert gap not in each.row.side(each.side).text
            assert (
                each.row.side(1 - each.side).text
                == (each.alignment.target, each.alignment.source)[each.side].text
            )
        else:
            assert gap in each.row.side(each.side).text


def test_a_number_known_to_be_lost_speaks_for_the_gap_that_holds_it():
    alignments = aligned(CUT)
    (judged,) = judge_coverage(alignments, load_encoder(None))
    near = (replace(judged, stretch=(gap_table()["reported"] - LOST / 2, HOPELESS), bounded=()),)
    start = SOURCE.index("طنجة")
    inside = replace(alignments[0].source, start=start, end=start + len("طنجة"))
    elsewhere = replace(alignments[0].source, start=0, end=4)
    found = [
        find_gaps(near, alignments, load_encoder(None), connected=False, lost=lost)
        for lost in ((), (elsewhere,), (inside,))
    ]
    assert [len(each) for each in found] == [0, 0, 1]


def reading_of(text, piece):
    """With the words of a piece of the Arabic text as the loosest stretch of the source."""
    pair = passage(text, "ar"), passage(CUT, "fr")
    reading = PairReading.of(Looseness(WordAligner(load_encoder(None)).align([pair])), 0)
    start, words = text.index(piece), reading.sides[0].words
    inside = [
        place for place, word in enumerate(words) if start <= word.start and word.end <= start + len(piece)
    ]
    content = sum(words[place].is_content for place in inside)
    stretch = Stretch(inside[0], inside[-1] + 1, content, 9.0, (MARK, MARK))
    return replace(reading, stretches=(stretch, reading.stretches[1]))


@pytest.mark.parametrize(
    ("piece", "frame", "measure"),
    [
        ("وقالت المديرة", True, False),
        ("65 كيلومترا", False, True),
        ("تنتهي الأشغال", False, False),
    ],
)  # fmt: skip
def test_frames_and_second_measures_are_told_apart(piece, frame, measure):
    reading = reading_of(
        "وقالت المديرة: يبلغ طول الطريق أربعين ميلا (65 كيلومترا)، تنتهي الأشغال غدا.", piece
    )
    assert (is_frame(reading, 0), is_second_measure(reading, 0)) == (frame, measure)


def test_a_frame_is_minor():
    gap = Gap(is_source=True, passage=passage(CUT, "fr"), place=None, words=4, confidence=0.99, is_frame=True)
    assert gap.severity.label == "minor"
