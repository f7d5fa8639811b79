"""The room that reads damage: what is read, where exactly, and what is left alone."""

import gzip

import pytest

from auditor.bitext import Document, Pair
from auditor.damage import doubled, read_damage, says_twice
from auditor.damage.edits import edited, slip
from auditor.damage.encodings import restored
from auditor.damage.marks import unpaired
from auditor.damage.spelling import is_word, misprints
from auditor.damage.word_forms import forms_of
from auditor.training.word_forms import letter_groups, write

FRENCH = "La société a déjà été dissoute à Fès, où l’œuvre « naît » : ça coûte 12 €…"


def read(source, target, language="fr"):
    pair = Pair(
        Document("original", "ar", source).passage(),
        Document("translation", language, target).passage(),
        None,
        1.0,
    )
    return [(each.kind, each.passage.text, each.meant) for each in read_damage(pair)]


@pytest.mark.parametrize("times", [1, 2, 3])
def test_misread_text_is_restored(times):
    spoiled = FRENCH
    for _ in range(times):
        spoiled = spoiled.encode().decode("cp1252", "surrogateescape")
        spoiled = "".join(chr(ord(each) - 0xDC00) if ord(each) > 0xDC00 else each for each in spoiled)
    assert spoiled != FRENCH
    assert restored(spoiled) == FRENCH


@pytest.mark.parametrize(
    "text", [FRENCH, "São Paulo, Ñandú, Ångström", "4 × 109/L", "قال الوزير إن العمل مستمر"]
)
def test_sound_text_is_left_as_it_is(text):
    assert restored(text) == text


def test_spans_are_counted_in_the_document():
    document = Document("translation", "fr", "Première ligne.\nLe rÃ©seau est fermé.")
    pair = Pair(Document("original", "ar", "الشبكة مغلقة.").passage(), document.passage(16), None, 1.0)
    (found,) = read_damage(pair)
    assert document.text[found.passage.start : found.passage.end] == "rÃ©seau"
    assert found.passage.start == 19


@pytest.mark.parametrize("code", ["&nbsp;", "<br>", "\\n", "rÃ©sumÃ©", "\ufffd", "confirnmé"])
def test_what_the_original_has_as_well_is_none(code):
    target = f"Tapez {code} puis validez."
    assert read("اكتب الرمز ثم أكد.", target)
    assert read(f"اكتب الرمز {code} ثم أكد.", target) == []


def test_one_finding_for_one_place():
    kinds = [kind for kind, _, _ in read("أكد الوزير الخبر.", "Le ministre a confirm&eacute; la nouvelle.")]
    assert kinds == ["entity"]


def test_a_translation_without_original_is_read():
    target = Document("translation", "fr", "Le r�seau est fermé.").passage()
    assert [each.kind for each in read_damage(Pair(None, target, None, 1.0))] == ["replacement"]


@pytest.mark.parametrize(
    ("word", "meant", "kind", "place"),
    [
        ("minstre", "ministre", "dropped", 3),
        ("miniistre", "ministre", "double", 4),
        ("adresse", "addresse", "double", 2),
        ("ministrre", "ministre", "double", 7),
        ("minitsre", "ministre", "swapped", 4),
        ("menistre", "ministre", "exchanged", 1),
        ("resume", "résume", "accent", 1),
        ("ministred", "ministre", "added", 8),
    ],
)
def test_slips(word, meant, kind, place):
    assert meant in edited(word)
    assert slip(word, meant) == (kind, place)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_common_words_are_words(language):
    forms = forms_of(language)
    assert len(forms.common) > 5000
    assert all(
        is_word(word, language) and not misprints(word, language) for word in sorted(forms.common)[::97]
    )


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("recapitaliseront", "fr"),
        ("télébillettique", "fr"),
        ("microfinancement", "fr"),
        ("unbuildable", "en"),
        ("waterfront", "en"),
        ("modernisers", "en"),
    ],
)
def test_forms_and_compounds_are_no_misprints(word, language):
    assert all(each.score < 1.5 for each in misprints(word, language))


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("(a [b] c)", []),
        ("« a “b” c »", []),
        ("„a“ und “b”", []),
        ("1) un ; 2) deux ; a) trois", []),
        ('un écran de 15"', []),
        ("merci :)", []),
        ("(un (deux) trois", [(0, "(")]),
        ("un] deux", [(2, "]")]),
        ('il dit "oui" et "non', [(16, '"')]),
        ("« un deux", [(0, "«")]),
    ],
)
def test_unpaired_marks(text, marks):
    assert unpaired(text) == marks


def test_doubling_is_read_with_its_kind():
    passage = Document(
        "translation", "fr", "Le parc le parc ouvre. Des arbres et des arbres y poussent."
    ).passage()
    assert [(each.kind, each.passage.text) for each in doubled(passage)] == [
        ("at once", "Le parc le parc"),
        ("joined", "Des arbres et des arbres"),
    ]


def test_an_original_may_double_as_well():
    (each,) = doubled(Document("translation", "fr", "en 2007 2007 personnes").passage())
    assert says_twice(Document("original", "ar", "في ٢٠٠٧ كان عدد الأشخاص 2007").passage(), each)
    assert not says_twice(Document("original", "ar", "سنة ٢٠٠٧").passage(), each)


def test_the_same_lines_are_the_same_bytes(tmp_path):
    lines = letter_groups({"mot": 3, "mots": 1})
    for name in ("one.gz", "other.gz"):
        write(tmp_path / name, lines)
    assert (tmp_path / "one.gz").read_bytes() == (tmp_path / "other.gz").read_bytes()
    assert gzip.decompress((tmp_path / "one.gz").read_bytes()).decode().splitlines()[-1] == "1\t_mo mot"
