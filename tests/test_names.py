"""Names across scripts: spellings, places, what is compared with what."""

import gzip
from pathlib import Path

import pytest

from auditor.bitext import Document, Pair
from auditor.checks.name_changed import SURE
from auditor.names import name_deviations, name_differences, same_name
from auditor.names.pair.forms import arabic_form, latin_form
from auditor.names.pair.sides import read_side
from auditor.names.spelling.distortion import edits, is_within_one, nearest_form
from auditor.names.spelling.latin_likeness import latin_alike
from auditor.names.spelling.spelled import may_be_alike
from auditor.names.spelling.transliteration import arabic_letters, latin_letters
from auditor.names.words.gazetteer import gazetteer
from auditor.names.words.nameness import nameness
from auditor.names.words.renderings import is_rendering
from tests.press_names import name_texts

FOUND_SEEN, FOUND_UNSEEN = 0.7, 0.62
"""Shares of wrong names found in the sentences that were looked at, and in the others: the level reached, less a little."""

PRESS = Path(__file__).parent.parent.parent / "shared" / "press"


def differences(arabic, latin, language="fr"):
    pair = Pair(Document("a", "ar", arabic).passage(), Document("b", language, latin).passage(), None, 1.0)
    return [
        (each.kind, each.source.text, each.target.text, each.suggestion) for each in name_differences([pair])
    ]


@pytest.mark.parametrize(
    ("arabic", "spellings"),
    [
        ("محمد", ["Mohammed", "Mohamed", "Muhammad"]),
        ("حموشي", ["Hammouchi", "Hamoushi", "Hamouchi"]),
        ("بوريطة", ["Bourita", "Burita"]),
        ("عبد اللطيف", ["Abdellatif", "Abdul Latif", "Abd al-Latif"]),
        ("عبد الرحمن", ["Abderrahmane", "Abdul Rahman", "Abd el-Rahman"]),
        ("الشريف", ["Ach-Cherif", "El Chérif", "Al-Sharif"]),
        ("غوتيريش", ["Guterres"]),
        ("بلينكن", ["Blinken"]),
        ("يلدز", ["Yıldız"]),
        ("زكرياء", ["Zakaria"]),
    ],
)
def test_common_spellings_are_the_same_name(arabic, spellings):
    assert [spelling for spelling in spellings if same_name(arabic, spelling) < 0.5] == []


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("بوريطة", "Bouteflika"),
        ("أخنوش", "Benkirane"),
        ("محمد", "Mustapha"),
        ("غوتيريش", "Grandi"),
        ("ليلى", "Salma"),
    ],
)
def test_other_names_are_not(arabic, latin):
    assert same_name(arabic, latin) < 0.04


@pytest.mark.parametrize(
    ("arabic", "latin"), [("", "Rabat"), ("الرباط", ""), ("٢٠٢٥", "Rabat"), ("الرباط", "2025")]
)
def test_nothing_spells_nothing(arabic, latin):
    assert same_name(arabic, latin) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("poutine", "putin"),
        ("bachar", "bashar"),
        ("khrouchtchev", "khrushchev"),
        ("kondoz", "kunduz"),
        ("tchad", "chad"),
    ],
)
def test_a_name_is_known_in_french_and_english(one, other):
    assert latin_alike(one, other) >= 0.5


@pytest.mark.parametrize(("one", "other"), [("paris", "prague"), ("merkel", "macron")])
def test_names_that_differ_in_a_consonant_are_others(one, other):
    assert latin_alike(one, other) < 0.5


@pytest.mark.parametrize(
    ("word", "other"),
    [("اسكتلندا", "ecosse"), ("افلاطون", "plato"), ("londres", "london"), ("london", "londres")],
)
def test_renderings_are_known_in_every_direction(word, other):
    assert is_rendering(word, other)
    assert not is_rendering(word, "nairobi")


def test_names_look_other_than_words():
    names, words = ["شولمان", "كورنيليوس", "غوتيريش"], ["مستكشفين", "بارتكابها", "نتائجهم"]
    assert min(map(nameness, names)) > max(map(nameness, words))


@pytest.mark.parametrize(
    ("word", "is_name"),
    [("شولمان", True), ("وشولمان", True), ("نيسان", False), ("الوزير", False), ("والمدينة", False)],
)
def test_which_arabic_words_are_names(word, is_name):
    assert arabic_form(word).is_name is is_name


@pytest.mark.parametrize("opens", [True, False])
def test_the_pronoun_us_is_no_country(opens):
    assert latin_form("US", opens).places == {"US"}
    assert latin_form("U.S.", opens).places == {"US"}
    assert latin_form("us", opens).places == frozenset()


