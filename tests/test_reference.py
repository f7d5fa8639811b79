"""Scores against a reference translation."""

import pytest

from auditor.bitext import Bitext, Document, Pair
from auditor.errors import LanguageError
from auditor.reference import reference_scores
from auditor.segmentation import split_sentences


def one_to_one(source, target):
    sides = split_sentences(source), split_sentences(target)
    length = max(map(len, sides))
    filled = [[*side, *[None] * (length - len(side))] for side in sides]
    return Bitext(source, target, tuple(Pair(*pair, 0.9, 1.0) for pair in zip(*filled, strict=True)))


def scores(translation, reference):
    found = reference_scores(
        Document("t.txt", "fr", translation), Document("r.txt", "fr", reference), one_to_one
    )
    return found, {metric.metric: metric.value for metric in found.metrics}


TEXT = "Le directeur a visité le salon d’Ankara.\nIl y a rencontré\nson homologue turc et trois ministres."


def test_the_same_text_scores_full_marks_whatever_its_lines():
    found, values = scores(TEXT, TEXT)
    assert values == {"chrF2++": 100.0, "BLEU": 100.0, "TER": 0.0}
    assert (found.name, found.passages) == ("r.txt", 3)
    assert all("version:" in metric.signature for metric in found.metrics)


def test_what_is_missing_costs():
    _, whole = scores(TEXT, TEXT)
    _, cut = scores(TEXT.split("\n", maxsplit=1)[0], TEXT)
    assert cut["chrF2++"] < whole["chrF2++"]
    assert cut["BLEU"] < whole["BLEU"]
    assert cut["TER"] > whole["TER"]


def test_reference_and_translation_are_not_swapped():
    _, longer = scores("un deux trois quatre cinq six", "un deux trois quatre")
    assert longer["TER"] == 50.0  # two deletions over the four words of the reference


def test_another_language_is_refused():
    with pytest.raises(LanguageError, match=r"r\.txt.*en.*fr"):
        reference_scores(Document("t.txt", "fr", "Oui."), Document("r.txt", "en", "Yes."), one_to_one)
