"""What speaks for a wrong word: surprise, phrasing, forests, and what stands beside it."""

import numpy as np
import pytest

from auditor.bitext import Document
from auditor.embedding import load_encoder
from auditor.forest import Forest
from auditor.training import fluency as learning
from auditor.training import forest as boosting
from auditor.training.phrasing import counted, kept, stored
from auditor.word_alignment import WordAligner
from auditor.word_alignment.lexicon import vocabulary
from auditor.word_alignment.reliability import surprise
from auditor.word_alignment.words import read_words
from auditor.wrong_words import lone_suspects
from auditor.wrong_words.fluency import FEATURES as FLUENT
from auditor.wrong_words.fluency import Fluency, fluency
from auditor.wrong_words.misfits import FEATURES, Misfits, misfits
from auditor.wrong_words.partners import partner
from auditor.wrong_words.phrasing import (
    EDGE,
    KINDS,
    WORD,
    Phrasing,
    elision,
    evidence,
    fingerprints,
    numbers_of,
)
from auditor.wrong_words.verdicts import BESIDE, LEAST, together, verdicts


def passage(text, language):
    return Document(f"text.{language}", language, text).passage()


def aligned(source, target):
    encoder = load_encoder(None)
    return WordAligner(encoder).align([(passage(source, "ar"), passage(target, "fr"))])


def test_a_term_without_counterpart_surprises_more_than_a_vague_verb():
    words = read_words(passage("la coopération entraîne", "fr"), vocabulary("fr").bare_count)
    article, term, verb = surprise(words, "fr", "ar").tolist()
    assert article == 0
    assert term > verb > 0


@pytest.mark.parametrize(
    ("before", "form", "between", "language", "expected"),
    [
        ("l", "maison", "’", "fr", 1),
        ("l", "maison", "' ", "fr", 1),
        ("l", "arbre", "’", "fr", -1),
        ("la", "ecole", " ", "fr", 1),
        ("la", "maison", " ", "fr", 0),
        ("l", "hotel", "’", "fr", 0),
        ("le", "arbre", " : ", "fr", 0),
        ("a", "agreement", " ", "en", 1),
        ("an", "treaty", " ", "en", 1),
        ("an", "agreement", " ", "en", -1),
        ("a", "union", " ", "en", 0),
        ("the", "agreement", " ", "en", 0),
    ],
)
def test_articles_have_the_shape_that_the_next_word_asks(before, form, between, language, expected):
    assert elision(before, form, between, language) == expected


def surplus_before(before, form):
    return float(evidence([(EDGE, before, form, EDGE, EDGE)], "fr")[0, 0])


@pytest.mark.parametrize(
    ("right", "wrong", "noun"), [("la", "le", "situation"), ("le", "la", "projet"), ("les", "la", "droits")]
)
def test_articles_go_with_their_nouns(right, wrong, noun):
    assert surplus_before(right, noun) > surplus_before(wrong, noun)


def test_counts_come_back_as_they_were_stored():
    texts = ["le projet de loi", "le projet de budget", "le projet avance", "la loi avance"]
    counts, total = counted(texts, "fr")
    known = Phrasing(*stored(*kept(counts)), float(total))
    word, kind = np.array(numbers_of("projet", "fr"), np.uint32).reshape(2, 1)
    article = np.array([numbers_of("le", "fr")[1]], np.uint32)
    assert known.count(fingerprints(WORD, word))[0] == pytest.approx(3, rel=0.05)
    assert known.count(fingerprints(KINDS, article, kind))[0] == pytest.approx(3, rel=0.05)
    assert known.count(fingerprints(KINDS, kind, article))[0] == 0
    assert total == sum(len(text.split()) + 2 for text in texts)


def fluent(text, place, language, model=None):
    forms = text.split()
    (row,) = (model or fluency(language)).fits([forms], np.array([0]), np.array([place]))
    return dict(zip(FLUENT, row.tolist(), strict=True))


@pytest.mark.parametrize(
    ("before", "right", "wrong", "after", "language"),
    [
        ("le conseil a adopte un projet de", "loi", "fromage", "relatif aux marches publics", "fr"),
        ("le ministre de l", "interieur", "bouteille", "a preside la reunion", "fr"),
        ("les habitants ont acces a l eau", "potable", "nationale", "depuis hier", "fr"),
        ("the minister of foreign", "affairs", "cheese", "met his counterpart", "en"),
        ("the central bank raised its interest", "rate", "saddle", "by half a point", "en"),
        ("the court sentenced him to ten years in", "prison", "prose", "on monday", "en"),
    ],
)
def test_a_word_is_more_fluent_where_it_is_usual(before, right, wrong, after, language):
    place = len(before.split())
    usual, odd = (fluent(f"{before} {word} {after}", place, language) for word in (right, wrong))
    assert usual["fluency"] > odd["fluency"] + 1


