"""Term bases: their formats, and terms found under clitics, spelling, inflection and spacing."""

import pytest

import auditor
from auditor.bitext import Document
from auditor.config import Options
from auditor.errors import TermBaseError
from auditor.pipeline import Auditor
from auditor.readers.records import PairRecord
from auditor.terms import Term
from auditor.terms.index import TermIndex
from auditor.terms.loading import load_termbases, read_termbase
from auditor.terms.matching import find_form, keyed_passage
from auditor.terms.uses import TermUse, settled
from tests.planted_terms import own_termbase, planted_terms, probe_cases, probe_termbase, term_findings

TERRITORY = Term({"ar": ("التراب الوطني",), "fr": ("territoire national",), "en": ("national territory",)})
KINGDOM = Term({"ar": ("المملكة",), "fr": ("Royaume",), "en": ("Kingdom",)})
SECRETARIAT = Term(
    {"ar": ("الأمانة العامة",), "fr": ("Secrétariat général",), "en": ("General Secretariat",)}
)
COUNCIL = Term(
    {
        "ar": ("المجلس التنفيذي", "المجالس التنفيذية"),
        "fr": ("conseil exécutif",),
        "en": ("executive council",),
    }
)
MEMBER = Term({"ar": ("دولة عضو", "الدول الأعضاء"), "fr": ("État membre",), "en": ("member state",)})
INDEX = TermIndex((TERRITORY, KINGDOM, SECRETARIAT, COUNCIL, MEMBER), "ar")


def found(text):
    return [
        (term, place.text)
        for term, place, _ in INDEX.find(keyed_passage(Document("", "ar", text).passage(), "ar"))
    ]


@pytest.mark.parametrize(
    ("text", "term", "place"),
    [
        ("في كافة أنحاء التراب الوطني", TERRITORY, "التراب الوطني"),
        ("بالتراب الوطني", TERRITORY, "بالتراب الوطني"),
        ("وتراب وطني واحد", TERRITORY, "وتراب وطني"),
        ("والمملكة", KINGDOM, "والمملكة"),
        ("للمملكة", KINGDOM, "للمملكة"),
        ("المـملكة", KINGDOM, "المـملكة"),
        ("المَمْلَكَة", KINGDOM, "المَمْلَكَة"),
        ("مملكتهم", KINGDOM, "مملكتهم"),
        ("الامانة العامة", SECRETARIAT, "الامانة العامة"),
        ("المجالس التنفيذية", COUNCIL, "المجالس التنفيذية"),
        ("مجلسين تنفيذيين", COUNCIL, "مجلسين تنفيذيين"),
        ("الدول الأعضاء", MEMBER, "الدول الأعضاء"),
    ],
)
def test_source_forms(text, term, place):
    assert found(text) == [(term, place)]


@pytest.mark.parametrize(
    "form", ["«المجلس التنفيذي»", "(المجلس) التنفيذي", "المـجلس التنفيـذي", "المَجلِس التَّنفيذي"]
)
def test_forms_as_users_write_them(form):
    term = Term({"ar": (form,), "fr": ("conseil exécutif",)})
    passage = Document("", "ar", "وافقت المجالس على ما قرره المجلس التنفيذي أمس").passage()
    assert [each for each, _, _ in TermIndex((term,), "ar").find(keyed_passage(passage, "ar"))] == [term]


@pytest.mark.parametrize("text", ["الوطني التراب", "تراب المدينة", "مملوك", "العامة", "الأمانة الخاصة"])
def test_other_words_are_no_terms(text):
    assert found(text) == []


def test_longest_term_first():
    long = Term({"ar": ("المملكة المغربية",), "fr": ("Royaume du Maroc",)})
    places = TermIndex((KINGDOM, long), "ar").find(
        keyed_passage(Document("", "ar", "علم المملكة المغربية").passage(), "ar")
    )
    assert [(term, inside) for term, _, inside in places] == [(long, False), (KINGDOM, True)]


