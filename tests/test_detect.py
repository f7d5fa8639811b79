"""Which language a text is in: press prose, names, short texts, texts in none of the languages."""

import subprocess
import sys

import pytest

from auditor.detect import SAMPLE, detect_language, sample_of

ARABIC = "استقبل وزير الشؤون الخارجية أمس بالرباط نظيره التركي"
FRENCH = "Le ministre des Affaires étrangères a reçu hier à Rabat son homologue turc."
ENGLISH = "The foreign minister received his Turkish counterpart in Rabat yesterday."
GERMAN = (
    "Der Außenminister hat gestern in Rabat seinen türkischen Kollegen empfangen, um mit ihm über die Zusammenarbeit "
    "der beiden Länder im Bereich der inneren Sicherheit zu sprechen."
)
SPANISH = (
    "El ministro de Asuntos Exteriores recibió ayer en Rabat a su homólogo turco para hablar de la cooperación entre "
    "los dos países en materia de seguridad."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ARABIC, "ar"),
        (FRENCH, "fr"),
        (ENGLISH, "en"),
        (FRENCH.upper(), "fr"),
        (ENGLISH.upper(), "en"),
        ("شارك ممثلو IGEF وINTERPOL في المعرض الدولي للدفاع المقام بمدينة Ankara", "ar"),
        ("Union européenne", "fr"),
        (f"{FRENCH} {ARABIC[:20]}", "fr"),
        (f"{ENGLISH}\n" + f"{FRENCH}\n" * 4, "fr"),
    ],
)
def test_language(text, language):
    detection = detect_language(text)
    assert detection.language == language
    assert detection.confidence > 0.5
    assert detection.other is None


@pytest.mark.parametrize("text", ["", " \n", "12,5 % – 2025", "A4"])
def test_nothing_to_judge(text):
    assert detect_language(text).confidence == 0.0
    assert detect_language(text, ("fr", "en")).language == "fr"


@pytest.mark.parametrize(
    ("text", "other"),
    [(GERMAN, "de"), (SPANISH, "es"), ("Министр иностранных дел принял вчера своего коллегу", "ru")],
)
def test_language_that_is_not_supported(text, other):
    assert detect_language(text).other == other


def test_only_among_those_asked_for():
    assert detect_language(FRENCH, ("ar", "en")).language == "en"
    assert detect_language(ENGLISH, ("ar", "fr")).language == "fr"


def test_same_result_every_time():
    text = "Conference internationale, session plenaire, participation, communication, table ronde"
    assert len({detect_language(text) for _ in range(20)}) == 1


def test_a_long_text_is_judged_by_its_beginning_middle_and_end():
    text = "a" * 4000 + "b" * 4000 + "c" * 4000
    assert set(sample_of(text)) == {"a", "b", "c", "\n"}
    assert len(sample_of(text)) <= SAMPLE + 2


def test_profiles_of_other_languages_stay_unloaded():
    code = f"""
from auditor.detect import _factory, detect_language
detect_language({FRENCH!r})
print(sorted(_factory(("fr", "en")).get_lang_list()), _factory.cache_info().currsize)
"""
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.split("]")[0] == "['en', 'fr'"
    assert printed.split()[-1] == "1"
