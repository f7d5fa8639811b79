"""The word aligner: the same links however pairs come together, in long passages, and as good as measured."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from auditor.bitext import Document
from auditor.embedding import load_encoder
from auditor.word_alignment import WordAligner, blocks, vectors
from auditor.word_alignment import readings as readings_room
from auditor.word_alignment.cells import Cells, meetings, spelt_alike, translated
from auditor.word_alignment.lexicon import lexicon
from auditor.word_alignment.likeness import likeness
from auditor.word_alignment.readings import readings
from auditor.word_alignment.words import tokens, written_words

DEV = Path(__file__).parent.parent.parent / "shared" / "data" / "dev"

SENTENCES = (
    ("ar", "أعلنت وزارة الصحة أن الحملة الوطنية للتلقيح ستنطلق يوم الاثنين المقبل في جميع الأقاليم",
     "fr", "Le ministère de la Santé a annoncé que la campagne nationale de vaccination débutera lundi prochain dans toutes les provinces"),
    ("ar", "وقع رئيس البلدية وممثلو النقابات اتفاقا جديدا حول أجور عمال النظافة بمدينة طنجة",
     "en", "The mayor and union representatives signed a new agreement on the wages of sanitation workers in Tangier"),
    ("fr", "La production d’électricité solaire a augmenté de 12 % au cours du premier semestre 2023",
     "en", "Solar power generation rose by 12% during the first half of 2023"),
    ("ar", "تراجعت أسعار النفط بعدما رفعت منظمة أوبك حجم إنتاجها",
     "fr", "Les prix du pétrole ont reculé après que l’OPEP a relevé son volume de production"),
    ("ar", "قال أحمد المنصوري: «لن نغلق المصنع أبداً»",
     "en", "“We will never close the factory,” said Ahmed Mansouri"),
)  # fmt: skip


def passage(text, language):
    return Document(f"text.{language}", language, text).passage()


PAIRS = [(passage(one, first), passage(other, second)) for first, one, second, other in SENTENCES]


@pytest.fixture(scope="module")
def encoder():
    return load_encoder(None)


def spelt(alignment):
    return [
        (
            alignment.source_words[link.source].passage.text,
            alignment.target_words[link.target].passage.text,
        )
        for link in alignment.links
    ]


def same(one, other):
    return one == other and all(
        np.array_equal(getattr(one, name), getattr(other, name))
        for name in ("plausibility", "meaning", "known", "similarity")
    )


def test_a_pair_is_aligned_alike_alone_and_among_others(encoder):
    aligner = WordAligner(encoder)
    together = aligner.align(PAIRS * 3)
    for number, pair in enumerate(PAIRS * 3):
        (alone,) = aligner.align([pair])
        assert same(alone, together[number])


def test_what_was_met_before_changes_nothing(encoder, monkeypatch):
    fresh = WordAligner(encoder).align(PAIRS)
    monkeypatch.setattr(readings_room, "MANY", 5)
    monkeypatch.setattr(vectors, "MANY", 5)
    aligner = WordAligner(encoder)
    for _ in range(3):
        assert all(map(same, aligner.align(PAIRS), fresh))


def test_links_between_words_that_stand_for_each_other(encoder):
    health, wages, solar, oil, plant = map(spelt, WordAligner(encoder).align(PAIRS))
    assert {("وزارة", "ministère"), ("الصحة", "Santé"), ("الحملة", "campagne"), ("الوطنية", "nationale"),
            ("للتلقيح", "vaccination"), ("الاثنين", "lundi"), ("المقبل", "prochain"), ("الأقاليم", "provinces")} <= set(health)  # fmt: skip
    assert {("النقابات", "union"), ("اتفاقا", "agreement"), ("جديدا", "new"), ("أجور", "wages"), ("عمال", "workers"),
            ("طنجة", "Tangier")} <= set(wages)  # fmt: skip
    assert {("production", "generation"), ("électricité", "power"), ("solaire", "Solar"), ("12", "12"), ("2023", "2023"),
            ("premier", "first"), ("semestre", "half")} <= set(solar)  # fmt: skip
    assert {("أسعار", "prix"), ("النفط", "pétrole"), ("أوبك", "OPEP"), ("إنتاجها", "production")} <= set(oil)
    assert {("أحمد", "Ahmed"), ("المنصوري", "Mansouri"), ("المصنع", "factory"), ("نغلق", "close")} <= set(
        plant
    )


def test_the_evidence_is_that_of_each_word_pair_alone(encoder):
    pairs = [pair for pair in PAIRS if pair[0].language == "ar" and pair[1].language == "en"]
    ((_, cells, evidence),) = WordAligner(encoder).evidence(pairs)
    source, target = readings("ar").known, readings("en").known
    dictionary = lexicon("ar", "en")
    seen = 0
    for cell, column in enumerate(cells.columns.tolist()):
        row = int(cells.rows(np.array([cell]))[0])
        one, other = source[cells.source.numbers[row]], target[cells.target.numbers[column]]
        known = dictionary.known(dictionary.source.ids[one.stem]) if one.stem in dictionary.source.ids else {}
        ahead, back = known.get(dictionary.target.ids.get(other.stem, -1), (0.0, 0.0))
        alike = one.is_content and other.is_content and (one.is_capital or other.is_capital)
        assert (evidence.ahead[cell], evidence.back[cell]) == (pytest.approx(ahead), pytest.approx(back))
        assert evidence.likeness[cell] == pytest.approx(likeness(one.form, other.form) if alike else 0.0)
        seen += bool(ahead) + alike
    assert seen > 20
    assert cells.size == sum(
        len(each.source_words) * len(each.target_words) for each in WordAligner(encoder).align(pairs)
    )


def test_words_of_one_script_are_compared_as_strings(encoder):
    pairs = [
        (
            passage("La coopération régionale, Mohamed Tazi", "fr"),
            passage("Regional cooperation, Mohammed Tazi", "en"),
        )
    ]
    ((_, cells, _),) = WordAligner(encoder).evidence(pairs)
    found, values = spelt_alike(cells, (readings("fr").known, readings("en").known))
    given = {
        (readings("fr").known[cells.source.numbers[row]].form, readings("en").known[cells.target.numbers[column]].form): value
        for row, column, value in zip(cells.rows(found).tolist(), cells.columns[found].tolist(), values, strict=True)
    }  # fmt: skip
    assert given[("tazi", "tazi")] == 1
    assert given[("regionale", "regional")] == pytest.approx(8 / 9)
    assert given[("mohamed", "mohammed")] > 0.5
    assert ("cooperation", "tazi") not in given


def test_meetings_are_all_pairs_of_equal_numbers():
    one, other = np.array([3, 1, 3, 7]), np.array([1, 3, 5, 3, 3])
    found = list(zip(*map(np.ndarray.tolist, meetings(one, other)), strict=True))
    assert found == [(i, j) for i in range(4) for j in range(5) if one[i] == other[j]]


def test_without_known_words_nothing_is_translated():
    ((_, cells, _),) = WordAligner(None).evidence([(passage("زغبلطش", "ar"), passage("qwxzt", "en"))])
    assert isinstance(cells, Cells)
    assert len(translated(cells, lexicon("ar", "en"))[0]) == 0


@pytest.mark.parametrize("height", [1, 30, 600, 3000])
def test_long_passages_are_taken_in_parts_that_hold_every_source_word_once(height):
    width = 2900
    parts = [block for some in blocks.blocks_of([(height, width)]) for block in some]
    assert [block.top for block in parts[1:]] == [block.bottom for block in parts[:-1]]
    assert (parts[0].top, parts[-1].bottom) == (0, height)
    assert parts[0].left == 0
    assert parts[-1].right == width
    assert all(block.size <= blocks.LARGEST for block in parts)
    assert all(after.left <= before.right for before, after in pairwise(parts))


def test_a_long_passage_is_linked_along_its_way(encoder):
    sentences = [each for each in SENTENCES if each[0] == "ar" and each[2] == "fr"]
    times = 40
    source = passage(" ".join(one for _ in range(times) for _, one, _, _ in sentences), "ar")
    target = passage(" ".join(other for _ in range(times) for _, _, _, other in sentences), "fr")
    (alignment,) = WordAligner(encoder).align([(source, target)])
    shape = len(alignment.source_words), len(alignment.target_words)
    assert shape[0] * shape[1] > blocks.LARGEST
    assert alignment.plausibility.shape == alignment.meaning.shape == alignment.known.shape == shape
    assert spelt(alignment).count(("النفط", "pétrole")) >= times
    assert list(alignment.links) == sorted(alignment.links)
    places = [(link.source / shape[0], link.target / shape[1]) for link in alignment.links]
    astray = [each for each in places if abs(each[0] - each[1]) > 0.05]
    assert len(astray) < 0.01 * len(places)


@pytest.mark.parametrize(
    "text",
    [
        "L’aéroport d'Oujda-Angad, مُطَار ٣ portes",
        "سنة 1445هـ، أيضاً هــذا",
        "cœur ½ ﷲ №5 m² éte\u0301",
        "a_b 3G 10\u200f20 مــ",
        "Ⅷ ʼarab ﺍﻟﻤﻐﺮﺏ",
        "",
    ],
)
def test_words_as_written_are_where_the_folded_ones_are(text):
    written, starts, ends = written_words(text, 7)
    assert list(zip(starts, ends, strict=True)) == [(7 + start, 7 + end) for _, start, end in tokens(text)]
    assert written == [text[start - 7 : end - 7] for start, end in zip(starts, ends, strict=True)]


@pytest.mark.parametrize(("other", "most"), [("ar", 0.22), ("fr", 0.145)])
def test_alignment_error_on_the_rows_that_nothing_was_fitted_on(encoder, other, most):
    if not DEV.is_dir():
        pytest.skip("needs ../shared")
    from tests.benchmark.word_alignment import alignment_error

    assert alignment_error(DEV, other, encoder)[0] < most
