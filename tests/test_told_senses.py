"""Words rendered in a sense that the words around them contradict."""

import pytest

from auditor.bitext import Document
from auditor.embedding import load_encoder
from auditor.terms.inventory import Inventory, read_inventory
from auditor.word_alignment import WordAligner
from auditor.wrong_senses.stems import share_root
from auditor.wrong_senses.told import SenseTeller

LINES = (
    "ar\twhen\tfr\ten",
    "رصيف | أرصفة\tسفينة | سفن | رست | ميناء | حاويات\tquai\tquay | berth | dock",
    "رصيف | أرصفة\tمشاة | مارة | شارع | باعة\ttrottoir\tpavement | sidewalk",
    "جلسة | جلسات\tقاض | محكمة | متهم | دفاع\taudience\thearing | session | sit",
    "جلسة | جلسات\tتداول | بورصة | مؤشر | أسهم\tséance\ttrading session | session",
)


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    path = tmp_path_factory.mktemp("inventory") / "words.tsv"
    path.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    encoder = load_encoder(None)
    aligner, teller = WordAligner(encoder), SenseTeller(encoder, Inventory(read_inventory([path])))

    def read(arabic, other, language="en"):
        source, target = (
            Document(name, code, text).passage()
            for name, code, text in (("source", "ar", arabic), ("target", language, other))
        )
        (alignment,) = aligner.align([(source, target)])
        return list(teller.wrong([source], source, target, alignment))

    return read


def wrong(found):
    return [each.target.text for each in found]


SHIP = "رست السفينة عند الرصيف الجنوبي من الميناء وأفرغت حاويات القمح"


def test_another_sense_than_the_context_tells_is_wrong(told):
    found = told(
        SHIP, "The ship moored at the southern pavement of the port and unloaded the containers of wheat."
    )
    assert wrong(found) == ["pavement"]
    assert found[0].term.forms["en"] == ("quay", "berth", "dock")


def test_the_sense_that_the_context_tells_is_right(told):
    found = told(
        SHIP, "The ship moored at the southern quay of the port and unloaded the containers of wheat."
    )
    assert wrong(found) == []


def test_inflected_renderings_are_renderings(told):
    found = told(
        "رست السفن عند أرصفة الميناء وأفرغت حاويات القمح",
        "The ships moored at the pavements of the port and unloaded the containers of wheat.",
    )
    assert wrong(found) == ["pavements"]


def test_a_context_of_the_rendered_sense_speaks_for_it(told):
    found = told(
        "يمر الباعة والمارة قرب السفينة فوق الرصيف المحاذي لشارع الميناء",
        "Vendors and passers-by walk near the ship on the pavement along the street of the port.",
    )
    assert wrong(found) == []


def test_a_rendering_that_both_senses_have_is_right(told):
    found = told(
        "أجل القاضي جلسة محاكمة المتهم بطلب من الدفاع",
        "The judge postponed the session of the trial of the accused at the request of the defence.",
    )
    assert wrong(found) == []


def test_little_context_tells_nothing(told):
    assert (
        wrong(told("وقف الجميع على الرصيف قرب السفينة", "Everyone stood on the pavement near the ship."))
        == []
    )


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("distribution", "distributing", True),
        ("offre", "offrir", True),
        ("supply", "supplies", True),
        ("court", "count", False),
        ("sea", "seat", False),
        ("lamp", "lamb", False),
    ],
)
def test_words_of_one_root_begin_alike(one, other, alike):
    assert share_root(one, other) is alike
