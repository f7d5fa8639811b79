"""The aligner: documents with merges, gaps and nothing in common."""

import itertools

import auditor
from auditor.alignment.marks import marks


def test_marks_survive_transliteration():
    assert marks("اجتمع حموشي مع 12 وزيرا", "ar") & marks("Hammouchi a rencontré 12 ministres", "fr") == {
        "hmS",
        "#12",
    }


def test_marks_of_endless_numbers():
    assert marks("1" * 5000, "fr") == {"#" + "1" * 5000}
    assert marks("٠٠٧", "ar") == {"#7"}


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


def test_same_input_same_alignment():
    assert auditor.align(ARABIC, FRENCH) == auditor.align(ARABIC, FRENCH)
