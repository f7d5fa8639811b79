"""Numbers that the other side says without a number: one in an article, two in a dual."""

from __future__ import annotations

import re
from functools import cache

from auditor.bitext import Passage
from auditor.languages import language_data
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Demand, Kind

_WORD = re.compile(r"[^\W\d_]+")


def drop_implied(bead: Bead) -> None:
    """One may be an article, two an Arabic dual, on the other side."""
    pair = bead.quantities.pair
    for left, of, other in (
        (bead.source_left, bead.source, pair.target),
        (bead.target_left, bead.target, pair.source),
    ):
        for place in tuple(left):
            values = of(place).readings
            if other is None or of(place).kind is Kind.DAY or of(place).demand is not Demand.DEMANDS:
                continue
            if (1 in values and _says_one(other)) or (2 in values and _has_dual(other)):
                left.remove(place)


def _says_one(passage: Passage) -> bool:
    if passage.language == "ar":  # the noun alone says it
        return True
    return bool(_ones(passage.language) & set(_WORD.findall(passage.text.lower())))


@cache
def _ones(language: str) -> frozenset[str]:
    return frozenset(language_data(language, "quantities")["grammar"].get("one", ()))


def _has_dual(passage: Passage) -> bool:
    endings = tuple(language_data(passage.language, "quantities")["wording"]["dual"])
    return bool(endings) and any(
        len(word) > 3 and word.endswith(endings) for word in _WORD.findall(passage.text)
    )
