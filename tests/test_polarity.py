"""What the room reads: phrases with gaps and particles, negations and what stands for them, opposites, order."""

import pytest

from auditor.bitext import Document
from auditor.embedding import load_encoder
from auditor.languages import language_data
from auditor.polarity.denial import Denials
from auditor.polarity.negation import negation_changes
from auditor.polarity.opposites import candidates, opposites
from auditor.polarity.order import broken_places
from auditor.polarity.phrases import Phrases
from auditor.polarity.poles import opposite_phrases, stands_opposite
from auditor.polarity.reading import bases, read_side
from auditor.polarity.relations import relation_phrases, turned_relations, uses
from auditor.polarity.signals import stand_ins
from auditor.polarity.turned import turns
from auditor.polarity.unlinked import are_untied
from auditor.word_alignment import WordAligner, vocabulary
from auditor.word_alignment.words import read_words


def side(text, language):
    passage = Document("text", language, text).passage()
    return read_side(read_words(passage, vocabulary(language).bare_count), language)


def compared(source, target, language="en"):
    """Both sides and their alignment."""
    pair = (Document("s", "ar", source).passage(), Document("t", language, target).passage())
    (alignment,) = WordAligner(load_encoder(None)).align([pair])
    return (
        read_side(alignment.source_words, "ar"),
        read_side(alignment.target_words, language),
        alignment,
    )


def marks(text, language):
    return side(text, language).marks


def test_phrase_with_gap_and_longest_phrase():
    phrases = Phrases("fr", [("negation", "ne|n .. pas"), ("only", "ne|n .. que|qu"), ("still", "n importe")])
    assert [each.label for each in phrases.find(["il", "ne", "veut", "pas", "que"])] == ["negation"]
    assert [each.places for each in phrases.find(["il", "ne", "veut", "plus", "qu", "un"])] == [(1, 4)]
    assert [each.label for each in phrases.find(["n", "importe", "pas"])] == ["still"]
    assert phrases.find(["pas", "ici"]) == []


def test_gap_is_limited():
    phrases = Phrases("fr", [("negation", "ne .. pas")])
    assert phrases.find(["ne", *["mot"] * 8, "pas"]) == []
    assert phrases.find(["ne", *["mot"] * 7, "pas"]) != []


def test_arabic_particles_and_persons():
    phrases = Phrases("ar", [("rise", "~رتفع*"), ("rise", "ارتفاع*"), ("not", "لم"), ("public", "عام+")])
    for form in ("ارتفعت", "سيرتفع", "وترتفع", "وارتفاعها", "بارتفاع"):
        assert [each.label for each in phrases.find([form])] == ["rise"], form
    assert [each.label for each in phrases.find(["ولم", "العام", "عامل"])] == ["not", "public"]
    assert phrases.find(["مرفوع"]) == []


def test_bits_cover_what_is_found():
    phrases = opposite_phrases("en")
    forms = [
        "the",
        "price",
        "of",
        "oil",
        "rose",
        "more",
        "than",
        "before",
        "at",
        "least",
        "in",
        "the",
        "north",
    ]
    found = {each.label for each in phrases.find(forms)}
    bits = phrases.bits(forms)
    assert all(bits >> phrases.labels.index(label) & 1 for label in found)
    assert phrases.find(forms, bits) == phrases.find(forms)
    assert phrases.bits(["qwrt"]) == 0


def test_opposites_are_the_same_in_every_language():
    tables = {code: language_data(code, "polarity")["opposites"] for code in ("ar", "fr", "en")}
    assert tables["ar"].keys() == tables["fr"].keys() == tables["en"].keys()
    assert len(tables["ar"]) >= 400
    assert all(len(poles) == 2 and all(poles) for table in tables.values() for poles in table.values())
    labels = {code: opposite_phrases(code).labels for code in tables}
    assert labels["ar"] == labels["fr"] == labels["en"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("لن يحضر الوزير", "ar", ["verb"]),
        ("ولم يحضر الوزير", "ar", ["verb"]),
        ("لم يحضر الوزير ولم يعتذر", "ar", ["verb", "joined"]),
        ("لا يملك دليلا ولا شاهدا", "ar", ["verb", "optional"]),
        ("لا يملك دليلا ولا ينوي البحث عنه", "ar", ["verb", "joined"]),
        (
            "لن تقبل طلبات النقل بين المدارس بعد نهاية شهر سبتمبر المقبل في كل المدن إلا لأسباب صحية",
            "ar",
            ["except"],
        ),
        ("لن يحضر الوزير، إلا أن نائبه سيحضر", "ar", ["verb", "only"]),
        ("ساهم في لم الشمل", "ar", ["neutral"]),
        ("لا يزال الوضع متوترا", "ar", ["neutral"]),
        ("لا يقبل إلا الطلبات المستعجلة", "ar", ["except"]),
        ("طلب عدم نشر الخبر", "ar", ["verbal"]),
        ("حالت الأمطار الغزيرة دون السفر", "ar", ["denying"]),
        ("ليس صدفة، لا عمدا ولا سهوا", "ar", ["verb", "optional", "optional"]),
        ("طلب ألا ينشر الخبر", "ar", ["verb"]),
        ("إلا أن الخبر نشر", "ar", ["only"]),
        ("غير أن الوزير حضر", "ar", ["neutral"]),
        ("دون توقيع الوزير", "ar", ["without"]),
        ("الكتاب الذي دوّن فيه ملاحظاته", "ar", []),
        ("Il n’a pas signé.", "fr", ["verb"]),
        ("Il n’a signé que deux lettres.", "fr", ["only"]),
        ("La norme 802.11n est plus rapide.", "fr", []),
        ("Personne ne viendra.", "fr", ["verb"]),
        ("C’est sans doute vrai.", "fr", ["neutral"]),
        ("Ils partent sans qu’aucun mot ne soit dit.", "fr", ["without"]),
        ("He did not sign.", "en", ["verb"]),
        ("He didn’t sign.", "en", ["verb"]),
        ("Not only did he sign.", "en", ["only"]),
        ("There is no doubt about it.", "en", ["neutral"]),
    ],
)
def test_marks_of_negation(text, language, expected):
    assert [mark.label for mark in marks(text, language)] == expected


