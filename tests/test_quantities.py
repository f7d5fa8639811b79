"""Quantities: what is read in each language, exactly where, and how pairs are compared."""

import tomllib
from pathlib import Path

import pytest

import auditor
from auditor.bitext import Document, Pair
from auditor.quantities import Demand, PairQuantities, compare_quantities, read_quantities

CASES = Path(__file__).parent / "cases" / "quantities"


def load():
    for language in ("ar", "fr", "en"):
        table = tomllib.loads((CASES / f"{language}.toml").read_text(encoding="utf-8"))
        for number, case in enumerate(table["read"], start=1):
            yield pytest.param(language, case, id=f"{language}-{number}")


def read(text, language):
    return read_quantities(Document("text", language, text).passage(), language)


def compared(*pairs, languages=("ar", "fr"), confidence=1.0, similarity=None):
    """The differences of a bitext given as (source, target) lines; None for a side that is missing."""
    documents = [
        Document(name, language, "\n".join(pair[side] or "" for pair in pairs))
        for side, (name, language) in enumerate(zip(("source", "target"), languages, strict=True))
    ]
    places = [0, 0]
    found = []
    for pair in pairs:
        sides = []
        for side, text in enumerate(pair):
            sides.append(documents[side].passage(places[side], places[side] + len(text)) if text else None)
            places[side] += len(text or "") + 1
        quantities = [read_quantities(each, each.language) if each else () for each in sides]
        found.append(PairQuantities(Pair(*sides, similarity, confidence), *quantities))
    return compare_quantities(found)


@pytest.mark.parametrize(("language", "case"), list(load()))
def test_reading(language, case):
    found = [
        f"{each.kind.value} {'|'.join(str(value) for value in sorted(each.readings))}"
        for each in read(case["text"], language)
    ]
    assert found == case["reads"]


def load_pairs(kind):
    table = tomllib.loads((CASES / "pairs.toml").read_text(encoding="utf-8"))
    for case in table[kind]:
        original = case.get("original", "ar")
        translation = next(key for key in ("fr", "en", "ar") if key in case and key != original)
        yield case[original], case[translation], (original, translation)


@pytest.mark.parametrize(("source", "target", "languages"), list(load_pairs("agree")))
def test_other_writings_of_the_same_agree(source, target, languages):
    assert [each.message for each in compared((source, target), languages=languages)] == []


@pytest.mark.parametrize(("source", "target", "languages"), list(load_pairs("differ")))
def test_other_values_differ(source, target, languages):
    assert compared((source, target), languages=languages) != ()


@pytest.mark.parametrize(
    ("language", "text", "passages"),
    [
        ("ar", "وبلغ والثالثة والتسعين نحو 25 في المائة", ["الثالثة والتسعين", "25 في المائة"]),
        ("ar", "خلال ٢٠٬٥٠٠ و3 ملايين", ["٢٠٬٥٠٠", "3 ملايين"]),
        ("fr", "La 93ᵉ session, 1\u202f500 personnes et 5,2\u00a0%", ["93ᵉ", "1\u202f500", "5,2\u00a0%"]),
        ("en", "About \u200e18\u200e people and $5bn", ["18", "5bn"]),
    ],
)
def test_passages_are_exact_slices(language, text, passages):
    assert [each.passage.text.strip("\u200e") for each in read(text, language)] == passages


@pytest.mark.parametrize(
    ("language", "text", "demand"),
    [
        ("ar", "سنتين", Demand.SATISFIES),
        ("ar", "مئات", Demand.SATISFIES),
        ("fr", "une dizaine", Demand.SATISFIES),
        ("fr", "neuf", Demand.SATISFIES),
        ("en", "one", Demand.SATISFIES),
        ("en", "third party", Demand.SATISFIES),
        ("en", "seven", Demand.COMPARES),
        ("fr", "G20", Demand.COMPARES),
        ("en", "seventy-one", Demand.DEMANDS),
        ("ar", "٧", Demand.DEMANDS),
    ],
)
def test_demand(language, text, demand):
    assert [each.demand for each in read(text, language)] == [demand]


def test_a_range_and_its_month_are_one_expression():
    found = read("du 18 au 20 septembre", "fr")
    assert {each.expression.text for each in found} == {"18 au 20 septembre"}


def test_a_passage_is_read_in_the_language_it_is_in():
    document = Document("translation", "fr", "Il a visité the ninety-third session en 2025")
    found = read_quantities(document.passage(11, 35), "en") + read_quantities(document.passage(35), "fr")
    assert [(each.passage.text, each.language) for each in found] == [("ninety-third", "en"), ("2025", "fr")]


def test_the_pair_beside_may_have_the_number():
    assert (
        compared(("حضر 80 خبيرا", "Le forum a eu lieu"), ("انتهى المنتدى", "80 experts y ont pris part"))
        == ()
    )


def test_a_number_further_off_is_missing():
    found = compared(
        ("حضر 80 خبيرا", "Le forum a eu lieu"),
        ("انتهى المنتدى", "Il a pris fin"),
        ("غادر الجميع", "80 experts y ont pris part"),
    )
    assert [each.code for each in found] == ["number-missing", "number-added"]


def test_a_passage_without_counterpart_has_no_number_differences():
    assert compared((None, "Publié le 20/09/2025 à 09h27"), ("خبر", "Nouvelle")) == ()


