"""Nationalities in both genders and numbers are read as their places."""

import tomllib
from pathlib import Path

import pytest

from auditor.bitext import Document
from auditor.names.pair.sides import read_side

CASES = tomllib.loads((Path(__file__).parent / "cases" / "names" / "demonyms.toml").read_text("utf-8"))
IRREGULAR = {"turc": "turque", "grec": "grecque", "burkinabè": "burkinabè"}
DOUBLED = ("ien", "éen", "yen", "on")


def listed(language):
    words = CASES[language].split()
    return list(zip(words[::2], words[1::2], strict=True))


def feminine(word):
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith(DOUBLED):
        return word + "ne"
    return word if word.endswith("e") else word + "e"


def french_forms(word):
    return dict.fromkeys(
        form for each in (word, feminine(word)) for form in (each, each if each[-1] == "s" else each + "s")
    )


def english_forms(word):
    return (word,) if word.endswith(("s", "se", "sh", "ch", "y")) else (word, word + "s")


def places(word, language):
    sentence = "Une mission {} est partie." if language == "fr" else "A {} mission has left."
    mentions = read_side(Document("a", language, sentence.format(word)).passage()).mentions
    return frozenset().union(*(mention.places for mention in mentions))


@pytest.mark.parametrize(("place", "word"), listed("fr"))
def test_french(place, word):
    assert [form for form in french_forms(word) if place not in places(form, "fr")] == []


@pytest.mark.parametrize(("place", "word"), listed("en"))
def test_english(place, word):
    word = word.replace("-", " ")
    assert [form for form in english_forms(word) if place not in places(form, "en")] == []


@pytest.mark.parametrize("word", ["chinoiseries", "colombophiles", "germanophones", "indiscriminately"])
def test_longer_words_that_only_begin_alike_are_no_nationalities(word):
    assert places(word, "fr") == frozenset()
