"""Words of several senses: rows that ask for a context, other words that account for a rendering, several uses."""

from pathlib import Path

import pytest

from auditor.bitext import Document
from auditor.terms.contexts import Span, stands
from auditor.terms.matching import keyed_passage
from auditor.terms.polysemes import PolysemeIndex
from auditor.terms.tsv import read_polysemes
from auditor.terms.uses import TermUses
from auditor.word_alignment import WordAligner
from auditor.wrong_senses import listed_senses
from tests.benchmark.terms import joined

TABLE = (
    "ar\twhen\tunless\tfr\ten\tfr_forbidden\ten_forbidden\n"
    "عقار | عقارات\tمحكمة | @land\tطبية\timmeuble | bien\tproperty\tmédicament\tdrug\n"
    "عقار | عقارات\t@health\tمصادرة\tmédicament\tdrug\timmeuble\tproperty\n"
    "=نفى\t\t\tdémenti | démentir\tdenied\texilé\texiled\n"
    "قناة | قنوات\t\tالسويس\tchaîne\tchannel\tcanal | canaux\tcanal\n"
    "قناة الري\t\t\tcanal\tcanal\tchaîne\tchannel\n"
)


@pytest.fixture(scope="module")
def index(tmp_path_factory) -> PolysemeIndex:
    path: Path = tmp_path_factory.mktemp("rows") / "own.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return PolysemeIndex(tuple(read_polysemes([path])))


def wrong(index, *pairs, language="fr"):
    bitext = joined(pairs, language)
    aligned = WordAligner(None).align([(pair.source, pair.target) for pair in bitext.pairs])
    found = listed_senses(
        bitext, TermUses(), [()] * len(pairs), lambda: dict(enumerate(aligned)), index=index
    )
    return [(each.source.text, each.target.text) for each in found]


@pytest.mark.parametrize(
    ("arabic", "french", "found"),
    [
        ("قررت المحكمة مصادرة ثلاثة عقارات.", "Le tribunal a confisqué trois médicaments.", [("عقارات", "médicaments")]),
        ("قررت المحكمة مصادرة ثلاثة عقارات.", "Le tribunal a confisqué trois immeubles.", []),
        ("اشترى ثلاثة عقارات.", "Il a acheté trois médicaments.", []),
        ("صادرت المحكمة عقارات طبية.", "Le tribunal a confisqué des médicaments.", []),
        ("سلم المستشفى العقار إلى المرضى.", "L’hôpital a remis l’immeuble aux patients.", [("العقار", "immeuble")]),
        ("نفى الوزير الخبر.", "Le ministre a exilé la nouvelle.", [("نفى", "exilé")]),
        ("عاش في المنفى.", "Il a vécu exilé.", []),
        ("بثت القناة الحوار.", "Le canal a diffusé l’entretien.", [("القناة", "canal")]),
        ("عبرت السفن قناة السويس.", "Les navires ont franchi le canal de Suez.", []),
        ("نظف الفلاحون قناة الري.", "Les agriculteurs ont nettoyé le canal d’irrigation.", []),
    ],
)  # fmt: skip
def test_rows(index, arabic, french, found):
    assert wrong(index, (arabic, french)) == found


def test_the_context_may_stand_in_the_next_passage(index):
    one = ("صودرت ثلاثة عقارات.", "Trois médicaments ont été confisqués.")
    other = ("جاء القرار في حكم المحكمة.", "La décision figure dans le jugement du tribunal.")
    assert wrong(index, one) == []
    assert wrong(index, one, other) == [("عقارات", "médicaments")]


def test_what_stands_within_the_form_is_no_context():
    keyed = keyed_passage(Document("", "ar", "محكمة النقض").passage(), "ar")
    assert stands(("محكمة",), [keyed], keyed, None)
    assert not stands(("محكمة",), [keyed], keyed, Span(0, 1))
    assert stands(("النقض",), [keyed], keyed, Span(0, 0))


def test_a_row_may_forbid_nothing_in_one_language(tmp_path):
    path = tmp_path / "own.tsv"
    path.write_text(TABLE.partition("\n")[0] + "\nقناة\t\t\tchaîne\tchannel\tcanal\t\n", encoding="utf-8")
    index = PolysemeIndex(tuple(read_polysemes([path])))
    bitext = joined([("بثت القناة الحوار.", "The canal broadcast the interview.")], "en")
    aligned = WordAligner(None).align([(pair.source, pair.target) for pair in bitext.pairs])
    found = listed_senses(bitext, TermUses(), [()], lambda: dict(enumerate(aligned)), index=index)
    assert found == ()