def test_a_date_that_is_repeated_is_not_added():
    assert (
        compared(
            ("افتتح المعرض يوم 18 شتنبر", "Le salon s’est ouvert le 18 septembre"),
            ("زاره الوزير", "Le ministre l’a visité"),
            ("تحدث عن الأمن", "Il a parlé de sécurité lors du salon du 18 septembre"),
        )
        == ()
    )


def test_an_unsure_pair_has_no_differences():
    wrong = ("وزع 40 كتابا", "Il a distribué 70 livres")
    assert [each.code for each in compared(wrong)] == ["number-changed"]
    assert compared(wrong, confidence=0.4) == ()
    assert compared(wrong, similarity=0.02) == ()


def test_confidence_grows_with_that_of_the_pair():
    wrong = ("وزع 125 كتابا من 300", "Il a distribué 152 livres sur 300")
    low, high = (compared(wrong, confidence=confidence)[0].confidence for confidence in (0.6, 1.0))
    assert low < high


def test_every_difference_becomes_the_finding_it_describes():
    (difference,) = compared(("سنة 1956", "en 1965"))
    finding = difference.finding()
    assert (finding.code, finding.source.text, finding.target.text) == ("number-changed", "1956", "1965")
    assert finding.suggestion == "1956"


@pytest.mark.parametrize(
    ("source", "target", "language", "suggestion"),
    [
        ("خصصت 50 ألف درهم", "60 000 dirhams ont été alloués", "fr", "50\u202f000"),
        ("خصصت 75 ألف درهم", "57 thousand dirhams were set aside", "en", "75,000"),
        ("خصصت 4 آلاف درهم", "14 000 dirhams ont été alloués", "fr", "4000"),
        ("خصصت 3 ملايين و200 ألف درهم", "3.5 million dirhams were set aside", "en", "3.2 million"),
        ("خصص مليونا و400 ألف درهم", "1,7 million de dirhams ont été alloués", "fr", "1,4 million"),
    ],
)
def test_a_suggestion_has_digits_below_a_million(source, target, language, suggestion):
    (found,) = compared((source, target), languages=("ar", language))
    assert found.suggestion == suggestion


def test_another_month_is_called_a_month():
    (found,) = compared(("افتتح في شهر أكتوبر", "Inauguré en juillet"))
    assert found.message.endswith(": another month")


@pytest.mark.parametrize("languages", [("ar", "fr"), ("ar", "en"), ("fr", "en"), ("en", "fr")])
def test_digits_alone_agree_in_every_direction(languages):
    text = {"ar": "12 و345 و6,7 و89 %", "fr": "12, 345, 6,7, 89 %", "en": "12, 345, 6.7, 89%"}
    assert compared((text[languages[0]], text[languages[1]]), languages=languages) == ()


def test_endless_digits_are_no_number():
    document = Document("", "fr", f"Le code {'7' * 5000} vaut 12 points, ou {'1,' * 3000} rien.")
    assert [each.passage.text for each in read_quantities(document.passage(), "fr")] == ["12"]


@pytest.mark.parametrize(
    ("source", "target", "how", "word"),
    [
        ("من 18 إلى 20 شتنبر", "du 18525 20 septembre", "glued", "run together"),
        ("سنة 1956", "en 1965", "transposed", "another order"),
        ("بيع 24860 كتابا", "2486 livres vendus", "magnitude", "order of magnitude"),
        ("بيع 24861 كتابا", "2461 livres vendus", "digit lost", "without one of its digits"),
        ("بيع 2461 كتابا", "24861 livres vendus", "digit added", "a digit too many"),
        ("بيع 357 كتابا", "358 livres vendus", "digit changed", "another digit"),
        ("3 ملايين يورو", "3 milliards d’euros", "magnitude", "order of magnitude"),
        ("5,2 في المائة", "52 %", "separator", "decimal mark"),
        ("الدورة الثالثة والتسعون", "la troisième session", "ordinal cut", "cut short"),
        ("شارك 40 خبيرا", "71 experts ont participé", "replaced", "another number"),
        ("12 ساعة و30 دقيقة", "30 heures et 12 minutes", "exchanged", "changed places"),
        ("20 درهما", "20 dollars", "unit", "currencies"),
        ("حضر 80 خبيرا الدورة 12", "La session 12", "missing", "none like it"),
        ("الدورة 12", "La session 12 avec 80 experts", "added", "none like it"),
        ("في 3/4/2024", "le 4/3/2024", "order", "check the order"),
        ("بلغت الحرارة 4 درجات تحت الصفر", "Il faisait 4 degrés", "sign", "below zero"),
    ],
)
def test_each_kind_of_corruption_is_told_apart(source, target, how, word):
    found = compared((source, target))
    assert {each.how for each in found} == {how}
    assert all(word in each.message for each in found)


def test_day_and_month_exchanged_are_ambiguous_where_a_language_may_put_the_month_first():
    (unsure,) = compared(("في 3/4/2024", "on 4/3/2024"), languages=("ar", "en"))
    (sure,) = compared(("في 3/4/2024", "le 4/3/2024"), languages=("ar", "fr"))
    assert "ambiguous" in unsure.message
    assert unsure.confidence < 0.7 < sure.confidence
    assert (unsure.severity.label, sure.severity.label) == ("minor", "major")


def test_a_word_that_is_all_decoration_is_no_unit():
    found = auditor.check("بلغ الإنتاج 18 ـ ـ طنا في الساعة.", "La production a atteint 18 tonnes à l’heure.")
    assert [finding.code for finding in found.findings if finding.code.startswith(("unit", "number"))] == []
