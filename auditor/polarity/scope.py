"""What a negation denies: the words that it reaches, and the predicate behind its subject."""

from __future__ import annotations

from auditor.polarity.lists import clause_words, opening_words
from auditor.polarity.phrases import Found
from auditor.polarity.reading import Side

COPULA = ("يكن", "تكن", "يكون", "تكون", "يكونوا", "نكن")
"""The Arabic verbs that say of a thing what it is."""
REACH = 4
"""Words after a negation among which the negated ones are sought."""
FEW = frozenset({"adjective", "verbal"})
"""Labels of negations that deny the next word alone."""
PREDICATING = frozenset({"يعد", "تعد", "يكن", "تكن", "يكون", "تكون", "ليس", "ليست"})
"""Words that a predicate in the accusative follows."""
SUBJECT = 12
"""Words among which that stands, behind the subject."""
ACCUSATIVE = ("اً", "ًا", "ةً")
"""How an indefinite accusative is written out."""


def negated_words(side: Side, mark: Found) -> list[int]:
    """The content words that a negation denies: those within it and the next ones up to a punctuation mark or a word
    that begins a clause, at most two, of an Arabic adjective one.
    """
    most = 1 if mark.label in FEW else 2
    reached = [place for place in reached_words(side, mark) if side.words[place].is_content]
    said = predicate(side, mark)
    if said is not None:
        reached = [said, *(place for place in reached if place != said)]
    return reached[:most]


def predicate(side: Side, mark: Found) -> int | None:
    """What a negated verb like "be" says of its subject, where its ending tells: لم يعد الطريق الرابط بين … مقطوعاً."""
    first, last = mark.places[0], mark.places[-1]
    if side.language != "ar":
        return None
    if not any(form.lstrip("وف") in PREDICATING for form in side.forms[first : last + 2]):
        return None
    ends = clause_words(side.language) | opening_words(side.language)
    for place in range(last + 1, min(len(side.words), last + 1 + SUBJECT)):
        if side.breaks_before(place) or side.forms[place] in ends:
            return None
        if side.words[place].passage.text.endswith(ACCUSATIVE):
            return place
    return None


def reached_words(side: Side, mark: Found) -> list[int]:
    """The words within a negation and the next ones, up to a punctuation mark or a word that begins a clause."""
    first, last = mark.places[0], mark.places[-1]
    ends = clause_words(side.language)
    places = [place for place in range(first + 1, last) if place not in mark.places]
    for place in range(last + 1, min(len(side.words), last + 1 + REACH)):
        if side.breaks_before(place) or side.forms[place] in ends:
            break
        places.append(place)
    return places


def is_copula(form: str) -> bool:
    """Whether an Arabic verb says nothing but that a thing is, so that a link to it tells nothing."""
    return form in COPULA
