"""Missing words: pieces, seams that limp, and what of the original is lost there."""

import numpy as np
import pytest

import auditor
from auditor.missing_words.pieces import pieces, reading
from auditor.missing_words.seams import REACH, Seams, seams
from auditor.training import seams as training


def forms(text):
    return [piece.form for piece in pieces(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’accord du 12 mai", ["l'", "accord", "du", "00", "mai"]),
        ("the minister’s visit", ["the", "minister", "'s", "visit"]),
        ("« Oui », dit-il…", ['"', "oui", '"', ",", "dit", "-", "il", "."]),
        ("1,250 tonnes in 2024", ["0000", "tonnes", "in", "0000"]),
    ],
)
def test_pieces(text, expected):
    assert forms(text) == expected
    assert all(
        text[piece.start : piece.end].strip() == text[piece.start : piece.end] for piece in pieces(text)
    )


def test_the_kind_of_a_piece_is_its_case_and_ending():
    assert [reading(word)[1] for word in ("walked", "Walked", "UNESCO", "2024", ",", "'s")] == [
        "cked", "Cked", "Asco", "#", ",", "c's",
    ]  # fmt: skip
    assert reading("walked", is_raised=True) == ("walked", "Cked")


@pytest.mark.parametrize(
    ("language", "sound", "torn"),
    [
        ("en", "The judge decided to postpone the hearing.", "The judge decided to the hearing."),
        ("en", "The bridge was swept away by the flood.", "The was swept away by the flood."),
        ("fr", "Le maire a annoncé que la rue sera fermée.", "Le maire a que la rue sera fermée."),
        ("fr", "Ils vivent de l’élevage et de la pêche.", "Ils vivent de l’ et de la pêche."),
    ],
)
def test_a_seam_limps_where_a_word_was_taken_out(language, sound, torn):
    whole, limping = seams(language).log_odds([pieces(sound), pieces(torn)])
    assert len(whole) == len(pieces(sound)) + 1
    assert max(limping) > 2 > max(whole[:-1])


def test_texts_read_together_are_judged_as_alone():
    texts = [pieces(text) for text in ("The mayor opened the school.", "Rain fell.", "")]
    together = seams("en").log_odds(texts)
    for text, odds in zip(texts, together, strict=True):
        assert seams("en").log_odds([text])[0] == pytest.approx(odds, abs=2e-3)


SOUND = "The children were playing in the garden while their parents were preparing the meal."
ORIGINAL = "Les enfants jouaient dans le jardin pendant que leurs parents préparaient le repas."


def missing(translation):
    found = auditor.check(ORIGINAL, translation, source_language="fr", target_language="en").findings
    return [each for each in found if "missing" in each.message]


def test_the_finding_names_the_place_and_the_word_of_the_original():
    assert missing(SOUND) == []
    (found,) = missing(SOUND.replace("garden ", ""))
    assert (found.code, found.source.text, found.target.text) == ("omission", "jardin", "the while")
    assert found.message == "a word is missing between “the” and “while”, where the original says “jardin”"


def test_a_clause_left_out_is_one_finding():
    found = auditor.check(
        ORIGINAL, "The children were playing in the garden.", source_language="fr", target_language="en"
    ).findings
    assert [each.code for each in found] == ["omission"]
    assert "missing" not in found[0].message


def text_of(sentences):
    names = training.known(sentences)
    return training.laid_out(sentences, names, "en"), names


def test_windows_skip_the_word_that_is_taken_out():
    text, (known, _) = text_of(["the old mayor opened a new school today"])
    draw = np.random.default_rng(0)
    members = np.zeros(40, np.int64)
    (forms_around, _, truth), beside = training.torn_seams(text, members, draw)
    rows = {form: row for row, form in enumerate(known, 2)}
    words = [rows[word] for word in forms("the old mayor opened a new school today")]
    left = {tuple(words[:gone] + words[gone + 1 :]) for gone in range(len(words))}
    for window in forms_around.tolist():
        present = [row for row in window if row]
        assert any(
            tuple(present) == each[start : start + len(present)] for each in left for start in range(8)
        )
    assert truth.all()
    assert not beside[2].any()
    assert forms_around.shape[1] == 2 * REACH


def test_trained_twice_the_same_network_that_has_learned(monkeypatch):
    monkeypatch.setattr(training, "PASSES", 30)
    monkeypatch.setattr(training, "BATCH", 16)
    nouns, verbs = ("mayor", "teacher", "doctor", "farmer"), ("opened", "closed", "visited", "cleaned")
    found = [
        (f"The {one} {verb} the {other} house.", 1.0) for one in nouns for verb in verbs for other in nouns
    ]
    learned = training.learned(found, "en")
    again = training.learned(found, "en")
    assert all((learned[name] == again[name]).all() for name in learned)
    whole, torn = Seams(learned).log_odds(
        [pieces("The mayor visited the farmer house."), pieces("The visited the farmer house.")]
    )
    assert int(np.argmax(torn)) == 1
    assert torn[1] > max(whole)
