"""Numbers for which the other side has a name, and numbers that are one: a decade for ten years, the eleven for the team."""

from __future__ import annotations

import re
from functools import cache

from auditor.bitext import Passage
from auditor.folding import folded
from auditor.languages import language_data
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Quantity
from auditor.quantities.read.lexicon import lexicon

_PERIODS = {10: "decade_noun", 100: "century"}
_REACH = 15  # characters before a number that hold the word before it
_WORD = re.compile(r"[^\W\d_]+")


def drop_named(bead: Bead) -> None:
    """Takes ten and a hundred years from what is left over where the other side has a decade or a century."""
    pair = bead.quantities.pair
    for left, of, other in (
        (bead.source_left, bead.source, pair.target),
        (bead.target_left, bead.target, pair.source),
    ):
        left[:] = [place for place in left if other is None or not _is_period(of(place), other)]


def _is_period(quantity: Quantity, other: Passage) -> bool:
    role = _PERIODS.get(int(quantity.value)) if quantity.unit == "year" else None
    return role is not None and any(
        word in _named(other.language, role) for word in _WORD.findall(folded(other.text))
    )


@cache
def _named(language: str, role: str) -> frozenset[str]:
    return frozenset(word for word, sense in lexicon(language).words.items() if role in sense.roles)


def is_team(quantity: Quantity) -> bool:
    """Le onze omanais, the starting eleven: a number behind a word that stands before one thing."""
    place = quantity.passage
    before = folded(place.document.text[max(0, place.start - _REACH) : place.start]).replace("-", " ").split()
    return bool(before) and before[-1] in _singles(quantity.language)


@cache
def _singles(language: str) -> frozenset[str]:
    return frozenset(map(folded, language_data(language, "quantities")["grammar"].get("before_team", ())))
