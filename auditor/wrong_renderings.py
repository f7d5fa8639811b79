"""Renderings of terms and words that are wrong, by how that is known; whether what they stand for is a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from auditor.bitext import Passage
from auditor.folding import folded
from auditor.languages import function_words
from auditor.names.pair.likeness import articles
from auditor.names.words.vocabulary import is_word_of
from auditor.terms import Term
from auditor.terms.uses import WrongRendering

if TYPE_CHECKING:
    from auditor.institutions import Calqued
    from auditor.wrong_senses import ToldSense

    Found = WrongRendering | Calqued | ToldSense

IN_PAIR = 0.95
"""Confidence of a forbidden rendering in the pair of its term."""
_REACH = {"pair": IN_PAIR, "neighbour": 0.8, "document": 0.75}
LISTED = {True: 0.9, False: 0.6}
"""Confidence of a rendering that the table of polysemes says is wrong, of an expression of several words and of one word:
on 154 paragraphs of sound communiqués that no row was written for, 0 alarms and 5, for 9 and 8 errors found."""
LITERAL = 0.85
"""Confidence of a literal rendering: see models.md, measured on planted errors and sound translations."""
SURELY_TOLD = 0.8
"""Confidence from which on what the words around tell is major."""
_ALIKE = 4
"""First letters that a name and what is said of it share: Sahel, sahélien."""
_WORD = re.compile(r"[^\W\d_]+")


class Known(StrEnum):
    """How it is known that a rendering is wrong."""

    FORBIDDEN = "forbidden"  # by the term base
    LITERAL = "literal"  # each word of the term has a sense that it has alone
    CALQUED = "calqued"  # far from all that is accepted for the term
    LISTED = "listed"  # by the table of polysemes
    TOLD = "told"  # by the words around


@dataclass(frozen=True, slots=True)
class WrongTerm:
    """What stands in the translation for a term or a word, and what `term` accepts for it; confidence in [0, 1]."""

    known: Known
    term: Term
    source: Passage
    target: Passage
    confidence: float
    is_name: bool


def wrong_terms(found: Mapping[Known, Sequence[Found]], language: str) -> Iterator[WrongTerm]:
    """All of them, in the order of `found`; `language`: of the translation."""
    for known, some in found.items():
        for each in some:
            is_name = names(each.term.forms.get(language, ()), language)
            yield WrongTerm(known, each.term, each.source, each.target, _confidence(known, each), is_name)


def _confidence(known: Known, each: Found) -> float:
    if not isinstance(each, WrongRendering):
        return each.confidence
    if known is Known.FORBIDDEN:
        return _REACH[each.reach]
    return LITERAL if known is Known.LITERAL else LISTED[" " in each.source.text]


def names(forms: Sequence[str], language: str) -> bool:
    """Whether what is accepted for a term is a name: the first form has capitals and no word of the language, and none is in small letters.

    What is said of a name may be: Sahel, sahélien. An acronym alone is none: bodies have them.
    """
    if not forms or not _is_name(forms[0], language):
        return False
    beginnings = tuple(folded(word)[:_ALIKE] for word in _WORD.findall(forms[0]))
    small = [words for form in forms[1:] if (words := _WORD.findall(form)) and all(map(str.islower, words))]
    return all(any(folded(word).startswith(beginnings) for word in words) for words in small)


def _is_name(form: str, language: str) -> bool:
    grammar = function_words(language) | articles()
    words = [word for word in _WORD.findall(form) if folded(word) not in grammar]
    if not words or not all(word[0].isupper() for word in words):
        return False
    said = [word for word in words if len(word) == 1 or not word.isupper()]
    return bool(said) and not any(is_word_of(word, folded(word), language) for word in said)
