"""The aligner: documents with merges, gaps and nothing in common."""

import itertools

import pytest

import auditor
from auditor.alignment import align, align_in_order
from auditor.alignment.encoded_runs import encoded_runs
from auditor.alignment.marks import marks
from auditor.bitext import Document
from auditor.embedding import load_encoder
from auditor.folding import folded
from auditor.segmentation import split_sentences


def marks_of(text, language):
    return marks(text, folded(text), language)


def test_marks_survive_transliteration():
    assert marks_of("اجتمع حموشي مع 12 وزيرا", "ar") & marks_of(
        "Hammouchi a rencontré 12 ministres", "fr"
    ) == {
        "hmS",
        "#12",
    }


def test_marks_of_endless_numbers():
    assert marks_of("1" * 5000, "fr") == {"#" + "1" * 5000}
    assert marks_of("٠٠٧", "ar") == {"#7"}


ARABIC = """
افتتح وزير الصحة صباح الاثنين مستشفى جديدا في مدينة وجدة.
ويضم المستشفى مائتي سرير وقسما للمستعجلات. وقد كلف بناؤه ثلاثين مليون درهم.
وعبر سكان المدينة عن ارتياحهم لهذا المشروع الذي انتظروه سنوات طويلة.
"""
FRENCH = """
Le ministre de la Santé a inauguré lundi matin un nouvel hôpital dans la ville d’Oujda.
L’hôpital compte deux cents lits et un service d’urgences, et sa construction a coûté trente millions de dirhams.
Une chaîne de restaurants ouvrira bientôt ses portes près du vieux port de pêche.
Les habitants de la ville se sont dits satisfaits de ce projet qu’ils attendaient depuis de longues années.
"""


def beads(bitext):
    return [(pair.source_sentences, pair.target_sentences) for pair in bitext.pairs]


def test_merge_and_addition():
    bitext = auditor.align(ARABIC, FRENCH)
    assert beads(bitext) == [((0,), (0,)), ((1, 2), (1,)), ((), (2,)), ((3,), (3,))]
    assert all(pair.confidence > 0.5 for pair in bitext.pairs)
    assert [pair.similarity is None for pair in bitext.pairs] == [False, False, True, False]


def test_pairs_cover_both_sides_in_order():
    bitext = auditor.align(ARABIC, FRENCH)
    for side in ("source", "target"):
        places = [getattr(pair, side) for pair in bitext.pairs if getattr(pair, side)]
        assert all(before.end <= after.start for before, after in itertools.pairwise(places))
        text = getattr(bitext, side).text
        covered = {index for place in places for index in range(place.start, place.end)}
        assert all(index in covered or character.isspace() for index, character in enumerate(text))


def test_lines():
    bitext = auditor.align("أولا. ثانيا\n\nثالثا", "Premièrement. Deuxièmement\n \nTroisièmement", lines=True)
    assert len(bitext.source_sentences) == len(bitext.target_sentences) == 2


def test_one_sentence_against_many():
    assert len(auditor.align("اجتمع المجلس اليوم.", FRENCH * 20).pairs) >= 70


def test_nothing_in_common():
    other = "The recipe needs butter. Whisk the eggs.\nBake for an hour in a hot oven. Serve the cake cold."
    bitext = auditor.align(ARABIC, other)
    certain = [pair for pair in bitext.pairs if pair.source and pair.target and pair.confidence > 0.7]
    assert certain == []


class Recorder:
    """The shipped model, with a note of what it was asked to embed."""

    def __init__(self):
        self.model = load_encoder(None)
        self.asked = []
        self.name, self.dimensions = self.model.name, self.model.dimensions

    def encode(self, texts):
        self.asked += texts
        return self.model.encode(texts)

    def sums(self, texts):
        return self.model.sums(texts)


def test_runs_embedded_anew():
    """With vectors that add up it makes no difference."""
    documents = Document("", "ar", ARABIC), Document("", "fr", FRENCH)
    sentences = tuple(map(split_sentences, documents))
    recorder = Recorder()
    found = align(*documents, sentences, recorder, reencode=True)
    assert any(sentences[0][1].text in text and sentences[0][2].text in text for text in recorder.asked)
    wanted = align(*documents, sentences, recorder.model)
    assert beads(found) == beads(wanted)
    for one, other in zip(found.pairs, wanted.pairs, strict=True):
        assert one.confidence == pytest.approx(other.confidence, abs=1e-3)


def test_runs_say_what_they_say_and_not_their_sums():
    sentences = tuple(split_sentences(Document("", *text)) for text in (("ar", ARABIC), ("fr", FRENCH)))
    encoder = load_encoder(None)
    sums = tuple(encoder.sums([each.text for each in side]) for side in sentences)
    runs = tuple(encoded_runs(side, encoder) for side in sentences)
    assert [len(each) for each in runs[0]] == [4, 3, 2, 1]
    contrary = tuple(-each for each in runs[0])
    assert align_in_order(sentences, sums, runs)[0][0] == (0, 0, 1, 1)
    assert all(
        bead[2] == 0 or bead[3] == 0 for bead, _ in align_in_order(sentences, sums, (contrary, runs[1]))
    )


def test_same_input_same_alignment():
    assert auditor.align(ARABIC, FRENCH) == auditor.align(ARABIC, FRENCH)
