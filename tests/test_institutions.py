"""Names of bodies: how they are read, and what the tables of their words hold."""

import unicodedata

import pytest

from auditor.bitext import Document
from auditor.folding import folded
from auditor.institutions.names import read_names
from auditor.institutions.tables import DATA, fields, fits, heads, modifiers
from auditor.terms.matching import KeyedPassage

FILES = sorted(DATA.glob("*.tsv"))
LEAST = {"heads": 150, "modifiers": 150, "fields": 900}


def read(text):
    keyed = KeyedPassage(Document("", "ar", text).passage(), "ar")
    return [
        [(part.kind, keyed.part(part.first, part.last).text) for part in name.parts]
        for name in read_names(keyed)
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_well_formed(path):
    """Three columns of values and one of conditions; renderings are folded; no Arabic form twice under one condition."""
    text = path.read_text(encoding="utf-8")
    assert unicodedata.normalize("NFC", text) == text
    header, *lines = text.splitlines()
    assert header == "ar\tfr\ten\theads"
    assert len(lines) >= LEAST[path.stem]
    met = set()
    for line in lines:
        cells = line.split("\t")
        assert len(cells) == 4, line
        assert all(cells[:3]), line
        for cell in cells[:3]:
            values = cell.split(" | ")
            assert len(set(values)) == len(values), line
        assert all(folded(cell) == cell for cell in cells[1:3]), line
        for form in cells[0].split(" | "):
            assert (folded(form), cells[3]) not in met, form
            met.add((folded(form), cells[3]))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "أعلنت الهيئة العامة للسياحة نتائج المسح",
            [("head", "الهيئة"), ("modifier", "العامة"), ("field", "للسياحة")],
        ),
        (
            "قال الاتحاد العام اللبناني لنقابات السائقين أمس",
            [
                ("head", "الاتحاد"),
                ("modifier", "العام"),
                ("open", "اللبناني"),
                ("field", "لنقابات"),
                ("field", "السائقين"),
            ],
        ),
        (
            "حضر وزير الشؤون الخارجية الحفل",
            [("head", "وزير"), ("field", "الشؤون الخارجية")],
        ),
        (
            "دعت وزارة الفلاحة والموارد المائية، والصحة",
            [("head", "وزارة"), ("field", "الفلاحة"), ("field", "والموارد المائية")],
        ),
        (
            "وقع المدير العام للحماية المدنية اتفاقا",
            [("head", "المدير العام"), ("field", "للحماية المدنية")],
        ),
    ],
)
def test_parts_of_a_name(text, parts):
    assert read(text) == [parts]


@pytest.mark.parametrize(
    "text",
    [
        "طلبت الحكومة تأجيل الجلسة",
        "قرر المجلس باعتماد التقرير",
        "الكتاب على الطاولة",
        "عرضت اللجنة تقييما أوليا",
    ],
)
def test_no_name(text):
    """A head alone, a verb or an indefinite noun behind a definite one: nothing goes on."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("form", "wanted", "language", "answer"),
    [
        ("nationales", "national", "fr", True),
        ("nations", "national", "fr", False),
        ("anticorruption", "corrup", "en", True),
        ("portefeuille", "port.", "fr", False),
        ("ports", "port.", "en", True),
        ("eaux", "eau", "fr", True),
    ],
)
def test_word_of_a_rendering(form, wanted, language, answer):
    assert fits(form, wanted, language) is answer


def test_adjective_by_the_head():
    """عام is no "public" behind اتحاد, but behind others it may be."""
    rows = {bool(row.heads): row.renderings("fr") for _, row in modifiers().offers("العامه")}
    assert ("publi",) not in rows[True]
    assert ("publi",) in rows[False]


def test_words_of_tables_are_met_under_particles():
    assert heads().offers("وللهييه")
    assert fields().offers("وللاثار")
    assert not heads().offers("كهييه")
