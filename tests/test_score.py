"""Penalties, word counts, signatures, fingerprints."""

import re

import pytest

from auditor.bitext import Bitext, Document
from auditor.findings import Finding, Severity
from auditor.fingerprints import fingerprints
from auditor.score import count_words, score, signature
from auditor.segmentation import split_sentences

SOURCE = "وصل الوفد في 18 ماي. غادر في 20 ماي."
TARGET = "La délégation est arrivée le 19 mai. Elle est partie le 20 mai."


def audit_of(source_text, target_text, *quotes):
    """A bitext and one finding for each (code, source quote, target quote)."""
    source, target = Document("s", "ar", source_text), Document("t", "fr", target_text)
    bitext = Bitext(source, target, (), split_sentences(source), split_sentences(target))
    findings = []
    for code, source_quote, target_quote in quotes:
        places = []
        for document, quote in ((source, source_quote), (target, target_quote)):
            start = document.text.index(quote) if quote else 0
            places.append(document.passage(start, start + len(quote)) if quote else None)
        findings.append(Finding(code, Severity.MAJOR, "message", *places, confidence=0.9))
    return bitext, findings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L’article 12 coûte 3,5 dirhams.", 5),
        ("Le peut-être d’aujourd'hui", 4),
        ("كَتَبَ الوَلَدُ رِسالَةً", 3),
        ("بلغت ٣٫٥ في المئة، ثم 1,200,000", 6),
        ("U.S. growth: 3.5%", 3),
        ("… — !", 0),
        ("e\u0301te\u0301", 1),
    ],
)
def test_words_are_counted_as_unicode_divides_them(text, words):
    assert count_words(text) == words


def test_penalty_weighs_severities_against_length():
    document = Document("t", "fr", "mot " * 400)
    place = document.passage(0, 3)
    findings = [
        Finding("number-changed", severity, "message", None, place, 1.0)
        for severity in (Severity.CRITICAL, Severity.MAJOR, Severity.MAJOR, Severity.MINOR)
    ]
    found = score(findings, document.text)
    assert (found.critical, found.major, found.minor, found.words) == (1, 2, 1, 400)
    assert found.penalty_per_100_words == 9.0
    assert score([], document.text).penalty_per_100_words == 0.0
    assert score(findings[3:], "…").penalty_per_100_words == 100.0


def test_signature_names_what_the_score_depends_on():
    known = ("a", "b")
    assert signature("0.1.0", "small", ("b", "a"), known) == "auditor:0.1.0|model:small|checks:all"
    assert (
        signature("0.1.0", "a|b", ("a",), known, terms="press+mine")
        == "auditor:0.1.0|model:a/b|checks:a|terms:press+mine"
    )


def test_fingerprints_survive_changes_elsewhere():
    quotes = (("number-changed", "18", "19"), ("addition", "", "partie"), ("omission", "غادر", ""))
    before = fingerprints(*audit_of(SOURCE, TARGET, *quotes))
    after = fingerprints(
        *audit_of(
            f"مقدمة جديدة. {SOURCE} خاتمة.",
            f"Un chapeau.\n{TARGET.upper()} Et une fin.",
            *((c, s, t.upper()) for c, s, t in quotes),
        )
    )
    assert before == after
    assert all(re.fullmatch("[0-9a-f]{16}", each) for each in before)


@pytest.mark.parametrize(
    "other",
    [
        audit_of(SOURCE, TARGET, ("date-changed", "18", "19")),
        audit_of(SOURCE, TARGET, ("number-changed", "20", "19")),
        audit_of(SOURCE, TARGET, ("number-changed", "18", "20")),
        audit_of(SOURCE, TARGET.replace("délégation", "mission"), ("number-changed", "18", "19")),
    ],
)
def test_fingerprints_tell_findings_apart(other):
    assert fingerprints(*audit_of(SOURCE, TARGET, ("number-changed", "18", "19"))) != fingerprints(*other)


def test_exact_duplicates_get_fingerprints_of_their_own():
    bitext, findings = audit_of(SOURCE, TARGET, ("repetition", "", "le"), ("repetition", "", "le"))
    assert len(set(fingerprints(bitext, findings))) == 2
