"""Runs of another language: where exactly they begin and end, what passes, how they join, what the model is."""

import hashlib
import json
from pathlib import Path

import pytest

from auditor.bitext import Document, Pair
from auditor.language_runs import Run, join_runs, language_name, read_runs
from auditor.language_runs.decoding import foreign_stretches
from auditor.language_runs.scores import DATA, LARGEST, scores
from auditor.language_runs.words import words_of

PRESS = Path(__file__).parent.parent.parent / "shared" / "press"


def found(text, main="fr"):
    return [(run.passage.text, run.language) for run in read_runs(Document("t", main, text).passage(), main)]


@pytest.mark.parametrize(
    ("text", "main", "runs"),
    [
        (
            "Il a dit que the situation is under control, selon lui.",
            "fr",
            [("the situation is under control", "en")],
        ),
        (
            "He said que la situation est sous contrôle, in his words.",
            "en",
            [("que la situation est sous contrôle", "fr")],
        ),
        ("La session (which started late) reprend demain.", "fr", []),
        ("Ils ont visité le pays in the spring of 2019.", "fr", [("in the spring of 2019", "en")]),
        ("Le maire, who was not there, a écrit.", "fr", [("who was not there", "en")]),
        ("Le roi a reçu الوزير التركي hier.", "fr", [("الوزير التركي", "ar")]),
        ("Le bilan: «12 قتيلا، و30 جريحا».", "fr", [("قتيلا، و30 جريحا", "ar")]),
        ("He met them on 12 mars 2024 in Rabat.", "en", [("12 mars 2024", "fr")]),
        ("", "fr", []),
        ("…", "fr", []),
        ("12 345", "en", []),
    ],
)
def test_exact_runs(text, main, runs):
    assert found(text, main) == runs


def test_offsets_count_from_the_document():
    text = "Première phrase. Le ministre arrived yesterday evening à Rabat."
    (run,) = read_runs(Document("t", "fr", text).passage(17), "fr")
    assert text[run.passage.start : run.passage.end] == "arrived yesterday evening"
    assert run.words == 3
    assert run.log_odds > 4


def test_arabic_text_may_hold_names_but_not_sentences():
    assert found("زار وفد INTERPOL معرض Ankara Defence Expo أمس", "ar") == []
    (run,) = found("قال الوزير the talks will resume next week أمس", "ar")
    assert run == ("the talks will resume next week", "en")


def test_third_languages_do_not_break_it():
    spanish = "La reunión de los ministros terminó ayer, según las fuentes que han hablado con el periódico."
    german = (
        "Er sagte, dass die Verhandlungen gestern beendet wurden und nicht mehr wieder aufgenommen werden."
    )
    for text in (spanish, german):
        for main in ("fr", "en"):
            assert {language for _, language in found(text, main)} <= {"fr", "en", "es", "de"}
    assert [language for _, language in found(spanish, "en")] == ["es"]


@pytest.mark.parametrize("code", ["ar", "fr", "en", "de", "es", "it", "pt", "nl", "tr"])
def test_names_of_languages(code):
    assert language_name(code).istitle()


def test_capitals_and_sentence_openings():
    words = {word.text: word for word in words_of("M. Alami a vu Times Square. Hier, IGEF est sur x.org")}
    assert [text for text, word in words.items() if word.is_capital] == ["Alami", "Times", "Square", "IGEF"]
    assert [text for text, word in words.items() if word.opens_sentence][:2] == ["M", "Hier"]
    assert [text for text, word in words.items() if word.is_acronym] == ["IGEF"]
    assert words["org"].is_masked


def test_elided_words_stand_alone_and_genitives_do_not():
    assert [word.text for word in words_of("l’Organisation qu'il n'a d’ailleurs the king’s don't")] == [
        "l’", "Organisation", "qu'", "il", "n'", "a", "d’", "ailleurs", "the", "king’s", "don't",
    ]  # fmt: skip


def test_a_neutral_word_goes_with_its_clause():
    words = words_of("un deux , three Reuters , quatre cinq")
    (stretch,) = foreign_stretches(words, [-5.0, -5.0, 9.0, -0.1, -5.0, -5.0])
    assert [words[place].text for place in stretch] == ["three", "Reuters"]


def test_nothing_foreign_is_no_stretch():
    assert foreign_stretches([], []) == []
    assert foreign_stretches(words_of("un deux trois"), [-3.0, -0.1, -3.0]) == []


def pairs_of(text, cuts):
    target = Document("t", "fr", text)
    source = Document("s", "ar", "نص" * 50)
    places = list(zip([0, *cuts], [*cuts, len(text)], strict=True))
    return [
        Pair(source.passage(10 * number, 10 * number + 8), target.passage(*place), 0.9, 0.9)
        for number, place in enumerate(places)
    ]


