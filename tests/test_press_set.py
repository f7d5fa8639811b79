"""The press set is complete, and what it marks is there (tests/press/README.md)."""

import re
from collections import Counter

import pytest

from tests.press_set import occurrence, press_texts

TEXTS = press_texts()
CODES = {
    "sense": {"term-mistranslated"},
    "term": {"term-mistranslated"},
    "number": {"number-changed", "date-changed", "unit-changed"},
    "negation": {"negation-changed", "meaning-changed"},
    "omission": {"omission"},
    "addition": {"addition"},
    "foreign": {"code-switch"},
    "untranslated": {"untranslated"},
    "name": {"name-changed"},
    "repetition": {"repetition"},
    "damage": {"text-damaged"},
    "inconsistent": {"term-inconsistent"},
}
IN_EVERY_TEXT = {"sense", "term", "number", "negation", "omission", "foreign", "name"}
OF_WORDS = {"sense", "term", "number", "negation", "name", "omission", "addition", "inconsistent"}
"""Kinds of the parts that hold errors of words and numbers, hardly any other."""
SELDOM = {"foreign", "repetition"}
"""Kinds that stand in some texts of these parts only."""
MOST_APART = 1.25
"""Errors of one kind by which the texts of two parts of a pair differ on average: those written last have more kinds, fewer of each."""

every_text = pytest.mark.parametrize("text", TEXTS, ids=lambda text: f"{text.part}-{text.name}")


def paragraphs(text):
    return [line for line in text.split("\n") if line]


@every_text
def test_a_text_is_a_communique_with_two_translations(text):
    assert 150 <= len(text.original.split()) <= 260
    assert 5 <= len(paragraphs(text.original)) <= 9
    for translation in (text.sound, text.faulty):
        assert len(paragraphs(translation)) == len(paragraphs(text.original))
        assert not re.search(r"  |\s\n|\n\n|,,| ,", translation)
    assert text.language in {"fr", "en"}
    assert not re.search(r"[\u0600-\u06ff]", text.sound)


@every_text
def test_every_kind_of_error_is_there(text):
    kinds = {error.kind for error in text.errors}
    if text.part.endswith("words"):
        assert 8 <= len(text.errors) <= 11
        assert {"sense", "name"} <= kinds <= OF_WORDS | SELDOM
    else:
        assert 8 <= len(text.errors) <= 10
        assert kinds >= IN_EVERY_TEXT


@every_text
def test_errors_are_marked_exactly(text):
    for error in text.errors:
        target = text.faulty[slice(*error.target)]
        assert target == target.strip() != ""
        assert error.severity in {"minor", "major", "critical"}
        assert set(error.codes) & CODES[error.kind]
        assert error.note
        assert (error.source is None) == (error.kind == "addition") == (error.sound == "")
        assert error.sound in text.sound
        assert target != error.sound
        if error.kind == "omission":
            assert error.sound not in text.faulty
    assert [error.target for error in text.errors if error.kind != "omission"] == sorted(
        error.target for error in text.errors if error.kind != "omission"
    )


@every_text
def test_mending_the_errors_gives_the_sound_text(text):
    mended, whole = text.faulty, text.sound
    for error in sorted(text.errors, key=lambda error: error.target, reverse=True):
        if error.kind == "omission":
            start, end = occurrence(error.sound, whole, None)
            whole = whole[:start] + whole[end:]
        else:
            mended = mended[: error.target[0]] + error.sound + mended[error.target[1] :]
    for sound, wording in text.free:
        start, end = occurrence(wording, mended, None)
        mended = mended[:start] + sound + mended[end:]
    assert "".join(mended.split()) == "".join(whole.split())


def test_no_text_stands_in_two_parts():
    assert len({text.name for text in TEXTS}) == len(TEXTS)


@pytest.mark.parametrize(
    ("pair", "every", "expected"),
    [
        (("fitted", "reported"), IN_EVERY_TEXT, set(CODES)),
        (("fitted_words", "reported_words"), {"sense", "term", "number", "negation", "name"}, OF_WORDS),
    ],
)
def test_two_parts_have_like_make_up(pair, every, expected):
    parts = {part: press_texts(part) for part in pair}
    assert min(map(len, parts.values())) >= 20
    for texts in parts.values():
        languages = Counter(text.language for text in texts)
        assert abs(languages["fr"] - languages["en"]) < len(texts) / 6
    kinds = [
        {kind: count / len(texts) for kind, count in Counter(kinds_of(texts)).items()}
        for texts in parts.values()
    ]
    assert expected == set(kinds[0]) & set(kinds[1])
    for kind in expected:
        assert abs(kinds[0][kind] - kinds[1][kind]) < MOST_APART
    for kind in every:
        assert min(share[kind] for share in kinds) >= 1


def kinds_of(texts):
    return [error.kind for text in texts for error in text.errors]


def test_no_sentence_stands_in_two_texts():
    sentences = [
        sentence
        for text in TEXTS
        for side in (text.original, text.sound)
        for sentence in {part.strip() for part in re.split(r"[.\n]", side)}
        if len(sentence) > 20
    ]
    assert [sentence for sentence, times in Counter(sentences).items() if times > 1] == []


def test_a_passage_that_is_not_there_once_is_refused():
    assert occurrence("un", "un et un", 2) == (6, 8)
    for passage, nth in (("un", None), ("un", 3), ("deux", None), ("", None)):
        with pytest.raises(ValueError, match="times in the text"):
            occurrence(passage, "un et un", nth)