def test_negation_points_at_what_is_not_negated():
    source, target, alignment = compared("لم يوقع الوزير على الاتفاق", "The minister signed the agreement")
    (change,) = negation_changes(source, target, alignment)
    assert change.lost
    assert change.probability > 0.7
    assert source.forms[change.mark.places[0]] == "لم"
    assert target.forms[change.plain] in {"signed", "minister"}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("لم يوقع الوزير على الاتفاق", "The minister did not sign the agreement"),
        ("لم يوقع الوزير على الاتفاق", "The minister refused to sign the agreement"),
        ("رفضت المحكمة طلب الدفاع", "The court turned down the request of the defence"),
        ("لم يحضر سوى عضوين", "Only two members attended"),
    ],
)
def test_negations_in_another_form(source, target):
    assert all(each.probability < 0.5 for each in negation_changes(*compared(source, target)))


def test_each_negation_is_answered_by_its_own():
    source, target, alignment = compared(
        "لم تتوقف الحافلة في المحطة، ولم يبلغ السائق الشرطة",
        "The bus did not stop at the station, and the driver informed the police",
    )
    denials = Denials(source, target, alignment, lost=True)
    (first, second) = denials.claims
    assert first.mark in denials.met
    assert [claim.mark for claim in denials.candidates()] == [second.mark]
    assert target.forms[second.spot] == "informed"


def test_word_that_stands_for_another_is_no_stand_in():
    source, target, alignment = compared(
        "لم تكشف الاختبارات عن أي ثغرة في المنظومة", "The tests revealed a vulnerability in the system"
    )
    denials = Denials(source, target, alignment, lost=True)
    (claim,) = denials.claims
    assert "vulnerability" in target.forms
    assert all(
        not each.is_listed or each.explained >= 0.4 for each in stand_ins(denials, claim) if each.apart < 5
    )


def test_negated_words_end_with_the_sentence():
    source, target, alignment = compared(
        "لن تغلق المدرسة أبوابها. وسيكون الدخول ممنوعا يوم الجمعة",
        "The school will close its doors. Entry will not be allowed on Friday",
    )
    denials = Denials(source, target, alignment, lost=True)
    (claim,) = denials.claims
    assert claim.mark not in denials.met or denials.met[claim.mark][1] < 1.25


def test_exceptions_and_verbs_that_deny_must_have_a_counterpart():
    (lost,) = negation_changes(*compared("لم يحضر الاجتماع سوى عضوين", "Two members attended the meeting"))
    assert lost.mark.label == "except"
    (lost,) = negation_changes(*compared("فشل الطرفان في توقيع الاتفاق", "Both sides signed the agreement"))
    assert lost.mark.label == "denying"


def test_opposite_is_told_once_and_not_under_negation():
    found = opposites(*compared("ارتفعت صادرات البلاد", "Exports of the country fell and fell"))
    assert [each.source for each in found] == [(0,)]
    assert found[0].probability > 0.5
    assert opposites(*compared("ارتفعت صادرات البلاد", "Exports of the country did not fall")) == []
    assert opposites(*compared("ارتفعت صادرات البلاد", "Exports of the country rose")) == []


def test_opposites_of_one_pair_are_told_apart():
    """The word that stands for the same pole on both sides says nothing of the other."""
    found = opposites(*compared("أفرجت السلطات عن عشرين معتقلا", "The authorities arrested twenty detainees"))
    assert [each.source for each in found if each.probability >= 0.5] == [(0,)]


