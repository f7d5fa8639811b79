"""Words, their stems, the lexicon learned from pairs, links between words, words that are wrong."""

from pathlib import Path

import numpy as np
import pytest

from auditor.bitext import Document
from auditor.config import Options
from auditor.embedding import load_encoder
from auditor.pipeline import Auditor
from auditor.terms import TermBase
from auditor.training import em
from auditor.word_alignment import WordAligner
from auditor.word_alignment.lexicon import lexicon, vocabulary
from auditor.word_alignment.likeness import likeness
from auditor.word_alignment.words import latin_stem, read_words, tokens
from auditor.wrong_words import lone_suspects
from auditor.wrong_words.suspects import single_suspects


def passage(text, language):
    return Document(f"text.{language}", language, text).passage()


def words_of(text, language):
    return read_words(passage(text, language), vocabulary(language).bare_count)


def linked(alignment):
    """Spelling of each linked content word pair."""
    return {
        (alignment.source_words[link.source].passage.text, alignment.target_words[link.target].passage.text)
        for link in alignment.links
    }


def test_tokens_are_slices_of_the_text():
    text = "L’aéroport d'Oujda-Angad, مُطَار ٣ portes"
    assert [text[start:end] for _, start, end in tokens(text)] == [
        "L",
        "aéroport",
        "d",
        "Oujda",
        "Angad",
        "مُطَار",
        "٣",
        "portes",
    ]
    assert tokens(text)[1][0] == "aeroport"


def test_marks_that_close_a_word_belong_to_it():
    text = "عقد لقاءً مع المديرِ"
    assert [text[start:end] for _, start, end in tokens(text)] == ["عقد", "لقاءً", "مع", "المديرِ"]


def test_words_of_grammar_are_no_content():
    words = words_of("Le ministre a reçu la délégation qui était arrivée hier", "fr")
    assert [word.form for word in words if word.is_content] == [
        "ministre",
        "recu",
        "delegation",
        "arrivee",
        "hier",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وزير", "الوزير"),
        ("وبالمدينة", "مدينة"),
        ("للتعاون", "التعاون"),
        ("وقال", "قال"),
        ("ولبنان", "لبنان"),
        ("الهاشمية", "هاشمي"),
        ("اتفاقياتها", "اتفاقية"),
    ],
)
def test_arabic_words_are_known_with_and_without_particles(one, other):
    assert words_of(one, "ar")[0].stem == words_of(other, "ar")[0].stem


def test_a_first_letter_that_only_looks_like_a_particle_stays():
    assert [word.stem for word in words_of("وزير بنك كتاب", "ar")] == ["وزير", "بنك", "كتاب"]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "nationale", "nationaux"),
        ("fr", "surveiller", "surveillance"),
        ("fr", "personnelles", "personnel"),
        ("en", "stopped", "stop"),
        ("en", "policies", "policy"),
    ],
)
def test_inflected_words_share_a_stem(language, one, other):
    assert latin_stem(one, language) == latin_stem(other, language)


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [("مراكش", "marrakech"), ("انطونيو", "antonio"), ("بوريطه", "bourita"), ("خليفه", "khalifa")],
)
def test_names_are_alike_in_two_scripts(arabic, latin):
    assert likeness(arabic, latin) > 0.7


def test_names_of_others_are_not_alike():
    assert likeness("مراكش", "casablanca") < 0.5
    assert likeness("2030", "2031") == 0


def learned_from(pairs):
    left = {word: n for n, word in enumerate(sorted({w for one, _ in pairs for w in one.split()}), start=1)}
    right = {
        word: n for n, word in enumerate(sorted({w for _, other in pairs for w in other.split()}), start=1)
    }
    ones = [np.array([left[w] for w in one.split()], np.int32) for one, _ in pairs]
    others = [np.array([right[w] for w in other.split()], np.int32) for _, other in pairs]
    weights = np.ones(len(pairs), np.float32)
    data = em.corpus(ones, others, (weights, weights), (len(left) + 1, len(right) + 1))
    model, _ = em.train(data)
    names_left, names_right = ["", *left], ["", *right]
    keys = zip(*(side.tolist() for side in data.sides()), strict=True)
    return {
        (names_left[a], names_right[b]): float(p) for (a, b), p in zip(keys, model.forward, strict=True) if a
    }


PAIRS = [
    ("the red house", "la maison rouge"),
    ("the red car", "la voiture rouge"),
    ("the green house", "la maison verte"),
    ("a green car", "une voiture verte"),
    ("a house", "une maison"),
    ("the car", "la voiture"),
]


def test_learning_finds_the_translations():
    table = learned_from(PAIRS)
    for english, french in (
        ("house", "maison"),
        ("car", "voiture"),
        ("red", "rouge"),
        ("green", "verte"),
        ("the", "la"),
    ):
        assert table[english, french] > 0.8


def test_learning_is_deterministic():
    assert learned_from(PAIRS) == learned_from(PAIRS)