@pytest.mark.parametrize(
    ("text", "form", "language", "place"),
    [
        ("les conseils exécutifs", "conseil exécutif", "fr", "conseils exécutifs"),
        ("le territoire\u00a0national", "territoire national", "fr", "territoire\u00a0national"),
        ("LE SECRETARIAT GENERAL", "Secrétariat général", "fr", "SECRETARIAT GENERAL"),
        ("tout l’Empire", "empire", "fr", "Empire"),
        ("aux États-membres", "État membre", "fr", "États-membres"),
        ("les sociétés nationales", "société nationale", "fr", "sociétés nationales"),
        ("droits des journaux régionaux", "journal régional", "fr", "journaux régionaux"),
        ("the Member States’ vote", "member state", "en", "Member States"),
        ("the council’s programmes", "council programme", "en", "council’s programmes"),
        ("Organisation of the Islamic Cooperation", "organization of islamic cooperation", "en",
         "Organisation of the Islamic Cooperation"),
    ],
)  # fmt: skip
def test_target_forms(text, form, language, place):
    assert [each.text for each in find_form(Document("", language, text).passage(), form, language)] == [
        place
    ]


@pytest.mark.parametrize(
    ("text", "form"),
    [("le conseil communal exécutif", "conseil exécutif"), ("la route nationale", "territoire national")],
)
def test_other_words_are_no_renderings(text, form):
    assert find_form(Document("", "fr", text).passage(), form, "fr") == []


TBX3 = """<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dca" xml:lang="ar" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="1"><langSec xml:lang="ar"><termSec><term>المملكة</term></termSec></langSec>
<langSec xml:lang="fr-MA">
<termSec><term>Royaume</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
<termSec><term>Empire</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec>
</langSec></conceptEntry></body></text></tbx>"""
TBX2 = """<martif type="TBX" xml:lang="en"><text><body><termEntry id="1">
<langSet xml:lang="ar"><tig><term>المملكة</term></tig></langSet>
<langSet xml:lang="fr"><ntig><termGrp><term>Royaume</term></termGrp></ntig></langSet>
</termEntry></body></text></martif>"""


