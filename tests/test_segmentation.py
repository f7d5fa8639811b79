"""Sentences: the cases of each language, and what holds of any text."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from auditor.bitext import Document
from auditor.languages import LANGUAGES
from auditor.segmentation import split_sentences

CASES = Path(__file__).parent / "cases" / "segmentation"
TEXTS = [
    "",
    " \n\t\u00a0\n",
    "...\n!?\n",
    "a. b. C. d",
    "\ufeffUne phrase.\r\nUne autre ?\u2029 Encore.  \n\n",
    "؟ . … » » ).",
    "M.\nM. X.",
    "." * 50 + " " + "؟!" * 50 + " fin",
    "« Oui. » ».",
]


def load():
    for path in sorted(CASES.glob("*.toml")):
        for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"], start=1):
            yield pytest.param(path.stem, case, id=f"{path.stem}-{number}")


@pytest.mark.parametrize(("language", "case"), list(load()))
def test_case(language, case):
    document = Document("case", language, case.get("between", " ").join(case["sentences"]))
    found = [passage.text for passage in split_sentences(document)]
    assert found == case.get("joined", case["sentences"]), case["why"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_cases(language):
    assert (CASES / f"{language}.toml").is_file()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", TEXTS)
def test_passages_cover_every_character_but_spaces(language, text):
    passages = split_sentences(Document("any", language, text))
    covered = {index for passage in passages for index in range(passage.start, passage.end)}
    assert {index for index, character in enumerate(text) if not character.isspace()} <= covered
    assert all(passage.text == passage.text.strip() != "" for passage in passages)
    assert all(first.end <= second.start for first, second in pairwise(passages))


def test_a_passage_is_split_where_it_stands():
    document = Document("part", "fr", "Avant. Ici. Là. Après.")
    assert [each.text for each in split_sentences(document.passage(7, 15))] == ["Ici.", "Là."]


def test_a_long_line_of_marks_takes_no_longer_than_its_length():
    text = "« Oui ! » " * 20_000
    assert len(split_sentences(Document("long", "fr", text))) == 20_000