def test_letters_are_folded():
    assert latin_letters("Demirtaş") == "demirtas"
    assert latin_letters("Karaloğlu’s") == "karaloglus"
    assert latin_letters("Yıldız") == "yildiz"
    assert arabic_letters("أُذَيْنَة") == "اذينه"


def test_the_quick_test_rules_out_no_spelling():
    assert may_be_alike(arabic_letters("القذافي"), latin_letters("Kadhafi"))
    assert not may_be_alike(arabic_letters("سالم"), latin_letters("Brzezinski"))


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [("maroc", "maorc", 1), ("maroc", "maroc", 0), ("iran", "irak", 1), ("mali", "malaisie", 3)],
)
def test_edits(one, other, distance):
    assert edits(one, other) == distance
    assert is_within_one(one, other) == (distance < 2)


def test_nearest_form_is_not_for_short_or_far_words():
    assert nearest_form("moritanie", frozenset({"MR"}), "fr").shown == "Mauritanie"
    assert nearest_form("irak", frozenset({"IR"}), "fr") is None
    assert nearest_form("norvege", frozenset({"SE"}), "fr") is None


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("وبالمغرب وفي الولايات المتحدة", "ar", {"MA", "US"}),
        ("للمغربيين والسوريات", "ar", {"MA", "SY"}),
        ("كوريا الشمالية", "ar", {"KP"}),
        ("d’origine marocaine, à New York", "fr", {"MA", "NEWYORK"}),
        ("la Côte d’Ivoire", "fr", {"CI"}),
        ("مجرة بعيدة", "ar", set()),
    ],
)
def test_places_are_read(text, language, places):
    assert read_side(Document("a", language, text).passage()).places == places


def test_every_place_has_forms_in_every_language():
    names = [set(gazetteer(language).places) for language in ("ar", "fr", "en")]
    assert names[0] == names[1] == names[2]
    assert len(names[0]) > 400


def test_offsets_are_exact():
    assert differences(
        "شاركت المملكة الأردنية الهاشمية.", "Le Royaume Hassemite de Jordanie a participé."
    ) == [("distorted", "الهاشمية", "Hassemite", "hachémite")]


def test_the_pair_before_accounts_for_a_name():
    source = Document("a", "ar", "قال ناصر بوريطة ذلك. وأضاف ناصر زفزافي أمرا آخر.")
    target = Document("b", "fr", "Nasser Bourita l’a dit. Nasser Bourita a ajouté autre chose.")
    cut, other = source.text.index("وأضاف"), target.text.index("Nasser", 5)
    pairs = [
        Pair(source.passage(0, cut), target.passage(0, other), None, 1.0),
        Pair(source.passage(cut), target.passage(other), None, 1.0),
    ]
    assert name_differences(pairs) == ()
    assert len(name_differences(pairs[1:])) == 1


def test_one_sided_and_doubtful_pairs_say_nothing():
    source, target = (
        Document("a", "ar", "زار ليبيا.").passage(),
        Document("b", "fr", "Il a visité la Syrie.").passage(),
    )
    assert len(name_differences([Pair(source, target, None, 1.0)])) == 1
    assert name_differences([Pair(source, target, None, 0.1)]) == ()
    assert name_differences([Pair(source, None, None, 1.0), Pair(None, target, None, 1.0)]) == ()


LEFT = "قال ستيرنليب رئيس منطقة جورجتاون إن المشروع سيكتمل في الربيع المقبل."


@pytest.mark.parametrize(
    ("translation", "kinds"),
    [
        (
            "Sternlieb, le président du quartier de Georgetown, a dit que le projet serait prêt au printemps.",
            [],
        ),
        ("Le président de, du quartier de Georgetown, a dit que le projet serait prêt.", ["missing"]),
        ("Le président, Kowalczyk, du quartier de Georgetown a dit que le projet serait prêt.", ["replaced"]),
    ],
)
def test_names_left_over_are_lost_or_replaced(translation, kinds):
    assert [kind for kind, *_ in named(LEFT, translation)] == kinds


def named(arabic, latin, confidence=1.0):
    source, target = Document("a", "ar", arabic), Document("b", "fr", latin)
    found = name_differences([Pair(source.passage(), target.passage(), None, confidence)])
    return [(each.kind, each.confidence) for each in found]


def test_a_doubtful_alignment_makes_a_finding_doubtful():
    lost = "Le président, Kowalczyk, du quartier de Georgetown a dit que le projet serait prêt."
    ((_, sure),), ((_, doubtful),) = named(LEFT, lost), named(LEFT, lost, 0.8)
    assert doubtful == pytest.approx(0.8 * sure, abs=0.01)