@pytest.mark.parametrize("line", ["* * *", "—", "…", "\N{RIGHT-TO-LEFT MARK}"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_renderings_where_there_are_no_words(line, language):
    assert find_form(Document("translation", language, line).passage(), "programme", language) == []


def test_a_line_without_words_in_the_translation():
    audit = auditor.audit_texts(
        "أعلن رئيس الحكومة عن برنامج جديد للتشغيل.\nالبرلمان المغربي\nوقال الوزير إن المجلس سيناقش المشروع غدا.",
        "Le chef du gouvernement a annoncé un nouveau programme d’emploi.\n* * *\n"
        "Le ministre a dit que le conseil discuterait du projet demain.",
    )
    assert len(audit.bitext.target_sentences) == 3


def test_tsv(tmp_path):
    path = tmp_path / "own.tsv"
    path.write_text(
        "\ufeffar\tfr\tfr_forbidden\tnote\nالمملكة | مملكة\tRoyaume | royaume\tEmpire\tx\n\n",
        encoding="utf-8",
    )
    assert read_termbase(path) == (
        Term({"ar": ("المملكة", "مملكة"), "fr": ("Royaume", "royaume")}, {"fr": ("Empire",)}, strict=True),
    )


def test_tbx(tmp_path):
    for name, text in (("three.tbx", TBX3), ("two.xml", TBX2)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert read_termbase(tmp_path / "three.tbx") == (
        Term({"ar": ("المملكة",), "fr": ("Royaume",)}, {"fr": ("Empire",)}, strict=True),
    )
    assert read_termbase(tmp_path / "two.xml") == (
        Term({"ar": ("المملكة",), "fr": ("Royaume",)}, {}, strict=True),
    )


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.docx", b"", "named .tsv"),
        ("a.tsv", b"ar\tde\nx\ty\n", "1: the header"),
        ("a.tsv", b"ar\tfr\nx\ty\tz\n", "2: 3 cells"),
        ("a.tsv", b"ar\tfr\n\xff\n", "not UTF-8"),
        ("a.tbx", b"<tbx><text>", "not well-formed"),
        ("a.tbx", b"<html/>", "no termEntry"),
        ("a.tbx", b'<?xml version="1.0" encoding="foo"?><tbx/>', "encoding"),
        ("a.tbx", b'<?xml version="1.0" encoding="utf-7"?><tbx/>', "encoding"),
        ("a.tbx", b'<!DOCTYPE x [<!ENTITY e "boom">]><tbx>&e;</tbx>', "entities"),
    ],
)
def test_unreadable_termbase(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(TermBaseError, match=message):
        read_termbase(tmp_path / name)


def test_missing_termbase(tmp_path):
    with pytest.raises(TermBaseError, match=r"nowhere\.tsv"):
        load_termbases([str(tmp_path / "nowhere.tsv")])


def test_own_term_rendered_otherwise(tmp_path):
    path = tmp_path / "own.tsv"
    path.write_text("ar\tfr\nالمرصد\tObservatoire\n", encoding="utf-8")
    pair = ("نشر المرصد تقريره السنوي.", "La tour de guet a publié son rapport annuel.")
    options = {"source_language": "ar", "target_language": "fr", "select": ["term-mistranslated"]}
    (finding,) = auditor.check(*pair, termbases=[path], **options).findings
    assert (finding.source.text, finding.suggestion) == ("المرصد", "Observatoire")
    sound = "L’Observatoire a publié son rapport annuel."
    assert auditor.check(pair[0], sound, termbases=[path], **options).findings == ()


@pytest.fixture(scope="module")
def auditors(tmp_path_factory):
    """One that knows the terms of `planted_terms`, one that knows those of the probe."""
    found = []
    for name, content in (("own", own_termbase()), ("probe", probe_termbase())):
        path = tmp_path_factory.mktemp("terms") / f"{name}.tsv"
        path.write_text(content, encoding="utf-8")
        found.append(Auditor(Options(termbases=(path,), select=("term-mistranslated",))))
    return found


def flagged(auditor, planted):
    record = PairRecord(1, 0, planted.source, planted.target, "ar", planted.language)
    return term_findings(auditor.check(record).findings)


def is_right(planted, found):
    """Whether a sound sentence is passed and a wrong rendering flagged where it stands."""
    places = [(planted.target.index(wrong), len(wrong)) for wrong in planted.wrong]
    return len(found) == len(places) and all(
        target.start < start + length and start < target.end
        for target, (start, length) in zip(found, places, strict=True)
    )


def test_enough_planted_terms():
    cases = list(planted_terms())
    assert len(cases) >= 300
    assert sum(bool(case.wrong) for case in cases) * 2 == len(cases)
    assert len({case.source for case in cases}) >= 75


@pytest.mark.parametrize(
    "planted", list(planted_terms()), ids=lambda planted: f"{planted.source} = {planted.target}"
)
def test_planted_terms(auditors, planted):
    assert is_right(planted, flagged(auditors[0], planted))


@pytest.mark.parametrize(
    "planted", list(probe_cases()), ids=lambda planted: f"{planted.source} = {planted.target}"
)
def test_term_probe(auditors, planted):
    assert is_right(planted, flagged(auditors[1], planted))


@pytest.mark.parametrize(
    ("arabic", "strict", "decides"),
    [("قاطرة", False, False), ("قاطرة", True, True), ("مجلس الأمن", False, True)],
)
def test_a_term_of_one_word_decides_nothing_about_its_sense(arabic, strict, decides):
    source, target = Document("a", "ar", arabic).passage(), Document("b", "en", "rendering").passage()
    term = Term({"ar": (arabic,), "en": ("rendering",)}, strict=strict)
    use = TermUse(term, 0, source, inside=False, accepted=target, forbidden=())
    assert settled([use]) == ([use] if decides else [])
