"""The sentences that carry one error each: that the errors are where they are said to be."""

import pytest

from tests.sentences import PARTS, sentences

EVERY = [
    pytest.param(each, id=f"{part}-{number}")
    for part in PARTS
    for number, each in enumerate(sentences(part), 1)
]


@pytest.mark.parametrize("sentence", EVERY)
def test_errors_are_where_they_are_said_to_be(sentence):
    assert sentence.faulty.count(sentence.wrong) == 1
    assert sentence.original.count(sentence.source) == 1
    assert sentence.right in sentence.sound
    assert sentence.sound != sentence.faulty
    assert sentence.kind in {"name", "negation", "number", "term"}
    assert sentence.language in {"fr", "en"}


def test_no_original_stands_twice():
    originals = [each.original for part in PARTS for each in sentences(part)]
    assert len(originals) == len(set(originals))