def test_a_name_in_the_next_pair_is_not_missing():
    source = Document("a", "ar", "وصل ستيرنليب صباحا. ثم غادر.")
    target = Document("b", "fr", "Il est arrivé dans la matinée. Puis Sternlieb est reparti.")
    cut, other = source.text.index("ثم"), target.text.index("Puis")
    pairs = [
        Pair(source.passage(0, cut), target.passage(0, other), None, 1.0),
        Pair(source.passage(cut), target.passage(other), None, 1.0),
    ]
    assert name_differences(pairs) == ()


def test_a_pair_that_tells_something_else_is_no_matter_of_names():
    many = "زار شولمان وستيرنليب وغوتيريش وكورنيليوس وأوزبورن مدينة بريزبن ثم هلسنكي ثم لشبونة."
    assert named(many, "La réunion portera sur le budget de l’année prochaine.") == []


def test_deviations_name_the_usual_spelling():
    source = "قال ستيرنليب ذلك.\nثم أضاف ستيرنليب.\nوغادر ستيرنليب."
    target = "Sternlieb l’a dit.\nSternlieb a ajouté.\nSternliep est parti."
    pairs, start, other = [], 0, 0
    documents = Document("a", "ar", source), Document("b", "fr", target)
    for one, two in zip(source.split("\n"), target.split("\n"), strict=True):
        passages = (
            documents[0].passage(start, start + len(one)),
            documents[1].passage(other, other + len(two)),
        )
        pairs.append(Pair(*passages, None, 1.0))
        start, other = start + len(one) + 1, other + len(two) + 1
    (found,) = name_deviations(pairs)
    assert (found.target.text, found.usual.text, found.times, found.uses) == ("Sternliep", "Sternlieb", 2, 3)
    assert name_deviations(pairs[:2]) == ()


def test_an_original_in_french_is_compared_by_letters_and_known_renderings():
    source = Document("a", "fr", "Le ministre a quitté Tripoli pour Londres.").passage()
    right = Document("b", "en", "The minister left Tripoli for London.").passage()
    wrong = Document("b", "en", "The minister left Tripoli for Damascus.").passage()
    assert name_differences([Pair(source, right, None, 1.0)]) == ()
    assert [each.source.text for each in name_differences([Pair(source, wrong, None, 1.0)])] == ["Londres"]


def test_data_stays_small():
    data = Path(__file__).parent.parent / "auditor" / "names" / "data"
    assert sum(path.stat().st_size for path in data.iterdir()) <= 5 << 18
    words = gzip.decompress((data / "common.txt.gz").read_bytes()).decode().split()
    assert words == sorted(set(words))


@pytest.mark.skipif(not PRESS.exists(), reason="needs ../shared")
@pytest.mark.parametrize("name", ["igef-2025.human.fr", "igef-2024.human.fr", "interpol-2025.human.fr"])
def test_human_press_against_the_original_has_no_wrong_name(name):
    lines = [line for line in (PRESS / f"{name}.txt").read_text("utf-8").splitlines() if line.strip()]
    source = Document("a", "ar", (PRESS / "igef-2025.original.ar.txt").read_text("utf-8")).passage()
    pairs = [Pair(source, Document("b", "fr", line).passage(), None, 1.0) for line in lines]
    certain = {"distorted", "place", "person"}  # a line against a whole article leaves most of its names over
    assert [each for each in name_differences(pairs) if each.kind in certain] == []


@pytest.mark.parametrize("text", name_texts(), ids=lambda text: text.sound[:40])
def test_a_sound_sentence_of_the_press_has_no_wrong_name(text):
    found = [each for each in name_differences([pair_of(text, text.sound)]) if each.confidence >= SURE]
    assert found == []


@pytest.mark.parametrize(("half", "least"), [(0, FOUND_SEEN), (1, FOUND_UNSEEN)])
def test_wrong_names_of_the_press_are_found(half, least):
    errors = [(text, error) for text in name_texts() if text.half == half for error in text.errors]
    found = [bool(name_differences([pair_of(text, text.faulty(error))])) for text, error in errors]
    assert sum(found) / len(found) >= least


def test_every_name_that_is_made_wrong_stands_once():
    assert [
        error for text in name_texts() for error in text.errors if text.sound.count(error.right) != 1
    ] == []


def pair_of(text, translation):
    source, target = Document("a", "ar", text.original), Document("b", text.language, translation)
    return Pair(source.passage(), target.passage(), None, 1.0)
