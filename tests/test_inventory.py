"""The inventory of senses, and how contexts tell them."""

from collections import Counter
from itertools import groupby

import pytest

from auditor.bitext import Document
from auditor.terms.contexts import Place, Span, context, weight
from auditor.terms.inventory import FOLDER, NEVER, Inventory, inventory, read_inventory
from auditor.terms.matching import keyed_passage
from tests.inventories import HEADER, inventory_words

FILES = sorted(FOLDER.glob("*.tsv"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_lines_are_whole(path):
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    assert first == HEADER
    for line in lines:
        cells = line.split("\t")
        assert len(cells) == 4, line
        for cell in cells:
            values = cell.split(" | ")
            assert all(value and value == value.strip() for value in values), line
    for arabic, group in groupby(lines, key=lambda line: line.partition("\t")[0]):
        assert len(list(group)) >= 2, arabic


def test_no_form_stands_in_two_words():
    forms = Counter(form for word in read_inventory(FILES) for form in word.arabic.split(" | "))
    assert [form for form, count in forms.items() if count > 1] == []


def test_every_word_is_found():
    found = inventory()
    for word in read_inventory(FILES):
        form = word.arabic.split(" | ")[0].removeprefix("=")
        met = found.find(keyed_passage(Document("", "ar", form).passage(), "ar"))
        assert word.arabic in {each.arabic for each, _ in met}, form


@pytest.fixture
def word(tmp_path):
    lines = (
        "رصيف | أرصفة\tسفينة | رست | قطار\tquai\tquay | platform",
        "رصيف | أرصفة\tمشاة | شارع\ttrottoir\tpavement",
        f"رصيف | أرصفة\t{NEVER}\tsolde\tbalance",
    )
    return list(inventory_words(tmp_path, *lines))


def place_of(words, text, *around):
    own = keyed_passage(Document("", "ar", text).passage(), "ar")
    ((found, form),) = Inventory(words).find(own)
    others = [keyed_passage(Document("", "ar", each).passage(), "ar") for each in around]
    return found, Place([own, *others], own, form)


def test_a_word_beside_speaks_for_the_sense(word):
    found, place = place_of(word, "رست عند الرصيف سفينة شحن صباح اليوم")
    quay, pavement, never = (weight(sense.context, place) for sense in found.senses)
    assert quay > 1
    assert pavement == never == 0


def test_what_stands_in_another_passage_speaks_less(word):
    found, place = place_of(word, "بقي الجميع على الرصيف", "رست السفينة صباح اليوم")
    _, beside = place_of(word, "بقي الجميع على الرصيف ورست السفينة صباح اليوم")
    assert 0 < weight(found.senses[0].context, place) < weight(found.senses[0].context, beside)


def test_words_of_the_form_itself_do_not_count(word):
    _, place = place_of(word, "الرصيف")
    assert weight(context(("رصيف",)), place) == 0


def test_nearer_words_weigh_more(word):
    _, near = place_of(word, "رصيف السفينة")
    _, far = place_of(word, "رصيف كبير جدا بناه العمال قبل أن تصل إليه أول سفينة")
    assert weight(context(("سفينة",)), near) > weight(context(("سفينة",)), far) > 0


def test_the_longest_form_is_met(tmp_path):
    lines = ("رفع\tعلم\tlever\traise", "رفع\tثمن\thausse\trise")
    longer = ("رفع الجلسة\tقاض\tsuspendre\tadjourn", "رفع الجلسة\tثمن\tlever\traise")
    found = Inventory(inventory_words(tmp_path, *lines, *longer)).find(
        keyed_passage(Document("", "ar", "قرر القاضي رفع الجلسة").passage(), "ar")
    )
    assert [(word.arabic, form) for word, form in found] == [("رفع الجلسة", Span(2, 3))]


def test_a_word_that_lists_a_form_is_met_before_others_of_which_it_is_one(tmp_path):
    lines = ("ملك | ملوك\tعرش\troi\tking", "ملك | ملوك\tأرض\tbien\tproperty")
    listed = ("ملكية\tعقار\tpropriété\townership", "ملكية\tكلية\troyal\troyal")
    found = Inventory(inventory_words(tmp_path, *lines, *listed))
    for text, arabic in (("الكلية الملكية", "ملكية"), ("عرش الملك", "ملك | ملوك")):
        met = found.find(keyed_passage(Document("", "ar", text).passage(), "ar"))
        assert [word.arabic for word, _ in met] == [arabic]


@pytest.mark.parametrize(
    ("text", "is_met"),
    [
        ("قالت الشركة", False),
        ("انتهت المباحثات", False),
        ("رجال المباحث", True),
        ("هذا شرك", True),
        ("رئيس المحكمة", True),
    ],
)
def test_a_word_of_its_own_is_no_form_of_another(text, is_met):
    keyed = keyed_passage(Document("", "ar", text).passage(), "ar")
    last = len(keyed.words) - 1
    assert any(span.first <= last <= span.last for _, span in inventory().find(keyed)) == is_met