@pytest.mark.parametrize(("right", "wrong", "noun"), [("la", "le", "ceremonie"), ("les", "la", "mesures")])
def test_the_word_before_tells_gender_and_number(right, wrong, noun):
    usual, odd = (fluent(f"{word} {noun} annoncee hier", 1, "fr") for word in (right, wrong))
    assert usual["fluency_before"] > odd["fluency_before"]


def test_fluency_is_the_sum_of_what_stands_around_and_of_the_word_itself():
    found = fluent("la banque centrale a releve hier son taux d interet directeur", 7, "fr")
    parts = [found[f"fluency_{part}"] for part in ("left", "right", "far", "bias")]
    assert found["fluency"] == pytest.approx(sum(parts), abs=1e-4)
    assert found["fluency_known"] == 1
    assert fluent("la qzxvkw", 1, "fr")["fluency_known"] == 0


def test_fluency_is_the_same_in_company_as_alone():
    texts = [
        text.split() for text in ("le projet de loi", "une", "la banque a releve son taux directeur hier")
    ]
    together_ = fluency("fr").fits(texts, np.array([0, 1, 2, 2]), np.array([1, 0, 1, 7]))
    alone = [
        fluency("fr").fits([texts[owner]], np.array([0]), np.array([place]))[0]
        for owner, place in ((0, 1), (1, 0), (2, 1), (2, 7))
    ]
    assert together_ == pytest.approx(np.array(alone), abs=1e-4)


def test_fluency_learns_what_goes_together(monkeypatch):
    monkeypatch.setattr(learning, "BATCH", 64)
    sentences = ("le renard mange vite ici", "la loutre nage bien ici")
    text = learning.Text.of((sentence.split(), 1.0) for _ in range(2000) for sentence in sentences)
    model = Fluency("fr", learning.Learner(text, "fr").learn())
    assert (
        fluent("le renard mange", 1, "fr", model)["fluency"]
        > fluent("la renard nage", 1, "fr", model)["fluency"] + 1
    )


def test_a_forest_adds_up_the_leaves_that_its_questions_lead_to():
    forest = Forest(
        np.array([[0, 1]]), np.array([[0.5, 2.0]], np.float32), np.array([[1, 2, 4, 8]], np.float32), 0.25
    )
    rows = np.array([[0, 0], [1, 0], [0, 3], [1, 3]], np.float32)
    assert forest.logits(rows).tolist() == [1.25, 2.25, 4.25, 8.25]


def test_boosting_learns_what_neither_feature_tells_alone():
    draw = np.random.default_rng(7)
    rows = draw.random((2000, 3)).astype(np.float32)
    truth = ((rows[:, 0] > 0.5) ^ (rows[:, 2] > 0.3)).astype(np.float64)
    fitted = boosting.fitted(rows, truth, np.ones(2000), boosting.Plan(trees=40, levels=3))
    fresh = draw.random((500, 3)).astype(np.float32)
    right = (fresh[:, 0] > 0.5) ^ (fresh[:, 2] > 0.3)
    assert np.mean((fitted.logits(fresh) > 0) == right) > 0.95
    again = boosting.fitted(rows, truth, np.ones(2000), boosting.Plan(trees=40, levels=3))
    assert np.array_equal(fitted.values, again.values)


def test_the_words_beside_a_misfit_count_within_its_pair_only():
    rows = np.zeros((4, len(FEATURES)), np.float32)
    found = Misfits(np.array([0, 0, 0, 1]), np.array([2, 4, 9, 3]), rows)
    logits = np.array([1.0, 2.0, 3.0, -9.0], np.float32)
    expected = [
        1 + BESIDE * (LEAST + 2),
        2 + BESIDE * (1 + LEAST),
        3 + BESIDE * 2 * LEAST,
        -9 + BESIDE * 2 * LEAST,
    ]
    assert together(found, logits).tolist() == pytest.approx(expected)


def test_no_misfits_give_no_verdict():
    assert lone_suspects(()) == ()
    assert len(misfits(()).numbers) == 0


SOURCE = "أعلنت الحكومة أمس عن خطة جديدة لتمويل المدارس في المناطق القروية"
TARGET = "Le gouvernement a annoncé hier un nouveau plan de financement des écoles dans les zones rurales"


def test_a_sound_sentence_passes():
    assert lone_suspects(aligned(SOURCE, TARGET)) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "word"),
    [("écoles", "grippe", "المدارس"), ("financement", "virus", "لتمويل"), ("plan", "fromages", "خطة")],
)
def test_a_wrong_word_is_more_doubtful_than_all_others(right, wrong, word):
    (alignment,) = aligned(SOURCE, TARGET.replace(right, wrong))
    found = misfits((alignment,))
    confidences = verdicts().confidences(found)
    place = int(found.places[int(confidences.argmax())])
    assert alignment.target_words[place].passage.text == wrong
    assert partner(alignment, place).word.passage.text == word
