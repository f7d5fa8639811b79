"""Words rendered in a sense that the words around them contradict."""

from dataclasses import replace

import pytest

from auditor.bitext import Document
from auditor.embedding import load_encoder
from auditor.errors import AuditorError
from auditor.pipeline import Auditor
from auditor.terms.inventory import Inventory
from auditor.training.told import marked_senses, text_folders
from auditor.word_alignment import WordAligner
from auditor.wrong_senses.fitting import fits
from auditor.wrong_senses.rendered import rendered_words
from auditor.wrong_senses.stems import share_root
from auditor.wrong_senses.told import SenseTeller
from tests.inventories import inventory_words

LINES = (
    "رصيف | أرصفة\tسفينة | سفن | رست | ميناء | حاويات | باخرة | حمولة | تفريغ | أفرغت | شحن | ناقلة | بحري | موانئ | رافعة\tquai\tquay | berth | dock",
    "رصيف | أرصفة\tمشاة | مارة | شارع | باعة | راجلين | محلات | مقهى | بلدية | شوارع | تبليط | سيارات\ttrottoir\tpavement | sidewalk",
    "جلسة | جلسات\tقاض | محكمة | متهم | دفاع\taudience\thearing | session | sit",
    "جلسة | جلسات\tتداول | بورصة | مؤشر | أسهم\tséance\ttrading session | session",
)


@pytest.fixture(scope="module")
def words(tmp_path_factory):
    return Inventory(inventory_words(tmp_path_factory.mktemp("inventory"), *LINES))


@pytest.fixture(scope="module")
def encoder():
    return load_encoder(None)


def aligned(encoder, arabic, other, language):
    source, target = (
        Document(name, code, text).passage()
        for name, code, text in (("source", "ar", arabic), ("target", language, other))
    )
    (alignment,) = WordAligner(encoder).align([(source, target)])
    return source, target, alignment


@pytest.fixture(scope="module")
def told(words, encoder):
    teller = SenseTeller(encoder, words)

    def read(arabic, other, language="en"):
        source, target, alignment = aligned(encoder, arabic, other, language)
        return list(teller.wrong([source], source, target, alignment))

    return read


def wrong(found):
    return [each.target.text for each in found]


SHIP = (
    "رست السفينة عند الرصيف الجنوبي من الميناء وأفرغت حاويات القمح، قبل أن تغادر ناقلة ثانية صباح الخميس محملة بالأسمدة "
    "نحو الموانئ الأوروبية بعد تأخر دام أسبوعين بسبب الرياح"
)
ON = ", before a second tanker left on Thursday morning with a load of fertiliser for European ports, two weeks late because of the wind."


def test_another_sense_than_the_context_tells_is_wrong(told):
    found = told(
        SHIP,
        "The ship moored at the southern pavement of the port and unloaded the containers of wheat" + ON,
    )
    assert wrong(found) == ["pavement"]
    assert found[0].term.forms["en"] == ("quay", "berth", "dock")


def test_the_sense_that_the_context_tells_is_right(told):
    found = told(
        SHIP, "The ship moored at the southern quay of the port and unloaded the containers of wheat" + ON
    )
    assert wrong(found) == []


def test_inflected_renderings_are_renderings(told):
    found = told(
        SHIP.replace("الرصيف الجنوبي من الميناء", "أرصفة الميناء"),
        "The ship moored at the pavements of the port and unloaded the containers of wheat" + ON,
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


PAVED = "The ship moored at the southern pavement of the port and unloaded the containers of wheat."


def test_a_sense_fits_where_its_renderings_are_likely(words, encoder):
    source, target, alignment = aligned(encoder, SHIP, PAVED, "en")
    (found,) = rendered_words(words, [source], source, target, alignment)
    quay, pavement = fits(found.word.senses, alignment, found.targets[0])
    assert quay > pavement


def test_what_nothing_is_linked_to_may_render_a_word_that_is_not_linked(words, encoder):
    source, target, alignment = aligned(encoder, SHIP, PAVED, "en")
    (found,) = rendered_words(words, [source], source, target, alignment)
    loose = replace(
        alignment, links=tuple(link for link in alignment.links if link.target not in found.targets)
    )
    (other,) = rendered_words(words, [source], source, target, loose)
    assert (other.target.text, other.score()) == ("pavement", 0.0)
    bound = replace(
        loose,
        links=tuple(
            link._replace(target=found.targets[0]) if link.source == 0 else link for link in loose.links
        ),
    )
    assert not list(rendered_words(words, [source], source, target, bound))


def test_marked_texts_give_sound_and_wrong_sentences(tmp_path):
    (tmp_path / "original.ar.txt").write_text(SHIP + ".\n", encoding="utf-8")
    (tmp_path / "sound.en.txt").write_text(PAVED.replace("pavement", "quay") + "\n", encoding="utf-8")
    (tmp_path / "faulty.en.txt").write_text(PAVED + "\n", encoding="utf-8")
    marks = '[[error]]\nkind = "sense"\ntarget = "pavement"\n[[error]]\nkind = "number"\ntarget = "ship"\n'
    (tmp_path / "errors.toml").write_text(marks, encoding="utf-8")
    sound, faulty = marked_senses(tmp_path, Auditor())
    assert (sound.is_sound, sound.wrong) == (True, [])
    assert [PAVED[start:end] for start, end in faulty.wrong] == ["pavement"]
    assert not faulty.is_sound


def test_a_folder_without_marked_texts_is_said_to_be_one(tmp_path):
    (tmp_path / "text").mkdir()
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(AuditorError, match=r"no folder in it has errors\.toml"):
            text_folders(folder)
    (tmp_path / "text" / "errors.toml").touch()
    assert text_folders(tmp_path) == [tmp_path / "text"]


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
