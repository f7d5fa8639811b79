"""Latent vectors: which words keep the same company."""

import numpy as np
import pytest

from auditor.bitext import Document
from auditor.terms.contexts import Place, Span
from auditor.terms.matching import keyed_passage
from auditor.training import latent as training
from auditor.wrong_senses.latent import latent_vectors, telling_words
from tests.inventories import inventory_words

LINES = (
    "رصيف\tسفينة | ميناء | حاويات | @sea | رست السفينة | من\tquai\tquay",
    "رصيف\t-\ttrottoir\tpavement",
    "حكم\tمحكمة | قاض | متهم | دعوى\tjugement\tjudgment",
    "حكم\tمباراة | هدف | لاعب | مرمى\tarbitre\treferee",
)


@pytest.fixture(scope="module")
def senses(tmp_path_factory):
    words = inventory_words(tmp_path_factory.mktemp("inventory"), *LINES)
    return [sense for word in words for sense in word.senses]


def around(text, form):
    passage = keyed_passage(Document("source", "ar", text).passage(), "ar")
    (index,) = (i for i, word in enumerate(passage.words) if form in word.keys)
    return latent_vectors().around(Place([passage], passage, Span(index, index)))


def test_a_context_is_its_words_without_topics_and_grammar(senses):
    assert set(telling_words(senses[0])) == {"سفينه", "ميناء", "حاويات", "رست"}


@pytest.mark.parametrize(
    ("text", "akin"),
    [
        ("برأ الحكم المدعى عليه لعدم كفاية الأدلة وفق محاميه", 2),
        ("أشهر الحكم بطاقة صفراء في وجه الحارس قبل نهاية الشوط", 3),
    ],
)
def test_what_stands_around_speaks_for_a_sense_whose_context_it_is_not_in(senses, text, akin):
    direction, known = around(text, "حكم")
    likeness = {number: float(direction @ latent_vectors().of_sense(senses[number])) for number in (2, 3)}
    assert max(likeness, key=likeness.get) == akin
    assert known > 1
    assert np.linalg.norm(direction) == pytest.approx(1, abs=1e-5)


def test_a_word_alone_has_nothing_around(senses):
    assert around("الحكم", "حكم") == (None, 0)
    assert latent_vectors().of_sense(senses[1]) is None


def test_words_of_the_same_contexts_are_fitted_alike(monkeypatch):
    monkeypatch.setattr(training, "DIMENSIONS", 2)
    contexts = [["قاض", "محكمة"], ["قاض", "محكمة", "متهم"], ["هدف", "مرمى"], ["مرمى", "لاعب", "هدف"]]
    weights = dict.fromkeys(sorted({word for context in contexts for word in context}), 1.0)
    vectors = dict(zip(weights, training.decomposed(contexts, weights), strict=True))

    def likeness(one, other):
        return vectors[one] @ vectors[other] / np.linalg.norm(vectors[one]) / np.linalg.norm(vectors[other])

    assert likeness("قاض", "متهم") > 0.9
    assert abs(likeness("قاض", "لاعب")) < 0.1