@pytest.mark.parametrize(
    ("source", "target", "language", "untied"),
    [
        (
            "جال الوفد في أروقة المعرض الدولي الذي يشكل منصة دولية لعرض أحدث الابتكارات في مجال الدفاع",
            (
                "The national security chief and the delegation with him toured the stands of the fair, an international"
                " platform for the latest innovations in defence"
            ),
            "en",
            True,
        ),
        (
            "تضمن البرنامج زيارة لمختلف أروقة المعرض الدولي، الذي يشكل منصة دولية لاستعراض أحدث الابتكارات",
            (
                "Au cours de ce séjour, le directeur de la Sûreté nationale et la délégation qui l'accompagne ont effectué une"
                " visite des différents stands du salon, véritable plateforme internationale des dernières innovations"
            ),
            "fr",
            True,
        ),
        (
            "شارك الخبراء المغاربة في المؤتمر الدولي حول تدبير المياه",
            "Les experts marocains ont pris part au congrès national sur la gestion de l'eau",
            "fr",
            False,
        ),
    ],
)
def test_opposites_of_scope_belong_to_one_noun(source, target, language, untied):
    both = compared(source, target, language)
    found = list(candidates(*both))
    assert found
    assert all(are_untied(*both, each.source, each.target) == untied for each in found)


def test_opposite_of_a_word_on_the_other_side():
    source = side("لم تفتح المكاتب", "ar")
    assert stands_opposite(source, 1, side("The offices stayed closed", "en"))
    assert not stands_opposite(source, 1, side("The offices were open", "en"))


def test_words_without_a_negative_prefix():
    assert "stab" in "".join(bases("unstable", "en"))
    assert bases("table", "en") == ()
    assert bases("inutile", "fr")


def test_determiners_before_words_that_never_follow():
    scrambled = side("the of minister signed a the agreement the", "en")
    assert broken_places(scrambled.words, scrambled.forms, "en") == 3
    sound = side("the minister signed a new agreement", "en")
    assert broken_places(sound.words, sound.forms, "en") == 0
    assert broken_places(side("وقع الوزير", "ar").words, side("وقع الوزير", "ar").forms, "ar") == 0


def test_relations_are_the_same_in_every_language():
    tables = {code: language_data(code, "relations") for code in ("ar", "fr", "en")}
    assert list(tables["ar"]) == list(tables["fr"]) == list(tables["en"])
    assert next(iter(tables["ar"])) == "none"
    labels = {code: relation_phrases(code, "clear").labels for code in tables}
    assert labels["ar"] == labels["fr"] == labels["en"] == list(tables["ar"])
    turned = turned_relations()
    assert all(one in labels["ar"] for one in turned)
    assert all(0.5 <= value < 1 for each in turned.values() for value in each.values())
    assert all(other in labels["ar"] for each in turned.values() for other in each)


def test_relation_governs_what_follows_up_to_punctuation():
    read = side("Despite the rain, the match went ahead.", "en")
    (use,) = [each for each in uses(read, -1) if each.relation == "despite"]
    assert [read.forms[place] for place in use.governed] == ["rain"]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("تغلق المحلات قبل 30 يونيو", "The shops close after 30 June", ["after"]),
        ("تغلق المحلات قبل 30 يونيو", "The shops close before 30 June", []),
        ("لا تغلق المحلات قبل 30 يونيو", "The shops will only close after 30 June", []),
        ("نجحت الخطة رغم ضعف التمويل", "The plan succeeded thanks to weak funding", ["because"]),
        (
            "ولن يعود الوفد ما لم توقع الهدنة",
            "The delegation will not return if the truce is signed",
            ["while"],
        ),
        ("ولن يعود الوفد ما لم توقع الهدنة", "The delegation will not return if the truce is not signed", []),
    ],
)
def test_relations_that_are_turned_round(source, target, found):
    assert [each.target.relation for each in turns(*compared(source, target))] == found


@pytest.mark.parametrize(
    ("target", "changed"),
    [
        ("Imports rose to 96 tonnes after falling to 64 tonnes", False),
        ("Imports fell to 96 tonnes after rising to 64 tonnes", True),
    ],
)
def test_opposites_that_change_places(target, changed):
    source, other, alignment = compared("ارتفعت الواردات إلى 96 طنا بعد أن انخفضت إلى 64 طنا", target)
    assert bool(opposites(source, other, alignment)) is changed


def test_expressions_are_alike_in_all_languages():
    tables = [language_data(language, "expressions") for language in ("ar", "fr", "en")]
    assert list(tables[0]) == list(tables[1]) == list(tables[2])
    for table in tables:
        for name, both in table.items():
            assert set(both) <= {"clear", "contrary_clear", "also", "contrary_also"}, name
            assert both["clear"], name