def test_a_foreign_paragraph_of_several_sentences_is_one_run():
    text = "The talks failed again. Both sides blamed each other. Le ministre est parti."
    pairs = pairs_of(text, [24, 54])
    ((run, source),) = join_runs(pairs, [read_runs(pair.target, "fr") for pair in pairs])
    assert run.passage.text == "The talks failed again. Both sides blamed each other"
    assert run.words == 9
    assert (source.start, source.end) == (0, 18)


def test_paragraphs_stay_apart():
    text = "The talks failed again.\nBoth sides blamed each other."
    pairs = pairs_of(text, [24])
    joined = join_runs(pairs, [read_runs(pair.target, "fr") for pair in pairs])
    assert [run.passage.text for run, _ in joined] == [
        "The talks failed again",
        "Both sides blamed each other",
    ]


def test_a_run_without_source_joins_one_with():
    document = Document("t", "fr", "Both sides left. They will be back.")
    pairs = [Pair(None, document.passage(0, 16), None, 0.9), Pair(None, document.passage(17), None, 0.9)]
    runs = [(Run(document.passage(0, 15), "en", 3, 20.0),), (Run(document.passage(17, 34), "en", 4, 20.0),)]
    ((run, source),) = join_runs(pairs, runs)
    assert (run.words, run.log_odds, source) == (7, 40.0, None)


def test_scores_are_bounded_and_signed():
    table = scores()
    assert table["the"] > 4 > -4 > table["des"]
    assert all(
        abs(table[word]) <= LARGEST for word in ("the-of-and-which", "réunions-débats", "z", "l’", "king's")
    )
    assert abs(table["table"]) < 3
    assert table["Zzyzx"] == table["Zzyzx"]


def test_the_model_is_small_and_has_a_record():
    size = sum(path.stat().st_size for path in DATA.iterdir())
    assert size < 2_000_000
    for name in ("words.txt", "letters.txt"):
        tenths = [line.split(" ")[0] for line in (DATA / name).read_text("utf-8").splitlines()]
        assert tenths == sorted(tenths, key=lambda each: (int(each.rstrip("!")), each))


@pytest.mark.skipif(not PRESS.is_dir(), reason="needs the shared press articles")
def test_press_article():
    text = (PRESS / "igef-2025.translation.fr.txt").read_text("utf-8")
    errors = [json.loads(line) for line in (PRESS / "igef-2025.errors.jsonl").read_text("utf-8").splitlines()]
    wanted = [error["text"] for error in errors if error["code"] == "code-switch"]
    assert [run for run, _ in found(text)] == wanted


@pytest.mark.skipif(not PRESS.is_dir(), reason="needs the shared press articles")
@pytest.mark.parametrize(
    "name", ["igef-2024.human.fr.txt", "igef-2025.human.fr.txt", "interpol-2025.human.fr.txt"]
)
def test_human_press_articles_have_no_run(name):
    assert found((PRESS / name).read_text("utf-8")) == []


def test_training_on_the_same_data_gives_the_same_bytes(tmp_path, monkeypatch):
    languages = pytest.importorskip("auditor.training.languages")
    own_words = pytest.importorskip("auditor.training.own_words")
    monkeypatch.setattr(own_words, "english_words", lambda _: frozenset(["swab", "meeting", "café"]))
    monkeypatch.setattr(own_words, "not_french", set)
    data = tmp_path / "data"
    write_training_data(data)
    digests = set()
    for number in range(2):
        out = tmp_path / str(number)
        languages.main(data, out)
        digests.add(
            tuple(
                hashlib.sha256((out / name).read_bytes()).hexdigest()
                for name in ("words.txt", "letters.txt", "places.txt")
            )
        )
    assert len(digests) == 1


def write_training_data(folder):
    import gzip

    rows = [
        ("la réunion est terminée", "the meeting is over"),
        ("le marché reste ouvert", "the market remains open"),
    ] * 4
    tables = {
        "train/fr-en": [
            "fr\ten\tcorpus",
            *(f"{fr} {number}\t{en} {number}\tudhr" for number, (fr, en) in enumerate(rows)),
        ],
        "train/ar-fr": ["ar\tfr\tcorpus", "انتهى الاجتماع\tla séance est levée\tudhr"],
        "train/ar-en": ["ar\ten\tcorpus", "انتهى الاجتماع\tthe session is closed\tudhr"],
        "lexicon/cldr": ["kind\tid\tar\tfr\ten", "territory\tMA\tالمغرب\tMaroc\tMorocco"],
    }
    names = (
        "arabterm",
        "freedict_eng-fra.fr-en",
        "freedict_fra-eng.fr-en",
        "omw_pairs.ar-en",
        "omw_pairs.ar-fr",
        "omw_pairs.fr-en",
    )
    tables |= {f"lexicon/{name}": ["fr\ten", "marché\tmarket"] for name in names}
    for name, lines in tables.items():
        path = folder / f"{name}.tsv.gz"
        path.parent.mkdir(parents=True, exist_ok=True)
        with gzip.open(path, "wt", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