def test_both_directions_of_the_lexicon_agree():
    ahead, back = lexicon("ar", "fr"), lexicon("fr", "ar")
    stem = words_of("التعاون", "ar")[0].stem
    others, forward, backward = ahead.row(ahead.source.ids[stem])
    assert ahead.target.spelling(int(others[0])) == "coopération"
    row = dict(zip(*(side.tolist() for side in back.row(int(others[0]))[:2]), strict=True))
    assert row[ahead.source.ids[stem]] == pytest.approx(float(backward[0]))
    assert forward[0] >= forward[-1]


class Counting:
    """An encoder that knows nothing and remembers what it was asked."""

    def __init__(self):
        self.calls = []

    def sums(self, texts):
        self.calls.append(list(texts))
        return np.ones((len(texts), 4), np.float32)


def test_distinct_words_are_embedded_in_one_call():
    encoder = Counting()
    pairs = [(passage("وقع الوزير الاتفاق", "ar"), passage("Le ministre a signé l’accord", "fr"))] * 3
    assert len(WordAligner(encoder).align(pairs)) == 3
    assert len(encoder.calls) == 1
    assert len(encoder.calls[0]) == len(set(encoder.calls[0]))


@pytest.mark.parametrize("pair", [("", "Rien à dire"), ("لا شيء", ""), ("", "")])
def test_a_side_without_words_has_no_links(pair):
    (alignment,) = WordAligner(None).align([(passage(pair[0], "ar"), passage(pair[1], "fr"))])
    assert alignment.links == ()
    assert lone_suspects((alignment,)) == ()


SENTENCE = "وقع وزير الخارجية اتفاقية جديدة للتعاون مع حكومة البلد المجاور"
TRANSLATION = "Le ministre des affaires étrangères a signé un nouvel accord de coopération avec le gouvernement du pays voisin"


def aligned(source, target, encoder=None):
    (alignment,) = WordAligner(encoder).align([(passage(source, "ar"), passage(target, "fr"))])
    return alignment


def test_words_that_stand_for_each_other_are_linked():
    links = linked(aligned(SENTENCE, TRANSLATION, load_encoder(None)))
    assert {
        ("وزير", "ministre"),
        ("اتفاقية", "accord"),
        ("للتعاون", "coopération"),
        ("حكومة", "gouvernement"),
    } <= links


def test_links_are_ordered_and_scored():
    links = aligned(SENTENCE, TRANSLATION).links
    assert list(links) == sorted(links, key=lambda link: (link.source, link.target))
    assert all(0 < link.score <= 1 for link in links)


def test_particles_are_linked_to_nothing():
    alignment = aligned(SENTENCE, TRANSLATION)
    assert not {"Le", "des", "du"} & {target for _, target in linked(alignment)}


def test_names_and_figures_are_linked_by_spelling():
    links = linked(
        aligned("زار كريم بنسودة مراكش سنة 2019", "Karim Bensouda s’est rendu à Marrakech en 2019")
    )
    assert {("مراكش", "Marrakech"), ("2019", "2019")} <= links


def test_a_wrong_word_is_a_suspect_with_the_usual_rendering():
    wrong = TRANSLATION.replace("gouvernement", "poisson")
    encoder = load_encoder(None)
    found = single_suspects((aligned(SENTENCE, wrong, encoder),))
    likeliest = max(found, key=lambda suspect: suspect.confidence)
    assert likeliest.target.text == "poisson"
    assert likeliest.source.text == "حكومة"
    assert likeliest.suggestion == "gouvernement"


def test_a_sound_translation_has_no_suspect_to_report():
    assert lone_suspects((aligned(SENTENCE, TRANSLATION, load_encoder(None)),)) == ()


SAMPLE = Path(__file__).parent.parent / "samples" / "igef-2025"


def audited_without(word, translation):
    """The terms mistranslated in a sample, with nothing in the term base that contains a source word."""
    auditor = Auditor(Options(select=("term-mistranslated",)))
    terms = tuple(
        term for term in auditor.termbase.terms if not any(word in form for form in term.forms.get("ar", ()))
    )
    calques = tuple(calque for calque in auditor.termbase.calques if word not in calque.source)
    assert len(terms) < len(auditor.termbase.terms)
    auditor.termbase = TermBase(terms, calques)
    texts = [(SAMPLE / name).read_text("utf-8") for name in ("original.ar.txt", translation)]
    audit = auditor.audit(*auditor.documents(("original", texts[0]), ("translation", texts[1])))
    return list(audit.findings)


def test_recurring_wrong_word_without_entry():
    found = [each for each in audited_without("تراب", "translation.fr.txt") if "saleté" in each.target.text]
    assert len(found) == 3
    assert {each.source.text for each in found} == {"التراب"}
    assert {each.suggestion for each in found} == {"terre"}


def test_human_translation_without_entry():
    found = audited_without("تراب", "human.fr.txt")
    assert [each for each in found if "stands where" in each.message] == []
