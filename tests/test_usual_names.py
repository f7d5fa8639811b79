"""Usual spellings of persons and places of all regions, which are no other names (cases/names/usual_forms.tsv)."""

import csv
from pathlib import Path

import pytest

from auditor.bitext import Document, Pair
from auditor.names import name_differences
from auditor.names.pair.forms import arabic_form, latin_form
from auditor.names.pair.plain_words import is_plain
from auditor.names.pair.sides import read_side

CASES = Path(__file__).parent / "cases" / "names" / "usual_forms.tsv"
SENTENCES = {
    "given": (
        "وقال {} الدرعي إن الأشغال ستنطلق يوم الاثنين.",
        "The works will begin on Monday, said {} Deraai.",
    ),
    "family": (
        "وقال المدير سمير {} إن الأشغال ستنطلق.",
        "The works will begin, said the director, Samir {}.",
    ),
    "person": (
        "وأوضح {}، خلال اللقاء، أن الأشغال ستنطلق.",
        "The works will begin, {} explained at the meeting.",
    ),
    "place": ("وسجلت أعلى النسب في {} خلال السنة.", "The highest rates of the year were recorded in {}."),
}


def _rows(kind):
    with CASES.open(encoding="utf-8") as file:
        return [each for each in csv.DictReader(file, delimiter="\t") if each["kind"] == kind]


def _flagged(arabic, latin, language="en"):
    pair = Pair(Document("a", "ar", arabic).passage(), Document("b", language, latin).passage(), None, 1.0)
    return [
        each
        for each in name_differences([pair])
        if each.kind != "convention" and each.source.text != "الدرعي"
    ]


def _is_plain(arabic, word):
    side = read_side(Document("a", "ar", arabic).passage())
    return is_plain(side, [each.written for each in side.words].index(word))


@pytest.mark.parametrize("kind", SENTENCES)
def test_usual_forms_are_the_same_name(kind):
    source, target = SENTENCES[kind]
    flagged = [
        (row["arabic"], form)
        for row in _rows(kind)
        for form in row["forms"].split("|")
        if _flagged(source.format(row["arabic"]), target.format(form))
    ]
    assert flagged == []


@pytest.mark.parametrize(
    ("arabic", "word"),
    [
        ("جاء ذلك في ختام زيارة دامت يومين", "ختام"),
        ("تقضي القوانين بتنظيم العمل الليلي في المصانع", "الليلي"),
        ("حفاظا على سلامة المواطنين", "سلامة"),
        ("تسع الخزانات 12 كوباً من الماء", "كوباً"),
        ("أحرقت نسخ من المصحف الشريف في الساحة", "الشريف"),
        ("وأن أشغالا مماثلة ستنطلق", "أشغالا"),
        ("إن ولاية القيروان تزود السوق", "ولاية"),
        ("قررت المنظمة إيفاد خبراء إلى كسلا", "إيفاد"),
    ],
)
def test_words_of_the_language_are_plain(arabic, word):
    assert _is_plain(arabic, word)


@pytest.mark.parametrize(
    ("arabic", "word"),
    [
        ("وقالت السيدة ختام الزين إن الزيارة ناجحة", "ختام"),
        ("وأضاف رياض سلامة أن المصرف قادر", "سلامة"),
        ("وصل الوفد إلى مدينة الجديدة", "الجديدة"),
        ("ولاية كسلا وحلفا الجديدة", "وحلفا"),
        ("قال الأمين العام سلامة أحمد", "سلامة"),
    ],
)
def test_names_beside_what_asks_for_them_are_not(arabic, word):
    assert not _is_plain(arabic, word)


@pytest.mark.parametrize(
    ("word", "places"), [("Slovaquie", {"SK"}), ("Slovénie", {"SI"}), ("Belgrade", {"RS"})]
)
def test_a_place_is_known_by_its_longest_beginning(word, places):
    assert {form.place for form in latin_form(word, False).begins} == places  # noqa: FBT003


def test_given_names_are_no_places_without_their_article():
    assert not arabic_form("رياض").begins
    assert {form.place for form in arabic_form("بالرياض").begins} == {"SA"}
