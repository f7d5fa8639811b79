"""What stands behind a number and its unit and makes another amount of it: for each of what, and whose currency."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from auditor.bitext import Passage
from auditor.folding import folded
from auditor.languages import language_data
from auditor.quantities.match.units import measures
from auditor.quantities.quantity import Quantity

BEHIND = {"era": 3, "rate": 5, "issuer": 3}
"""Words behind the unit among which a qualifier is sought."""
LEAST = 10
"""A smaller number without unit is no measure."""
_REACH = 60  # characters in which so many words stand
_PIECE = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u064b-\u0652\u0670])*|\d+|[^\w\s]")
"""A word with its vowel marks, a number, a sign."""
_STOPS = frozenset(".,;:،؛()!?\n–—")


class Qualifier(NamedTuple):
    """`table` is "rate" or "issuer"; `name` what it stands for; `passage` the number with all that stands before the qualifier's end."""

    table: str
    name: str
    passage: Passage


def other_qualifiers(source: Quantity, target: Quantity) -> tuple[Qualifier, Qualifier] | None:
    """The qualifiers of one number where both sides have some and none in common."""
    is_measure = (
        source.unit is not None or source.scale > 1 or max(source.readings) >= LEAST or _counts_times(target)
    )
    for table in BEHIND if is_measure else ():
        there = qualifiers(target, table)
        if there:
            here = qualifiers(source, table)
            if here and {each.name for each in here}.isdisjoint(each.name for each in there):
                return here[0], there[0]
    return None


def _counts_times(quantity: Quantity) -> bool:
    """Twice, three times, deux fois."""
    text, place = quantity.passage.document.text, quantity.passage
    words = language_data(quantity.language, "quantities")["grammar"].get("times", ())
    return place.text.lower() in words or text[place.end : place.end + _REACH].split(" ", 2)[1:2] in [
        [each] for each in words
    ]


def qualifiers(quantity: Quantity, table: str) -> list[Qualifier]:
    """Those of a table behind a number: before any other number, and in the same clause."""
    if table == "issuer" and measures().get(quantity.unit or "", ("", 0))[0] != "currency":
        return []
    ends = [quantity.passage.end, *([quantity.measure.end] if quantity.measure and table == "rate" else [])]
    text, start = quantity.passage.document.text, max(ends)
    pieces = [(match[0], start + match.end()) for match in _PIECE.finditer(text[start : start + _REACH])]
    known = _phrases(quantity.language, table)
    words = [folded(piece) for piece, _ in pieces]
    found = []
    for place, word in enumerate(words[: BEHIND[table]]):
        if word[:1].isdigit() or word in _STOPS:
            break
        for phrase, name in known.get(word, ()):
            if tuple(words[place : place + len(phrase)]) == phrase:
                end = pieces[place + len(phrase) - 1][1]
                passage = Passage(quantity.passage.document, quantity.passage.start, end)
                found.append(Qualifier(table, name, passage))
                break
    return found


@cache
def _phrases(language: str, table: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """By first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, listed in language_data(language, "quantities")[table].items():
        for each in listed:
            phrase = tuple(folded(piece) for piece in _PIECE.findall(each))
            found.setdefault(phrase[0], []).append((phrase, name))
    return {word: tuple(sorted(each, key=lambda one: -len(one[0]))) for word, each in found.items()}
